package browser

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// article names two who speak, with a rune beyond UTF-16's first plane before them.
const article = `Streit um die Fähre 🚢

„Wir können auch in Lübeck anlegen“, sagte Katharina Brandt am Montag. Hafensenator Uwe Petersen erklärte, dass die Gebühren nicht gestiegen seien.
`

// site is the page as somebody serves it.
type site struct {
	url  string
	html bool // whether it reads HTML
}

// testPage holds what must be true of the page, whoever serves it.
func testPage(t *testing.T, browser context.Context, s site) {
	tests := map[string]func(*testing.T, context.Context, site){
		"example": testExample, "paste": testPaste, "filter": testFilter, "files": testFiles, "html": testHTML,
		"download": testDownload, "copy": testCopy, "hostile": testHostile, "problems": testProblems, "slow": testSlow,
		"phone": testPhone, "dark": testDark, "keyboard": testKeyboard, "nothing kept": testNothingKept, "back": testBack, "called off": testCalledOff,
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) { test(t, browser, s) })
	}
}

const viewed = `document.querySelector('#view article.laut') && !document.querySelector('#result').hidden`

// read opens the page and reads a text.
func read(t *testing.T, browser context.Context, s site, text string, prepare ...chromedp.Action[chromedp.Void]) *tab {
	t.Helper()
	b := open(t, browser, s.url, append([]chromedp.Action[chromedp.Void]{desktop()}, prepare...)...)
	b.paste(text)
	b.click("#read")
	b.wait(viewed)
	return b
}

func testExample(t *testing.T, browser context.Context, s site) {
	b := open(t, browser, s.url, desktop())
	b.screenshot("editor")
	b.click("#example")
	b.wait(`document.querySelector('#text').value.includes('Freibad')`)
	b.screenshot("filled")
	b.click("#read")
	b.wait(viewed)
	b.hold(`document.querySelector('.laut').innerText.includes('Helga Winkler')`, "a speaker of the example")
	b.screenshot("view")
	b.click("#edit")
	b.hold(`document.querySelector('#result').hidden && document.activeElement.id === 'text'`, "back to the text")
	b.hold(`document.querySelector('#text').value.includes('Freibad')`, "the text is still there")
}

