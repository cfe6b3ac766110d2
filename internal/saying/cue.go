package saying

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/sections"
	"github.com/laut-nlp/laut/internal/syntax"
)

// Cue is an expression of saying found in a clause.
type Cue struct {
	Entry
	Tokens  []int // in order
	Verb    int   // the finite verb
	Passive bool
	Negated bool
	Noun    bool // die Forderung, dass …

	owner []int // whose noun it is: der Lehrer
}

// knownClause is a clause with its cue, if it has one, and the subject of its verb.
type knownClause struct {
	syntax.Clause
	cue     Cue
	hasCue  bool
	subject []int
}

// findCues finds the cues and subjects of all clauses, which nearly everybody asks for.
func (s *Sayings) findCues() {
	n := 0
	for _, cs := range s.clauses {
		n += len(cs)
	}
	s.known = make([]knownClause, 0, n)
	for _, cs := range s.clauses {
		s.text.Sign.Look()
		for n, c := range cs {
			if c.Verb < 0 {
				continue
			}
			k := knownClause{Clause: c, subject: s.Subject(cs, n, Cue{Verb: c.Verb})}
			k.cue, k.hasCue = s.findCue(c)
			k.cue.Tokens = slices.Clip(k.cue.Tokens)
			s.known = append(s.known, k)
			s.knownAt[c.Verb] = int32(len(s.known))
		}
	}
}

// clause returns what is known of a clause, nil if it is none of those of the text.
func (s *Sayings) clause(c syntax.Clause) *knownClause {
	if c.Verb < 0 || s.knownAt[c.Verb] == 0 {
		return nil
	}
	if k := &s.known[s.knownAt[c.Verb]-1]; k.Clause == c {
		return k
	}
	return nil
}

// CueIn returns the cue of a clause. Nobody may change its tokens.
func (s *Sayings) CueIn(c syntax.Clause) (Cue, bool) {
	if k := s.clause(c); k != nil {
		return k.cue, k.hasCue
	}
	return s.findCue(c)
}

// SubjectOf returns the subject of the verb of a clause of the text, nil if it has none.
// Nobody may change it.
func (s *Sayings) SubjectOf(c syntax.Clause) []int {
	if k := s.clause(c); k != nil {
		return k.subject
	}
	return nil
}

// findCue finds the cue of a clause: its finite verb with the prefix or the participle that
// belongs to it.
func (s *Sayings) findCue(c syntax.Clause) (Cue, bool) {
	v := c.Verb
	if v < 0 || s.compares(c) {
		return Cue{}, false
	}
	w := &s.ws[v]
	k := Cue{Verb: v, Tokens: []int{v}, Negated: s.clauseNegated(c, nil)}
	if s.expression(&k, c) {
		return k, true
	}
	helper := s.form(v).helper
	if w.Features.HasAny(lexicon.Auxiliary) && helper&isAuxiliary != 0 {
		if e, p := s.prefixed(c, v); p >= 0 { // wurde bekannt
			k.Entry, k.Tokens = e, ordered(v, p)
			return k, true
		}
		p := s.Participle(c)
		if p < 0 {
			return k, false
		}
		e, ok := s.verbEntry(p)
		if !ok || s.ws[p].Text == "gestanden" {
			return k, false
		}
		k.Entry, k.Tokens = e, ordered(v, p)
		if e.Takes&TakesText != 0 { // hatte es geheißen
			if !s.withEs(&k, c) {
				return k, false
			}
			k.Tokens = append(k.Tokens, p)
			slices.Sort(k.Tokens)
		}
		k.Passive = helper&isWerden != 0 || c.Last > p+1 && s.ws[p+1].Text == "worden"
		return k, true
	}
	if e, p := s.prefixed(c, v); p >= 0 {
		k.Entry, k.Tokens = e, ordered(v, p)
		s.withCorrelate(&k, c)
		return k, true
	}
	if w.Features.HasAny(lexicon.Modal) {
		return k, s.modalCue(&k, c)
	}
	e, ok := s.verbEntry(v)
	if w.Text == "gestanden" { // rather of stehen than of gestehen
		return k, false
	}
	if !ok || e.Prefix != "" && !w.Features.HasAny(lexicon.Joined) {
		return k, false
	}
	if s.otherVerb(c, v) || e.Takes&NotReflexive != 0 && s.reflexive(c) {
		return k, false
	}
	k.Entry = e
	if e.Takes&TakesText != 0 && e.Prefix == "" && !s.withEs(&k, c) {
		return k, false // heißt es, not: er heißt Meier
	}
	s.withCorrelate(&k, c)
	return k, true
}

