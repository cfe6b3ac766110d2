package corpus

import (
	"cmp"
	"html"
	"io"
	"iter"
	"regexp"
	"strings"
)

// EmpiriST reads the EmpiriST corpus in its VRT form: one token a line with
// STTS tag, UPOS, semantic tag, normalised form and lemma, between XML tags for
// texts, postings and sentences. Each text is a document with its id, and its
// subcorpus, "web" or "cmc", as genre.
//
// The format keeps no white space: the text is rebuilt by the rules of detokenizer.join,
// sentences joined by one space, postings by an empty line.
func EmpiriST(r io.Reader, name string) iter.Seq2[Document, error] {
	return fromLines(r, name, func(l *lines) {
		b := newRebuilder(stem(name))
		for l.next() {
			switch line := l.text; {
			case line == "":
			case line[0] == '<':
				b.endSentence(nil)
				switch strings.Trim(strings.Fields(line)[0], "<>") {
				case "text", "/text":
					l.putTokens(b.endDocument())
					b.id, b.genre = cmp.Or(attribute(line, "id"), stem(name)), attribute(line, "subcorpus")
				case "posting":
					b.beginParagraph()
				}
			case b.broken:
			default:
				f := strings.Split(line, "\t")
				if len(f) < 7 || strings.TrimSpace(f[0]) == "" {
					b.broken = true
					l.fail(l.line, "%d columns, want 7 or 8; the sentence is left out", len(f))
					continue
				}
				b.token(html.UnescapeString(f[0]), &Word{Lemma: html.UnescapeString(f[5]), XPOS: f[1], UPOS: f[2]})
			}
		}
		b.broken = b.broken || l.err != nil
		b.endSentence(nil)
		l.putTokens(b.endDocument())
	})
}

var attributes = regexp.MustCompile(`([\w:]+)="([^"]*)"`)

// attribute returns the value of an attribute of an XML tag.
func attribute(tag, name string) string {
	for _, m := range attributes.FindAllStringSubmatch(tag, -1) {
		if m[1] == name {
			return html.UnescapeString(m[2])
		}
	}
	return ""
}
