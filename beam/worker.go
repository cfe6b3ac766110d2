package lautbeam

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"unicode/utf8"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/linewise"
	"github.com/laut-nlp/laut/internal/record"
)

// Namespace is that of the counters of this package: articles, claims, failures and
// files_done_before.
const Namespace = "laut"

var (
	articleCount = beam.NewCounter(Namespace, "articles")
	claimCount   = beam.NewCounter(Namespace, "claims")
	failureCount = beam.NewCounter(Namespace, "failures")
	doneCount    = beam.NewCounter(Namespace, "files_done_before")
)

// worker reads articles. It is what all transforms share; only the options travel.
type worker struct {
	Options Options
	reader  *laut.Reader
}

// Setup takes the process's reader, once for each instance of the function.
func (w *worker) Setup() (err error) {
	w.reader, err = reader(w.Options.Reader)
	return err
}

// result is an article that was read.
type result struct {
	id      export.ID
	article *laut.Article
	record  []byte // as a line, with its end
}

// line reads a line of JSON Lines. Without an id the article is named after its place; it
// is an error if it has none.
func (w *worker) line(where string, line []byte) (result, error) {
	// The decoder would replace the bytes: a file in another encoding would lose all umlauts.
	if !utf8.Valid(line) {
		return result{}, errNotUTF8
	}
	fields, err := linewise.ParseObject(line)
	if err != nil {
		return result{}, err
	}
	text, err := fields.Text()
	if err != nil {
		return result{}, err
	}
	if where == "" && !fields.Has("id") {
		return result{}, errors.New(`no "id"`)
	}
	id := export.StringID(where)
	if err := fields.ID(&id); err != nil {
		return result{}, err
	}
	return w.text(id, text)
}

var errNotUTF8 = errors.New("not valid UTF-8")

// text reads a text. Reading cannot fail; but should it ever, in the middle of a hundred
// million articles, then one article is lost and not the night.
func (w *worker) text(id export.ID, text string) (r result, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	if !utf8.ValidString(text) {
		return result{}, errNotUTF8
	}
	r = result{id: id, article: w.reader.Read(text)}
	for i := range r.article.Claims {
		c := &r.article.Claims[i]
		c.Speaker = c.Speaker.Sure(w.Options.MinSpeakerScore)
	}
	var b bytes.Buffer
	err = export.JSONLines{Tokens: w.Options.Tokens, Offsets: w.Options.Offsets}.Write(&b, id, r.article)
	r.record = b.Bytes()
	return r, err
}

func (r result) count(ctx context.Context) {
	articleCount.Inc(ctx, 1)
	claimCount.Inc(ctx, int64(len(r.article.Claims)))
}

func init() {
	beam.RegisterType(reflect.TypeFor[Claim]())
	beam.RegisterType(reflect.TypeFor[DeadLetter]())
}

// Claim is a claim with its words, for what counts, filters and fills tables. Where they
// stand in the text is in the article's record. Names of kinds, mediums, stances and labels
// are those of [export.JSONLines].
type Claim struct {
	Article string   `json:"article" beam:"article"` // the article's id
	Name    string   `json:"name" beam:"name"`       // the speaker's name; those of several are joined by claims.Several, and so are refs and labels
	Head    string   `json:"head" beam:"head"`       // the noun that stands for the speaker, to count by
	Ref     string   `json:"ref" beam:"ref"`         // the key of the speaker in a list of your own
	Label   string   `json:"label" beam:"label"`     // PER, ORG, LOC or MISC if the speaker is an entity
	Names   []string `json:"names" beam:"names"`     // each of those who speak by itself, to count by
	Stance  string   `json:"stance" beam:"stance"`
	Content []string `json:"content" beam:"content"` // what is said; several parts where the frame stands between
	Kind    string   `json:"kind" beam:"kind"`
	Medium  string   `json:"medium" beam:"medium"`
	Cue     []string `json:"cue" beam:"cue"` // the words that report
	Via     string   `json:"via" beam:"via"` // how the speaker was found
	Score   float64  `json:"score" beam:"score"`

	SpeakerScore float64 `json:"speaker_score" beam:"speaker_score"` // how probable it is that the name is right
}

func claimsOf(id export.ID, a *laut.Article) []Claim {
	words := func(spans []extract.Span) []string {
		parts := make([]string, len(spans))
		for i, s := range spans {
			parts[i] = a.Document.Slice(s)
		}
		return parts
	}
	cs := make([]Claim, len(a.Claims))
	for i, c := range a.Claims {
		cs[i] = Claim{
			Article: id.String(), Name: c.Speaker.Name, Stance: c.Stance.String(), Content: words(c.Content),
			Kind: c.Kind.String(), Medium: c.Medium.String(), Cue: words(c.Cue), Via: c.Speaker.Via.String(), Score: c.Score,
		}
		who := record.SpeakersOf(a.Speakers(c))
		cs[i].Head, cs[i].Label, cs[i].Ref = c.Speaker.Head, who.Labels, who.Refs
		cs[i].Names, cs[i].SpeakerScore = append([]string{}, c.Speaker.Names()...), c.Speaker.Score
	}
	return cs
}

// DeadLetter is what could not be read.
type DeadLetter struct {
	Where string `beam:"where"` // where it came from: FILE:LINE, FILE, the key of the element, or empty
	Error string `beam:"error"` // without the place
	Data  []byte `beam:"data"`  // what came in, byte by byte; nil if a whole file could not be read further
}

// MarshalJSON writes {"where":…,"error":…,"line":…}. Data that is not valid UTF-8, which
// JSON cannot hold, is in "base64" and not in "line".
func (d DeadLetter) MarshalJSON() ([]byte, error) {
	out := struct {
		Where string  `json:"where"`
		Error string  `json:"error"`
		Line  *string `json:"line,omitempty"`
		Bytes []byte  `json:"base64,omitempty"`
	}{Where: d.Where, Error: d.Error}
	if line := string(d.Data); d.Data != nil && utf8.ValidString(line) {
		out.Line = &line
	} else {
		out.Bytes = d.Data
	}
	return marshal(out)
}

// marshal leaves <, > and & as they are. The line ends with its end.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return b.Bytes(), err
}
