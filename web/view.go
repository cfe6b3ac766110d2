package web

import (
	"fmt"
	"html"
	"io"
	"strings"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
)

// This file stands in for export.HTML, export.ViewStyle and export.ViewScript until they
// are there; then it goes, and formats.go and page.go name those.

const viewStyle = `.laut { display: grid; gap: 2rem; overflow-wrap: anywhere; }
.laut-text { white-space: pre-wrap; }
.laut [hidden] { display: none; }
`

const viewScript = `'use strict';
globalThis.lautView = (article) => {
  const buttons = [...article.querySelectorAll('button[data-speaker]')];
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const on = button.getAttribute('aria-pressed') !== 'true';
      for (const b of buttons) b.setAttribute('aria-pressed', String(on && b === button));
      for (const claim of article.querySelectorAll('li[data-speaker]')) {
        claim.hidden = on && claim.dataset.speaker !== button.dataset.speaker;
      }
    });
  }
};
`

type view struct{}

func (view) Write(w io.Writer, _ export.ID, a *laut.Article) error {
	var b strings.Builder
	fmt.Fprintf(&b, `<article class="laut" lang="de"><div class="laut-text">%s`, html.EscapeString(strings.ToValidUTF8(a.Document.Text(), "\uFFFD")))
	b.WriteString("</div><section><h2>Wer sagt was</h2><ul>")
	seen := make(map[string]bool)
	for _, c := range a.Claims {
		name := html.EscapeString(c.Speaker.Name)
		if !seen[name] {
			seen[name] = true
			fmt.Fprintf(&b, `<li><button type="button" data-speaker="%s" aria-pressed="false">%s</button></li>`, name, name)
		}
	}
	b.WriteString("</ul><ul>")
	for _, c := range a.Claims {
		fmt.Fprintf(&b, `<li data-speaker="%s">%s</li>`, html.EscapeString(c.Speaker.Name), html.EscapeString(a.Document.Slice(c.Content[0])))
	}
	b.WriteString("</ul></section></article>\n")
	_, err := io.WriteString(w, b.String())
	return err
}
