package export

import (
	"bytes"
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/offsets"
)

// Brat writes and reads the standoff format of the brat annotation tool, so that people can
// correct what laut found. A document is two files of one name: WriteText writes the text
// (.txt), Write the annotation (.ann). [BratConfig] is the project's annotation.conf.
//
//   - Each mention of an entity is a text-bound PER, ORG, LOC or MISC, those of one entity
//     are an Equiv, and the attribute Form tells a part or a derived word. The note of the
//     first mention is the entity's name ("name: Lea Brunner").
//   - What is said is a text-bound Claim. HasCue, HasFrame, HasSpeaker and HasAddressee
//     lead from it to a Cue, Frame, Speaker or Addressee, SaidBy to a mention of the
//     speaker's entity, of several to one of each, Within to the enclosing Claim. Kind,
//     Medium, Stance and Via are attributes, with _or_ in mediums for the slash. The note has
//     the score, that of the speaker, and the name of one who is no entity
//     ("score: 0.97; speaker: 0.8; name: Betriebsrat"); where nobody is meant it ends with
//     an empty name.
//
// Offsets are characters (Unicode code points) of the text as WriteText writes it. Brat
// knows no annotation over the end of a line: one is cut there into fragments, and Read puts
// those together again. Of a claim without content nothing can be drawn; it is left out.
// Gender, number and roles of entities are not kept.
type Brat struct{}

// BratConfig is an annotation.conf for what [Brat] writes.
//
//go:embed brat.conf
var BratConfig string

// The types and relations of BratConfig that are no labels.
const (
	bratClaim  = "Claim"
	bratEquiv  = "Equiv"
	bratSaidBy = "SaidBy"
	bratWithin = "Within"
)

// WriteText writes the text in one call of w.Write, invalid bytes as U+FFFD. The error is
// the writer's.
func (Brat) WriteText(w io.Writer, a *laut.Article) error {
	_, err := io.WriteString(w, offsets.Valid(a.Document.String()))
	return err
}

// Write writes the annotation in one call of w.Write. The id is that of the file's name,
// which is the caller's. The error is the writer's, or names the
// id of an article that is not valid ([laut.Article.Validate]).
func (Brat) Write(w io.Writer, id ID, a *laut.Article) error {
	if err := validate(id, a); err != nil {
		return err
	}
	text := a.Document.String()
	b := &bratWriter{text: text, runes: Runes.index(text), shared: make(map[string]string)}
	first := b.entities(a)
	b.claims(a.Entities, claims.Filter(a.Claims, func(c claims.Claim) bool { return len(fragments(text, c.Content)) > 0 }), first)
	_, err := w.Write(b.out.Bytes())
	return err
}

// bratWriter numbers what it writes.
type bratWriter struct {
	text  string
	runes offsets.Index
	out   bytes.Buffer

	bounds, relations, attributes, notes int

	shared map[string]string // ids of cues, speakers and so on, by the line without its id
}

// entities writes the mentions and returns the id of the first of each entity.
func (b *bratWriter) entities(a *laut.Article) []string {
	first := make([]string, len(a.Entities))
	for i, e := range a.Entities {
		var ids []string
		for _, m := range e.Mentions {
			line, ok := b.bound(e.Label.String(), []extract.Span{m.Span})
			if !ok {
				continue
			}
			id := b.add(line)
			ids = append(ids, id)
			if m.Form != 0 {
				b.attribute("Form", id, m.Form.String())
			}
		}
		if len(ids) == 0 {
			continue
		}
		first[i] = ids[0]
		b.note(ids[0], "name: "+fold(e.Name))
		if len(ids) > 1 {
			fmt.Fprintf(&b.out, "*\t%s %s\n", bratEquiv, strings.Join(ids, " "))
		}
	}
	return first
}

// joinedNames returns the names of entities as that of one speaker.
func joinedNames(es []entities.Entity, ids []entities.ID) string {
	return strings.Join(each(ids, func(id entities.ID) string { return es[id.Index()].Name }), claims.Several)
}

// each returns what f makes of each of xs.
func each[X, Y any](xs []X, f func(X) Y) []Y {
	out := make([]Y, len(xs))
	for i, x := range xs {
		out[i] = f(x)
	}
	return out
}

func (b *bratWriter) claims(es []entities.Entity, cs []claims.Claim, first []string) {
	ids := make([]string, len(cs))
	for i, c := range cs {
		line, _ := b.bound(bratClaim, c.Content)
		id := b.add(line)
		ids[i] = id
		b.attribute("Kind", id, c.Kind.String())
		b.attribute("Medium", id, strings.ReplaceAll(c.Medium.String(), "/", "_or_"))
		b.attribute("Stance", id, c.Stance.String())
		b.attribute("Via", id, c.Speaker.Via.String())
		who := c.Speaker.Entities()
		note := "score: " + strconv.FormatFloat(c.Score, 'f', -1, 64)
		if c.Speaker.Name != "" {
			note += "; speaker: " + strconv.FormatFloat(c.Speaker.Score, 'f', -1, 64)
		}
		if name := joinedNames(es, who); name != c.Speaker.Name && (len(who) != 1 || strings.Contains(c.Speaker.Name, claims.Several)) || len(c.Speaker.Spans) > 0 && c.Speaker.Name == "" {
			note = strings.TrimSuffix(note+"; name: "+fold(c.Speaker.Name), " ")
		}
		b.note(id, note)
		for _, p := range claimParts[1:] {
			if line, ok := b.bound(p.bratType, *p.of(&c)); ok {
				if b.shared[line] == "" { // the speaker of a carried claim is that of an earlier one
					b.shared[line] = b.add(line)
				}
				b.relation("Has"+p.bratType, id, b.shared[line])
			}
		}
		for _, e := range who {
			if first[e.Index()] != "" {
				b.relation(bratSaidBy, id, first[e.Index()])
			}
		}
		if c.Parent != 0 {
			b.relation(bratWithin, id, ids[c.Parent.Index()])
		}
	}
}

