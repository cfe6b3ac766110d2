package export

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/offsets"
	"github.com/laut-nlp/laut/internal/record"
)

// CSV writes a row a claim, for spreadsheets and data frames, after RFC 4180. The first
// row names the columns:
//
//	article    the article's id
//	name       the speaker's name: that of the entity, else who it is in few words
//	label      PER, ORG, LOC or MISC if the speaker is an entity
//	ref        the speaker's key in the user's own lists of names
//	stance     what the cue says of the claim: asserts, denies, ...
//	text       what is said, parts that stand apart joined with " … "
//	kind       direct, indirect, continued, free_indirect, reported
//	medium     speech, writing, thought, speech/writing, ...
//	cue        the words that report
//	speaker    the words that stand for the speaker
//	via        how the speaker was found: name, noun, pronoun, carried, ...
//	addressee  the words that say to whom
//	score      from 0 to 1
//	start, end offsets of the whole content
//	spans      offsets of each part: "12-30 42-50"
//	speaker_score  from 0 to 1: how probable it is that name is right
//
// Of several speakers name, label and ref have those of each, with " / " between them. What is not known is an empty cell. White space in a cell becomes one space, so that a
// row is a line, and control and format characters are left out; the offsets tell where
// the text stands as it is. They count in the unit asked for, in the text as [JSONLines]
// writes it. An article without claims has no row.
type CSV struct {
	Offsets Unit // what offsets count

	// Excel writes for German Excel: a byte order mark, semicolons, decimal commas and
	// lines that end with CR LF. An apostrophe stands before cells that a spreadsheet
	// would run as a formula (= + - @) and before spans, which it would take for dates.
	Excel bool
}

var csvColumns = []string{
	"article", "name", "label", "ref", "stance", "text", "kind", "medium", "cue",
	"speaker", "via", "addressee", "score", "start", "end", "spans", "speaker_score",
}

// Begin writes the names of the columns. The error is the writer's.
func (f CSV) Begin(w io.Writer) error {
	var b bytes.Buffer
	if f.Excel {
		b.WriteString("\uFEFF")
	}
	return f.rows(w, &b, [][]string{csvColumns})
}

// Write writes the article's claims in one call of w.Write. The error is the writer's,
// or names the id of an article that is not valid ([laut.Article.Validate]).
func (f CSV) Write(w io.Writer, id ID, a *laut.Article) error {
	if err := validate(id, a); err != nil {
		return err
	}
	x := f.Offsets.index(a.Document.String())
	rows := make([][]string, len(a.Claims))
	for i, c := range a.Claims {
		rows[i] = f.row(id, a, c, x)
	}
	return f.rows(w, new(bytes.Buffer), rows)
}

// End writes nothing.
func (CSV) End(io.Writer) error { return nil }

func (f CSV) rows(w io.Writer, b *bytes.Buffer, rows [][]string) error {
	c := csv.NewWriter(b)
	if f.Excel {
		c.Comma, c.UseCRLF = ';', true
	}
	if err := c.WriteAll(rows); err != nil || b.Len() == 0 {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

func (f CSV) row(id ID, a *laut.Article, c claims.Claim, x offsets.Index) []string {
	words := func(spans []extract.Span) string { return f.cell(a.Document.Text(spans...)) }
	who := record.SpeakersOf(a.Speakers(c))
	score, speakerScore := strconv.FormatFloat(c.Score, 'f', -1, 64), strconv.FormatFloat(c.Speaker.Score, 'f', -1, 64)
	if c.Speaker.Name == "" {
		speakerScore = ""
	}
	start, end, spans := "", "", ""
	if n := len(c.Content); n > 0 {
		start, end = strconv.Itoa(x.Offset(c.Content[0].Start)), strconv.Itoa(x.Offset(c.Content[n-1].End))
		parts := make([]string, n)
		for i, s := range c.Content {
			parts[i] = fmt.Sprintf("%d-%d", x.Offset(s.Start), x.Offset(s.End))
		}
		spans = strings.Join(parts, " ")
	}
	if f.Excel {
		score, speakerScore = strings.Replace(score, ".", ",", 1), strings.Replace(speakerScore, ".", ",", 1)
		if spans != "" {
			spans = "'" + spans
		}
	}
	return []string{
		f.cell(id.String()), f.cell(c.Speaker.Name), who.Labels, f.cell(who.Refs), c.Stance.String(), words(c.Content),
		c.Kind.String(), c.Medium.String(), words(c.Cue), words(c.Speaker.Spans), c.Speaker.Via.String(),
		words(c.Addressee), score, start, end, spans, speakerScore,
	}
}

// cell returns the text of a cell. White space at its start is gone by then, so that none
// can hide a formula.
func (f CSV) cell(s string) string {
	s = oneLine(math.MaxInt, s)
	if f.Excel && strings.IndexAny(s, "=+-@＝＋－＠") == 0 {
		return "'" + s
	}
	return s
}
