package saying

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/syntax"
)

// formCue is what the list of cues knows of a form, whatever stands around it.
type formCue struct {
	verb      ID   // its lemma in one word
	base      []ID // entries of which it is the finite part: teilt, of mitteilen
	noun      ID
	act       ID // of a capital form: that of its lemma as a noun, if the rules act on it
	adjective ID
	marker    ID
	phrases   []cuePhrase
	source    bool
	light     bool
	helper    grammar // of its lemma
	grammar   grammar // of the form itself
}

// lemmaCue is what the list knows of the lemma of a verb.
type lemmaCue struct {
	lemma   string
	verb    ID
	base    []ID
	phrases []cuePhrase
	light   bool
	helper  grammar
}

// joinLemmas puts together what the sections of the list say of a verb, so that
// one look-up finds it.
func (l *List) joinLemmas() {
	of := func(lemma string) *lemmaCue {
		c := l.lemmas[lemma]
		if c == nil {
			c = &lemmaCue{lemma: lemma}
			l.lemmas[lemma] = c
		}
		return c
	}
	for lemma, id := range l.whole {
		of(lemma).verb = id
	}
	for lemma, ids := range l.base {
		of(lemma).base = ids
	}
	for lemma, ps := range l.phrases {
		of(lemma).phrases = ps
	}
	for lemma := range l.light {
		of(lemma).light = true
	}
	for word, g := range grammarWords() {
		if h := g & ofLemmas; h != 0 {
			of(word).helper = h
		}
	}
}

// form returns what the list knows of the form of token i, nothing outside of units.
func (s *Sayings) form(i int) *formCue {
	if f := s.forms[i]; f != nil {
		return f
	}
	return &nothing
}

// findForms looks up what the list knows of the form of each word.
func (s *Sayings) findForms() {
	s.forms = make([]*formCue, len(s.ws))
	for _, un := range s.text.Units {
		for i := un.First; i < un.Last; i++ {
			s.text.Sign.Look()
			s.forms[i] = formCueOf(&s.ws[i])
		}
	}
}

// formCueOf looks up what the list knows of the form of a word, once for each form that is
// remembered.
func formCueOf(w *syntax.Word) *formCue {
	if w.Kind != extract.Word {
		return &nothing
	}
	noun := w.Capital && !w.Small // else it may have its capital from the start of a sentence
	known := &w.Form.Cues[0]
	if noun {
		known = &w.Form.Cues[1]
	}
	if f, ok := known.Load().(*formCue); ok {
		return f
	}
	f := newFormCue(w, noun)
	known.Store(&f)
	return &f
}

// nothing is what the list knows of most forms.
var nothing formCue

func newFormCue(w *syntax.Word, noun bool) (f formCue) {
	f.marker = Cues().markers[w.Lower()]
	f.grammar = grammarOf(w.Text, w.Lower())
	if w.Capital {
		f.act = nounAct(w)
	}
	if noun {
		f.noun = nounEntry(w)
		f.source = Cues().IsSource(w.Text)
	} else {
		f.readVerb(w)
	}
	return f
}

// readVerb looks a form up that is no noun.
func (f *formCue) readVerb(w *syntax.Word) {
	var buf [64]byte
	l := Cues()
	small := w.Lower()
	f.adjective = l.adjectives[small]
	if w.Features == 0 {
		f.verb = l.whole[l.forms[small]]
		return
	}
	if w.Text == "bekannt" { // rather of bekannt sein than of bekennen
		return
	}
	last := ""
	for r := range lexiconVerb(w) {
		if !r.Features.HasAny(lexicon.Indicative | lexicon.Subjunctive1 | lexicon.Subjunctive2 | lexicon.Infinitive | lexicon.ZuInfinitive | lexicon.PastParticiple) {
			continue // offenbar
		}
		lemma := r.AppendLemma(buf[:0], w.Text)
		if string(lemma) == last {
			continue
		}
		c := l.lemmas[string(lemma)]
		if c == nil {
			continue
		}
		last = c.lemma
		if f.verb == 0 {
			f.verb = c.verb
		}
		if f.base == nil {
			f.base = c.base
		}
		if f.phrases == nil {
			f.phrases = c.phrases
		}
		f.light = f.light || c.light
		f.helper |= c.helper
	}
}

// verbEntry returns the entry of the verb in one word at token i, if the rules
// act on it.
func (s *Sayings) verbEntry(i int) (Entry, bool) {
	e := Cues().Entries[s.form(i).verb]
	return e, e.acts()
}

// nounAct returns the entry of a noun on which the rules act, 0 if there is none.
func nounAct(w *syntax.Word) ID {
	var buf [64]byte
	l := Cues()
	for r := range w.Form.Entry.Readings() {
		if r.Features&lexicon.Noun == 0 {
			continue
		}
		lemma := r.AppendLemma(buf[:0], w.Text)
		if id := l.nouns[string(lemma)]; l.Entries[id].acts() {
			return id
		}
	}
	return 0
}

// nounEntry returns the entry of a noun, of its head if it is a compound:
// Kernforderung. A noun that the lexicon lacks counts without its ending.
func nounEntry(w *syntax.Word) ID {
	var buf [64]byte
	l := Cues()
	noun, e := w.Text, nouns.Entry(w.Text)
	for r := range e.Readings() {
		if r.Features&lexicon.Noun == 0 {
			continue
		}
		lemma := r.AppendLemma(buf[:0], noun)
		if id := l.nouns[string(lemma)]; id != 0 {
			return id
		}
		if h := e.HeadStart(); h > 0 && h < len(lemma) {
			if id := l.nouns[letters.UpperFirst(string(lemma[h:]))]; id != 0 {
				return id
			}
		}
	}
	for _, end := range [...]string{"", "en", "s"} {
		if lemma, ok := strings.CutSuffix(noun, end); ok && l.nouns[lemma] != 0 {
			return l.nouns[lemma]
		}
	}
	return 0
}
