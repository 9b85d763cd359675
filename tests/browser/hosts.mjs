// Pages of somebody else's, for tests that embed the wizard: a small site of another origin with a strict policy, a copy
// of the wizard's site that allows it, and what a host's script does.
//
// Does not hold a test.
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../../web/site/serve.mjs";
import { until } from "./driven.mjs";
import { siteFolder } from "./support.mjs";

const listen = (answer) => new Promise((done) => {
  const server = createServer(answer);
  server.listen(0, "127.0.0.1", () => done({ server, address: `http://127.0.0.1:${server.address().port}/` }));
});

// The policy of the host: what the wizard needs of it, and nothing else.
const policyFor = (site) => [
  "default-src 'none'", `script-src 'self' ${site}`, `frame-src ${site}`, "base-uri 'none'", "form-action 'none'",
  "require-trusted-types-for 'script'", "trusted-types 'none'",
].join("; ");

// A host keeps what it hears: keys, events, violations of its policy. It takes over what it is told to.
const hostScript = `
  window.heard = [];
  window.keys = [];
  window.violations = [];
  window.takesOver = false;
  for (const name of ["ready", "change", "result", "estimate", "save", "print"]) {
    document.addEventListener(name, (event) => {
      heard.push({ name, id: event.target.id, detail: event.detail });
      if (takesOver) event.preventDefault();
    });
  }
  for (const name of ["keydown", "keyup", "keypress"]) addEventListener(name, ({ key }) => keys.push(name + " " + key), true);
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    violations.push(effectiveDirective + " " + blockedURI));
`;

/**
 * Starts a host and the wizard's site with that host allowed. Gives {host, site, stranger, pages, close()}: three
 * addresses, the last of a host that is not allowed; `pages` is filled by the tests: name → body of a page.
 */
export async function startHosts() {
  const pages = new Map();
  const at = {};
  const answer = ({ url }, response) => {
    const name = url.slice(1);
    const isScript = name === "host.js";
    const isThere = isScript || pages.has(name);
    response.writeHead(isThere ? 200 : 404, {
      "Content-Type": isScript ? "text/javascript" : "text/html; charset=utf-8",
      "Content-Security-Policy": policyFor(at.site.address),
    });
    response.end(isScript ? hostScript : isThere ? `<!doctype html><title>Host</title><script src="host.js"></script>${pages.get(name)}` : "");
  };
  const [host, stranger] = [await listen(answer), await listen(answer)];
  const folder = await mkdtemp(join(tmpdir(), "telework-hosts-"));
  await cp(siteFolder, folder, { recursive: true });
  await writeFile(join(folder, "configuration.json"), JSON.stringify({ hosts: [new URL(host.address).origin] }));
  // The policy as a header would keep a stranger's frame empty: what it says is tested by what the site sends.
  at.site = await startServer(folder);
  const close = async () => {
    for (const { server } of [host, stranger]) server.closeAllConnections();
    await Promise.all([host, stranger].map(({ server }) => new Promise((done) => server.close(done))));
    await at.site.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { host: host.address, stranger: stranger.address, site: at.site.address, pages, close };
}

/** The element as a host writes it. */
export const withElements = (site, ...elements) => `<script type="module" src="${site}telework-wizard.mjs"></script>${elements.join("")}`;

/** A frame as a host without the element writes it. */
export const withFrame = (site, sandbox) => `<iframe ${sandbox ? `sandbox="${sandbox}"` : ""} src="${site}embed.html"></iframe>`;

/** Until each frame of the wizard in the page has all that it will ever ask for, or is as far as `mark`; gives these frames. */
export async function wizardFrames(page, count, mark = "everything") {
  const found = () => page.frames().filter((frame) => frame.url().includes("embed.html"));
  await until(() => found().length === count, `${count} frames of the wizard`);
  const frames = found();
  for (const frame of frames) {
    await frame.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark, { polling: 100 });
  }
  return frames;
}
