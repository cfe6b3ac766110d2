package laut_test

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"html"
	"iter"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/corpus"
	"github.com/laut-nlp/laut/extract"
)

// marked is a text as it may arrive, and where its bytes were in the plain one.
type marked struct {
	b    strings.Builder
	from []int // by byte: where the piece begins in the plain text that it was made of
	to   []int // and where it ends
}

// put writes s for the bytes [from, to) of the plain text.
func (m *marked) put(s string, from, to int) {
	m.b.WriteString(s)
	for range len(s) {
		m.from, m.to = append(m.from, from), append(m.to, to)
	}
}

// each writes s, which begins in the plain text at an offset, as it is.
func (m *marked) each(s string, at int) {
	for i, r := range s {
		m.put(string(r), at+i, at+i+utf8.RuneLen(r))
	}
}

// back returns the bytes of the plain text that a span of the marked one stands for.
func (m *marked) back(s extract.Span) extract.Span {
	return extract.Span{Start: m.from[s.Start], End: m.to[s.End-1]}
}

// eachRune writes what f makes of each character.
func eachRune(text string, f func(r rune, i int) string) *marked {
	m := &marked{}
	for i, r := range text {
		m.put(f(r, i), i, i+utf8.RuneLen(r))
	}
	return m
}

// insideWord reports whether letters stand on both sides of text[i].
func insideWord(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}

// insert puts a mark into words, in one of three places where one may stand.
func insert(mark string) func(string, *rand.Rand) *marked {
	return func(text string, random *rand.Rand) *marked {
		return eachRune(text, func(r rune, i int) string {
			if insideWord(text, i) && random.IntN(3) == 0 {
				return mark + string(r)
			}
			return string(r)
		})
	}
}

func change(pairs ...string) func(string, *rand.Rand) *marked {
	to := strings.NewReplacer(pairs...)
	return func(text string, _ *rand.Rand) *marked {
		return eachRune(text, func(r rune, _ int) string { return to.Replace(string(r)) })
	}
}

// columns cuts lines to a width, with a hyphen, if one is given, where a word is cut. Lines
// end behind the characters of after, and a gap is put between paragraphs.
func columns(width int, hyphen, after, end, gap string) func(string, *rand.Rand) *marked {
	return func(text string, _ *rand.Rand) *marked {
		m := &marked{}
		at := 0
		for line := range strings.Lines(text) {
			used := 0
			for w := range pieces(line, after) {
				n := utf8.RuneCountInString(strings.TrimRight(w, " \n"))
				if used > 0 && used+n > width {
					m.trim()
					if hyphen != "" {
						if k := cutWord(w, width-used-1); k > 0 {
							m.put(" ", at-1, at)
							m.each(w[:k], at)
							m.put(hyphen, at+k, at+k)
							w, at = w[k:], at+k
						}
					}
					m.put(end, at, at)
					used = 0
				}
				m.each(w, at)
				used += utf8.RuneCountInString(w)
				at += len(w)
			}
			if used > 1 {
				m.put(gap, at, at)
			}
		}
		return m
	}
}

// pieces cuts a line behind each of the given characters that stands behind a letter.
func pieces(line, after string) iter.Seq[string] {
	return func(yield func(string) bool) {
		from := 0
		for i := 1; i < len(line); i++ {
			if strings.IndexByte(after, line[i]) >= 0 && line[i-1] != ' ' {
				if !yield(line[from : i+1]) {
					return
				}
				from = i + 1
			}
		}
		yield(line[from:])
	}
}

// trim takes the blank at the end of a line away.
func (m *marked) trim() {
	s := strings.TrimSuffix(m.b.String(), " ")
	m.b.Reset()
	m.b.WriteString(s)
	m.from, m.to = m.from[:len(s)], m.to[:len(s)]
}

// cutWord returns where a word may be cut so that it has at most so many characters before a
// hyphen: behind a vowel with a consonant and a vowel after it; 0 if nowhere.
func cutWord(w string, most int) int {
	rs := []rune(w)
	vowel := func(r rune) bool { return strings.ContainsRune("aeiouäöü", r) }
	for k := min(most, len(rs)-3); k >= 2; k-- {
		if vowel(rs[k-1]) && unicode.IsLower(rs[k]) && !vowel(rs[k]) && vowel(rs[k+1]) && unicode.IsLetter(rs[k-2]) {
			return len(string(rs[:k]))
		}
	}
	return 0
}

func entityOf(r rune) string {
	switch r {
	case 'ä':
		return "&auml;"
	case 'ö':
		return "&#246;"
	case 'ü':
		return "&#xfc;"
	case 'ß':
		return "&szlig;"
	case '„':
		return "&bdquo;"
	case '“':
		return "&ldquo;"
	case '–':
		return "&ndash;"
	}
	return html.EscapeString(string(r))
}

