// Where the Emscripten in use is. Does not choose it: .setup/ and PATH do.
import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';

/** The folder of emcc itself. */
export const emscriptenFolder = () =>
  dirname(realpathSync(execFileSync('sh', ['-c', 'command -v emcc'], { encoding: 'utf8' }).trim()));
