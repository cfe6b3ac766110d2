package corpus

import (
	"cmp"
	_ "embed"
	"errors"
	"slices"
	"strings"
	"sync"

	"github.com/laut-nlp/laut/extract"
)

// Mention is an expression that refers to something, as coreference
// annotation has it: a name, a noun phrase, a pronoun. Mentions of one document
// with the same chain refer to the same. One with a gap ("auf … Fischer" in
// "auf Schröder und Fischer") has the words of the gap too.
type Mention struct {
	extract.Span
	First, Last int // words [First, Last)
	Chain       string
	Form        string // np_form of PCC in small letters: ne, defnp, pper, ppos, pds, padv, ...
	Status      string // referentiality of PCC: new, ref, other, ...
	Complex     bool   // complex_np of PCC
}

// mentionFields are the places of what is known of a mention, counted from 1,
// as "# global.Entity" names them.
type mentionFields struct {
	known                 bool
	form, status, complex int
}

func readMentionFields(s string) (f mentionFields) {
	f.known = true
	for i, name := range strings.Split(s, "-") {
		switch name {
		case "np_form":
			f.form = i + 1
		case "referentiality":
			f.status = i + 1
		case "complex_np":
			f.complex = i + 1
		}
	}
	return f
}

// border is where a mention begins or ends, as its line says. One of a single
// word has two. Where it begins, all is known of it but its place.
type border struct {
	Mention
	word int // of the sentence
	line int
	ends bool
}

// borders reads what MISC says of mentions at a word: "(1-np-simple-ne" begins
// one of chain 1, "1-np-simple-ne)" ends one, and several may follow each other.
func (f mentionFields) borders(dst []border, s string, word, line int) ([]border, error) {
	for s != "" {
		opens := s[0] == '('
		if opens {
			s = s[1:]
		}
		n := strings.IndexAny(s, "()")
		if n < 0 {
			n = len(s)
		}
		ends := n < len(s) && s[n] == ')'
		fields := strings.Split(s[:n], "-")
		s = s[n:]
		if ends {
			s = s[1:]
		}
		m := Mention{Chain: fields[0]}
		if m.Chain == "" || !opens && !ends {
			return dst, errors.New("Entity: neither the begin nor the end of a mention")
		}
		if opens {
			field := func(k int) string {
				if k == 0 || k > len(fields) {
					return ""
				}
				return strings.ToLower(fields[k-1])
			}
			m.Form, m.Status, m.Complex = field(f.form), field(f.status), field(f.complex) == "complex"
			dst = append(dst, border{Mention: m, word: word, line: line})
		}
		if ends {
			dst = append(dst, border{Mention: m, word: word, line: line, ends: true})
		}
	}
	return dst, nil
}

// pairing pairs the borders of a document; a mention may reach over the end of
// its sentence.
type pairing struct {
	begun []border
	open  []int    // which of them have not ended
	wrong []border // ends without a begin
}

// add adds the borders of a sentence whose first word is given.
func (p *pairing) add(borders []border, first int) {
	for _, b := range borders {
		if !b.ends {
			p.open = append(p.open, len(p.begun))
			b.First = first + b.word
			p.begun = append(p.begun, b)
			continue
		}
		k := len(p.open) - 1
		for k >= 0 && p.begun[p.open[k]].Chain != b.Chain {
			k--
		}
		if k < 0 {
			p.wrong = append(p.wrong, b)
			continue
		}
		p.begun[p.open[k]].Last = first + b.word + 1
		p.open = slices.Delete(p.open, k, k+1)
	}
}

// end returns the mentions that have two borders, and the borders that are alone.
func (p *pairing) end(d *Document) (all []Mention, alone []border) {
	for _, b := range p.begun {
		if m := b.Mention; m.Last > 0 {
			m.Start, m.End = d.Tokens[d.Words[m.First].Token].Start, d.Tokens[d.Words[m.Last-1].Token].End
			all = append(all, m)
		}
	}
	for _, k := range p.open {
		p.wrong = append(p.wrong, p.begun[k])
	}
	return all, p.wrong
}

// PCCName is a name in the Potsdam Commentary Corpus.
type PCCName struct {
	extract.Span
	Derived bool // a word such as "Berliner"
	Entity  string
}

