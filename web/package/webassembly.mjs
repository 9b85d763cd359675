// Whether WebAssembly may be used here. A content security policy without 'wasm-unsafe-eval' forbids it, and some
// browsers are set to do without; then the plain JavaScript builds of the modules are used (plain/), which are larger
// and slower, and there is no canvas.
//
// Found out once, by the smallest module there is: asking again would be reported as a breach again.

const smallest = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** Why WebAssembly cannot be used here, and what to allow; empty where it can be used. */
export const whyNoWebAssembly = reason();

function reason() {
  if (!globalThis.WebAssembly) {
    return 'This browser has no WebAssembly, or its settings forbid it.';
  }
  try {
    new WebAssembly.Module(smallest);
    return '';
  } catch {
    return "WebAssembly is forbidden here: the content security policy has to allow 'wasm-unsafe-eval' in script-src.";
  }
}
