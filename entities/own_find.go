package entities

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/stop"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// ownMatch is where the text has a name of a list.
type ownMatch struct {
	extract.Span
	Form     Form
	entity   int32 // of ownNames
	spelling int32 // of ownNames; -1 of a name that the text says means the entity
}

// find returns the names of the lists in order of the text. They do not overlap.
// Sentences are no borders, since the end of one is a sign that no name has (or
// one that it has: Yahoo! Deutschland).
func (l *ownNames) find(d *extract.Document, sign *stop.Sign) []ownMatch {
	s := ownSearch{ownNames: l, d: d, stop: sign}
	sentences, tokens := d.Sentences(), d.Tokens()
	for _, p := range d.Paragraphs() {
		if p.Kind == extract.Furniture {
			continue
		}
		s.reset()
		for i := sentences[p.First].First; i < sentences[p.Last-1].Last; i++ {
			sign.Look()
			s.add(d.String(), tokens[i], i)
		}
		s.paragraph()
	}
	return s.found
}

// ownSearch is the work on one document.
type ownSearch struct {
	*ownNames
	d      *extract.Document
	cutter         // of the paragraph
	listed cutter  // of the name that is compared
	joined []piece // of the paragraph, not cut before capitals inside a word
	found  []ownMatch
	stop   *stop.Sign
}

func (s *ownSearch) paragraph() {
	s.joined = s.joined[:0]
	if slices.ContainsFunc(s.pieces, func(p piece) bool { return p.sep == change }) {
		s.joined = atBlanks.join(append(s.joined, s.pieces...), s.d.String())
	}
	cut, joined, end := s.pieces, s.joined, 0
	for i, k := 0, 0; i < len(cut); i++ {
		s.stop.Look()
		if cut[i].Start < end {
			continue
		}
		s.pieces = cut
		m, ok := s.at(i)
		for k < len(joined) && joined[k].Start < cut[i].Start {
			k++
		}
		if k < len(joined) && joined[k].Start == cut[i].Start {
			// The text has a capital where the list has none: SoftBank.
			s.pieces = joined
			if j, found := s.at(k); found && (!ok || j.End > m.End) {
				m, ok = j, true
			}
		}
		if ok {
			s.found = append(s.found, m)
			end = m.End
		}
	}
	s.pieces = cut
}

// at returns the longest name that begins with piece i.
func (s *ownSearch) at(i int) (best ownMatch, ok bool) {
	if !s.pieces[i].first && !s.pieces[i].splits() {
		return best, false
	}
	h := uint64(0)
	for j := i; j < len(s.pieces); j++ {
		h = s.pieces[j].after(h)
		head, known := s.index[h]
		if !known {
			break
		}
		if head == 0 || !s.pieces[j].last && !s.pieces[j+1].splits() {
			continue
		}
		if n := s.compare(head, i, j+1); n >= 0 {
			if form, whole := s.form(i, j); whole {
				best = ownMatch{extract.Span{Start: s.pieces[i].Start, End: s.pieces[j].End}, form, s.spellings[n].entity, n}
				ok = true
			}
		}
	}
	return best, ok
}

// fit says how well a text agrees with a name.
type fit uint8

const (
	differs fit = iota
	varies      // inflected, or in other capitals
	exactly
)

// compare returns the spelling that the pieces [i, j) are, or -1: one that is written
// so, else the first of the list.
func (s *ownSearch) compare(head int32, i, j int) int32 {
	size := int32(0)
	for _, p := range s.pieces[i:j] {
		size += p.size
	}
	// Nothing but this is asked of most names, and lists may have a hundred that
	// differ in their last letters only.
	least, most := size-2*int32(j-i), size+int32(j-i)-1
	first := s.d.Slice(s.pieces[i].Span)
	small := letters.IsLower(first) && !isCamel(first)
	found := int32(-1)
	for head != 0 {
		ref := s.refs[head-1]
		head = ref.next
		sp := s.spellings[ref.spelling]
		if n := int32(ref.size); n < least || n > most || small && letters.IsUpper(sp.text) {
			continue
		}
		switch s.fits(sp, ref.cut, i, j) {
		case exactly:
			return ref.spelling
		case varies:
			found = ref.spelling // the chain begins with the last of the list
		}
	}
	return found
}

func (s *ownSearch) fits(sp spelling, cut cutting, i, j int) fit {
	s.listed.readName(sp.text)
	name := cut.join(s.listed.pieces, sp.text)
	text := s.pieces[i:j]
	if len(name) != len(text) {
		return differs
	}
	all := exactly
	for k, n := range name {
		if k > 0 && (n.sep == slash) != (text[k].sep == slash) {
			return differs
		}
		if all == exactly && !isPlain(sp.text[n.Start:n.End], s.d.Slice(text[k].Span)) {
			all = varies
		}
	}
	if all == exactly {
		return exactly
	}
	form := newOwnForm(sp.text, s.entities[sp.entity].label, name)
	if len(name) == 1 && !form.ordinary && isOrdinary(s.d.Slice(text[0].Span)) {
		return differs // Aus is not of Au
	}
	for k, n := range name {
		if !form.takesPiece(sp.text[n.Start:n.End], s.d.Slice(text[k].Span), k) {
			return differs
		}
	}
	return varies
}

// form tells a whole name from a part of a compound, given its first and last
// pieces; false is neither: Benz in Mercedes-Benz.
func (s *ownSearch) form(i, j int) (Form, bool) {
	a, b := s.pieces[i], s.pieces[j]
	tokens := s.d.Tokens()
	first, last := tokens[a.token], tokens[b.token]
	if a.Start == first.Start && b.End == last.End {
		return FormName, true
	}
	if a.sep == hyphen && !a.first && b.last && !isPrefix(s.d.String()[first.Start:a.Start]) {
		return FormPart, false
	}
	if b.last || s.pieces[j+1].sep != hyphen {
		return FormPart, true
	}
	// What follows must be a noun: a name in a longer name is not that name.
	word := s.d.Slice(last.Span)
	if gazetteer.Lookup(word) != 0 || lexicon.Mask(word).Has(lexicon.Name) {
		return FormPart, false // Baden-Baden
	}
	k := strings.LastIndexFunc(word, isHyphen)
	_, size := utf8.DecodeRuneInString(word[k:])
	return FormPart, isHead(wordlist.WithoutGender(word[k+size:]))
}

// isHead reports whether a word is a noun or an adjective, and no name.
func isHead(w string) bool {
	f := lexicon.Mask(w)
	switch {
	case f.HasAny(lexicon.Noun | lexicon.Adjective):
		return true
	case f != 0:
		return false
	case gazetteer.Lookup(w) != 0:
		return false
	}
	return lexicon.Head(w).Known() || strings.ToUpper(w) == w
}

// prefixes stand before the name in a compound that is a person or thing of that name.
var prefixes = []string{"Ex", "Anti", "Pro", "Nicht", "Noch", "Alt", "Neu", "Post", "Mit"}

func isPrefix(s string) bool { return slices.Contains(prefixes, strings.TrimRightFunc(s, isHyphen)) }
