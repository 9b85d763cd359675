// Checks that need nothing run: each gives the breaches that it finds, none where it passes.
//
// Does not know what is checked. A check that could not be run has failed, and says why.

/**
 * Runs the checks, prints the breaches by the name of their check and the closing line, and ends the program.
 * @param {Record<string, () => string[] | Promise<string[]>>} checks
 */
export async function runChecks(checks) {
  let failed = 0;
  for (const [name, check] of Object.entries(checks)) {
    let found;
    try {
      found = await check();
    } catch (error) {
      found = [error.message];
    }
    if (found.length > 0) {
      ++failed;
      console.log(`${name}:\n  ${found.join("\n  ")}`);
    }
  }
  console.log(`${Object.keys(checks).length - failed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