// withCorrelate adds the word that stands for the content in the clause of a
// cue: ging davon aus, dass; hofft darauf, dass.
func (s *Sayings) withCorrelate(k *Cue, c syntax.Clause) {
	i := c.Last - 1
	for i > c.First && slices.Contains(k.Tokens, i) {
		i--
	}
	if i <= k.Verb || !s.text.IsPunct(c.Last, ",") {
		return
	}
	if s.form(i).grammar&isCorrelate != 0 {
		k.Tokens = append(k.Tokens, i)
		slices.Sort(k.Tokens)
	}
}

func (s *Sayings) reflexive(c syntax.Clause) bool {
	for i := c.First; i < c.Last; i++ {
		if s.ws[i].Text == "sich" && !s.ws[i].Quoted {
			return true
		}
	}
	return false
}

// otherVerb reports whether the clause ends with a prefix that makes another
// verb of the finite verb v: findet statt, stellt fest, sagte ab.
func (s *Sayings) otherVerb(c syntax.Clause, v int) bool {
	p := c.Last - 1
	if p <= v || s.ws[p].Quoted || s.form(p).grammar&isPrefix == 0 {
		return false
	}
	var buf [64]byte
	for r := range lexiconVerb(&s.ws[v]) {
		lemma := r.AppendLemma(append(buf[:0], s.ws[p].Text...), s.ws[v].Text)
		if lexicon.Lookup(string(lemma)).Features().HasAny(lexicon.Infinitive) {
			return true
		}
	}
	return false
}

// withEs adds the pronoun of "heißt es" to a cue.
func (s *Sayings) withEs(k *Cue, c syntax.Clause) bool {
	for i := max(c.First, k.Verb-1); i < min(c.Last, k.Verb+2); i++ {
		if s.ws[i].Lower() == "es" {
			k.Tokens = ordered(k.Verb, i)
			return true
		}
	}
	return false
}

func ordered(i, j int) []int {
	if i > j {
		i, j = j, i
	}
	return []int{i, j}
}

// prefixed looks for a separable verb whose finite part is token v: its prefix
// stands at the end of the clause. It returns the prefix's token, or -1.
func (s *Sayings) prefixed(c syntax.Clause, v int) (Entry, int) {
	for _, id := range s.form(v).base {
		e := &Cues().Entries[id]
		if !e.acts() {
			continue
		}
		for i := c.Last - 1; i > v; i-- {
			if s.ws[i].Quoted {
				continue
			}
			if s.ws[i].Text == e.Prefix && (i == c.Last-1 || !s.ws[i+1].Capital && s.ws[i+1].Function != syntax.Determiner && s.ws[i+1].Function != syntax.Relative) {
				return *e, i
			}
		}
	}
	return Entry{}, -1
}

// lexiconVerb yields the readings of a word as a verb or participle.
func lexiconVerb(w *syntax.Word) func(yield func(lexicon.Reading) bool) {
	return func(yield func(lexicon.Reading) bool) {
		e := w.Form.Entry
		if w.Capital {
			if l := lexicon.Lower(w.Text); l.Known() {
				e = l
			}
		}
		for r := range e.Readings() {
			if r.Features.HasAny(lexicon.Verb|lexicon.PastParticiple) && !yield(r) {
				return
			}
		}
	}
}

// clauseNegated reports whether a clause denies its verb; the words of its own phrase
// do not count. The rules ask it, who know the clause; models that know a cue by its
// tokens ask cueNegated.
func (s *Sayings) clauseNegated(c syntax.Clause, own []string) bool {
	for i := c.First; i < c.Last; i++ {
		if s.negates(i, own) {
			return true
		}
	}
	return false
}

// NounCue finds a noun of saying at the end of a clause, for what follows:
// "die Forderung, dass …", "ist der Ansicht, …".
func (s *Sayings) NounCue(c syntax.Clause) (Cue, bool) {
	if s.Owes(c) {
		return Cue{}, false
	}
	k, ok := s.nounCueAt(c, c.Last-1)
	if ok {
		return k, true
	}
	// "die Forderung der Lehrer": the genitive says whose it is.
	for g := c.Last - 1; g > c.First && g > c.Last-8; g-- {
		if !syntax.Genitive(s.ws[g].Text) || s.text.NounCore(g, c.Last) != c.Last {
			continue
		}
		if k, ok = s.nounCueAt(c, g-1); ok {
			k.owner = claim.Tokens(g, c.Last)
			return k, true
		}
		break
	}
	return Cue{}, false
}

