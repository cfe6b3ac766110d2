package export

import (
	"io"
	"slices"
	"strconv"
	"unicode"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/internal/offsets"
	"github.com/laut-nlp/laut/internal/record"
)

// WebAnnotation writes an article as annotations of the W3C Web Annotation Data Model
// (Recommendation of 23 February 2017): one AnnotationPage on one line of JSON-LD, with
// an annotation for each claim (#claim-0) and for each mention of an entity (#mention-0,
// in order of the text). A page must not be empty, so an article in which nothing was
// found is an AnnotationCollection with total 0; it too has "items".
//
// Each target has two selectors. TextQuoteSelector finds the words again when the article
// was edited, by themselves and up to 32 UTF-16 units on either side, as many as programs
// in JavaScript search for at once; TextPositionSelector counts code points. Both are of the
// text as JSON holds it (see Positions).
//
// A claim whose content is interrupted has a target for each part. To the Model each of
// them is annotated alike; that they are one claim is said by laut's own data, the body of
// the types Dataset and laut:Claim, which holds all that JSON Lines do of a claim. Its keys begin with
// "laut:", so that nobody takes them for the Model's. What is not known is left out.
type WebAnnotation struct {
	// Base is what the percent-encoded id is appended to for the IRI of the article, such
	// as "https://example.org/artikel/". It has no fragment. If it is empty the IRI is a
	// URN. An id that is a web address is the IRI itself, whatever Base is.
	Base string
}

// Write writes the article in one call of w.Write, and nothing when it is not valid. The
// error is the writer's own, or names the id of an article that is not.
func (f WebAnnotation) Write(w io.Writer, id ID, a *laut.Article) error {
	r, err := recordOf(id, a, offsets.Runes, false)
	if err != nil {
		return err
	}
	return encoder(w).Encode(f.page(id, r))
}

// quoteContext is how many UTF-16 units a quote selector has before and after its words.
// diff-match-patch, with which pages find quotes again, fails on longer patterns.
const quoteContext = 32

// annotationContext lets a program that knows only the Model's context read the page.
var annotationContext = []any{
	"http://www.w3.org/ns/anno.jsonld",
	map[string]string{"laut": "https://github.com/laut-nlp/laut#"},
}

type annotationCollection struct {
	Context []any        `json:"@context,omitempty"`
	ID      string       `json:"id"`
	Type    string       `json:"type"`
	Label   string       `json:"label"` // the article's id
	Total   int          `json:"total"`
	Items   []annotation `json:"items,omitzero"`
}

type annotationPage struct {
	Context    []any                `json:"@context"`
	ID         string               `json:"id"`
	Type       string               `json:"type"`
	PartOf     annotationCollection `json:"partOf"`
	StartIndex int                  `json:"startIndex"`
	Items      []annotation         `json:"items"`
}

type annotation struct {
	ID         string `json:"id"`
	Type       string `json:"type"`
	Motivation string `json:"motivation"`
	Body       []any  `json:"body"`
	Target     any    `json:"target"` // as the Model wants: an array only of several
}

type textualBody struct {
	Type    string `json:"type"`
	Value   string `json:"value"`
	Purpose string `json:"purpose"`
}

type target struct {
	Type     string `json:"type"`
	Source   string `json:"source"`
	Selector [2]any `json:"selector"`
}

type quoteSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
}

type positionSelector struct {
	Type string `json:"type"`
	offsets.Range
}

// node is a reference to what is described elsewhere on the page.
type node struct {
	ID string `json:"id"`
}

type claimData struct {
	ID        string          `json:"id"`
	Type      [2]string       `json:"type"`
	Kind      string          `json:"laut:kind,omitempty"`
	Medium    string          `json:"laut:medium,omitempty"`
	Stance    string          `json:"laut:stance,omitempty"`
	Content   []offsets.Range `json:"laut:content,omitempty"`
	Cue       []offsets.Range `json:"laut:cue,omitempty"`
	Frame     []offsets.Range `json:"laut:frame,omitempty"`
	Addressee []offsets.Range `json:"laut:addressee,omitempty"`
	Speaker   *speakerData    `json:"laut:speaker,omitempty"`
	Parent    *node           `json:"laut:parent,omitempty"` // the annotation of the enclosing claim
	Score     float64         `json:"laut:score"`
}

type speakerData struct {
	Spans   []offsets.Range `json:"laut:spans,omitempty"`
	Name    string          `json:"laut:name"`
	Via     string          `json:"laut:via"`
	Entity  any             `json:"laut:entity,omitempty"`  // as the Model wants: an array only of several
	Mention any             `json:"laut:mention,omitempty"` // the annotation of the name that the spans hold, likewise
	Score   float64         `json:"laut:score"`
}

type mentionData struct {
	ID     string     `json:"id"`
	Type   [2]string  `json:"type"`
	Form   string     `json:"laut:form"`
	Entity entityData `json:"laut:entity"`
}

type entityData struct {
	ID    string `json:"id"`
	Type  string `json:"type"`
	Name  string `json:"laut:name"`
	Label string `json:"laut:label"`
}

// annotator makes the annotations of one article.
type annotator struct {
	source   string
	text     []rune // as JSON holds it: an invalid byte is U+FFFD
	record   *record.Record
	mentions map[int][]int // the mentions of an entity, in order of the text
}

