package tagger

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/laut-nlp/laut/internal/lexicon"
)

//go:embed words/participles.txt
var participlesText string

// evidence is what a clause shows of its participle.
type evidence uint16

const (
	bySein evidence = 1 << iota
	byObject
	byDative
	byGenitive
	byReflexive
	byPlace
	byZu
	byAn
)

var evidences = map[string]evidence{
	"sein": bySein, "object": byObject, "dative": byDative, "genitive": byGenitive, "reflexive": byReflexive,
	"place": byPlace, "zu": byZu, "an": byAn,
}

// choice is a line of the list: the lemma if all of has and none of lacks is shown.
type choice struct {
	lemma      string
	has, lacks evidence
}

// participles returns the choices by form.
var participles = sync.OnceValue(func() map[string][]choice {
	m := make(map[string][]choice)
	for n, line := range strings.Split(participlesText, "\n") {
		f := strings.Fields(line)
		if len(f) < 2 || f[0] == "#" {
			continue
		}
		c := choice{lemma: f[1]}
		for _, w := range f[2:] {
			name, lacks := strings.CutPrefix(w, "-")
			e := evidences[name]
			switch {
			case e == 0:
				panic(fmt.Sprintf("tagger: participles.txt:%d: unknown condition %q", n+1, w))
			case lacks:
				c.lacks |= e
			default:
				c.has |= e
			}
		}
		m[f[0]] = append(m[f[0]], c)
	}
	return m
})

// certainLemma returns the lemma of word i where the sentence tells which of two it is, ""
// elsewhere.
func (s *Scratch) certainLemma(i int) string {
	switch y := s.labels[i]; {
	case in(y, setParticiple):
		return s.participleLemma(i)
	case in(y, setCommon):
		return s.swissLemma(i)
	}
	return ""
}

// participleLemma returns the lemma of a participle that belongs to two verbs, "" for others.
func (s *Scratch) participleLemma(i int) string {
	choices := participles()[s.words[i].form]
	if choices == nil {
		return ""
	}
	shown := s.evidence(i)
	for _, c := range choices {
		if shown&c.has == c.has && shown&c.lacks == 0 {
			return c.lemma
		}
	}
	return ""
}

// The parts of speech that a clause is read by.
var (
	setAux         = Set("AUX", "") | Set("", "VAFIN") | Set("", "VAINF") | Set("", "VAPP")
	setPreposition = Set("", "APPR") | Set("", "APPRART")
	setReflexive   = Set("", "PRF")
	setDeterminer  = Set("DET", "")
	setNominal     = Set("NOUN", "") | Set("PROPN", "") | Set("PRON", "")&^setReflexive
	setPronoun     = Set("PRON", "")
	setJoined      = Set("", "APPRART")
	setNamed       = Set("NOUN", "") | Set("PROPN", "")
	setBeforeNoun  = (Set("DET", "") | Set("ADJ", "") | Set("NUM", "")) &^ Set("", "VVPP")
	setBound       = setComma | setStop | Set("SCONJ", "")
)

// clauseAround returns the tokens [first, last) of the clause of token i, between commas and
// marks. An opener is in it.
func (s *Scratch) clauseAround(i int) (first, last int) {
	const longestClause = 40
	first, last = i, i+1
	for first > 0 && i-first < longestClause && !in(s.labels[first-1], setBound) {
		first--
	}
	for last < len(s.labels) && last-i < longestClause && !in(s.labels[last], setComma|setStop) {
		last++
	}
	return first, last
}

