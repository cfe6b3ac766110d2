package export

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/linewise"
	"github.com/laut-nlp/laut/internal/offsets"
)

// Read reads a document back, as Write wrote it or as people left it in brat. The order of
// the lines does not matter. What is not annotated is not known, but:
//
//   - Mentions without a common Equiv, and those with different labels, are entities of
//     their own. An entity without a note is called like its longest mention.
//   - A claim without a Kind is direct if it begins with a quotation mark, else indirect;
//     one without a score has 1, since a person drew it, and so has a speaker.
//   - A speaker who is said by no entity has the name of the note, else that of the words;
//     several are in the order of their relations, and the note names them where not all are
//     entities.
//
// Each line that makes no sense is an error that begins with name and its number, and all
// of them are joined ([errors.Join]); the article has the rest. It is nil only if the text
// cannot be read. Invalid bytes of the text become U+FFFD. Time and memory are linear, but
// for the sorting.
func (Brat) Read(text, ann io.Reader, name string) (*laut.Article, error) {
	data, err := io.ReadAll(text)
	if err != nil {
		return nil, fmt.Errorf("%s: its text: %w", name, err)
	}
	d := extract.Parse(offsets.Valid(string(data)))
	r := &bratReader{doc: d, at: offsets.NewPositions(d.String(), offsets.Runes), bounds: make(map[string]*bratBound)}
	// What refers to text-bound annotations may stand before them.
	var rest []linewise.Line
	for l := range linewise.Of(ann, name) {
		switch {
		case l.Err != nil:
			r.wrong(l.Where, l.Err)
		case l.Data[0] == 'T':
			r.wrong(l.Where, r.bound(string(l.Data)))
		default:
			rest = append(rest, l)
		}
	}
	r.equiv = make(map[*bratBound]*bratBound)
	for _, l := range rest {
		r.wrong(l.Where, r.line(l.Where, string(l.Data)))
	}
	a := &laut.Article{Document: d}
	var index map[*bratBound]int
	a.Entities, index = r.entities()
	a.Claims = r.claims(a.Entities, index)
	return a, errors.Join(r.errs...)
}

// bratReader holds the annotations of a document while they are read.
type bratReader struct {
	doc    *extract.Document
	at     *offsets.Positions
	bounds map[string]*bratBound
	equiv  map[*bratBound]*bratBound // a forest: what is one entity has one root
	errs   []error
}

// bratBound is a text-bound annotation with all that is said of it.
type bratBound struct {
	number int
	kind   string
	spans  []extract.Span
	tokens int

	form     entities.Form
	claim    claims.Claim              // its attributes
	name     *string                   // of the note
	parts    map[string][]extract.Span // those beside what is said, by their types
	saidBy   []*bratBound
	within   *bratBound
	withinAt string // the line of within
}

func (b *bratBound) isName() bool { return slices.Contains(bratLabels, b.kind) }

var bratLabels = []string{entities.PER.String(), entities.ORG.String(), entities.LOC.String(), entities.MISC.String()}

func (r *bratReader) wrong(where string, err error) {
	if err != nil {
		r.errs = append(r.errs, fmt.Errorf("%s: %w", where, err))
	}
}

// bound reads "T1	PER 0 5;7 9	words words".
func (r *bratReader) bound(line string) error {
	f := strings.SplitN(line, "\t", 3)
	if len(f) < 2 {
		return errors.New("no tab between id and type")
	}
	number, err := strconv.Atoi(f[0][1:])
	if err != nil || number < 0 || f[0] != fmt.Sprintf("T%d", number) {
		return fmt.Errorf("%q is no id", f[0])
	}
	if r.bounds[f[0]] != nil {
		return fmt.Errorf("%s is there twice", f[0])
	}
	kind, places, _ := strings.Cut(f[1], " ")
	b := &bratBound{number: number, kind: kind, parts: make(map[string][]extract.Span)}
	b.claim.Score, b.claim.Speaker.Score = 1, 1
	if !b.isName() && !slices.ContainsFunc(claimParts, func(p claimPart) bool { return p.bratType == kind }) {
		return fmt.Errorf("unknown type %q", kind)
	}
	var words []string
	for fragment := range strings.SplitSeq(places, ";") {
		start, end, _ := strings.Cut(fragment, " ")
		from, err1 := strconv.Atoi(start)
		to, err2 := strconv.Atoi(end)
		if err1 != nil || err2 != nil || from == to {
			return fmt.Errorf("%q is no range of characters", fragment)
		}
		s, err := r.at.Span(offsets.Range{Start: from, End: to})
		if err != nil {
			return err
		}
		b.spans = append(b.spans, s)
		words = append(words, r.doc.Slice(s))
	}
	if want := fold(strings.Join(words, " ")); len(f) > 2 && fold(f[2]) != want {
		return fmt.Errorf("%s: the text has %q there, not %q", f[0], want, fold(f[2]))
	}
	if b.spans = joined(r.doc.String(), b.spans); b.isName() && len(b.spans) > 1 {
		return fmt.Errorf("%s: a name of several parts", f[0])
	}
	for _, s := range b.spans {
		first, last := r.doc.TokensIn(s)
		b.tokens += last - first
	}
	r.bounds[f[0]] = b
	return nil
}

