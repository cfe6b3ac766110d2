// globalThis.lautBackend(text, options) is all that the page asks of whoever reads. It
// resolves to the output as a string, or rejects with a problem: an object with type,
// title and detail, as RFC 9457 has them.
//
//   text       a string, or a File whose bytes are the text
//   id         the id of the article, a string
//   format     "html" for the view, or a value of the menu of formats
//   offsets    "bytes", "runes" or "utf16"; undefined where the format has none
//   mediaType  what text is: "text/plain" or "text/html"
//   signal     an AbortSignal: the page no longer waits
//
// This one asks the server that the page came from. A page without a server has its own
// file in its place.
'use strict';

globalThis.lautBackend ??= async (text, { id, format, offsets, mediaType, signal }) => {
  const query = new URLSearchParams({ format });
  if (offsets) query.set('offsets', offsets);
  const html = mediaType === 'text/html';
  const response = await fetch(`v1/read?${query}`, {
    method: 'POST',
    headers: { 'Content-Type': html ? 'text/html' : 'application/json' },
    body: html ? text : JSON.stringify({ id, text }),
    signal,
  });
  if (response.ok) return response.text();
  if (response.headers.get('Content-Type') === 'application/problem+json') throw await response.json();
  throw { title: response.statusText, detail: `Status ${response.status}` };
};
