package ner

import (
	"sync"

	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/memo"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// Scratch is what finding names needs besides the model. It keeps its memory from
// one sentence to the next and serves one goroutine at a time. The zero Scratch is
// ready for use.
type Scratch struct {
	words   []word
	forms   []*form // of the words
	grid    linear.Grid
	seq     linear.Sequence
	decoder linear.Decoder
	key     []byte
	far     []bool // tokens that can be in no name

	votes *Votes         // nil in the first pass
	own   []linear.Label // of the sentence, from the first pass

	second []linear.Label // of a sentence in the second pass

	counted Votes    // of the document
	keys    []uint64 // of its tokens
}

// form is what a form gives wherever it stands as the same part of speech, at the
// start of a sentence or inside.
type form struct {
	looked looked
	row    [attrCount]uint64

	known linear.Sums
	sums  [(2*ownReach + 1) * labelCount]int32

	opens  bool              // a listed name begins with it
	names  gazetteer.Classes // of the form alone
	spaced gazetteer.State   // behind the form and a space
}

// form returns what is known of a form.
func (r *Recogniser) form(s *Scratch, t *Token, text string, start bool) *form {
	context := hash.Text(t.STTS) << 1
	if start {
		context++
	}
	if k := r.forms.Get(text, context); k != nil {
		return k
	}
	var w word
	r.look(&w, t, text, start)
	w.key = voteKey(text)
	e := new(memo.Entry[form])
	k := &e.Value
	k.looked = w.looked
	r.fillForm(k.row[:], &w)
	if w.kind&7 >= small {
		named := gazetteer.Start().Word(text)
		k.names, k.spaced = named.Classes(), named.Space()
	}
	k.opens = r.opensListed(s, &w)
	r.forms.Put(text, context, e)
	return k
}

var pool = sync.Pool{New: func() any { return new(Scratch) }}

// release lets go of the text and gives the scratch back.
func (s *Scratch) release() {
	clear(s.words[:cap(s.words)])
	s.votes, s.own = nil, nil
	pool.Put(s)
}

// lookAll looks up the words of a sentence.
func (r *Recogniser) lookAll(s *Scratch, tokens []Token) {
	loud := shouting(tokens)
	s.words, s.forms = s.words[:0], s.forms[:0]
	start := true
	for i := range tokens {
		t := &tokens[i]
		form := t.Form
		if loud {
			form = r.spoken(t)
		}
		k := r.form(s, t, form, start)
		s.forms = append(s.forms, k)
		s.words = append(s.words, word{form: form, token: t, looked: k.looked})
		w := &s.words[i]
		if loud {
			w.key = voteKey(t.Form)
		}
		start = opens(form) || start && w.kind&7 == signs
	}
}

// reach is the distance of two words that may be names, in tokens, between which
// others may belong to a name.
const reach = 6

// markFar marks the words in small letters, numbers, signs and plain nouns that are not
// between words that may be names, near each other. No weights are looked up
// for them, which saves a third of the time and costs nothing on GermEval. Training sees
// all tokens: a model that has not seen those that are easy is worse at the others.
func (s *Scratch) markFar() {
	s.far = s.far[:0]
	gap := reach
	for i := range s.words {
		gap++
		if s.words[i].anchors() {
			gap = 0
		}
		s.far = append(s.far, false)
		s.words[i].gap = gap
	}
	gap = reach
	for i := len(s.words) - 1; i >= 0; i-- {
		gap++
		if s.words[i].anchors() {
			gap = 0
		}
		surname := s.words[i].plain && s.words[i].gap == 1 // Maria Kern
		s.far[i] = gap+s.words[i].gap > reach && !surname
	}
}

// anchors reports whether a word may be a name or the beginning of one.
func (w *word) anchors() bool {
	switch w.kind & 7 {
	case signs, digits:
		return false
	case first:
		return !w.plain || w.class&body != 0
	case small:
		return !w.entry.Known() || w.listed != 0 || w.traits&ofPlace != 0 || w.entry.Features().HasAny(lexicon.Name)
	}
	return true
}

// body are the nouns that are names of bodies with what belongs to them, or alone.
const body = wordlist.OrgHead | wordlist.OrgAim | wordlist.OrgJoin

func anyAnchor(words []word) bool {
	for i := range words {
		if words[i].anchors() {
			return true
		}
	}
	return false
}
