package tagger

import (
	"bytes"
	"strings"

	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// wanted says which readings of the lexicon agree with a label: a reading must
// have all of a set's features; the earlier sets are the better ones.
func wanted(y Label) []lexicon.Features {
	switch labels[y].stts {
	case "NN", "TRUNC":
		return wantNoun
	case "NE":
		return wantName
	case "ADJA", "ADJD":
		return wantAdjective
	case "VVPP", "VAPP":
		if labels[y].upos == "ADJ" {
			return wantAdjective
		}
		return wantParticiple
	case "VVFIN", "VAFIN", "VMFIN":
		return wantFinite
	case "VVIMP":
		return wantImperative
	case "VVINF", "VAINF", "VMINF":
		return wantInfinitive
	case "VVIZU":
		return wantZu
	case "CARD":
		return wantNumeral
	case "PIS", "PIAT", "PDS", "PDAT", "PPOSAT", "PPOSS", "PWS", "PWAT", "PRELS", "PRELAT":
		return wantPronoun
	}
	return nil
}

var (
	wantNoun       = []lexicon.Features{lexicon.Noun | lexicon.Nominative, lexicon.Noun, lexicon.Noun | lexicon.FromVerb, lexicon.Name, lexicon.Noun}
	wantName       = []lexicon.Features{lexicon.Name, lexicon.Noun | lexicon.Nominative, lexicon.Noun}
	wantAdjective  = []lexicon.Features{lexicon.Adjective}
	wantFinite     = []lexicon.Features{lexicon.Verb | lexicon.Present, lexicon.Verb | lexicon.Past, lexicon.Verb}
	wantImperative = []lexicon.Features{lexicon.Verb | lexicon.Imperative, lexicon.Verb}
	wantInfinitive = []lexicon.Features{lexicon.Verb | lexicon.Infinitive, lexicon.Verb}
	wantParticiple = []lexicon.Features{lexicon.Verb | lexicon.PastParticiple, lexicon.PastParticiple, lexicon.Verb}
	wantZu         = []lexicon.Features{lexicon.Verb | lexicon.ZuInfinitive, lexicon.Verb}
	wantNumeral    = []lexicon.Features{lexicon.Numeral}
	wantPronoun    = []lexicon.Features{lexicon.Pronoun}
)

// reading finds the reading that agrees best with a label and a mood.
func (w *word) reading(y Label, sub bool) (r lexicon.Reading, ok bool) {
	want := wanted(y)
	if want == nil {
		return r, false
	}
	entries := [...]lexicon.Entry{w.entry, w.lower, w.head}
	if in(y, setSmall) && w.lower.Known() {
		entries[0], entries[1] = entries[1], entries[0]
	}
	named := in(y, setName)
	if named {
		entries[2] = lexicon.Entry{} // Neukirchen are no churches
	}
	best := len(want)
	for _, e := range entries {
		for cand := range e.Readings() {
			f := cand.Features
			if sub && f.HasAny(lexicon.Verb) && !f.HasAny(subjunctive) {
				continue
			}
			least := 0
			switch {
			case named && !f.HasAny(lexicon.Name) && (w.surname || f.HasAny(lexicon.FromAdjective|lexicon.FromVerb|lexicon.Abbreviation)):
				continue
			case in(y, setCommon):
				least = w.leastNoun(f)
			}
			for k := least; k < best; k++ {
				if f.Has(want[k]) && (want[k].HasAny(lexicon.Verb|lexicon.Adjective) || !f.HasAny(lexicon.Verb)) {
					r, best, ok = cand, k, true
					break
				}
			}
			if best == 0 {
				return r, true
			}
		}
	}
	return r, ok
}

// leastNoun returns the first of wantNoun that a noun's reading may be taken for, by the word
// before it: das Wünschen is a singular, aus den Wünschen tells of several.
func (w *word) leastNoun(f lexicon.Features) int {
	switch verb := f.HasAny(lexicon.FromVerb); {
	case w.singular && !f.HasAny(lexicon.Singular), !w.singular && verb:
		return len(wantNoun) - 1
	case verb:
		return 2
	}
	return 0
}

// appendLemma appends the lemma of a word. That of the table goes first, then the
// lexicon's, then a guess from the ending.
func (w *word) appendLemma(dst []byte, t *Tagger, y Label, sub bool) []byte {
	if l := t.table.lemma(w.form, y); l != "" {
		return append(dst, l...)
	}
	if r, ok := w.reading(y, sub); ok {
		at := len(dst)
		dst = r.AppendLemma(dst, w.form)
		if k := bytes.LastIndexByte(dst[at:], ' '); k >= 0 && in(y, setVerb) { // "Rad fahren"
			dst = append(dst[:at], dst[at+k+1:]...)
		}
		if len(dst) > at {
			return dst
		}
	}
	return w.guess(dst, t, y)
}

var (
	adjectiveEndings  = []string{"em", "en", "er", "es", "e"}
	finiteEndings     = []string{"test", "tet", "ten", "te", "est", "st", "et", "t", "e", "en"}
	participleEndings = []string{"et", "t"}
)

// guess makes the lemma of a form that the lexicon lacks.
func (w *word) guess(dst []byte, t *Tagger, y Label) []byte {
	at := len(dst)
	switch labels[y].stts {
	case "NE":
		return append(dst, w.form[:len(w.form)-w.genitive(t)]...)
	case "ADJA":
		if w.caps == capsFirst && strings.HasSuffix(w.form, "er") {
			return append(dst, w.form...) // Johannesburger: never declined
		}
		dst = letters.AppendLower(dst, w.form)
		return cutEnding(dst, at, 3, adjectiveEndings)
	case "VVFIN", "VVIMP":
		dst = letters.AppendLower(dst, w.form)
		return append(cutEnding(dst, at, 2, finiteEndings), "en"...)
	case "VVPP":
		dst = letters.AppendLower(dst, w.form)
		if len(dst) > at+4 && string(dst[at:at+2]) == "ge" {
			dst = append(dst[:at], dst[at+2:]...)
		}
		if n := len(dst); n > at && dst[n-1] == 't' {
			dst = append(cutEnding(dst, at, 2, participleEndings), "en"...)
		}
		return dst
	case "VVIZU":
		dst = letters.AppendLower(dst, w.form)
		if k := bytes.LastIndex(dst[at:], zu); k > 0 {
			dst = append(dst[:at+k], dst[at+k+len(zu):]...)
		}
		return dst
	}
	if in(y, setSmall) {
		return letters.AppendLower(dst, w.form)
	}
	return append(dst, w.form...)
}

var zu = []byte("zu")

// cutEnding takes the first ending that fits off dst[at:], if at least the given
// number of bytes is left.
func cutEnding(dst []byte, at, least int, endings []string) []byte {
	for _, e := range endings {
		if n := len(dst) - len(e); n-at >= least && string(dst[n:]) == e {
			return dst[:n]
		}
	}
	return dst
}

// genitive returns how many bytes at the end of a name are the genitive's: an
// apostrophe and s, the s after a name of the lexicon, or the s of a name before a
// noun whose form without it is met in print, or ends as names do that have a
// genitive in s.
func (w *word) genitive(t *Tagger) int {
	form := w.form
	base, ok := strings.CutSuffix(form, "s")
	if !ok || len(base) < 3 {
		return 0
	}
	if b := strings.TrimRight(base, "'’"); b != base && b != "" {
		return len(form) - len(b)
	}
	if lexicon.Mask(base).HasAny(lexicon.Name) {
		return 1
	}
	if w.possessor && (t.clusters.First(base) != 0 || strings.IndexByte("bdfgklmnprtwy", base[len(base)-1]) >= 0) {
		return 1
	}
	return 0
}
