// What a page may do with the form in it: hear what it comes to, and which files it makes.
const [year, said] = ['year', 'said'].map((id) => document.getElementById(id));

document.addEventListener('result', ({ detail }) => {
  const net = detail['cost_benefit.net_annual_change'];
  if (year) {
    year.value = net ? `${net.replace('-', '−')} dollars a year` : 'no figure yet';
  }
});
for (const kind of ['save', 'print']) {
  document.addEventListener(kind, ({ detail }) => {
    if (said) {
      said.value = `${kind}: ${detail.name ?? 'a document'}, ${detail.content.length} characters`;
    }
  });
}
