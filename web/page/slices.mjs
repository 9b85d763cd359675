// Long work in the page, a slice at a time, so that whoever types meanwhile does not wait for it. Does not know what is done.

const slice = 12; // milliseconds: a key that is pressed meanwhile is shown in the next frame or the one after

/** Gives a function to be awaited after each piece of work: once a slice is used up, whatever else waits has its turn first. */
export function slices() {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun >= slice) {
      await turnOfOthers();
      begun = performance.now();
    }
  };
}

/** A message to oneself comes behind what waits already, and at once where nothing does: a timer would wait in any case. */
export async function turnOfOthers() {
  const { port1, port2 } = new MessageChannel();
  await new Promise((done) => {
    port1.onmessage = done;
    port2.postMessage(undefined);
  });
  port1.close();
}