func (f WebAnnotation) page(id ID, r *record.Record) any {
	t := annotator{
		source:   source(f.Base, id),
		text:     []rune(r.Text),
		record:   r,
		mentions: make(map[int][]int),
	}
	for i, m := range t.record.Entities {
		t.mentions[m.ID] = append(t.mentions[m.ID], i)
	}
	items := []annotation{}
	for i := range t.record.Claims {
		items = append(items, t.claim(i))
	}
	for i := range t.record.Entities {
		items = append(items, t.mention(i))
	}
	all := annotationCollection{ID: t.source + "#annotations", Type: "AnnotationCollection", Label: id.String(), Total: len(items)}
	if len(items) == 0 {
		all.Context, all.Items = annotationContext, items
		return all
	}
	return annotationPage{
		Context: annotationContext, ID: t.source + "#page-0", Type: "AnnotationPage", PartOf: all, Items: items,
	}
}

func (t *annotator) claim(i int) annotation {
	c := t.record.Claims[i]
	id := t.fragment("claim", i)
	data := claimData{
		ID: id + "-data", Type: [2]string{"Dataset", "laut:Claim"},
		Kind: c.Kind, Medium: c.Medium, Stance: c.Stance,
		Content: c.Content, Cue: c.Cue, Frame: c.Frame, Addressee: c.Addressee, Score: c.Score,
	}
	if c.Parent >= 0 {
		data.Parent = &node{t.fragment("claim", c.Parent)}
	}
	var body []any
	if s := c.Speaker; s.Name != "" {
		body = append(body, textualBody{"TextualBody", s.Name, "describing"})
		data.Speaker = &speakerData{Spans: s.Spans, Name: s.Name, Via: s.Via, Score: s.Score}
		var who, named []node
		for _, e := range s.Entities {
			who = append(who, node{t.fragment("entity", e)})
			if m := t.named(s.Spans, e); m != nil {
				named = append(named, *m)
			}
		}
		data.Speaker.Entity, data.Speaker.Mention = oneOrMore(who), oneOrMore(named)
	}
	for _, tag := range []string{c.Kind, c.Medium, c.Stance} {
		if tag != "" {
			body = append(body, textualBody{"TextualBody", tag, "tagging"})
		}
	}
	return annotation{
		ID: id, Type: "Annotation", Motivation: "describing", Body: append(body, data), Target: t.target(c.Content),
	}
}

func (t *annotator) mention(i int) annotation {
	m := t.record.Entities[i]
	id := t.fragment("mention", i)
	return annotation{
		ID: id, Type: "Annotation", Motivation: "identifying",
		Body: []any{
			textualBody{"TextualBody", m.Name, "identifying"},
			textualBody{"TextualBody", m.Label, "tagging"},
			mentionData{
				ID: id + "-data", Type: [2]string{"Dataset", "laut:Mention"}, Form: m.Form,
				Entity: entityData{ID: t.fragment("entity", m.ID), Type: "laut:Entity", Name: m.Name, Label: m.Label},
			},
		},
		Target: t.target([]offsets.Range{m.Range}),
	}
}

func (t *annotator) fragment(kind string, i int) string {
	return t.source + "#" + kind + "-" + strconv.Itoa(i)
}

// oneOrMore returns nodes as the Model wants them: an array only of several, nil of none.
func oneOrMore(ns []node) any {
	switch len(ns) {
	case 0:
		return nil
	case 1:
		return ns[0]
	}
	return ns
}

// named returns the first mention of an entity that speaks in the speaker's words; nil if a
// pronoun or a noun stands for the name.
func (t *annotator) named(words []offsets.Range, entity int) *node {
	ms := t.mentions[entity]
	for _, r := range words {
		i, _ := slices.BinarySearchFunc(ms, r.Start, func(m, at int) int { return t.record.Entities[m].Start - at })
		if i < len(ms) && t.record.Entities[ms[i]].End <= r.End {
			return &node{t.fragment("mention", ms[i])}
		}
	}
	return nil
}

// target returns the targets of spans. What has no span is said of the whole article.
func (t *annotator) target(spans []offsets.Range) any {
	if len(spans) == 0 {
		return t.source
	}
	ts := make([]target, len(spans))
	for i, r := range spans {
		from, to := t.around(r)
		ts[i] = target{Type: "SpecificResource", Source: t.source, Selector: [2]any{
			quoteSelector{"TextQuoteSelector", string(t.text[r.Start:r.End]), string(t.text[from:r.Start]), string(t.text[r.End:to])},
			positionSelector{"TextPositionSelector", r},
		}}
	}
	if len(ts) == 1 {
		return ts[0]
	}
	return ts
}

// around returns where the prefix of a quote starts and its suffix ends: no further than
// quoteContext away, and not between two that a reader sees as one character.
func (t *annotator) around(r offsets.Range) (from, to int) {
	from, to = r.Start, r.End
	for n := quoteContext; from > 0; from-- {
		if n -= offsets.UTF16.Len(t.text[from-1]); n < 0 {
			break
		}
	}
	for 0 < from && from < r.Start && oneCharacter(t.text[from-1], t.text[from]) {
		from++
	}
	for n := quoteContext; to < len(t.text); to++ {
		if n -= offsets.UTF16.Len(t.text[to]); n < 0 {
			break
		}
	}
	for r.End < to && to < len(t.text) && oneCharacter(t.text[to-1], t.text[to]) {
		to--
	}
	return from, to
}

// oneCharacter reports whether two code points that follow each other are one character to a
// reader: a mark on its letter, a sequence of emoji, the two letters of a flag. A row of
// flags is taken for one, which costs context and cuts none.
func oneCharacter(a, b rune) bool {
	const joiner = '\u200D'
	regional := func(r rune) bool { return 0x1F1E6 <= r && r <= 0x1F1FF }
	return unicode.Is(unicode.M, b) || a == joiner || b == joiner ||
		0x1F3FB <= b && b <= 0x1F3FF || // tones of skin
		regional(a) && regional(b) || a == '\r' && b == '\n'
}
