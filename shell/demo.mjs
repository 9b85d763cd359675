// What a page may do with the forms in it: hear what they come to, and hand a packet from one to the other.
const [first, second, net, said, copy] = ['first', 'second', 'net', 'said', 'copy'].map((id) => document.getElementById(id));

first.addEventListener('result', ({ detail }) => {
  net.value = detail['cost_benefit.net_annual_change'] ?? 'not known yet';
});
copy.addEventListener('click', async () => second.setPacket(await first.getPacket()));
for (const kind of ['save', 'print']) {
  document.addEventListener(kind, ({ detail }) => {
    said.value = `${kind}: ${detail.name ?? 'a document'}, ${detail.content.length} characters`;
  });
}
