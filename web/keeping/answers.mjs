// What a browser's databases leave without an answer: Chromium says nothing of what it was asked just when the data of the
// site is cleared, nor how a transaction ended whose database it has closed meanwhile.
//
// Does not know what is asked.
const unanswered = 3000; // milliseconds after which it is asked once more

/**
 * Gives what ask() resolves or rejects to first, of two times where the first one is late; `leave` is given what comes later.
 * @template Given
 * @param {() => Promise<Given>} ask
 * @param {(given: Given) => void} [leave]
 * @returns {Promise<Given>}
 */
export function askOnceMore(ask, leave = () => {}) {
  return new Promise((done, fail) => {
    let isAnswered = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    /** @type {<Kind>(first: (answer: Kind) => void, later: (answer: Kind) => void) => (answer: Kind) => void} */
    const answered = (first, later) => (answer) => {
      clearTimeout(timer);
      (isAnswered ? later : first)(answer);
      isAnswered = true;
    };
    const turn = () => ask().then(answered(done, leave), answered(fail, () => {}));
    timer = setTimeout(turn, unanswered);
    turn();
  });
}

/**
 * Gives the same as `answer`, and rejects where the browser closes the database before that.
 * @template Given
 * @param {Pick<EventTarget, 'addEventListener' | 'removeEventListener'>} db
 * @param {Promise<Given>} answer
 * @returns {Promise<Given>}
 */
export function unlessClosed(db, answer) {
  return new Promise((done, fail) => {
    const close = () => fail(new DOMException('The browser closed the database.', 'AbortError'));
    db.addEventListener('close', close);
    answer.then(done, fail).finally(() => db.removeEventListener('close', close));
  });
}
