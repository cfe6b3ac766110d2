package syntax

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
)

// Unit is a run of sentences that belong together, because a quotation runs
// over their ends: „Das war so. Das bleibt so“, sagte er.
type Unit struct {
	First, Last         int // tokens, without the time that heads a line of a ticker
	Paragraph           int
	Furniture, Heading  bool
	Quotations          []int // the outermost ones that lie in the unit
	FirstSent, LastSent int
}

// LongUnit is how many tokens a unit may have whose clauses are looked at. It
// keeps the work linear whatever the text.
const LongUnit = 2000

// Long reports whether a unit is too long for its clauses to be looked at.
func (u *Unit) Long() bool { return u.Last-u.First > LongUnit }

// findUnits joins sentences to units. Sentences of two paragraphs are joined
// only by a quotation that runs over the paragraph's end.
func (t *Text) findUnits() {
	d := t.Doc
	sents := d.Sentences()
	qs := d.Quotations()
	next, reach := 0, 0 // the next quotation; the end of the last one begun, as a token
	for pi, p := range d.Paragraphs() {
		for si := p.First; si < p.Last; si++ {
			t.Sign.Look()
			s := sents[si]
			if n := len(t.Units); n > 0 && s.First < reach {
				t.Units[n-1].Last, t.Units[n-1].LastSent = s.Last, si+1
			} else {
				first := s.First
				if si == p.First {
					first = t.AfterTime(first, s.Last)
				}
				t.Units = append(t.Units, Unit{
					First: first, Last: s.Last, Paragraph: pi,
					Furniture: p.Kind == extract.Furniture || p.Kind == extract.Byline,
					Heading:   p.Kind == extract.Heading,
					FirstSent: si, LastSent: si + 1,
				})
			}
			u := &t.Units[len(t.Units)-1]
			for next < len(qs) && qs[next].Open < s.Last {
				if qs[next].Parent == 0 {
					u.Quotations = append(u.Quotations, next)
				}
				reach = max(reach, qs[next].Close+1)
				next++
			}
		}
	}
	t.findProgrammes()
	t.findSmallAds()
}

// leastProgramme is how many paragraphs a programme has at least.
const leastProgramme = 4

// findProgrammes takes for furniture what tells what is on television: several paragraphs one
// after another that begin with a time, most of which do not end as sentences do.
func (t *Text) findProgrammes() {
	from, paragraphs, headings := 0, 0, 0 // the run that is being read
	end := func(to int) {
		if paragraphs >= leastProgramme && 2*headings >= paragraphs {
			for i := from; i < to; i++ {
				t.Units[i].Furniture = true
			}
		}
		paragraphs, headings = 0, 0
	}
	for i := range t.Units {
		u := &t.Units[i]
		if i > 0 && t.Units[i-1].Paragraph == u.Paragraph {
			continue
		}
		if !t.beginsWithTime(u.First, u.Last) {
			end(i)
			continue
		}
		if paragraphs == 0 {
			from = i
		}
		if paragraphs++; u.Heading {
			headings++
		}
	}
	end(len(t.Units))
}

// beginsWithTime reports whether the tokens [first, last) are a time and what is on then, as
// in 20.15 Tatort. In a ticker stands Uhr, a colon or a dash behind it.
func (t *Text) beginsWithTime(first, last int) bool {
	w := t.Words[first].Text
	return first+1 < last && len(w) == len("20.15") && (w[2] == '.' || w[2] == ':') && t.Words[first].Kind == extract.Numeral &&
		t.Words[first+1].Kind == extract.Word && letters.IsUpper(t.Words[first+1].Text) && t.Words[first+1].Text != "Uhr"
}

// AfterTime returns where the tokens [first, last) begin behind the time that heads a line of
// a ticker, and the marks before it: +++ 14.35 Uhr: …
func (t *Text) AfterTime(first, last int) int {
	i := first
	for i < last && strings.Trim(t.Words[i].Text, "+*") == "" {
		i++
	}
	if i+3 < last && t.Words[i].Kind == extract.Numeral && t.Words[i+1].Text == "Uhr" && (t.IsPunct(i+2, ":") || t.Words[i+2].Kind == extract.Dash) {
		return i + 3
	}
	return first
}

// How many small ads make a text one of them, and how many tokens one has at most.
const (
	leastAds  = 3
	longestAd = 60
)

// findSmallAds takes a page of small ads for furniture, from the first one to the last: of its
// paragraphs but headings a third or more are short and have what only an ad has. Who praises a
// flat there, or himself, is nobody who is reported.
func (t *Text) findSmallAds() {
	first, last, ads, paragraphs := 0, 0, 0, 0
	for i := 0; i < len(t.Units); {
		u, from := &t.Units[i], i
		for i < len(t.Units) && t.Units[i].Paragraph == u.Paragraph {
			i++
		}
		if u.Furniture || u.Heading && i == from+1 && !t.isSmallAd(u.First, u.Last) {
			continue
		}
		paragraphs++
		if t.isSmallAd(u.First, t.Units[i-1].Last) {
			if ads++; ads == 1 {
				first = from
			}
			last = i
		}
	}
	if ads < leastAds || 3*ads < paragraphs {
		return
	}
	for i := first; i < last; i++ {
		t.Units[i].Furniture = true
	}
}

// isSmallAd reports whether the tokens [first, last) are few and have a box number, a telephone
// number, a price to be talked about, the three sexes of who is sought, or what flats and cars
// have. Where the police asks for calls it reports.
func (t *Text) isSmallAd(first, last int) bool {
	if last-first > longestAd {
		return false
	}
	found := false
	for i := first; i < last; i++ {
		switch w := t.Words[i].Text; {
		case strings.Contains(w, "Polizei") || strings.Contains(w, "polizei"):
			return false
		case w == "Chiffre", w == "VB" && i+1 < last && t.Words[i+1].Kind == extract.Numeral, w == "m" && i+2 < last && t.Words[i+1].Text == "/" && t.Words[i+2].Text == "w",
			w == "ZKB", strings.HasSuffix(w, "Whg."), w == "Bj.", w == "Tel.",
			len(w) >= len("0551/5550") && w[0] == '0' && strings.Contains(w, "/") && t.Words[i].Kind != extract.Word:
			found = true
		}
	}
	return found
}