// line reads a line that says something of text-bound annotations.
func (r *bratReader) line(where, line string) error {
	id, data, _ := strings.Cut(line, "\t")
	data, note, _ := strings.Cut(data, "\t")
	f := strings.Fields(data)
	switch {
	case id[0] == 'N', id[0] == '#' && (len(f) != 2 || f[1][0] != 'T'):
		return nil // links to databases, and notes on other things
	case id[0] == '#':
		b, err := r.find(f[1])
		if err == nil {
			err = b.note(note)
		}
		return err
	case (id[0] == 'A' || id[0] == 'M') && len(f) == 3:
		b, err := r.find(f[1])
		if err == nil {
			err = b.attribute(f[0], f[2])
		}
		return err
	case id == "*" && len(f) > 1 && f[0] == bratEquiv:
		return r.same(f[1:])
	case id[0] == 'R' && len(f) == 3:
		from, err := r.argument(f[1], "Arg1:")
		if err != nil {
			return err
		}
		to, err := r.argument(f[2], "Arg2:")
		if err != nil {
			return err
		}
		return r.relation(where, f[0], from, to)
	}
	return fmt.Errorf("%.20q is no annotation that laut knows", line)
}

func (r *bratReader) find(id string) (*bratBound, error) {
	if b := r.bounds[id]; b != nil {
		return b, nil
	}
	return nil, fmt.Errorf("%s is not there", id)
}

func (r *bratReader) argument(s, prefix string) (*bratBound, error) {
	id, ok := strings.CutPrefix(s, prefix)
	if !ok {
		return nil, fmt.Errorf("%q does not begin with %s", s, prefix)
	}
	return r.find(id)
}

// note reads what Write wrote; what people wrote there is theirs.
func (b *bratBound) note(note string) error {
	for _, x := range []struct {
		key   string
		score *float64
	}{{"score: ", &b.claim.Score}, {"speaker: ", &b.claim.Speaker.Score}} {
		score, ok := strings.CutPrefix(note, x.key)
		if !ok || b.kind != bratClaim {
			continue
		}
		score, rest, _ := strings.Cut(score, "; ")
		v, err := strconv.ParseFloat(score, 64)
		if err != nil || !(v >= 0 && v <= 1) {
			return fmt.Errorf("%q is no score from 0 to 1", score)
		}
		*x.score = v
		note = rest
	}
	if name, ok := strings.CutPrefix(note, "name:"); ok && (name == "" || name[0] == ' ') {
		name = strings.TrimSpace(name)
		b.name = &name
	}
	return nil
}

func (b *bratBound) attribute(name, value string) (err error) {
	switch c := &b.claim; {
	case name == "Form" && b.isName():
		err = b.form.UnmarshalText([]byte(value))
	case name == "Kind" && b.kind == bratClaim:
		err = c.Kind.UnmarshalText([]byte(value))
	case name == "Medium" && b.kind == bratClaim:
		err = c.Medium.UnmarshalText([]byte(strings.ReplaceAll(value, "_or_", "/")))
	case name == "Stance" && b.kind == bratClaim:
		err = c.Stance.UnmarshalText([]byte(value))
	case name == "Via" && b.kind == bratClaim:
		err = c.Speaker.Via.UnmarshalText([]byte(value))
	default:
		err = fmt.Errorf("no attribute %s of a %s", name, b.kind)
	}
	return err
}

func (r *bratReader) relation(where, name string, from, to *bratBound) error {
	if from.kind != bratClaim {
		return fmt.Errorf("%s begins at a %s, not at a %s", name, from.kind, bratClaim)
	}
	switch part, has := strings.CutPrefix(name, "Has"); {
	case name == bratSaidBy && to.isName():
		from.saidBy = append(from.saidBy, to)
	case name == bratWithin && to.kind == bratClaim:
		from.within, from.withinAt = to, where
	case has && to.kind == part && to.kind != bratClaim:
		from.parts[part] = append(from.parts[part], to.spans...)
	default:
		return fmt.Errorf("no relation %s to a %s", name, to.kind)
	}
	return nil
}

// same joins the mentions of an Equiv to those that they have been joined to.
func (r *bratReader) same(ids []string) error {
	var first *bratBound
	for _, id := range ids {
		b, err := r.find(id)
		switch {
		case err != nil:
			return err
		case !b.isName():
			return fmt.Errorf("%s of a %s", bratEquiv, b.kind)
		case first == nil:
			first = b
		}
		if a, b := r.root(first), r.root(b); a != b {
			r.equiv[b] = a
		}
	}
	return nil
}

// root halves the paths that it walks, so that long chains cost little.
func (r *bratReader) root(b *bratBound) *bratBound {
	for r.equiv[b] != nil {
		if next := r.equiv[r.equiv[b]]; next != nil {
			r.equiv[b] = next
		}
		b = r.equiv[b]
	}
	return b
}
