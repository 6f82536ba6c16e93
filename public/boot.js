// Starts the app: loads the wasm that the build names on this script's own tag.
const tag = document.querySelector("script[data-wasm]");
const { default: init } = await import(new URL(tag.dataset.js, document.baseURI));
await init({ module_or_path: new URL(tag.dataset.wasm, document.baseURI) });
