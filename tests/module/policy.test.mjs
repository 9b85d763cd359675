// What an agency configures of the order reaches a session: closures move a clock, and a slip is refused with its place.
import assert from 'node:assert/strict';
import test from 'node:test';
import { loadCore, ModuleError } from '../../dist/core.mjs';
import { loadWizard } from '../../dist/wizard.mjs';

const [core, wizard] = await Promise.all([loadCore, loadWizard].map((load) => load({ rates: ['current'] })));

const nodeOf = ({ patch }, id) => patch.nodes.find((node) => node.id === id);

const chainDue = (day) => `Chain of command: submit to the servicing HR Director, or deny: ${day}, not due yet.`;

function sessionWithRequest() {
  const session = wizard.session({ today: '2026-06-15', id: 'test' });
  session.width('wide');
  session.edit('step:concurrences', 'press');
  session.edit('clock.requested_on', 'leave', '6/12/2026');
  return session;
}

test('a one-off closure and the holidays are passed over', () => {
  const session = sessionWithRequest();
  const shown = session.edit('step:check', 'press');
  assert.equal(nodeOf(shown, 'date:clock.chain').label, chainDue('Tuesday, July 14, 2026'));
  const moved = session.configure({ closures: ['2026-07-06'], inauguration_day: true });
  assert.equal(nodeOf(moved, 'date:clock.chain').label, chainDue('Wednesday, July 15, 2026'));
});

test('the configured officer is whom to ask; without one, the words for who that is', () => {
  const session = sessionWithRequest();
  const words = session.edit('step:whom_to_ask', 'press');
  assert.equal(nodeOf(words, 'whom.heading').label, 'The Telework Managing Officer of your agency, or the officer\'s designee');
  const named = session.configure({ telework_managing_officer: { name: 'Ada Example', mail: 'ada@gsa.example' } });
  assert.equal(nodeOf(named, 'whom.heading').label, 'Ada Example');
  assert.equal(nodeOf(named, 'whom.reach').label, 'ada@gsa.example');
});

for (const [what, settings] of Object.entries({
  'a closure that is no date': { closures: ['Dec 24'] },
  'a switch that is a word': { inauguration_day: 'yes' },
  'a member that there is none of': { closure: [] },
})) {
  test(`${what} is refused, and the session goes on as it was`, () => {
    const session = sessionWithRequest();
    assert.throws(() => session.configure(settings), ModuleError);
    assert.equal(nodeOf(session.edit('step:check', 'press'), 'date:clock.chain').label, chainDue('Tuesday, July 14, 2026'));
  });
}

test('evaluate takes what an agency sets of the order', () => {
  const packet = { format: 'telework-packet/1', clock: { requested_on: '2026-06-12' } };
  const due = (options) =>
    core.evaluate(packet, { today: '2026-06-15', ...options }).deadlines.find(({ id }) => id === 'clock.chain').due;
  assert.equal(due(), '2026-07-14');
  assert.equal(due({ configuration: { closures: ['2026-07-06'] } }), '2026-07-15');
  assert.throws(() => due({ configuration: { closures: ['Dec 24'] } }), ModuleError);
});
