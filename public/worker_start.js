// Starts the worker (src/bin/worker.rs), which says itself that it is ready; that it does not come is said here.
importScripts("worker.js");
wasm_bindgen("worker_bg.wasm").catch(() => postMessage("gone"));
