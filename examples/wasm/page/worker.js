// The worker in which laut runs. It loads the program, which sets globalThis.lautRead, and
// answers a message {n, text, options} with {n, output} or {n, problem}.
'use strict';

importScripts('wasm_exec.js');

const loaded = (async () => {
  const response = await fetch('laut.wasm.gz');
  if (!response.ok) throw new Error(`laut.wasm.gz: ${response.status}`);
  let bytes = await response.arrayBuffer();
  const head = new Uint8Array(bytes, 0, 2);
  if (head[0] === 0x1f && head[1] === 0x8b) { // some servers unpack by themselves
    bytes = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  }
  const go = new Go();
  const { instance } = await WebAssembly.instantiate(bytes, go.importObject);
  go.run(instance).then(() => postMessage({ problem: ended })); // it runs as long as the page
})();
const ended = { detail: 'laut hat sich beendet. Bitte die Seite neu laden.' };

loaded.catch((error) => postMessage({ problem: { detail: `laut konnte nicht geladen werden: ${error.message}` } }));

addEventListener('message', async ({ data: { n, text, options } }) => {
  try {
    await loaded;
    postMessage({ n, ...lautRead(text, options) });
  } catch (error) {
    postMessage({ n, problem: { detail: error.message } });
  }
});
