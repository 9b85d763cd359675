// How keeping says what it has: whose packet, when it was kept, and why nothing can be.
//
// Does not decide when any of it is said.

/** Whose packet it is, as a list of packets has it. */
export function nameOf(packet) {
  const { employee = {}, position = {} } = JSON.parse(packet);
  const words = [employee.last_name, employee.first_name].filter((word) => typeof word === 'string' && word.trim());
  const title = typeof position.title === 'string' ? position.title.trim() : '';
  return (words.join(', ') || title || 'A packet without a name').slice(0, 120);
}

/** "3:41 PM", with the day before it where that is not today's. */
export function moment(time) {
  const then = new Date(time);
  const clock = { hour: 'numeric', minute: '2-digit' };
  const isToday = then.toDateString() === new Date().toDateString();
  const words = then.toLocaleString('en-US', isToday ? clock : { month: 'short', day: 'numeric', ...clock });
  return words.replaceAll('\u202f', ' ');
}

/** Why nothing is kept, by the browser's error. */
export function reasonOf(error) {
  switch (error?.name) {
    case 'TimeoutError':
      return 'Answers cannot be kept on this device at the moment: the browser does not get it done.';
    case 'QuotaExceededError':
      return 'Answers cannot be kept on this device: it has no room left.';
    case 'VersionError':
      return 'Answers cannot be kept here: a newer version of this tool keeps its own. Load the page again.';
    default:
      return 'Answers cannot be kept on this device: this window or the browser’s settings do not let the page.';
  }
}