// marks are what happens to texts on their way.
var marks = []struct {
	name string
	put  func(string, *rand.Rand) *marked
	most int // of 100 things found may differ
}{
	{"soft hyphens", insert("\u00ad"), 0},
	{"word joiners", insert("\u2060"), 0},
	{"byte order marks", insert("\ufeff"), 0},
	{"joiners", insert("\u200d"), 0},
	{"NFD", change("ä", "a\u0308", "ö", "o\u0308", "ü", "u\u0308", "Ä", "A\u0308", "Ö", "O\u0308", "Ü", "U\u0308", "é", "e\u0301", "š", "s\u030c"), 0},
	{"no-break spaces", change(" ", "\u00a0"), 0},
	{"narrow spaces", change(" ", "\u202f"), 0},
	{"no-break hyphens", change("-", "\u2011"), 0},
	{"ligatures", func(text string, _ *rand.Rand) *marked {
		m := &marked{}
		for i := 0; i < len(text); {
			r, n := utf8.DecodeRuneInString(text[i:])
			s := string(r)
			switch {
			case strings.HasPrefix(text[i:], "fi"):
				s, n = "ﬁ", 2
			case strings.HasPrefix(text[i:], "fl"):
				s, n = "ﬂ", 2
			}
			m.put(s, i, i+n)
			i += n
		}
		return m
	}, 0},
	{"entities", func(text string, _ *rand.Rand) *marked {
		return eachRune(text, func(r rune, _ int) string { return entityOf(r) })
	}, 0},
	{"CRLF", change("\n", "\r\n"), 0},
	{"doubled quotes", change(`"`, `""`, "„", `""`, "“", `""`), 0},
	{"doubled guillemets", change("«", "<<", "»", ">>"), 0},
	{"columns of 30", columns(30, "", " ", "\n", "\n"), 0},
	{"columns of 38", columns(38, "", " ", "\n", "\n"), 0},
	{"columns of 60", columns(60, "", " ", "\r\n", "\r\n"), 0},
	{"columns of 80", columns(80, "", " ", "\n", "\n"), 0},
	{"hyphens in columns of 34", columns(34, "-", " ", "\n", "\n"), 5},
	{"hyphens in columns of 50", columns(50, "-", " ", "\n", "\n"), 5},
	{"soft hyphens in columns of 38", columns(38, "\u00ad", " ", "\n", "\n"), 0},
	{"meant hyphens in columns of 40", columns(40, "", " -", "\n", "\n"), 5},
	// A last line of a paragraph that is full by chance cannot be told without a gap.
	{"columns of 45 without gaps", columns(45, "", " ", "\n", ""), 1},
}

// found are the things found in an article, as lines; with back, where they stand in the
// plain text.
func found(a *laut.Article, back func(extract.Span) extract.Span) map[string]int {
	lines := make(map[string]int)
	for _, e := range a.Entities {
		for _, m := range e.Mentions {
			lines[fmt.Sprintf("%v %s %v", e.Label, e.Name, back(m.Span))]++
		}
	}
	for _, c := range a.Claims {
		var at []extract.Span
		for _, s := range c.Content {
			at = append(at, back(s))
		}
		lines[fmt.Sprintf("%v: %s (%v) %v", c.Kind, c.Speaker.Name, c.Speaker.Via, at)]++
	}
	return lines
}

// TestMarks puts marks into the own articles of the corpus and finds the same in them: the
// same entities and claims, under the same names, in the same places. Each article gets one or
// two of the marks; LAUT_MARKS=columns puts all whose names have "columns" into each.
func TestMarks(t *testing.T) {
	var articles []corpus.Article
	for _, split := range []corpus.Split{corpus.Train, corpus.Dev} {
		as, err := corpus.Collect(corpus.Own(split))
		if err != nil {
			t.Fatal(err)
		}
		articles = append(articles, as...)
	}
	type count struct{ same, differ int }
	counts := make([]count, len(marks))
	for i, a := range articles {
		text := a.Text
		var plain map[string]int
		for k, mark := range marks {
			if only := os.Getenv("LAUT_MARKS"); (only == "" || !strings.Contains(mark.name, only)) && (i+k)%len(marks) != 0 {
				continue
			}
			if plain == nil {
				plain = found(laut.Read(text), func(s extract.Span) extract.Span { return s })
			}
			h := fnv.New64a()
			h.Write([]byte(a.ID + mark.name))
			m := mark.put(text, rand.New(rand.NewPCG(h.Sum64(), 0)))
			got := found(laut.Read(m.b.String()), m.back)
			var lost []string
			for line, n := range plain {
				counts[k].same += min(n, got[line])
				if got[line] < n {
					counts[k].differ += n - got[line]
					lost = append(lost, "- "+line)
				}
			}
			for line, n := range got {
				if n > plain[line] {
					lost = append(lost, "+ "+line)
				}
			}
			if len(lost) > 0 && mark.most == 0 {
				slices.SortFunc(lost, func(x, y string) int { return cmp.Compare(x[2:], y[2:]) })
				t.Errorf("%s in %s:\n%s", mark.name, a.ID, strings.Join(lost[:min(len(lost), 6)], "\n"))
			}
		}
	}
	for k, mark := range marks {
		c := counts[k]
		t.Logf("%s: %d of %d differ", mark.name, c.differ, c.same+c.differ)
		if c.differ*100 > (c.same+c.differ)*mark.most {
			t.Errorf("%s: %d of %d differ", mark.name, c.differ, c.same+c.differ)
		}
	}
}
