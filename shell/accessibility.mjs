// Names the contact that the agency has set in configuration.json for what is hard to use. Where there is none, or the file
// cannot be read, the page's own words stay.
const place = document.getElementById('agency');
const written = (value) => (typeof value === 'string' ? value.trim() : '');

function link(scheme, address) {
  const made = document.createElement('a');
  made.href = `${scheme}:${encodeURIComponent(address).replaceAll('%40', '@').replaceAll('%2B', '+')}`;
  made.textContent = address;
  return made;
}

async function contactOfAgency() {
  const response = await fetch('configuration.json');
  const { accessibility_contact: contact } = response.ok ? await response.json() : {};
  return contact;
}

try {
  const contact = (await contactOfAgency()) ?? {};
  const [name, agency, component, mail, phone] = ['name', 'agency', 'component', 'mail', 'phone'].map((part) => written(contact[part]));
  const parts = [name, agency, component, mail && link('mailto', mail), phone && link('tel', phone)].filter(Boolean);
  if (place && parts.length > 0) {
    place.replaceChildren('Contact: ', ...parts.flatMap((part, index) => (index > 0 ? [' · ', part] : [part])));
  }
} catch {
  // The page has said who else to ask.
}