// PCCNames returns the names among the mentions of a document of PCC, in order
// of the text:
//
//   - A name is a run of neighbouring words whose gold tag is NE. Its mention is
//     the smallest that holds the whole run, of equal ones that which is not
//     complex. The run counts if no other run has the same mention, if the form of
//     the mention is ne or its head by the tree is in the run, and if it is no
//     coordination (complex, with a conjunct). So "der Bürgermeisterin Nora Fuchs" of
//     the form ne gives "Nora Fuchs", and "die Politiker der SPD" nothing where "SPD"
//     is no mention of its own.
//   - A mention of the form ne that is one word in -er with the gold tag ADJA, alone
//     or after an article, is a derived word: "Rathenower".
//
// The span is that of the run, without articles, titles and relative clauses.
// The corpus has no labels of names.
//
// The corpus as it is stored has cut its chains: each begins anew after two
// mentions, and a group that continues a chain is only told by the status "ref"
// of its first mention. What such groups of names continue was read off the text
// by us, for all of them, and stands in pcc.txt; groups that the annotators gave
// as new stay new.
func PCCNames(d *Document) []PCCName {
	joined := pccChains()[d.ID]
	entity := func(chain string) string { return cmp.Or(joined[chain], chain) }
	span := func(first, last int) extract.Span {
		return extract.Span{Start: d.Tokens[d.Words[first].Token].Start, End: d.Tokens[d.Words[last-1].Token].End}
	}
	type run struct{ first, last int }
	runs := map[int][]run{} // by mention
	for i := 0; i < len(d.Words); i++ {
		if d.Words[i].XPOS != "NE" {
			continue
		}
		first := i
		for i+1 < len(d.Words) && d.Words[i+1].XPOS == "NE" && !slices.Contains(d.Sentences, d.Words[i+1].Token) {
			i++
		}
		best := -1
		for k, m := range d.Mentions {
			if m.First > first || m.Last <= i {
				continue
			}
			if b := best; b < 0 || m.Last-m.First < d.Mentions[b].Last-d.Mentions[b].First ||
				m.Last-m.First == d.Mentions[b].Last-d.Mentions[b].First && d.Mentions[b].Complex && !m.Complex {
				best = k
			}
		}
		if best >= 0 {
			runs[best] = append(runs[best], run{first, i + 1})
		}
	}
	var names []PCCName
	for k, m := range d.Mentions {
		if rs := runs[k]; len(rs) == 1 && d.about(m, rs[0].first, rs[0].last) {
			names = append(names, PCCName{span(rs[0].first, rs[0].last), false, entity(m.Chain)})
		}
		if i, ok := d.derived(m); ok {
			names = append(names, PCCName{span(i, i+1), true, entity(m.Chain)})
		}
	}
	slices.SortStableFunc(names, func(a, b PCCName) int { return cmp.Compare(a.Start, b.Start) })
	return names
}

// about reports whether the words [first, last) are what a mention is about.
func (d *Document) about(m Mention, first, last int) bool {
	if m.Complex && d.hasConjunct(m) {
		return false
	}
	isHead := func(w Word) bool { return w.Head < m.First || w.Head >= m.Last }
	return m.Form == "ne" || slices.ContainsFunc(d.Words[first:last], isHead)
}

func (d *Document) hasConjunct(m Mention) bool {
	return slices.ContainsFunc(d.Words[m.First:m.Last], func(w Word) bool {
		return w.Deprel == "conj" && w.Head >= m.First && w.Head < m.Last
	})
}

// derived returns the word of a mention that is derived from a name.
func (d *Document) derived(m Mention) (word int, ok bool) {
	i := m.Last - 1
	if m.Form != "ne" || m.Last-m.First > 2 || m.Last-m.First == 2 && d.Words[m.First].XPOS != "ART" {
		return 0, false
	}
	w := &d.Words[i]
	return i, w.XPOS == "ADJA" && strings.HasSuffix(w.Form, "er") && strings.ToLower(w.Form) != w.Form
}

//go:embed pcc.txt
var pccText string

// pccChains gives, by document, the chain that a group of PCC continues.
var pccChains = sync.OnceValue(func() map[string]map[string]string {
	docs := map[string]map[string]string{}
	for line := range strings.Lines(pccText) {
		line, _, _ = strings.Cut(line, "#")
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		chains := map[string]string{}
		for _, group := range f[1:] {
			first, rest, _ := strings.Cut(group, "=")
			for c := range strings.SplitSeq(rest, "=") {
				chains[c] = first
			}
		}
		docs[f[0]] = chains
	}
	return docs
})
