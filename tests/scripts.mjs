// What the scripts promise, found without running them: `node tests/scripts.mjs` names each breach with file and line.
//
//   types    the scripts of web/ by the types in their comments, strictly (web/tsconfig.json)
//   worker   the service worker, by globals of its own (web/keeping/tsconfig.json)
//   lint     all scripts by the linter's rules (web/eslint.config.mjs)
//
// Does not run a script, and writes nothing. Each check is one test; a check that could not be run is not passed.

import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runChecks } from "./checks.mjs";

const top = join(dirname(fileURLToPath(import.meta.url)), "..");
const program = (path) => (...words) =>
  spawnSync(process.execPath, [join(top, "web/node_modules", path), ...words], { cwd: top, encoding: "utf8" });
const compiler = program("typescript/bin/tsc");
const linter = program("eslint/bin/eslint.js");

// What a program says of what it has found; nothing where all is well.
function breachesFrom({ status, stdout, stderr, error }) {
  return status === 0 ? [] : [error?.message ?? `${stdout}${stderr}`];
}

await runChecks({
  types: () => breachesFrom(compiler("--project", "web")),
  worker: () => breachesFrom(compiler("--project", "web/keeping")),
  lint: () => breachesFrom(linter("--config", "web/eslint.config.mjs", "--max-warnings", "0", "web", "tests", "shell")),
});
