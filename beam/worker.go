package lautbeam

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/internal/linewise"
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
