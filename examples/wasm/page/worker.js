// The worker in which laut runs. Its first message is {module}: laut as another worker has
// compiled it, or null; then it loads the program and answers {module}. The program sets
// globalThis.lautRead, and a message {n, text, options} is answered with {n, output} or
// {n, problem}, unless {off: n} has come before its turn.
'use strict';

importScripts('wasm_exec.js');

async function compile() {
  const response = await fetch('laut.wasm.gz');
  if (!response.ok) throw new Error(`laut.wasm.gz: ${response.status}`);
  let bytes = await response.arrayBuffer();
  const head = new Uint8Array(bytes, 0, 2);
  if (head[0] === 0x1f && head[1] === 0x8b) { // some servers unpack by themselves
    bytes = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  }
  const module = await WebAssembly.compile(bytes);
  postMessage({ module });
  return module;
}

async function load(module) {
  const go = new Go();
  const instance = await WebAssembly.instantiate(module ?? await compile(), go.importObject);
  go.run(instance).then(() => postMessage({ problem: ended })); // it runs as long as the page
}
const ended = { detail: 'laut hat sich beendet. Bitte die Seite neu laden.' };

const calledOff = new Set();
let loaded;
addEventListener('message', async ({ data: { module, off, n, text, options } }) => {
  if (module !== undefined) {
    loaded = load(module);
    loaded.catch((error) => postMessage({ problem: { detail: `laut konnte nicht geladen werden: ${error.message}` } }));
    return;
  }
  if (off !== undefined) {
    calledOff.add(off);
    return;
  }
  try {
    await loaded;
    if (!calledOff.delete(n)) postMessage({ n, ...lautRead(text, options) });
  } catch (error) {
    postMessage({ n, problem: { detail: error.message } });
  }
});
