package tagger

import (
	"cmp"
	"strings"
	"sync"

	"github.com/laut-nlp/laut/internal/clusters"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/memo"
)

// Scratch is what tagging a sentence needs besides the model. It keeps its
// memory from one sentence to the next and serves one goroutine at a time.
type Scratch struct {
	words   []word
	forms   []*form // of the words
	grid    linear.Grid
	seq     linear.Sequence
	labels  []linear.Label
	verbs   []int          // tokens of the verbs in seq
	decided []linear.Label // of verbs
	dec     linear.Decoder

	Forms  []string // for the caller, to put a sentence together
	Words  []Word   // what Tag found
	Lemmas []byte   // the lemmas of Words
}

var pool sync.Pool

// Get returns a scratch, to be given back by Put.
func Get() *Scratch {
	if s, ok := pool.Get().(*Scratch); ok {
		return s
	}
	return new(Scratch)
}

// Put gives a scratch back. It lets go of the text.
func (s *Scratch) Put() {
	clear(s.words[:cap(s.words)])
	clear(s.Forms[:cap(s.Forms)])
	pool.Put(s)
}

// form is what a form gives wherever it stands, at the start of a sentence or inside.
type form struct {
	read    string // the form that it is read as, "" if as it is
	looked  looked
	allowed uint64 // labels; 0 for any
	row     [attrCount]uint64
	known   linear.Sums
	sums    [linear.MaxLabels]int32
}

// form returns what is known of a form.
func (t *Tagger) form(text string, start bool) *form {
	context := uint64(0)
	if start {
		context = 1
	}
	if k := t.forms.Get(text, context); k != nil {
		return k
	}
	e := new(memo.Entry[form])
	k := &e.Value
	k.read = strings.Clone(reading(text, start))
	var w word
	w.look(cmp.Or(k.read, text), start)
	k.looked = w.looked
	w.fill(k.row[:], &t.clusters)
	k.allowed = w.allowed(&t.table)
	t.forms.Put(text, context, e)
	return k
}

// sequence fills s.seq with what the model sees of the words that were looked
// up. sets, if not nil, are the labels allowed for each; else t's table says
// which have one only. A tagger with a model gives the sums of what forms give by
// themselves in place of their features.
func (s *Scratch) sequence(t *Tagger, sets []uint64) {
	s.fill(t.templates)
	s.seq.Reset()
	for i, k := range s.forms {
		if sets != nil {
			s.seq.Begin(sets[i])
		} else {
			s.seq.Begin(k.allowed)
		}
		if t.tags == nil { // training sees all
			t.templates.Extract(&s.grid, i, &s.seq)
			continue
		}
		s.seq.AddScores(s.dec.Own(t.tags, t.own, &k.known, k.sums[:], k.row[:], 0))
		t.others.Extract(&s.grid, i, &s.seq)
	}
}

// look looks up the words of a sentence.
func (s *Scratch) look(t *Tagger, forms []string) {
	s.words, s.forms = s.words[:0], s.forms[:0]
	start := true
	forms = withoutCapitals(forms)
	for _, f := range forms {
		k := t.form(f, start)
		s.forms = append(s.forms, k)
		s.words = append(s.words, word{form: cmp.Or(k.read, f), looked: k.looked})
		start = startsBehind(f, start)
	}
}

// startsBehind reports whether the form after f stands at the start of a sentence or
// quotation, if start says that f does.
func startsBehind(f string, start bool) bool { return start && !wordy(f) || opens(f) }

// wordy reports whether a form has a letter or digit first.
func wordy(f string) bool {
	switch c := f[0]; {
	case c >= 0x80:
		return capsOf(f, false) != capsNoWord
	default:
		return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
	}
}

// opens reports whether a capital letter may follow a form for no reason of
// grammar.
func opens(f string) bool {
	switch f {
	case ":", "„", "«", "»", "“", "\"", "(", "-", "–", "•", "*", "...", "…", "‚", "‘", "'", "?", "!", ".":
		return true
	}
	return false
}

// punctuation returns the labels of a form without letters, 0 for others.
func punctuation(f string) uint64 {
	switch f {
	case ",":
		return setComma
	case ".", "!", "?", ";", ":", "...", "…", "?!", "!!!", "!!", "???", "??":
		return setStop
	case "\"", "'", "(", ")", "[", "]", "„", "“", "”", "«", "»", "‚", "‘", "’", "‹", "›", "–", "—", "-", "--", "``", "''":
		return setBracket
	}
	return 0
}

// allowed returns the labels that a word can have, 0 for any.
func (w *word) allowed(t *table) uint64 {
	if w.caps == capsNoWord {
		if set := punctuation(w.form); set != 0 {
			return set
		}
	}
	return t.label(w.form)
}

// What follows is for the trainer, which must see sentences as the tagger
// does.

// Sequence returns what the model of labels sees of a sentence, until the next
// call. sets, if not nil, are the labels allowed for each token.
func (t *Tagger) Sequence(s *Scratch, forms []string, sets []uint64) *linear.Sequence {
	s.look(t, forms)
	s.sequence(t, sets)
	return &s.seq
}

// MoodSequence returns what the model of verbs sees of a sentence with labels, and
// the tokens of its finite verbs, until the next call.
func MoodSequence(s *Scratch, forms []string, labels []Label) (*linear.Sequence, []int) {
	s.words = s.words[:0]
	start := true
	for _, f := range forms {
		var w word
		w.look(f, start)
		s.words = append(s.words, w)
		start = startsBehind(f, start)
	}
	s.labels = append(s.labels[:0], labels...)
	s.moodSequence()
	return &s.seq, s.verbs
}

// LexiconLemma returns the lemma that a token of the sentence seen last has
// without the table of single forms.
func LexiconLemma(s *Scratch, i int, y Label, subjunctive bool) string {
	s.words[i].singular = s.behindSingular(i)
	return string(s.words[i].appendLemma(nil, &Tagger{}, y, subjunctive))
}

// Untrained returns a tagger without weights, for the sequences that train it.
func Untrained(c clusters.Table, forms string) *Tagger {
	u := &Tagger{templates: templates(), clusters: c}
	u.table, _ = openTable(forms)
	return u
}

// MoodLabel returns the label of the model of verbs for a finite verb.
func MoodLabel(subjunctive bool) linear.Label {
	if subjunctive {
		return moodSubjunctive
	}
	return moodIndicative
}
