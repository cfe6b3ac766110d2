// The backend of the page without a server: laut in a worker, so that the page stays awake
// while it reads. What the function must do stands in the backend.js of the server.
'use strict';

{
  const waiting = new Map(); // each question by its number: message, resolve and reject
  let last = 0;
  let broken = null; // why there is no laut to ask
  let module = null; // laut, compiled, when it has been loaded
  let worker;

  const settle = (n, how, value) => {
    waiting.get(n)?.[how](value);
    waiting.delete(n);
  };
  const start = () => {
    worker = new Worker('worker.js');
    worker.postMessage({ module });
    worker.addEventListener('message', ({ data }) => {
      if (data.module) module = data.module;
      else if (data.n === undefined) { // not an answer: laut could not be loaded
        broken = data.problem;
        for (const n of [...waiting.keys()]) settle(n, 'reject', broken);
      } else if (data.problem) settle(data.n, 'reject', data.problem);
      else settle(data.n, 'resolve', data.output);
    });
    for (const { message } of waiting.values()) worker.postMessage(message);
  };
  start(); // it loads at once, before anybody asks

  // off calls a question off. A worker that reads hears nothing: another takes its place,
  // with what is compiled already.
  const off = (n, reason) => {
    if (!waiting.has(n)) return;
    settle(n, 'reject', reason);
    if (module === null) {
      worker.postMessage({ off: n });
      return;
    }
    worker.terminate();
    start();
  };

  globalThis.lautBackend = async (text, { id, format, offsets, mediaType, signal }) => {
    if (mediaType === 'text/html') {
      throw {
        type: 'unsupported-media-type',
        detail: 'Ohne Server liest diese Seite nur Text. Den Artikel bitte kopieren und einfügen.',
      };
    }
    if (broken) throw broken;
    if (typeof text !== 'string') text = await text.text();
    return new Promise((resolve, reject) => {
      const n = ++last;
      const message = { n, text, options: { id, format, offsets } };
      waiting.set(n, { message, resolve, reject });
      if (signal?.aborted) off(n, signal.reason);
      else {
        signal?.addEventListener('abort', () => off(n, signal.reason));
        worker.postMessage(message);
      }
    });
  };
}
