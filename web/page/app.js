// The page: an editor, and the view of what was read in its text. Its state is in the
// page alone. What reads is globalThis.lautBackend, see backend.js; what brings the view
// to life is globalThis.lautView, see view.js.
'use strict';

const $ = (id) => document.getElementById(id);
const [editor, text, file, status, problem, result, view, format, offsets] =
  ['editor', 'text', 'file', 'status', 'problem', 'result', 'view', 'format', 'offsets'].map($);

let id = ''; // the name of the file that the text came from, until the text is changed
let shown = null; // what the view shows: { id, text }
let running = null; // the AbortController of what is being read

const sentences = {
  'busy': 'Der Server hat gerade zu viel zu tun. Bitte gleich noch einmal versuchen.',
  'incomplete-body': 'Der Text ist nicht ganz angekommen. Bitte noch einmal versuchen.',
  'internal': 'Im Server ist etwas schiefgegangen.',
  'no-text': 'Hier ist kein Text zu lesen.',
  'too-large': 'Dieser Text ist zu lang.',
  'unsupported-media-type': 'Diese Art von Datei kann hier nicht gelesen werden.',
};

function complain(what) {
  const name = String(what.type ?? '').split(':').pop();
  const head = document.createElement('strong');
  head.textContent = sentences[name] ?? what.sentence ?? 'Das hat nicht geklappt.';
  const rest = document.createElement('span');
  rest.textContent = what.detail ?? what.title ?? '';
  problem.replaceChildren(head, rest);
}

const unreachable = (error) =>
  error instanceof Error ? { sentence: 'Der Server ist nicht zu erreichen.', detail: error.message } : error;

// ask asks the backend. It tells that something is going on, with a sign of it when it
// takes long, and complains when it fails; then, and when it was called off, it returns null.
async function ask(input, options, doing) {
  stop();
  const mine = running = new AbortController();
  problem.replaceChildren();
  status.textContent = doing;
  const slow = setTimeout(() => status.classList.add('slow'), 300);
  busy('true');
  try {
    return await globalThis.lautBackend(input, { ...options, signal: mine.signal });
  } catch (error) {
    if (running === mine) complain(unreachable(error));
    return null;
  } finally {
    clearTimeout(slow);
    if (running === mine) stop();
  }
}

// stop calls off what is being read, if anything is.
function stop() {
  running?.abort();
  running = null;
  status.textContent = '';
  status.classList.remove('slow');
  busy('false');
}

// busy marks what will change. Not the page: what is said of a busy one may not be heard.
function busy(is) {
  for (const e of [editor, result]) e.ariaBusy = is;
}

async function read() {
  const article = { id, text: text.value };
  if (!article.text.trim()) {
    complain({ type: 'no-text', detail: 'Einen Artikel einfügen, eine Datei öffnen oder das Beispiel einsetzen.' });
    text.focus();
    return;
  }
  const html = await ask(article.text, { id: article.id, format: 'html', mediaType: 'text/plain' }, 'Der Artikel wird gelesen …');
  if (html === null) return;
  shown = article;
  view.innerHTML = html; // by export.HTML, which escapes the text
  globalThis.lautView(view.firstElementChild);
  editor.hidden = true;
  result.hidden = false;
  history.pushState('view', ''); // so that Back leads to the editor
  result.focus();
  status.textContent = 'Gelesen.';
}

function edit() {
  stop();
  if (history.state === 'view') history.back();
  shown = null;
  view.replaceChildren();
  result.hidden = true;
  editor.hidden = false;
  problem.replaceChildren();
  text.focus();
}

function put(content, name) {
  stop(); // what was being read is no longer what stands here
  if (shown) edit();
  text.value = content;
  id = name;
  text.focus();
  text.setSelectionRange(0, 0);
  text.scrollTop = 0;
}

