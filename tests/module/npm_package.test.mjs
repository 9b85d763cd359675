// What npm gets, laid out, packed and installed in a folder of somebody else's, without a network: node imports it by its
// name and has the answers of the native command, and a type checker knows what it takes and gives.
//
// Does not test what is answered: core.test.mjs and doors.test.mjs do.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../..', import.meta.url));
const today = '2026-11-21';
const packet = join(top, 'tests/scenarios/example_a.json');
let folder;
let packed;
let consumer;

const node = (...words) => execFileSync(process.execPath, words, { cwd: consumer, encoding: 'utf8', maxBuffer: 1 << 26 });

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'telework-npm-'));
  const laid = join(folder, 'laid');
  consumer = join(folder, 'consumer');
  mkdirSync(consumer);
  writeFileSync(join(consumer, 'package.json'), '{"private": true, "type": "module"}');
  execFileSync(process.execPath, [join(top, 'web/site/npm_package.mjs'), laid]);
  const npm = (...words) =>
    execFileSync('npm', [...words, '--offline', '--cache', join(folder, 'cache')], { cwd: consumer, encoding: 'utf8' });
  [packed] = JSON.parse(npm('pack', '--json', laid));
  npm('install', '--no-audit', '--no-fund', '--ignore-scripts', join(consumer, packed.filename));
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('the package installed from npm evaluates a packet as the native command does', () => {
  writeFileSync(join(consumer, 'evaluate.mjs'), `
    import { loadCore } from 'telework-packet';
    import { readFileSync } from 'node:fs';
    const core = await loadCore();
    console.log(JSON.stringify(core.evaluate(readFileSync(process.argv[2]), { today: process.argv[3] })));`);
  const native = execFileSync(join(top, 'build/native/telework'), ['evaluate', packet, '--today', today], { encoding: 'utf8' });
  assert.deepEqual(JSON.parse(node('evaluate.mjs', packet, today)), JSON.parse(native));
});

test('the package installed from npm gives the wizard without a screen, and the schema', () => {
  writeFileSync(join(consumer, 'wizard.mjs'), `
    import { loadWizard } from 'telework-packet/wizard';
    import { createRequire } from 'node:module';
    const schema = createRequire(import.meta.url)('telework-packet/packet.schema.json');
    const session = (await loadWizard()).session({ today: process.argv[2], id: 'here' });
    session.edit('employee.last_name', 'leave', 'Kealoha');
    console.log(JSON.stringify({ title: session.patch().patch.root, id: JSON.parse(session.packet()).id, schema: schema.$schema }));`);
  const { $schema } = JSON.parse(readFileSync(join(top, 'assets/schema/telework-packet.schema.json'), 'utf8'));
  assert.deepEqual(JSON.parse(node('wizard.mjs', today)), { title: 'screen', id: 'here', schema: $schema });
});

test('the declarations of the package tell a type checker what it takes and gives', () => {
  const checked = (name, text) => {
    writeFileSync(join(consumer, name), text);
    const words = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2023', '--lib', 'es2023,dom', name];
    const compiler = join(top, 'web/node_modules/typescript/bin/tsc');
    return spawnSync(process.execPath, [compiler, ...words], { cwd: consumer, encoding: 'utf8' }).stdout;
  };
  const good = `
    import { loadCore, ModuleError } from 'telework-packet';
    import { loadReport } from 'telework-packet/report';
    import type { Answer, Configuration, Effect, Evaluation, Facts, Merged, Report, Snapshot } from 'telework-packet/types';
    import type { Patch, ViewNode } from 'telework-packet/view_model';
    import { loadWizard } from 'telework-packet/wizard';
    const core = await loadCore({ rates: ['current'] });
    const configuration: Configuration = { percent: 'overall', closures: ['2026-12-24'] };
    const evaluation: Evaluation = core.evaluate('{}', { today: '2026-11-21', configuration });
    const value: string | null = evaluation.worksheet.lines[0].value;
    const page: string = core.print(new Uint8Array(), { parts: ['cover'] });
    const session = (await loadWizard()).session();
    const { effects, patch }: Answer = session.edit('step:travel', 'press');
    const fileOf = (effect: Effect): string | undefined => (effect.kind === 'save' ? effect.name : undefined);
    const headings = (all: Patch): ViewNode[] => all.nodes.filter(({ kind }) => kind === 'heading');
    const { packet }: Snapshot = session.snapshot();
    const facts: Facts = core.facts('{}', { fiscalYear: 2027 });
    const report: Report = core.rollup([{ file: 'a.json', packet: '{}' }], { edition: 'circulation' });
    const saved: string = core.rollup('', { format: 'html', actuals: '' });
    const tables: { name: string, content: string }[] = (await loadReport()).rollup('', { format: 'csv' });
    const partial: string = core.merge(['', new Uint8Array()]);
    const merged: Merged = core.merge('{}', '{}', { on: '2026-11-21' });
    try { core.validate({}); } catch (error) { if (error instanceof ModuleError) error.where.length; }
    export const files = effects.map(fileOf);
    export const titles = headings(patch);
    export { value, page, packet, facts, report, saved, tables, partial, merged };`;
  assert.equal(checked('good.mts', good), '');
  const wrong = (line) => `import { loadCore } from 'telework-packet';\nconst core = await loadCore();\n${line}\nexport {};\n`;
  assert.match(checked('packet.mts', wrong('core.evaluate(12);')), /^packet\.mts\(3,15\): error TS2345/);
  assert.match(checked('answer.mts', wrong('core.evaluate("{}").worksheets;')), /^answer\.mts\(3,21\): error TS2551/);
  assert.match(checked('format.mts', wrong('core.rollup("", { format: "pdf" });')), /^format\.mts\(3,19\): error TS2322/);
  assert.match(checked('settings.mts', wrong('core.evaluate("{}", { configuration: { percent: "net" } });')), /^settings\.mts\(3,40\): error TS2322/);
});

test('whatever the package exports is in it, with its declaration', () => {
  const names = packed.files.map(({ path }) => path);
  const { exports } = JSON.parse(readFileSync(join(top, 'web/package/package.json'), 'utf8'));
  const exported = Object.values(exports).flatMap((found) => Object.values(typeof found === 'string' ? { found } : found));
  assert.deepEqual(exported.filter((name) => !names.includes(name.replace('./', ''))), []);
  const scripts = exported.filter((name) => name.endsWith('.mjs'));
  assert.deepEqual(scripts.filter((name) => !exported.includes(name.replace('.mjs', '.d.mts'))), []);
});

test('the package holds each script with its declaration, and neither what draws nor compressed copies', () => {
  const names = packed.files.map(({ path }) => path);
  const scripts = names.filter((name) => /^[^/]+\.mjs$/.test(name));
  assert.ok(scripts.length > 5);
  assert.deepEqual(scripts.filter((name) => !names.includes(name.replace('.mjs', '.d.mts'))), []);
  assert.deepEqual(names.filter((name) => /canvas|\.(br|gz)$/.test(name)), []);
});
