// What the laying out of the site puts in the place of this name (web/site/layout.mjs): the version, and the integrity of
// each file by its name.
declare const SITE: { version: string; files: [name: string, integrity: string][] };
