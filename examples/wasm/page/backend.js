// The backend of the page without a server: laut in a worker, so that the page stays awake
// while it reads. What the function must do stands in the backend.js of the server.
'use strict';

{
  const worker = new Worker('worker.js'); // loads at once, before anybody asks
  const waiting = new Map(); // resolve and reject of each question by its number
  let last = 0;
  let broken = null; // why there is no laut to ask

  const settle = (n, how, value) => {
    waiting.get(n)?.[how](value);
    waiting.delete(n);
  };
  worker.addEventListener('message', ({ data: { n, output, problem } }) => {
    if (n === undefined) { // not an answer: laut could not be loaded
      broken = problem;
      for (const k of [...waiting.keys()]) settle(k, 'reject', problem);
    } else if (problem) settle(n, 'reject', problem);
    else settle(n, 'resolve', output);
  });

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
      waiting.set(n, { resolve, reject });
      signal?.addEventListener('abort', () => settle(n, 'reject', signal.reason));
      worker.postMessage({ n, text, options: { id, format, offsets } });
    });
  };
}
