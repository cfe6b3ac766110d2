package claims

import (
	"cmp"
	"slices"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// found is a claim in the making; its parts are tokens in order.
type found struct {
	kind      Kind
	medium    Medium
	stance    Stance
	content   []int
	cue       []int
	frame     []int
	speaker   []int
	addressee []int
	via       Via
	first     int // the unit it begins in
	unit      int // the unit it ends in
	parent    int // index in the list, or -1
	score     float32
}

// Extractor finds claims. It is immutable and safe for concurrent use.
type Extractor struct{}

// Rules returns the extractor that works by hand-written rules and word lists
// alone. It links no weights learned from the quotations corpus.
//
// The rules read punctuation, word order and mood, in this order: quotation
// marks and who speaks before or behind them; verbs of saying with a content
// clause; sources (laut, nach Angaben, zufolge, so); sentences in the
// Konjunktiv that go on without a frame; and what is told with sollen.
func Rules() *Extractor { return &Extractor{} }

// Extract finds the claims of a document in order of their content. es are its
// entities as entities.Tag returns them. Time and memory are linear in the text;
// in a sentence of more than 2000 tokens only direct quotations are found.
func (x *Extractor) Extract(d *extract.Document, es []entities.Entity) []Claim {
	a := analyse(d, es)
	r := rules{analysis: a, claimed: make([]int, len(a.ws))}
	for i := range r.claimed {
		r.claimed[i] = -1
	}
	for u := range a.units {
		if a.units[u].furniture {
			continue
		}
		r.unit(u)
	}
	r.resolve()
	return r.claims()
}

// Extract finds the claims of a document with the default extractor.
func Extract(d *extract.Document, es []entities.Entity) []Claim { return Rules().Extract(d, es) }

// rules is the state of one run over a document.
type rules struct {
	*analysis
	list    []found
	claimed []int // by token: the claim whose content or frame it is part of, or -1
}

// unit finds the claims of one unit.
func (r *rules) unit(u int) {
	n := len(r.list)
	r.direct(u)
	if r.units[u].long() {
		return
	}
	if r.units[u].heading {
		r.nested(u, n)
		return
	}
	if c := r.claimed[r.units[u].first]; c >= 0 && c < n { // behind a colon, it is what the sentence before announces
		r.nested(u, c)
		return
	}
	r.indirect(u)
	r.sources(u)
	r.whereby(u)
	if len(r.list) == n {
		r.anaphoric(u)
	}
	if len(r.list) == n {
		r.reported(u)
	}
	if len(r.list) == n {
		r.continued(u)
	}
	if len(r.list) == n {
		r.hearsay(u)
	}
	r.nested(u, n)
}

// add appends a claim and marks its tokens.
func (r *rules) add(f found) int {
	f.parent, f.first = -1, f.unit
	r.list = append(r.list, f)
	id := len(r.list) - 1
	for _, ts := range [...][]int{f.content, f.frame} {
		for _, t := range ts {
			r.claimed[t] = id
		}
	}
	return id
}

// free reports whether none of the tokens belongs to a claim yet.
func (r *rules) free(ts []int) bool {
	for _, t := range ts {
		if r.claimed[t] >= 0 {
			return false
		}
	}
	return len(ts) > 0
}

// claims turns what was found into the result, in order of content.
func (r *rules) claims() []Claim {
	order := make([]int, len(r.list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		f, g := &r.list[i], &r.list[j]
		return cmp.Or(cmp.Compare(f.content[0], g.content[0]), cmp.Compare(len(g.content), len(f.content)))
	})
	place := make([]int, len(order))
	for k, i := range order {
		place[i] = k
	}
	out := make([]Claim, len(order))
	for k, i := range order {
		f := &r.list[i]
		c := &out[k]
		*c = Claim{
			Kind: f.kind, Medium: f.medium, Stance: f.stance, Parent: -1, Score: f.score,
			Content: r.spans(f.content), Cue: r.spans(f.cue), Frame: r.spans(f.frame), Addressee: r.spans(f.addressee),
		}
		if f.parent >= 0 {
			c.Parent = place[f.parent]
		}
		c.Speaker = r.speaker(f)
	}
	return out
}
