package eval

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/laut-nlp/laut/extract"
)

// Aspect is what a [Difference] is about.
type Aspect string

// The aspects, those of claims before those of entities.
const (
	AspectClaim   Aspect = "claim" // it is missing or one too many
	AspectContent Aspect = "content"
	AspectKind    Aspect = "kind"
	AspectStance  Aspect = "stance"
	AspectMedium  Aspect = "medium"
	AspectName    Aspect = "name" // of the speaker
	AspectParent  Aspect = "parent"

	AspectEntity Aspect = "entity" // it is missing or one too many
	AspectLabel  Aspect = "label"
)

// Difference is one thing that was read otherwise than it should be.
type Difference struct {
	Aspect Aspect
	Of     string       // what is said, or the entity's name
	Span   extract.Span // the place in the text: the content, or the entity's first mention
	extract.Position
	Got, Want string // what was found and what is right; "" for nothing and nobody
}

// String returns the difference on a line, with its place first. Long texts are cut in the
// middle, but for contents.
//
//	3:14: „Wir zahlen“: name: found Bern; right is Anna Meier
func (d Difference) String() string {
	aspect, got, want := string(d.Aspect)+": ", d.Got, d.Want
	none := "nothing"
	switch d.Aspect {
	case AspectClaim, AspectEntity:
		aspect = "" // what is found and right tells
	case AspectName:
		none = nobody
	case AspectParent:
		got, want = shorten(got), shorten(want)
	}
	return fmt.Sprintf("%s: %s: %sfound %s; right is %s", d.Position, shorten(d.Of), aspect, cmp.Or(got, none), cmp.Or(want, none))
}

// nobody is what a message calls a speaker without a name.
const nobody = "nobody"

// shorten cuts a text between words to what is enough to find it again.
func shorten(s string) string {
	const head, tail = 40, 20
	r := []rune(s)
	if len(r) <= head+tail+5 {
		return s
	}
	from, to := string(r[:head]), string(r[len(r)-tail:])
	if i := strings.LastIndexByte(from, ' '); i > 0 {
		from = from[:i]
	}
	if i := strings.IndexByte(to, ' '); i >= 0 {
		to = to[i+1:]
	}
	return from + " … " + to
}
