package corpus

import (
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
// The format keeps no white space: the text is rebuilt by [Detokenize]'s rules,
// sentences joined by one space, postings by an empty line.
func EmpiriST(r io.Reader, name string) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		s := newScanner(r, name)
		b := builder{id: stem(name), rebuilt: true}
		var tok detokenizer
		var words []Word
		var forms []string
		broken, sep := false, ""
		endSentence := func() {
			if !broken && len(forms) > 0 {
				u := sentence{words: words}
				u.text, u.tokens = tok.join(forms)
				b.add(u, sep)
				sep = " "
			}
			words, forms, broken = nil, nil, false
		}
		flush := func() bool {
			endSentence()
			d := b.document()
			tok = detokenizer{}
			return len(d.Tokens) == 0 || yield(d, nil)
		}
		for s.next() {
			switch line := s.text; {
			case line == "":
			case line[0] == '<':
				switch tag := strings.Trim(strings.Fields(line)[0], "<>"); tag {
				case "text", "/text":
					if !flush() {
						return
					}
					b = builder{id: attribute(line, "id"), genre: attribute(line, "subcorpus"), rebuilt: true}
					if b.id == "" {
						b.id = stem(name)
					}
				case "posting":
					endSentence()
					sep = "\n\n"
					tok = detokenizer{}
				default:
					endSentence()
				}
			case broken:
			default:
				f := strings.Split(line, "\t")
				if len(f) < 7 || strings.TrimSpace(f[0]) == "" {
					broken = true
					if !yield(Document{}, s.errorf(s.line, "%d columns, want 7 or 8; the sentence is left out", len(f))) {
						return
					}
					continue
				}
				form := unescape.Replace(f[0])
				words = append(words, Word{Token: len(forms), Form: form, Lemma: unescape.Replace(f[5]), XPOS: f[1], UPOS: f[2], Head: -1})
				forms = append(forms, form)
			}
		}
		if s.err != nil {
			broken = true
		}
		if flush() && s.err != nil {
			yield(Document{}, s.err)
		}
	}
}

var unescape = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&apos;", "'", "&amp;", "&")

var attributes = regexp.MustCompile(`([\w:]+)="([^"]*)"`)

// attribute returns the value of an attribute of an XML tag.
func attribute(tag, name string) string {
	for _, m := range attributes.FindAllStringSubmatch(tag, -1) {
		if m[1] == name {
			return unescape.Replace(m[2])
		}
	}
	return ""
}