// evidence reads the clause of participle i.
func (s *Scratch) evidence(i int) (e evidence) {
	first, last := s.clauseAround(i)
	bare := 0 // nouns and pronouns that are no datives and have no preposition
	governed, preposition := false, ""
	for k := first; k < last; k++ {
		y, form := s.labels[k], s.words[k].form
		low := strings.ToLower(form)
		switch {
		case in(y, setAux):
			if seinForms[low] {
				e |= bySein
			}
			if low == "worden" {
				e &^= bySein
			}
			governed = false
		case k == i:
		case in(y, setPreposition):
			governed, preposition = true, low
			if low == "zu" || low == "zum" || low == "zur" {
				if end := s.phraseEnd(k + 1); end == i && !strings.EqualFold(s.words[i-1].form, "Mal") {
					e |= byZu
				}
			}
			if low == "an" || low == "am" {
				e |= byAn
			}
		case low == "daran" || low == "dran":
			e |= byAn
		case low == "dazu" && k+1 == i:
			e |= byZu
		case placeAdverbs[low]:
			e |= byPlace
		case in(y, setReflexive) || low == "sich":
			e |= byReflexive
		case dativePronouns[low] && in(y, setPronoun):
			if !governed {
				e |= byDative
			}
			governed = false
		case accusativePronouns[low] && !governed:
			e |= byObject
		case in(y, setDeterminer):
			end := s.phraseEnd(k)
			if governed {
				if placePrepositions[preposition] && datives(low) {
					e |= byPlace
				}
			} else {
				switch s.caseOf(k, end) {
				case lexicon.Dative:
					e |= byDative
				case lexicon.Genitive:
					e |= byGenitive
				case lexicon.Accusative:
					e |= byObject
				default:
					bare++
				}
			}
			if end > k+1 {
				k = end - 1
			}
			governed = false
		case in(y, setNominal):
			if governed && placePrepositions[preposition] {
				e |= byPlace
			}
			if !governed {
				bare++
			}
			governed = false
		}
		if in(y, setJoined) && placePrepositions[low] && low != "ins" && low != "ans" {
			e |= byPlace
		}
	}
	if bare >= 2 || s.clauseFollows(last) {
		e |= byObject
	}
	return e
}

// clauseFollows reports whether a clause with dass, ob or a question follows at a comma.
func (s *Scratch) clauseFollows(at int) bool {
	if at+1 >= len(s.words) || s.words[at].form != "," && s.words[at].form != ":" {
		return false
	}
	switch strings.ToLower(s.words[at+1].form) {
	case "dass", "daß", "ob", "wie", "was":
		return true
	}
	return false
}

// phraseEnd returns the end of a noun phrase that begins at token k.
func (s *Scratch) phraseEnd(k int) int {
	for k < len(s.labels) && in(s.labels[k], setBeforeNoun) {
		k++
	}
	for k < len(s.labels) && in(s.labels[k], setNamed) {
		k++
	}
	return k
}

// caseOf returns the case of a phrase by its determiner, 0 if it is not told.
func (s *Scratch) caseOf(k, end int) lexicon.Features {
	det := strings.ToLower(s.words[k].form)
	switch {
	case strings.HasSuffix(det, "em"):
		return lexicon.Dative
	case det == "den" || strings.HasSuffix(det, "inen") || det == "diesen" || det == "jeden" || det == "keinen":
		if end > k+1 && pluralDative(s.words[end-1].form) {
			return lexicon.Dative
		}
		return lexicon.Accusative
	case det == "der" || strings.HasSuffix(det, "iner") || det == "dieser":
		if end == k+1 || k == 0 || in(s.labels[k-1], setNamed) {
			return 0
		}
		switch noun := lexicon.Mask(s.words[end-1].form); {
		case !noun.HasAny(lexicon.Masculine) && noun.HasAny(lexicon.Feminine) && noun.HasAny(lexicon.Singular) && s.subjectBefore(k):
			return lexicon.Dative
		case noun.HasAny(lexicon.Plural) && !noun.HasAny(lexicon.Singular) || det == "der" && k+1 < end && noun.HasAny(lexicon.Plural) && s.subjectBefore(k):
			return lexicon.Genitive
		}
	case det == "des":
		return lexicon.Genitive
	}
	return 0
}

// subjectBefore reports whether a finite verb stands before token k with something before or
// between, so that the phrase at k is no subject.
func (s *Scratch) subjectBefore(k int) bool {
	for j := k - 1; j >= 0 && !in(s.labels[j], setBound); j-- {
		if in(s.labels[j], setFinite) {
			return j > 0 && !in(s.labels[j-1], setBound)
		}
	}
	return false
}

// pluralDative reports whether a noun after den is a dative of the plural: its form without
// the n is a plural.
func pluralDative(noun string) bool {
	base, ok := strings.CutSuffix(noun, "n")
	return ok && lexicon.Mask(base).HasAny(lexicon.Plural)
}

// datives reports whether a determiner may be a dative.
func datives(det string) bool {
	return strings.HasSuffix(det, "em") || strings.HasSuffix(det, "er") || det == "den"
}

func setOf(words string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

var (
	seinForms          = setOf("ist sind bin bist seid war waren warst wart sei seien wäre wären sein gewesen")
	dativePronouns     = setOf("mir dir ihm ihnen")
	accusativePronouns = setOf("mich dich ihn")
	placeAdverbs       = setOf("dort da hier drinnen draußen daneben davor dahinter darauf oben unten nahe abseits still leer")
	placePrepositions  = setOf("auf in im an am vor vorm neben hinter unter unterm bei beim zwischen über auf überm")
)