// take puts the text of a file into the editor; of a page, the article that was found in it.
async function take(f) {
  if (/\.html?$/i.test(f.name) || f.type === 'text/html') {
    const record = await ask(f, { id: f.name, format: 'json', mediaType: 'text/html' }, 'Die Seite wird gelesen …');
    if (record !== null) put(JSON.parse(record).text, f.name);
    return;
  }
  problem.replaceChildren();
  let bytes;
  try {
    bytes = new Uint8Array(await f.arrayBuffer());
  } catch (error) { // a folder, or a file that has gone
    complain({ sentence: 'Diese Datei lässt sich nicht öffnen.', detail: `${f.name}: ${error.message}` });
    return;
  }
  const content = decode(bytes);
  if (content.includes('\0') || content.startsWith('%PDF-')) {
    complain({ type: 'unsupported-media-type', detail: `${f.name} ist keine Textdatei.` });
    return;
  }
  put(content, f.name);
}

// decode reads UTF-16 with its mark, UTF-8, and what is neither as the Windows charset of old
// text files.
function decode(bytes) {
  const mark = bytes[0] << 8 | bytes[1];
  if (mark === 0xfffe || mark === 0xfeff) return new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

// output is what the menu asks for. The view holds a text, so the backend reads it again.
function output() {
  const chosen = format.selectedOptions[0];
  const options = { id: shown.id, format: format.value, mediaType: 'text/plain' };
  if ('offsets' in chosen.dataset) options.offsets = offsets.value;
  return ask(shown.text, options, `${chosen.textContent} wird geschrieben …`);
}

async function copy() {
  let failed = false;
  const blob = output().then((out) => {
    failed = out === null;
    if (failed) throw new Error('nothing to copy');
    return new Blob([out], { type: 'text/plain' });
  });
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
    status.textContent = 'Kopiert.';
  } catch (error) {
    if (!failed) complain({ sentence: 'Der Browser lässt das Kopieren nicht zu.', detail: error.message });
  }
}

async function download() {
  const chosen = format.selectedOptions[0].dataset;
  const name = (shown.id.replace(/\.[^.]*$/, '') || 'artikel') + '.' + chosen.extension;
  const out = await output();
  if (out === null) return;
  const a = document.createElement('a');
  a.href = URL.createObjectURL(new Blob([out], { type: chosen.type }));
  a.download = name;
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 60_000);
  status.textContent = `${name} ist heruntergeladen.`;
}

editor.addEventListener('submit', (event) => {
  event.preventDefault();
  read();
});
text.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    read();
  }
});
text.addEventListener('input', () => { id = ''; });
$('open').addEventListener('click', () => file.click());
file.addEventListener('change', () => {
  if (file.files.length) take(file.files[0]);
  file.value = ''; // so that the same file can be chosen again
});
$('example').addEventListener('click', async () => {
  try {
    const response = await fetch('beispiel.txt');
    if (!response.ok) throw new Error(`Status ${response.status}`);
    put(await response.text(), 'beispiel.txt');
  } catch (error) {
    complain(unreachable(error));
  }
});
$('edit').addEventListener('click', edit);
addEventListener('popstate', () => {
  if (history.state !== 'view' && !result.hidden) edit();
});
if (history.state === 'view') history.replaceState(null, ''); // the page was loaded anew, and shows nothing
$('copy').hidden = !navigator.clipboard?.write; // pages without https have none
$('copy').addEventListener('click', copy);
$('download').addEventListener('click', download);
format.addEventListener('change', () => {
  const has = 'offsets' in format.selectedOptions[0].dataset;
  for (const e of [offsets, document.querySelector('label[for="offsets"]')]) e.hidden = !has;
});

// A file may be dropped anywhere on the page.
addEventListener('dragover', (event) => {
  if (!event.dataTransfer.types.includes('Files')) return;
  event.preventDefault();
  document.body.classList.add('drop');
});
addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) document.body.classList.remove('drop');
});
addEventListener('drop', (event) => {
  document.body.classList.remove('drop');
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  take(event.dataTransfer.files[0]);
});
