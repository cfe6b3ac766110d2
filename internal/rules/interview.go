package rules

import (
	"slices"
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/syntax"
)

// turn is a paragraph of an interview, its label and marks left out.
type turn struct {
	first, last int   // tokens
	label       []int // who speaks: Lang, in "Lang: Nein."
	asks        bool  // it ends with a question mark, or has the place of a question: see findStatements
	bold        bool  // it stands between asterisks
}

// interview finds the answers of an interview, which need no quotation marks: those of
// labelled turns, those after bold questions, and those after questions that address
// somebody. Each is one claim.
func (r *finder) interview() {
	ts := r.turns()
	if len(ts) < leastTurns {
		return
	}
	if asker := r.asker(ts); asker != "" {
		r.guest = r.interviewed(ts, func(t turn) bool { return t.asks })
		r.labelled(ts, asker)
		return
	}
	asks := func(t turn) bool { return t.bold }
	if n, _ := count(ts, asks); n < leastQuestions {
		asks = func(t turn) bool { return t.asks }
		if !r.talks(ts, asks) {
			return
		}
		r.findStatements(ts)
	}
	r.answers(ts, asks)
}

// leastTurns is how many turns an interview has at least, and leastQuestions how many of
// them ask.
const (
	leastTurns     = 4
	leastQuestions = 3
)

// turns returns the paragraphs of the text that are no furniture and no headings. A question
// may look like a heading.
func (r *finder) turns() (out []turn) {
	us := r.text.Units
	for u := 0; u < len(us); {
		r.text.Sign.Look()
		n := u + 1
		for n < len(us) && us[n].Paragraph == us[u].Paragraph {
			n++
		}
		if !us[u].Furniture && us[n-1].Last-us[u].First < syntax.LongUnit {
			if t := r.turn(us[u].First, us[n-1].Last); !us[u].Heading || t.asks || t.bold || t.label != nil {
				out = append(out, t)
			}
		}
		u = n
	}
	return out
}

func (r *finder) turn(first, last int) turn {
	t := turn{first: first, last: last}
	for t.first < t.last-1 && r.asterisks(t.first) {
		t.first++
	}
	for t.last > t.first+1 && r.asterisks(t.last-1) {
		t.last--
	}
	t.bold = t.first > first && t.last < last
	for t.first < t.last-1 && r.mark(t.first) {
		t.first++
	}
	t.asks = r.text.IsPunct(t.last-1, "?")
	var marks []int // in the label
	for i := t.first; i < min(t.last-1, t.first+8); i++ {
		w := &r.ws[i]
		switch {
		case r.text.IsPunct(i, ":"):
			if i > t.first {
				t.label, t.first = claim.Without(t.first, i, marks), i+1
			}
			return t
		case r.mark(i):
			marks = append(marks, i)
		case r.text.IsPunct(i, "()."), w.Kind == extract.Abbreviation, w.Kind == extract.Word && letters.IsUpper(w.Text) && (i == t.first || !w.Small), w.Text == "von", w.Text == "der":
		default:
			return t
		}
	}
	return t
}

// asterisks reports whether token i is a mark of bold type.
func (r *finder) asterisks(i int) bool { return strings.Trim(r.ws[i].Text, "*") == "" }

// mark reports whether token i is another mark of type or of a list, as wikis have them:
// ::”Lang”: Ja.
func (r *finder) mark(i int) bool { return strings.Trim(r.ws[i].Text, "*:'_") == "" }

// key returns the last word of a turn's label, by which one who is named in full first is
// known again.
func (r *finder) key(t turn) string {
	for k := len(t.label) - 1; k >= 0; k-- {
		if w := &r.ws[t.label[k]]; w.Kind == extract.Word {
			return strings.ToLower(w.Text)
		}
	}
	return ""
}

// asker returns the label of who asks, "" if the text is no interview with labels: there are
// two at least, each with several turns, and one of them asks.
func (r *finder) asker(ts []turn) string {
	var keys []string // in the order in which they speak
	turns, questions := make(map[string]int), make(map[string]int)
	last := "" // whose turn it is, until it has asked
	for _, t := range ts {
		if k := r.key(t); k != "" {
			if turns[k]++; turns[k] == 1 {
				keys = append(keys, k)
			}
			last = k
		}
		if t.asks && last != "" {
			questions[last]++
			last = ""
		}
	}
	several, asker := 0, ""
	for _, k := range keys {
		if turns[k] >= 2 {
			several++
		}
		if questions[k] >= 2 && questions[k] > questions[asker] {
			asker = k
		}
	}
	if several < 2 {
		return ""
	}
	return asker
}

// labelled adds the turns of those who do not ask. A paragraph without a label goes on with the
// turn before.
func (r *finder) labelled(ts []turn, asker string) {
	end := len(ts)
	for end > 0 && ts[end-1].label == nil {
		end--
	}
	begun := false // before the first question stands who asks: Interview: Eva Lang
	for n := 0; n < end; n++ {
		k := r.key(ts[n])
		if begun = begun || k == asker; !begun || k == "" || k == asker {
			continue
		}
		content := claim.Tokens(ts[n].first, ts[n].last)
		label := ts[n].label
		if k == "antwort" || k == "a" {
			label = r.guest
		} else if r.guest == nil || !r.hasName(r.guest) {
			r.guest = label
		}
		for n+1 < end && ts[n+1].label == nil {
			n++
			content = append(content, claim.Tokens(ts[n].first, ts[n].last)...)
		}
		r.addTurn(content, label)
	}
}

