package saying

import (
	"slices"
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/syntax"
)

// Addressee returns to whom clause c speaks: a phrase with gegenüber, or in the
// dative.
func (s *Sayings) Addressee(c syntax.Clause, speaker []int, q Cue) []int {
	for i := c.First; i < c.Last; i++ {
		w := &s.ws[i]
		if w.Quoted && w.Speech || slices.Contains(speaker, i) || q.Noun && slices.Contains(q.Tokens, i) {
			continue
		}
		if w.Text == "gegenüber" || w.Text == "Gegenüber" {
			if end := s.text.Phrase(i+1, c.Last); end > i+1 {
				return claim.Tokens(i+1, end)
			}
		}
		if w.Function == syntax.Preposition {
			if end := s.text.Phrase(i+1, c.Last); end > i+1 {
				i = end - 1
			}
			continue
		}
		switch g := s.form(i).grammar; {
		case g&isAccusative != 0:
			if q.Takes&TakesPerson == 0 || len(speaker) == 0 {
				continue
			}
		case g&isDative != 0:
		case w.Text == "der":
			if i+1 < c.Last && s.text.Masculine(i+1, c.Last) && !(s.ws[i+1].Kind == extract.OpenQuote && len(speaker) > 0) {
				continue
			}
		default:
			if q.Takes&TakesPerson == 0 || len(speaker) == 0 || !s.beginsMention(i) {
				continue
			}
		}
		if i > 0 && slices.Contains(speaker, i-1) || (i == 0 || !s.ws[i-1].Capital || s.ws[i-1].Finite || i == c.First) && !s.insidePhrase(i, c.First) {
			if end := s.text.Phrase(i, c.Last); end > i && (w.Text != "den" || q.Takes&TakesPerson != 0 || q.Takes&TakesObject == 0 && (q.Stance == claim.Demands || q.Stance == claim.Criticises)) {
				return claim.Tokens(i, end)
			}
		}
	}
	return nil
}

// spokenTo reports whether what stands before the verb may be a dative: der „Welt“ sagte, der dpa
// sagte.
func (s *Sayings) spokenTo(ts []int, q Cue) bool {
	if q.Takes&TakesPerson != 0 || len(ts) < 2 || s.ws[ts[0]].Lower() != "der" {
		return false
	}
	t := ts[1]
	if s.ws[t].Kind == extract.OpenQuote {
		return true
	}
	e := s.text.Entity[t]
	if e < 0 || s.text.Entities[e].Label == entities.PER {
		return false
	}
	return s.form(t).grammar&isMedium != 0 || !s.text.Masculine(t, ts[len(ts)-1]+1)
}

// toldMedium returns where the phrase [i, end) ends if a newspaper in it is whom the rest of it
// told something: sagte der Landrat / der Nordsee-Zeitung. Otherwise it returns end.
func (s *Sayings) toldMedium(i, end int) int {
	for k := i + 2; k+1 < end; k++ {
		if s.ws[k].Text != "der" || !s.ws[k-1].Capital || s.form(k-1).grammar&isStaff != 0 {
			continue
		}
		if n, ok := nouns.NewReader(s.text.Doc, nil).Sense(k-1, i, end); !ok || !n.Person() {
			continue // die Redaktion der „Morgenpost“
		}
		t := k + 1
		if s.ws[t].Kind == extract.OpenQuote || s.form(t).grammar&isMedium != 0 || strings.HasSuffix(s.ws[end-1].Text, "eitung") && s.text.Entity[end-1] >= 0 {
			return k
		}
	}
	return end
}

// beginsMention reports whether the name of a person or an organisation begins
// at token i: forderte Huber auf.
func (s *Sayings) beginsMention(i int) bool {
	e := s.text.Entity[i]
	return e >= 0 && (i == 0 || s.text.Entity[i-1] != e) && (s.text.Entities[e].Label == entities.PER || s.text.Entities[e].Label == entities.ORG)
}

// insidePhrase reports whether token i goes on with a phrase, as a genitive does.
func (s *Sayings) insidePhrase(i, first int) bool {
	return i > first && (s.ws[i-1].Capital && !s.ws[i-1].Finite || s.ws[i-1].Function == syntax.Preposition)
}
