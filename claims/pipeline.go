package claims

import (
	"fmt"
	"slices"
	"strconv"
	"sync"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/blob"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/discourse"
	model "github.com/laut-nlp/laut/internal/model/attribution"
	speakers "github.com/laut-nlp/laut/internal/model/who"
	"github.com/laut-nlp/laut/internal/roles"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/spans"
	"github.com/laut-nlp/laut/internal/stop"
	"github.com/laut-nlp/laut/internal/syntax"
	"github.com/laut-nlp/laut/internal/who"
)

// models are the learned stages.
type models struct {
	spans *spans.Model
	roles *roles.Model
	who   *who.Model
}

// find finds claims by the rules and then the models, which are told what the rules found;
// least is the smallest score that is returned, and leastSpeaker that of a name.
func (m *models) find(d *extract.Document, es []entities.Entity, least float32, leastSpeaker float64, sign *stop.Sign) []Claim {
	s := scratches.Get().(*scratch)
	defer scratches.Put(s)
	n := d.Normal()
	text := syntax.Until(sign, n, entities.InNormal(d, es), saying.Cues())
	defer text.Free()
	says := saying.Find(text)
	reading, chosen := m.spans.Find(&s.spans, spans.New(says), least)
	if len(chosen) == 0 { // nobody needs to be known
		return []Claim{}
	}
	spoken := discourse.Read(says)
	list := claim.Sorted(m.roles.Find(&s.roles, reading, chosen, spoken))
	out := finish(text, list, m.who.Speakers(spoken, list))
	for i := range out {
		out[i].Speaker = out[i].Speaker.Sure(leastSpeaker)
	}
	if n != d {
		moveSpans(out, d.FromNormal)
	}
	return out
}

// moveSpans puts the spans of claims where move says.
func moveSpans(list []Claim, move func(extract.Span) extract.Span) {
	for i := range list {
		c := &list[i]
		for _, spans := range []*[]extract.Span{&c.Content, &c.Cue, &c.Frame, &c.Addressee, &c.Speaker.Spans} {
			*spans = slices.Clone(*spans) // a claim may share them with another
			for k, s := range *spans {
				(*spans)[k] = move(s)
			}
		}
	}
}

// finish returns claims with their speakers, with spans for tokens.
func finish(text *syntax.Text, list []claim.Claim, names []discourse.Speaker) []Claim {
	out := make([]Claim, len(list))
	for i := range list {
		text.Sign.Look()
		c, s := &list[i], &names[i]
		c.Content = text.WithoutAnaphor(c.Content)
		out[i] = Claim{
			Kind: Kind(c.Kind), Medium: Medium(c.Medium), Stance: Stance(c.Stance), Score: scoreOf(c.Score),
			Content: text.Spans(c.Content), Cue: text.Spans(c.Cue), Frame: text.Spans(c.Frame), Addressee: text.Spans(c.Addressee),
			Speaker: Speaker{
				Spans: s.Spans, Entity: entities.ID(s.Entity + 1), Name: s.Name, Head: s.Head, Via: Via(s.Via), Score: scoreOf(s.Score),
			},
			Parent: ID(c.Parent + 1),
		}
		for _, e := range s.Others {
			out[i].Speaker.Others = append(out[i].Speaker.Others, entities.ID(e+1))
		}
	}
	return out
}

// scoreOf returns the float64 that prints as the float32 does: .9, not .8999999761581421.
func scoreOf(score float32) float64 {
	x, _ := strconv.ParseFloat(strconv.FormatFloat(float64(score), 'g', -1, 32), 64)
	return x
}

// scratch is the memory that the models work in, which is reused for the next document.
type scratch struct {
	spans spans.Scratch
	roles roles.Scratch
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// embedded opens the embedded models on first use. It is no variable with an initial
// value, so that a program which looks for no claims does not link them.
func embedded() *models { return embeddedFile.Get(openAll, model.File) }

// openAll opens a model file, and the embedded one of who speaks.
func openAll(data string) (*models, error) {
	m, err := open(data)
	if err != nil {
		return nil, err
	}
	p, err := speakers.Open(speakers.File())
	if err != nil {
		return nil, fmt.Errorf("claims: %w", err)
	}
	m.who, err = who.Open(p.Trees, p.Least, claim.Calibration{Slope: p.Slope, Offset: p.Offset})
	return m, err
}

var embeddedFile blob.File[*models]

// open opens a model file. It returns an error if data is no model file, or is damaged or cut off,
// or was trained with other features.
func open(data string) (*models, error) {
	p, err := model.Open(data)
	if err != nil {
		return nil, err
	}
	m := &models{}
	if m.spans, err = spans.Open(p.Tokens, p.Clauses, p.Filter, claim.Calibration{Slope: p.Slope, Offset: p.Offset}); err != nil {
		return nil, fmt.Errorf("claims: %w", err)
	}
	if m.roles, err = roles.Open(p.Roles, p.Speakers, p.Mediums, p.Stances); err != nil {
		return nil, fmt.Errorf("claims: %w", err)
	}
	return m, nil
}
