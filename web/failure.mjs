// What the page says when it cannot go on: the core did not load, or it stopped by a mistake of ours.
//
// Does not try to go on: a core that has stopped may hold half of an edit. The last good packet is offered instead.
import { element } from './dom.mjs';
import { save } from './files.mjs';
import { whyNoWebAssembly } from './webassembly.mjs';

export function showLoadFailure(root, error) {
  console.error(error);
  const mend = `Load the page again. If that does not help, its files are incomplete. ${whyNoWebAssembly}`;
  show(root, 'The form could not be loaded', [`${error.message}`, mend]);
}

export function showCrash(root, error, packet) {
  console.error(error);
  const made = show(root, 'The form has stopped', [
    'This is a mistake in the tool, not in your answers. It does not go on, so that nothing wrong is saved.',
    packet ? 'Save what you had, load the page again and open the file there.' : 'Load the page again.',
    `What it said: ${error.message}`,
  ]);
  if (packet) {
    const button = element('button', { type: 'button', className: 'button', textContent: 'Save the packet' });
    button.dataset.tone = 'primary';
    button.addEventListener('click', () =>
      save({ name: 'packet.json', media_type: 'application/json', content: packet }),
    );
    made.append(button);
  }
}

function show(root, title, sentences) {
  const heading = element('h1', { textContent: title, tabIndex: -1 });
  const panel = element(
    'main',
    { className: 'failure', role: 'main' },
    heading,
    ...sentences.map((textContent) => element('p', { textContent })),
  );
  root.dataset.view = 'page';
  root.replaceChildren(panel);
  document.title = title;
  heading.focus();
  return panel;
}
