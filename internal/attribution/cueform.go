package attribution

import (
	"strings"

	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// formCue is what the list of cues knows of a form, whatever stands around it.
type formCue struct {
	verb    cueID   // its lemma in one word
	base    []cueID // entries of which it is the finite part: teilt, of mitteilen
	noun    cueID
	act     cueID // of a capital form: that of its lemma as a noun, if the rules act on it
	mood    cueID
	marker  cueID
	phrases []cuePhrase
	source  bool
	light   bool
	helper  helper
}

// helper is a set of verbs that stand beside the one that tells what is done.
type helper uint8

const (
	isHaben helper = 1 << iota
	isSein
	isWerden
	isWant   // wollen, können, mögen: what is refused with them has been said
	isMust   // müssen
	isHelper // another modal, or lassen
	isShow   // zeigen, geben, äußern: with sich and an adjective they are like sein

	isAuxiliary = isHaben | isSein | isWerden
)

var helpers = map[string]helper{
	"haben": isHaben, "sein": isSein, "werden": isWerden, "wollen": isWant, "können": isWant, "mögen": isWant,
	"müssen": isMust, "sollen": isHelper, "dürfen": isHelper, "lassen": isHelper, "zeigen": isShow, "geben": isShow, "äußern": isShow,
}

// lemmaCue is what the list knows of the lemma of a verb.
type lemmaCue struct {
	lemma   string
	verb    cueID
	base    []cueID
	phrases []cuePhrase
	light   bool
	helper  helper
}

// joinLemmas puts together what the sections of the list say of a verb, so that
// one look-up finds it.
func (l *lexiconOfCues) joinLemmas() {
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
	for lemma, h := range helpers {
		of(lemma).helper = h
	}
}

// form returns what the list knows of the form of token i.
func (a *analysis) form(i int) *formCue {
	w := &a.ws[i]
	noun := 0
	if w.capital && !w.small {
		noun = 1
	}
	known := &w.form.cues[noun]
	f := known.Load()
	if f == nil {
		f = a.newFormCue(w, noun == 1)
		known.Store(f)
	}
	return f
}

// nothing is what the list knows of most forms.
var nothing formCue

func (a *analysis) newFormCue(w *word, noun bool) *formCue {
	var f formCue
	f.marker = cueList().markers[w.lower()]
	if w.capital {
		f.act = a.nounAct(w)
	}
	if noun {
		f.noun = a.nounEntry(w)
		f.source = cueList().isSource(w.text)
	} else {
		a.verbForm(&f, w)
	}
	if f.empty() {
		return &nothing
	}
	return &f
}

func (f *formCue) empty() bool {
	return f.verb == 0 && f.base == nil && f.noun == 0 && f.act == 0 && f.mood == 0 && f.marker == 0 && f.phrases == nil && !f.source && !f.light && f.helper == 0
}

// verbForm looks a form up that is no noun.
func (a *analysis) verbForm(f *formCue, w *word) {
	l := cueList()
	small := w.lower()
	f.mood = l.adjectives[small]
	if w.f == 0 {
		f.verb = l.whole[l.forms[small]]
		return
	}
	if w.text == "bekannt" { // rather of bekannt sein than of bekennen
		return
	}
	last := ""
	for r := range lexiconVerb(w) {
		if !r.Features.HasAny(lexicon.Indicative | lexicon.Subjunctive1 | lexicon.Subjunctive2 | lexicon.Infinitive | lexicon.ZuInfinitive | lexicon.PastParticiple) {
			continue // offenbar
		}
		a.lemma = r.AppendLemma(a.lemma[:0], w.text)
		if string(a.lemma) == last {
			continue
		}
		c := l.lemmas[string(a.lemma)]
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
func (a *analysis) verbEntry(i int) (cueEntry, bool) {
	e := cueList().entries[a.form(i).verb]
	return e, e.acts()
}

// nounAct returns the entry of a noun on which the rules act, 0 if there is none.
func (a *analysis) nounAct(w *word) cueID {
	l := cueList()
	for r := range w.form.entry.Readings() {
		if r.Features&lexicon.Noun == 0 {
			continue
		}
		a.lemma = r.AppendLemma(a.lemma[:0], w.text)
		if id := l.nouns[string(a.lemma)]; l.entries[id].acts() {
			return id
		}
	}
	return 0
}

// nounEntry returns the entry of a noun, of its head if it is a compound:
// Kernforderung. A noun that the lexicon lacks counts without its ending.
func (a *analysis) nounEntry(w *word) cueID {
	l := cueList()
	noun, e := w.text, w.form.entry
	if e.Known() && e.Features()&lexicon.Noun == 0 {
		return 0
	}
	for range 2 {
		for r := range e.Readings() {
			if r.Features&lexicon.Noun == 0 {
				continue
			}
			a.lemma = r.AppendLemma(a.lemma[:0], noun)
			if id := l.nouns[string(a.lemma)]; id != 0 {
				return id
			}
			if h := e.HeadStart(); h > 0 && h < len(a.lemma) {
				if id := l.nouns[letters.UpperFirst(string(a.lemma[h:]))]; id != 0 {
					return id
				}
			}
		}
		if e.Known() {
			break
		}
		e = lexicon.Head(noun)
	}
	for _, end := range [...]string{"", "en", "s"} {
		if lemma, ok := strings.CutSuffix(noun, end); ok && l.nouns[lemma] != 0 {
			return l.nouns[lemma]
		}
	}
	return 0
}