func testPaste(t *testing.T, browser context.Context, s site) {
	b := open(t, browser, s.url, desktop())
	b.hold(`document.activeElement.id === 'text'`, "the cursor is where one pastes")
	b.paste(article)
	b.do(chromedp.KeyEvent(kb.Enter, chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	b.wait(viewed)
	if got := eval[string](b, `document.querySelector('.laut-text').textContent`); strings.TrimSpace(got) != strings.TrimSpace(article) {
		t.Errorf("the view has the text %q", got)
	}
	for _, want := range []string{"Katharina Brandt", "Uwe Petersen", "Wer sagt was"} {
		b.hold(fmt.Sprintf(`[...document.querySelector('.laut').children].some(e => !e.matches('.laut-text') && e.innerText.includes(%q))`, want), "the column beside the text")
	}
	b.hold(`document.querySelector('#status').textContent === 'Gelesen.'`, "who listens is told")
	b.hold(`document.activeElement.id === 'result'`, "who listens is led there")
}

// outside tells whether the words are seen in the view outside the text.
const outside = `(words => {
	const seen = [];
	const walk = document.createTreeWalker(document.querySelector('.laut'), NodeFilter.SHOW_TEXT);
	while (walk.nextNode()) {
		const e = walk.currentNode.parentElement;
		if (!e.closest('.laut-text') && e.checkVisibility()) seen.push(walk.currentNode.data);
	}
	return seen.join('').includes(words);
})`

func testFilter(t *testing.T, browser context.Context, s site) {
	b := read(t, browser, s, article)
	hers, his := outside+`('anlegen')`, outside+`('gestiegen')`
	b.hold(hers+" && "+his, "both speak")
	name := eval[bool](b, `(() => {
		const button = [...document.querySelectorAll('.laut button[aria-pressed]')].find(e => e.textContent.includes('Katharina Brandt'));
		button?.setAttribute('data-test', 'speaker');
		return Boolean(button);
	})()`)
	if !name {
		t.Fatal("no button for Katharina Brandt")
	}
	b.click("[data-test=speaker]")
	b.wait(hers + " && !" + his)
	b.hold(`document.querySelector('[data-test=speaker]').ariaPressed === 'true'`, "the button is pressed")
	b.hold(`getComputedStyle(document.querySelector('.laut-said:not([hidden])')).display === 'block'`, "claims are no list items to the browser, which would number the rest for each that is hidden")
	b.hold(`getComputedStyle(document.querySelector('.laut-off + .laut-by')).opacity === '1'`, "what is pale makes no layer for each claim")
	b.screenshot("filtered")
	b.click("[data-test=speaker]")
	b.wait(hers + " && " + his)
}

func testFiles(t *testing.T, browser context.Context, s site) {
	folder := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	b := open(t, browser, s.url, desktop())
	b.drop(file("fähre.txt", article))
	b.wait(`document.querySelector('#text').value.includes('Lübeck')`)
	b.hold(`!document.body.classList.contains('drop')`, "nothing is dragged any more")

	choose := func(path string) {
		t.Helper()
		b.do(chromedp.SetUploadFiles(chromedp.CSS("#file"), []string{path}))
	}
	choose(file("alt.txt", "Die K\xfcste \x96 sagte er."))
	b.wait(`document.querySelector('#text').value === 'Die Küste – sagte er.'`) // windows-1252
	choose(file("utf16.txt", "\xff\xfeJ\x00\xe4\x00"))
	b.wait(`document.querySelector('#text').value === 'Jä'`)
	choose(file("papier.txt", "%PDF-1.7"))
	b.wait(`document.querySelector('#problem').textContent.includes('papier.txt ist keine Textdatei')`)
	choose(file("alt.txt", "Die K\xfcste \x96 sagte er."))
	b.wait(`document.querySelector('#text').value === 'Die Küste – sagte er.'`)
	choose(file("bild.txt", "\x89PNG\x00\x00"))
	b.wait(`document.querySelector('#problem').textContent.includes('bild.txt ist keine Textdatei')`)
	b.hold(`document.querySelector('#text').value === 'Die Küste – sagte er.'`, "what was there stays")

	b.drop(folder)
	b.wait(`document.querySelector('#problem').textContent.includes('Diese Datei lässt sich nicht öffnen')`)

	// A file on the view begins anew.
	b.click("#read")
	b.wait(viewed)
	b.drop(file("neu.txt", article))
	b.wait(`!document.querySelector('#editor').hidden && document.querySelector('#text').value.includes('Lübeck')`)
}

func testHTML(t *testing.T, browser context.Context, s site) {
	path := filepath.Join(t.TempDir(), "seite.html")
	paragraphs := strings.Repeat("<p>Der Hafen von Rostock soll wachsen. „Das ist gut für uns alle“, sagte Katharina Brandt am Montag in der Sitzung des Rates.</p>", 5)
	const head = `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Hafen</title><script>document.title='x'</script></head>`
	if err := os.WriteFile(path, []byte(head+"<body><nav><a href=/>Start</a></nav><article><h1>Der Hafen wächst</h1>"+paragraphs+"</article></body></html>"), 0o644); err != nil {
		t.Fatal(err)
	}
	b := open(t, browser, s.url, desktop())
	b.drop(path)
	if !s.html {
		b.wait(`document.querySelector('#problem').textContent.includes('Diese Art von Datei')`)
		return
	}
	b.wait(`document.querySelector('#text').value.includes('Hafen von Rostock')`)
	b.hold(`!/[<>]/.test(document.querySelector('#text').value)`, "text and no tags")
}

func testHostile(t *testing.T, browser context.Context, s site) {
	const hostile = "<script>window.hit = 1</script><img src=x onerror='window.hit = 2'> \"><svg onload=window.hit=3>\n\n" +
		"„<b onmouseover=alert(1)>Ja</b>“, sagte Anna <script>Meier. ]]> --> </article></template>\u202e &lt;i&gt; \\u003c ${window.hit = 4}\n"
	b := read(t, browser, s, hostile)
	time.Sleep(200 * time.Millisecond) // what would run runs soon
	b.hold(`window.hit === undefined`, "nothing of the text runs")
	b.hold(`!document.querySelector('#view script, #view img, #view b, #view i')`, "nothing of the text is an element")
	if got := eval[string](b, `document.querySelector('.laut-text').textContent`); strings.TrimSpace(got) != strings.TrimSpace(hostile) {
		t.Errorf("the view has the text %q, want %q", got, hostile)
	}
	b.hold(`document.querySelector('#view').children.length === 1`, "one article, not closed by its text")
}

func testProblems(t *testing.T, browser context.Context, s site) {
	b := open(t, browser, s.url, desktop())
	problem := func(words string) string {
		return fmt.Sprintf(`document.querySelector('#problem').innerText.includes(%q)`, words)
	}
	b.click("#read")
	b.wait(problem("Hier ist kein Text zu lesen."))
	b.hold(`document.activeElement.id === 'text'`, "where the text is missing")
	b.screenshot("no text")

	// What else goes wrong is the backend's to say.
	b.paste(article)
	for _, tt := range []struct{ thrown, words string }{
		{`{ type: 'urn:laut:problem:busy', title: 'x', detail: 'Try again.' }`, "zu viel zu tun"},
		{`{ type: 'urn:laut:problem:too-large', detail: 'A body may have 7 bytes.' }`, "zu lang"},
		{`{ type: 'urn:laut:problem:too-large', detail: 'A body may have 7 bytes.' }`, "A body may have 7 bytes."},
		{`{ type: 'urn:other', title: 'Odd', detail: '<b>odd</b>' }`, "<b>odd</b>"},
		{`new TypeError('Failed to fetch')`, "nicht zu erreichen"},
	} {
		eval[bool](b, `globalThis.lautBackend = async () => { throw `+tt.thrown+` }, true`)
		b.click("#read")
		b.wait(problem(tt.words))
		b.hold(`document.querySelector('#result').hidden && document.querySelector('#text').value.includes('Lübeck')`, "nothing is lost")
	}
}

// A sign of waiting is seen only when there is something to wait for, and a new reading
// calls off the old one.
func testSlow(t *testing.T, browser context.Context, s site) {
	b := open(t, browser, s.url, desktop())
	b.paste(article)
	eval[bool](b, `globalThis.calls = [], globalThis.backend = lautBackend, globalThis.lautBackend = (text, options) => new Promise((resolve, reject) => {
		options.signal.addEventListener('abort', () => reject(options.signal.reason));
		calls.push({ text, options, resolve });
	}), true`)
	eval[bool](b, `document.querySelector('#read').click(), globalThis.began = performance.now(), true`)
	b.hold(`document.querySelector('#status').textContent.includes('gelesen') && document.querySelector('#editor').ariaBusy === 'true'`, "told at once")
	b.hold(`!document.querySelector('#status').closest('[aria-busy=true]')`, "and told where it is heard")
	b.hold(`performance.now() - began > 280 || !document.querySelector('#status').classList.contains('slow')`, "no sign at once")
	b.wait(`document.querySelector('#status').classList.contains('slow')`)
	b.hold(`performance.now() - began >= 290`, "a sign after 300 ms")
	b.screenshot("waiting")

	b.click("#read")
	b.hold(`calls.length === 2 && calls[0].options.signal.aborted && !calls[1].options.signal.aborted`, "the first is called off")
	b.hold(`document.querySelector('#problem').textContent === ''`, "which is no problem")
	eval[bool](b, `calls[1].resolve(backend(calls[1].text, calls[1].options)), true`)
	b.wait(viewed)
	b.hold(`!document.querySelector('[aria-busy=true]') && !document.querySelector('#status').classList.contains('slow')`, "done")

	// Another text calls it off too, and is what one sees.
	b.click("#edit")
	b.click("#read")
	b.click("#example")
	b.wait(`document.querySelector('#text').value.includes('Freibad')`)
	b.hold(`calls.length === 3 && calls[2].options.signal.aborted && document.querySelector('#status').textContent === ''`, "called off")
	eval[bool](b, `calls[2].resolve('<article class="laut"></article>'), true`)
	time.Sleep(100 * time.Millisecond) // what would come comes at once
	b.hold(`document.querySelector('#result').hidden`, "the other text stays")
}

// wide is whether one has to scroll sideways.
const wide = `document.documentElement.scrollWidth > document.documentElement.clientWidth`

func testPhone(t *testing.T, browser context.Context, s site) {
	b := open(t, browser, s.url, phone())
	b.hold("innerWidth === 360 && !("+wide+")", "the editor fits")
	b.screenshot("editor")
	b.paste(article + strings.Repeat("Donaudampfschifffahrtsgesellschaft", 8))
	b.click("#read")
	b.wait(viewed)
	b.hold("!("+wide+")", "the view fits, long words too")
	b.hold(`[...document.querySelectorAll('#result > .bar button, #result > .bar select')].every(e => e.getBoundingClientRect().height >= 40)`, "a finger hits the buttons")
	b.screenshot("view")
}

func testDark(t *testing.T, browser context.Context, s site) {
	const brightness = `(color => { const [r, g, b] = color.match(/[\d.]+/g).map(Number); return (r * 299 + g * 587 + b * 114) / 255000; })`
	const paper, ink = brightness + `(getComputedStyle(document.body).backgroundColor)`, brightness + `(getComputedStyle(document.querySelector('.laut')).color)`
	light := read(t, browser, s, article)
	light.hold(paper+" > .85 && "+ink+" < .3", "dark on light")
	night := read(t, browser, s, article, dark())
	night.hold(paper+" < .2 && "+ink+" > .7", "light on dark")
	night.screenshot("view")
	night.click("#edit")
	night.screenshot("editor")
}

func testKeyboard(t *testing.T, browser context.Context, s site) {
	b := open(t, browser, s.url, desktop())
	b.wait(`document.activeElement.id === 'text'`)
	b.paste(article)
	b.do(chromedp.KeyEvent(kb.Tab))
	b.hold(`document.activeElement.id === 'read' && document.activeElement.matches(':focus-visible')`, "the button after the text")
	b.do(chromedp.KeyEvent(kb.Enter))
	b.wait(viewed)
	for _, id := range []string{"edit", "format", "offsets", "copy", "download"} {
		b.do(chromedp.KeyEvent(kb.Tab))
		b.hold(fmt.Sprintf(`document.activeElement.id === %q`, id), "in the order that is seen")
	}
	// The buttons of the view come next; each can be reached and pressed.
	for range 40 {
		b.do(chromedp.KeyEvent(kb.Tab))
		if eval[bool](b, `document.activeElement.matches('.laut button[aria-pressed]')`) {
			was := eval[string](b, `document.activeElement.ariaPressed`)
			b.do(chromedp.KeyEvent(" "))
			b.hold(fmt.Sprintf(`document.activeElement.ariaPressed !== %q`, was), "the space bar presses it")
			return
		}
	}
	t.Error("no button of the view was reached")
}

func testNothingKept(t *testing.T, browser context.Context, s site) {
	b := read(t, browser, s, article)
	b.hold(`localStorage.length + sessionStorage.length === 0 && document.cookie === ''`, "nothing is stored")
	b.hold(`location.search + location.hash === ''`, "the text is not in the address")
	b.do(chromedp.Reload())
	b.wait(`document.readyState === 'complete' && document.querySelector('#text').value === ''`)
}

// Back leads from the view to the editor with its text, and only then away.
func testBack(t *testing.T, browser context.Context, s site) {
	b := read(t, browser, s, article)
	eval[bool](b, `history.back(), true`)
	b.wait(`!document.querySelector('#editor').hidden && document.querySelector('#result').hidden`)
	b.hold(`document.querySelector('#text').value.includes('Petersen')`, "the text is still there")
	b.click("#read")
	b.wait(viewed)
	b.click("#edit")
	b.wait(`history.state === null`)
	b.click("#read")
	b.wait(viewed)
	b.hold(`document.querySelector('.laut').innerText.includes('Petersen')`, "and can be read again and again")
}

// A reading that is called off keeps the next one from nothing.
func testCalledOff(t *testing.T, browser context.Context, s site) {
	b := open(t, browser, s.url, desktop())
	eval[bool](b, "globalThis.off = new AbortController(), globalThis.long = lautBackend('„Ja“, sagte Anna Meier.\\n'.repeat(30000), "+
		"{ id: '', format: 'json', mediaType: 'text/plain', signal: off.signal }).catch(() => 'gone'), true")
	time.Sleep(time.Second)
	eval[bool](b, `off.abort(), true`)
	if got := eval[string](b, `long`); got != "gone" {
		t.Errorf("what was called off answers %.40q", got)
	}
	b.paste(article)
	b.click("#read")
	b.wait(viewed)
}
