package roles

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/spans"
)

// fillNoun fills what the words stand for and how they stand in their sentence.
func (x *nominees) fillNoun(row []uint8, w nominee) {
	head := x.headOf(w)
	row[sNoun], row[sPronoun] = x.nounClass(head), x.pronounClass(w)
	if head < 0 {
		head = w.first
	}
	standing := x.who.StandingOf(w.first, head)
	row[sStanding] = spans.Flag(standing.Oblique) + 2*spans.Flag(standing.Owner)
	for i := w.first; i >= max(w.first-1, 0); i-- {
		if end, says := x.who.Subject(i); end > head {
			row[sSubject] = 1 + spans.Flag(says)
			if i == w.first && end == w.end {
				row[sSubject] += 2
			}
			break
		}
	}
	if x.cue >= 0 && row[sSubject] > 0 && row[sCueSameClause] > 0 {
		row[sSubject] += 4
	}
	row[sCase], row[sVerb] = x.caseClass(w), x.verbAgrees(w, head)
	row[sSpoken] = uint8(min(x.spoken[x.keyOf(w)], 5))
}

// caseClass returns whether words can be a nominative: 0 they cannot, 1 they can, 2 they must be one.
func (f *Finder) caseClass(w nominee) uint8 {
	if !f.text.Nominative(w.first, w.end) {
		return 0
	}
	switch f.ws[w.first].Lower() {
	case "er", "ich", "wir", "man", "wer":
		return 2
	case "der", "dieser", "jeder", "ein", "kein", "mein", "sein", "ihr":
		if w.end > w.first+1 && f.text.Masculine(w.first+1, w.end) {
			return 2
		}
	}
	return 1
}

// verbAgrees returns whether words agree in number with the verb of their clause: 0 where that is
// not known, 1 they do not, 2 they do.
func (f *Finder) verbAgrees(w nominee, head int) uint8 {
	c := f.reading.ClauseAt(w.first)
	if c == nil || c.Verb < 0 {
		return 0
	}
	verb, noun := f.tags[c.Verb].Number, f.tags[head].Number
	for i := w.first; i < w.end; i++ {
		if f.ws[i].Text == "und" {
			return 0
		}
	}
	switch {
	case verb == 0 || noun == 0:
		return 0
	case verb == noun:
		return 2
	}
	return 1
}

// headOf returns the first noun or name of words, or -1.
func (f *Finder) headOf(w nominee) int {
	for i := w.first; i < w.end; i++ {
		if f.who.NameAt(i) != nil || f.who.NounAt(i) != nil || f.tags[i].POS == extract.NOUN {
			return i
		}
	}
	return -1
}

// nounClass returns what kind of noun or name stands at a token.
func (f *Finder) nounClass(t int) uint8 {
	if t < 0 {
		return 0
	}
	if m := f.who.NameAt(t); m != nil {
		return 20 + uint8(f.text.Entities[m.Entity].Label)
	}
	class := uint8(1)
	if n := f.who.NounAt(t); n != nil {
		class = [...]uint8{nouns.Person: 4, nouns.Body: 3, nouns.Place: 2}[n.Kind]
	}
	switch kind := discourse.KindOfNoun(f.text.Doc.Lemma(t)); {
	case kind&(discourse.KindMute|discourse.KindPart) != 0:
		return 5
	case kind&discourse.KindCarrier != 0:
		return 6
	case kind&discourse.KindWords != 0:
		return 7
	case kind&discourse.KindSpeaksFor != 0:
		return 8 + class
	}
	return class
}

// pronounClass returns which pronoun words are.
func (f *Finder) pronounClass(w nominee) uint8 {
	if w.end != w.first+1 || f.tags[w.first].POS != extract.PRON && f.tags[w.first].POS != extract.DET {
		return 0
	}
	switch f.ws[w.first].Lower() {
	case "er":
		return 2
	case "sie":
		return 3
	case "es", "das", "dies":
		return 4
	case "man":
		return 5
	case "ich", "wir":
		return 6
	case "der", "die":
		return 7
	case "wer", "was":
		return 8
	case "ihm", "ihr", "ihnen", "ihn", "mir", "uns", "sich":
		return 9
	case "dieser", "diese", "beide":
		return 10
	}
	return 1
}

// passive tells whether the likeliest cue is a noun or in the passive.
func (x *nominees) passive() uint8 {
	if x.cue < 0 {
		return 0
	}
	if x.tags[x.cue].POS == extract.NOUN {
		return 3
	}
	c := x.reading.ClauseAt(x.cue)
	if c == nil {
		return 1
	}
	for i := c.First; i < c.Last; i++ {
		if x.text.Doc.Lemma(i) == "werden" {
			return 4
		}
	}
	return 2
}

// keyOf returns the name or noun by which words are known again, "" if they have none.
func (f *Finder) keyOf(w nominee) string {
	t := f.headOf(w)
	if t < 0 {
		return ""
	}
	if m := f.who.NameAt(t); m != nil {
		return f.text.Entities[m.Entity].Name
	}
	return f.text.Doc.Lemma(t)
}

// spoke notes that words have named a speaker.
func (f *Finder) spoke(words []int) {
	if len(words) == 0 {
		return
	}
	if key := f.keyOf(nominee{first: words[0], end: words[len(words)-1] + 1}); key != "" {
		f.spoken[key]++
	}
}
