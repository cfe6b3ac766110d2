package export

import (
	"cmp"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/extract"
)

// layer is what a passage marks. Of two with the same span, the lesser one encloses
// the other.
type layer uint8

const (
	claimLayer   layer = iota // something said
	speakerLayer              // words for who says it
	cueLayer                  // words that report it
	nameLayer                 // a mention of an entity
)

// passage is a span to be marked in the text.
type passage struct {
	extract.Span
	layer layer
	of    int  // the claim, the number of a cue's or a speaker's words, the entity
	nth   int  // the mention of the entity
	last  bool // the claim's last span
}

// deepest is how many passages lie in one another at most. Without a limit, a text
// with many that overlap would take quadratic space; news need four or five.
const deepest = 8

// writeText writes the text, each paragraph as an element and what stands between them
// as it is.
func (v *view) writeText() {
	v.WriteString("<div class=\"laut-text\" lang=\"de\">")
	text := v.a.Document.String()
	m := marker{view: v, text: text, waiting: v.passages()}
	at, titled := 0, false
	paragraphs := v.a.Document.Paragraphs()
	for i, p := range paragraphs {
		v.writeGap(text[at:p.Start])
		tag := "p"
		if p.Kind == extract.Heading {
			tag = "h3"
			if !titled {
				tag, titled = "h2", true
			}
		}
		next := len(text)
		if i+1 < len(paragraphs) {
			next = paragraphs[i+1].Start
		}
		v.printf("<%s class=\"laut-%s\">", tag, strings.ReplaceAll(p.Kind.String(), "_", "-"))
		m.write(p.Span, next)
		v.printf("</%s>", tag)
		at = p.End
	}
	v.writeGap(text[at:])
	v.WriteString("</div>\n")
}

// writeGap writes what stands between paragraphs. What is more than white space to HTML,
// such as a no-break space, would get a line of its own, and is hidden.
func (v *view) writeGap(s string) {
	if strings.Trim(s, " \t\n\f\r") == "" {
		v.WriteString(escape(s))
		return
	}
	v.printf("<span hidden>%s</span>", escape(s))
}

// passages returns what is to be marked in the text, in order, and numbers the words
// for speakers and the cues.
func (v *view) passages() []passage {
	var as []passage
	number := func(l layer, spans []extract.Span) {
		for _, s := range v.within(spans) {
			a := passage{Span: s, layer: l}
			if _, ok := v.marks[a]; !ok {
				v.marks[a] = len(v.marks)
				a.of = v.marks[a]
				as = append(as, a)
			}
		}
	}
	for i, c := range v.a.Claims {
		spans := v.within(c.Content)
		for j, s := range spans {
			as = append(as, passage{Span: s, layer: claimLayer, of: i, last: j == len(spans)-1})
		}
		number(speakerLayer, c.Speaker.Spans)
		number(cueLayer, c.Cue)
	}
	for i, e := range v.a.Entities {
		for j, m := range e.Mentions {
			for _, s := range v.within([]extract.Span{m.Span}) {
				as = append(as, passage{Span: s, layer: nameLayer, of: i, nth: j})
			}
		}
	}
	slices.SortStableFunc(as, func(a, b passage) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.layer, b.layer))
	})
	return as
}

// within returns the spans that hold some of the text, from rune to rune.
func (v *view) within(spans []extract.Span) []extract.Span {
	text := v.a.Document.String()
	var out []extract.Span
	for _, s := range spans {
		s.Start, s.End = max(s.Start, 0), min(s.End, len(text))
		if s.Start < s.End {
			s.Start, s.End = runeStart(text, s.Start), runeStart(text, s.End)
		}
		if s.Start < s.End {
			out = append(out, s)
		}
	}
	return out
}

// marker writes text with elements around what is annotated. Elements cannot cross: what
// overlaps one that ends is closed with it and opened again after it.
type marker struct {
	*view
	text    string
	waiting []passage // not yet opened, in order
	open    []passage // the outermost first
}

// write writes a paragraph. next is where the one after it starts: what ends before that
// ends with this one.
func (m *marker) write(p extract.Span, next int) {
	for _, a := range m.open {
		m.writeStart(a)
	}
	for at := p.Start; at < p.End; {
		stop := m.begin(at, p.End)
		m.WriteString(escape(m.text[at:stop]))
		if at = stop; at < p.End {
			m.end(at, false)
		}
	}
	m.end(next, true)
}

// begin opens what has begun at an offset, as far as there is room, and returns where
// something next begins or ends before stop.
func (m *marker) begin(at, stop int) int {
	for len(m.open) < deepest && len(m.waiting) > 0 && m.waiting[0].Start <= at {
		a := m.waiting[0]
		m.waiting = m.waiting[1:]
		if a.End > at {
			m.writeStart(a)
			m.open = append(m.open, a)
		}
	}
	if len(m.open) < deepest && len(m.waiting) > 0 {
		stop = min(stop, m.waiting[0].Start)
	}
	for _, a := range m.open {
		stop = min(stop, a.End)
	}
	return stop
}

// end closes what ends at an offset or before it, and at the end of a paragraph the
// rest, which goes on in the next one. After a claim stands a place for who made it,
// which the style sheet fills: it is no part of the text.
func (m *marker) end(at int, paragraph bool) {
	ends := func(a passage) bool { return a.End <= at }
	first := slices.IndexFunc(m.open, func(a passage) bool { return paragraph || ends(a) })
	if first < 0 {
		return
	}
	by := ""
	for _, a := range slices.Backward(m.open[first:]) {
		m.WriteString("</span>")
		if a.last && ends(a) && by != m.speaks[a.of].initials {
			by = m.speaks[a.of].initials
			m.printf("<span class=\"laut-by\" data-by=\"%s\" aria-hidden=\"true\"></span>", escape(by))
		}
	}
	rest := slices.DeleteFunc(m.open[first:], ends)
	m.open = m.open[:first+len(rest)]
	if !paragraph {
		for _, a := range rest {
			m.writeStart(a)
		}
	}
}

func (m *marker) writeStart(a passage) {
	switch a.layer {
	case claimLayer:
		m.printf(`<span class="laut-claim" data-claim="%d" data-kind="%s">`, a.of, m.a.Claims[a.of].Kind)
	case speakerLayer:
		m.printf(`<span class="laut-who" data-mark="%d">`, a.of)
	case cueLayer:
		m.printf(`<span class="laut-cue" data-mark="%d">`, a.of)
	case nameLayer:
		e := m.a.Entities[a.of]
		m.printf(`<span class="laut-name" data-entity="%d" data-label="%s" data-form="%s" title="%s">`,
			e.ID.Index(), e.Label, e.Mentions[a.nth].Form, excerpt(nameColumns, e.Name))
	}
}