// nounCueAt looks for a noun of saying at token i of a clause.
func (s *Sayings) nounCueAt(c syntax.Clause, i int) (Cue, bool) {
	if i < c.First || s.ws[i].Quoted || !s.ws[i].Capital || s.ws[i].Kind != extract.Word {
		return Cue{}, false
	}
	id := s.form(i).act
	if id == 0 {
		return Cue{}, false
	}
	k := Cue{Entry: Cues().Entries[id], Verb: c.Verb, Noun: true, Negated: s.clauseNegated(c, nil)}
	first := i
	for first > c.First && (s.ws[first-1].Function == syntax.Determiner || s.ws[first-1].Function == syntax.Relative || s.ws[first-1].Features.HasAny(lexicon.Adjective) && !s.ws[first-1].Capital && !s.ws[first-1].Finite) {
		first--
	}
	if first > c.First && s.form(first-1).grammar&beforeSource != 0 {
		return Cue{}, false
	}
	if c.Verb >= 0 && c.Verb < first && s.form(c.Verb).light {
		k.Tokens = append(k.Tokens, c.Verb)
		if first-1 > c.Verb && s.ws[first-1].Function == syntax.Preposition { // kam zu dem Schluss
			first--
		}
	}
	for j := first; j <= i; j++ {
		k.Tokens = append(k.Tokens, j)
	}
	return k, true
}

// grammar is what words/grammar.txt says of a word, as bits.
type grammar uint32

const (
	isHaben grammar = 1 << iota
	isSein
	isWerden
	isWant   // wollen, können, mögen: what is refused with them has been said
	isMust   // müssen
	isHelper // another modal, or lassen
	isShow   // zeigen, geben, äußern: with sich and an adjective they are like sein
	isHeed   // folgen: with a noun of saying, its subject is spoken to
	isOwed   // gebühren: with a noun of saying, the reporter judges
	isPrefix
	isCorrelate
	isNegation
	undoesNicht
	beforeAgent
	beforeText
	beforeSource
	isDative
	isAccusative
	isMedium // dpa
	isStaff  // Redakteur

	isAuxiliary = isHaben | isSein | isWerden
	ofLemmas    = isAuxiliary | isWant | isMust | isHelper | isShow | isHeed | isOwed // verbs beside the one that tells what is done
	anyCase     = isNegation | beforeText | beforeSource                              // also of words that begin a sentence
)

// grammarFile is the list's name in errors.
const grammarFile = "words/grammar.txt"

//go:embed words/grammar.txt
var grammarText string

// grammarWords returns the list, which is read on first use. A test checks that it has
// no mistakes; a word with one would be left out.
var grammarWords = sync.OnceValue(func() map[string]grammar {
	words, _ := readGrammar(grammarText)
	return words
})

func readGrammar(text string) (map[string]grammar, error) {
	return sections.Words(grammarFile, text, map[string]grammar{
		"verbs of having": isHaben, "verbs of being": isSein, "verbs of becoming": isWerden, "verbs of wanting": isWant,
		"verbs of having to": isMust, "other helpers": isHelper, "verbs of showing": isShow,
		"verbs of heeding": isHeed, "verbs of deserving": isOwed, "media in the feminine": isMedium, "works for a medium": isStaff,
		"separable prefixes": isPrefix, "correlates": isCorrelate, "negations": isNegation, "undo nicht": undoesNicht,
		"naming an agent": beforeAgent, "naming a text": beforeText, "naming a source": beforeSource,
		"datives": isDative, "accusatives": isAccusative,
	})
}

// StaffOfMedia returns the nouns for who works for a medium, in no order.
func StaffOfMedia() (forms []string) {
	for form, g := range grammarWords() {
		if g&isStaff != 0 {
			forms = append(forms, form)
		}
	}
	return forms
}

// grammarOf returns what the list says of a form, whose small form has a small first
// letter.
func grammarOf(form, small string) grammar {
	words := grammarWords()
	g := words[form] &^ ofLemmas
	if small != form {
		g |= words[small] & anyCase
	}
	return g
}