// bound returns the line of a text-bound annotation without its id; false if no letter is
// in it.
func (b *bratWriter) bound(kind string, spans []extract.Span) (string, bool) {
	fs := fragments(b.text, spans)
	places, words := make([]string, len(fs)), make([]string, len(fs))
	for i, s := range fs {
		places[i] = fmt.Sprintf("%d %d", b.runes.Offset(s.Start), b.runes.Offset(s.End))
		words[i] = offsets.Valid(b.text[s.Start:s.End])
	}
	return fmt.Sprintf("%s %s\t%s", kind, strings.Join(places, ";"), strings.Join(words, " ")), len(fs) > 0
}

func (b *bratWriter) add(line string) (id string) {
	b.bounds++
	id = fmt.Sprintf("T%d", b.bounds)
	fmt.Fprintf(&b.out, "%s\t%s\n", id, line)
	return id
}

func (b *bratWriter) attribute(name, id, value string) {
	if value != "" {
		b.attributes++
		fmt.Fprintf(&b.out, "A%d\t%s %s %s\n", b.attributes, name, id, value)
	}
}

func (b *bratWriter) relation(name, from, to string) {
	b.relations++
	fmt.Fprintf(&b.out, "R%d\t%s Arg1:%s Arg2:%s\n", b.relations, name, from, to)
}

func (b *bratWriter) note(id, note string) {
	b.notes++
	fmt.Fprintf(&b.out, "#%d\tAnnotatorNotes %s\t%s\n", b.notes, id, note)
}

// breaksLine reports whether a character ends a line in brat or in the Python that reads
// its files: the control characters, the tab among them, and the separators of Unicode.
func breaksLine(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }

// fragments cuts spans where lines end; white space there belongs to none.
func fragments(text string, spans []extract.Span) (out []extract.Span) {
	for _, s := range joined(text, spans) {
		start, cut := s.Start, false
		add := func(end int, cutBehind bool) {
			f := extract.Span{Start: start, End: end}
			if cut {
				f.Start = f.End - len(strings.TrimLeftFunc(text[f.Start:f.End], unicode.IsSpace))
			}
			if cutBehind {
				f.End = f.Start + len(strings.TrimRightFunc(text[f.Start:f.End], unicode.IsSpace))
			}
			if f.Len() > 0 {
				out = append(out, f)
			}
		}
		for i, r := range text[s.Start:s.End] {
			if breaksLine(r) {
				add(s.Start+i, true)
				start, cut = s.Start+i+utf8.RuneLen(r), true
			}
		}
		add(s.End, false)
	}
	return out
}

// joined sorts spans and makes one of those that overlap or that only the end of a line
// separates, which is what fragments took apart.
func joined(text string, spans []extract.Span) (out []extract.Span) {
	spans = slices.Clone(spans)
	slices.SortStableFunc(spans, func(a, b extract.Span) int { return a.Start - b.Start })
	for _, s := range spans {
		if n := len(out); n > 0 && (s.Start < out[n-1].End || endOfLine(text[out[n-1].End:s.Start])) {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// endOfLine reports whether a gap is white space with a character at which lines end.
func endOfLine(gap string) bool {
	// A letter is found at once; the end of the line may be far away.
	return !strings.ContainsFunc(gap, func(r rune) bool { return !unicode.IsSpace(r) && !breaksLine(r) }) &&
		strings.ContainsFunc(gap, breaksLine)
}

// claimPart is a part of a claim: what is said, and what stands around it.
type claimPart struct {
	name     string
	bratType string // of the annotation in brat, to which the relation "Has" leads
	of       func(*claims.Claim) *[]extract.Span
}

// claimParts are all of them, what is said first.
var claimParts = []claimPart{
	{"content", bratClaim, func(c *claims.Claim) *[]extract.Span { return &c.Content }},
	{"cue", "Cue", func(c *claims.Claim) *[]extract.Span { return &c.Cue }},
	{"frame", "Frame", func(c *claims.Claim) *[]extract.Span { return &c.Frame }},
	{"speaker", "Speaker", func(c *claims.Claim) *[]extract.Span { return &c.Speaker.Spans }},
	{"addressee", "Addressee", func(c *claims.Claim) *[]extract.Span { return &c.Addressee }},
}