func count(ts []turn, is func(turn) bool) (n, first int) {
	first = -1
	for k, t := range ts {
		if is(t) {
			if n++; first < 0 {
				first = k
			}
		}
	}
	return n, first
}

// talks reports whether the paragraphs that ask and those behind them are those of an
// interview: a question speaks to somebody, and answers are in the first person, as those of a
// list of frequent questions are not. Two questions are enough where they take turns with
// answers and another turn stands between them.
func (r *finder) talks(ts []turn, asks func(turn) bool) bool {
	n, address, first := 0, 0, 0
	for k, t := range ts {
		switch {
		case !asks(t):
			if n > 0 && r.has(t, r.firstPersonAt) {
				first++
			}
		case k+1 < len(ts) && !asks(ts[k+1]) && t.last-t.first <= 60:
			n++
			if r.has(t, r.addressesAt) {
				address++
			}
		}
	}
	_, from := count(ts, asks)
	several := n >= leastQuestions || n == 2 && len(ts)-from >= leastTurns+2 && takesTurns(ts, from, asks)
	return several && address >= 1 && first >= 2 && r.interviewed(ts, asks) != nil
}

// findStatements counts among those that ask short paragraphs, too, that speak to somebody in the
// place of a question: behind an answer and before another one.
func (r *finder) findStatements(ts []turn) {
	_, from := count(ts, func(t turn) bool { return t.asks })
	for k := from + 2; k+1 < len(ts); k++ {
		t := &ts[k]
		if !ts[k-1].asks && !ts[k+1].asks && t.last-t.first <= 30 && r.has(*t, r.addressesAt) && !r.has(*t, r.firstPersonAt) {
			t.asks = true
		}
	}
}

// takesTurns reports whether each that asks has the place of a question from the first one on.
func takesTurns(ts []turn, from int, asks func(turn) bool) bool {
	for k, t := range ts {
		if asks(t) && (k-from)%2 != 0 {
			return false
		}
	}
	return true
}

// answers adds the paragraphs after each that asks. Where questions and answers take turns,
// a paragraph in the place of a question is one even if it only states something.
func (r *finder) answers(ts []turn, asks func(turn) bool) {
	_, from := count(ts, asks)
	even := takesTurns(ts, from, asks)
	r.guest = r.interviewed(ts, asks)
	for n := from; n < len(ts); n++ {
		if even && (n-from)%2 == 0 || !even && asks(ts[n]) {
			continue
		}
		content, speaker := claim.Tokens(ts[n].first, ts[n].last), r.guest
		if l := ts[n].label; l != nil {
			if !r.isByline(l[0], l[len(l)-1]+1) {
				continue // who asks, perhaps
			}
			speaker = l // of several who answer
		}
		for !even && n+1 < len(ts) && !asks(ts[n+1]) && ts[n+1].label == nil && slices.ContainsFunc(ts[n+1:], asks) {
			n++
			content = append(content, claim.Tokens(ts[n].first, ts[n].last)...)
		}
		r.addTurn(content, speaker)
	}
}

// interviewed returns the words for who answers: by which a question addresses somebody, or
// else the person who is named most before the first question. It is nil if there is none.
func (r *finder) interviewed(ts []turn, asks func(turn) bool) []int {
	for _, t := range ts {
		if asks(t) || t.asks {
			if s := r.addressed(t); s != nil {
				return s
			}
		}
	}
	_, from := count(ts, asks)
	if from < 0 {
		return nil
	}
	best := -1
	counts := make(map[int]int)
	for i := 0; i < ts[from].first; i++ {
		e := r.text.Entity[i]
		if e < 0 || r.text.Entities[e].Label != entities.PER || i > 0 && r.text.Entity[i-1] == e || r.credited(i) {
			continue
		}
		if counts[e]++; best < 0 || counts[e] > counts[r.text.Entity[best]] {
			best = i
		}
	}
	if best < 0 {
		return nil
	}
	end := best + 1
	for end < ts[from].first && r.text.Entity[end] == r.text.Entity[best] {
		end++
	}
	return claim.Tokens(best, end)
}

// credited reports whether the name at token i is that of who asks or writes: Von Eva Lang,
// Interview: Eva Lang.
func (r *finder) credited(i int) bool {
	return i > 0 && (r.text.IsPunct(i-1, ":") || r.ws[i-1].Text == "Von" || r.ws[i-1].Text == "führte")
}

// hasName reports whether tokens name an entity.
func (r *finder) hasName(ts []int) bool {
	for _, t := range ts {
		if r.text.Entity[t] >= 0 {
			return true
		}
	}
	return false
}

// addressed returns the words by which a question addresses somebody: Frau Lang, or nil.
func (r *finder) addressed(t turn) []int {
	for i := t.first; i < t.last; i++ {
		if w := &r.ws[i]; w.Text == "Frau" || w.Text == "Herr" {
			if end := r.text.NounCore(i, t.last); end > i+1 {
				return claim.Tokens(i, end)
			}
		}
	}
	return nil
}

// addTurn adds an answer. Its tokens stay free for what is reported in it.
func (r *finder) addTurn(content, speaker []int) {
	if len(content) == 0 {
		return
	}
	r.list = append(r.list, Claim{
		Claim: claim.Claim{Kind: claim.Direct, Medium: claim.Speech, Stance: claim.Asserts, Content: content, Speaker: speaker, Via: claim.ViaInterview, Carried: speaker == nil, Parent: -1},
		By:    byTurn, first: r.text.UnitAt(content[0]), unit: r.text.UnitAt(content[len(content)-1]),
	})
}
