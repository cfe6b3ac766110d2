package lexicon

import (
	"iter"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/automaton"
	"github.com/laut-nlp/laut/internal/letters"
)

// An Entry is what the lexicon holds for a form. The zero Entry is that of an
// unknown form: it has no readings and no features. Entries are small values.
type Entry struct {
	class    uint16 // 1 + class
	spelling spelling
	head     uint32 // where the part that was found begins in the form
}

// Known reports whether the lexicon has the form, or its head if e is from Head.
func (e Entry) Known() bool { return e.class != 0 }

// Features returns the union of the features of all readings.
func (e Entry) Features() Features {
	if e.class == 0 {
		return 0
	}
	return german().masks[e.class-1]
}

// HeadStart returns the offset in bytes of the head that Head found in the
// form, 0 for an entry of the whole form.
func (e Entry) HeadStart() int { return int(e.head) }

// Exact reports whether the form is in the lexicon as it is written.
func (e Entry) Exact() bool { return e.class != 0 && e.spelling == asWritten && e.head == 0 }

// A Reading is one analysis of a form.
type Reading struct {
	Features Features
	tag      uint16
	rule     uint16
	spelling spelling
	head     uint32
}

// Tag returns the tag as the source of the lexicon has it, such as
// VER:3:SIN:KJ1:NON.
func (r Reading) Tag() string { return german().tag(int(r.tag)) }

// Readings yields the readings of e, those with the same lemma together.
func (e Entry) Readings() iter.Seq[Reading] {
	return func(yield func(Reading) bool) {
		if e.class == 0 {
			return
		}
		l := german()
		from, to := l.clsEnds.span(int(e.class - 1))
		for k := from; k < to; k += 2 {
			r := Reading{rule: uint16(l.classes.at(k)), spelling: e.spelling, head: e.head}
			a, b := l.setEnds.span(l.classes.at(k + 1))
			for j := a; j < b; j++ {
				r.tag = uint16(l.sets.at(j))
				r.Features = l.features[r.tag]
				if !yield(r) {
					return
				}
			}
		}
	}
}

// Lookup finds a form, in the normal form of texts, as it is written, and if the
// lexicon lacks it in its other spellings: ß for ss and ss for ß, a small first
// letter for a capital one, small letters for capitals. A form of more than 120
// bytes is unknown.
func Lookup(form string) Entry {
	l := german()
	if e := l.exact(form); e.class != 0 || len(form) > maxForm {
		return e
	}
	s := shapeOf(form)
	if s&(sharp|allCapital) != 0 {
		return l.respelled(form, s, cases(s))
	}
	if s&capital != 0 {
		return l.lowered(form)
	}
	return Entry{}
}

// Mask returns the union of the features of all readings of a form, 0 if it is
// unknown. It is Lookup(form).Features().
func Mask(form string) Features { return Lookup(form).Features() }

// IsWord reports whether a form is an ordinary word, as it is or with a small first
// letter, and not a name only.
func IsWord(form string) bool { return (Mask(form) | Lower(form).Features()).HasAny(Words) }

// Lower finds the form with a small first letter, also where Lookup finds it
// with the capital one: at the start of a sentence "Arm" may be "arm". The
// entry of a form without a capital first letter is unknown.
func Lower(form string) Entry {
	if len(form) > maxForm {
		return Entry{}
	}
	s := shapeOf(form)
	if s&capital == 0 {
		return Entry{}
	}
	l := german()
	if e := l.lowered(form); e.class != 0 || s&(sharp|allCapital) == 0 {
		return e
	}
	if s&allCapital != 0 {
		return l.respelled(form, s, casesSmall)
	}
	return l.respelled(form, s, casesSmall[:1])
}

func (l *lexicon) exact(form string) Entry {
	return l.entry(l.forms.Walk(l.forms.Root(), form), asWritten)
}

// entry returns the entry of the form that leads to state s.
func (l *lexicon) entry(s automaton.State, sp spelling) Entry {
	if s = l.forms.Step(s, separator); s == 0 {
		return Entry{}
	}
	hi, s := l.forms.First(s)
	lo, _ := l.forms.First(s)
	class := int(hi)<<8 | int(lo)
	if class >= len(l.masks) {
		return Entry{}
	}
	return Entry{class: uint16(class + 1), spelling: sp}
}

// lowered looks up a form by a small first letter, which it reads in place.
func (l *lexicon) lowered(form string) Entry {
	s, n := l.stepCase(form, letters.Lower)
	return l.entry(l.forms.Walk(s, form[n:]), firstSmall)
}

// stepCase reads the first letter of form in another case and returns the bytes
// of form that it took.
func (l *lexicon) stepCase(form string, change func(rune) rune) (automaton.State, int) {
	r, n := utf8.DecodeRuneInString(form)
	var b [utf8.UTFMax]byte
	s := l.forms.Root()
	for _, c := range b[:utf8.EncodeRune(b[:], change(r))] {
		s = l.forms.Step(s, c)
	}
	return s, n
}

// respelled tries the other spellings of a form, the likelier first.
func (l *lexicon) respelled(form string, s shape, cases []spelling) Entry {
	var buf [maxForm]byte
	for _, sharp := range sharps(s) {
		for _, c := range cases {
			if c|sharp == asWritten {
				continue // has been tried
			}
			if e := l.spelled(buf[:0], form, 0, c|sharp); e.class != 0 {
				return e
			}
		}
	}
	return Entry{}
}

// spelled looks up the part of form from head on in one spelling.
func (l *lexicon) spelled(buf []byte, form string, head int, sp spelling) Entry {
	b, ok := appendSpelled(buf, form[head:], sp)
	if !ok {
		return Entry{}
	}
	st := l.forms.Root()
	for _, c := range b {
		if st = l.forms.Step(st, c); st == 0 {
			return Entry{}
		}
	}
	e := l.entry(st, sp)
	e.head = uint32(head)
	return e
}

// AppendLemma appends the lemma of the reading to dst. The form is the one that
// the reading's entry was looked up by; with another one the result has no
// meaning. The lemma of a compound is its front and the lemma of its head:
// "Datenzentrum" for "Datenzentren".
func (r Reading) AppendLemma(dst []byte, form string) []byte {
	l := german()
	head := min(int(r.head), len(form))
	dst = append(dst, form[:head]...)
	start := len(dst)
	if r.spelling == asWritten {
		dst = append(dst, form[head:]...)
	} else {
		dst, _ = appendSpelled(dst, form[head:], r.spelling)
	}
	dst = l.applyRule(dst, start, int(r.rule))
	if head > 0 && r.spelling&caseMask == firstCapital {
		dst = recase(dst, start, letters.Lower)
	}
	return dst
}

// Lemma returns the lemma of the reading as a new string. See AppendLemma.
func (r Reading) Lemma(form string) string {
	var buf [maxForm + 64]byte
	return string(r.AppendLemma(buf[:0], form))
}

var infixes = [...]string{"", "ge", "zu"}

// applyRule makes the lemma of the form that begins at start.
func (l *lexicon) applyRule(dst []byte, start, rule int) []byte {
	op, length, at := l.rules.at(3*rule), l.rules.at(3*rule+1), l.rules.at(3*rule+2)
	if op&(1<<5) != 0 {
		dst = recase(dst, start, letters.Lower)
	}
	if infix := infixes[min(op&3, len(infixes)-1)]; infix != "" {
		dst = deleteNth(dst, start, infix, op>>2&7)
	}
	dst = dst[:max(start, len(dst)-op>>8)]
	return append(dst, l.suffixes[at:at+length]...)
}

// deleteNth takes the nth occurrence of infix, counted from 0, out of dst[start:].
func deleteNth(dst []byte, start int, infix string, nth int) []byte {
	for i := start; i+len(infix) <= len(dst); i++ {
		if string(dst[i:i+len(infix)]) != infix {
			continue
		}
		if nth == 0 {
			return append(dst[:i], dst[i+len(infix):]...)
		}
		nth--
	}
	return dst
}
