package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"strconv"
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/linewise"
)

// wikinews is the file of the annotation of articles whose texts stand elsewhere.
const wikinews = "wikinews.txt"

// Wikinews yields the annotated articles of German Wikinews, whose annotation the package
// contains, with their texts from a file of JSON Lines, which may be packed by gzip: each
// line has the "id" and the "text" of an article, and perhaps more. The training part of the
// quotations of Petersen-Frey and Biemann (2024) is such a file. An article whose text is
// missing or has another checksum is yielded as an error. The texts are kept in memory.
func Wikinews(name string) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		texts, err := readTexts(name)
		if err != nil {
			yield(Article{}, err)
			return
		}
		f, err := files.Open(wikinews)
		if err != nil {
			yield(Article{}, err)
			return
		}
		for a, err := range read(f, wikinews, texts) {
			if err == nil {
				a.Genre, a.Split = "wikinews", Train
			}
			if !yield(a, err) {
				return
			}
		}
	}
}

// texts are texts by the ids of their articles, and where they are from.
type texts struct {
	name string
	of   map[string]string
}

func readTexts(name string) (*texts, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r, err := linewise.Unpack(f, name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	t := &texts{name, make(map[string]string)}
	for l := range linewise.Of(r, name) {
		if l.Err != nil {
			return nil, fmt.Errorf("%s: %w", l.Where, l.Err)
		}
		var article struct{ ID, Text string }
		if err := json.Unmarshal(l.Data, &article); err != nil {
			return nil, fmt.Errorf("%s: %w", l.Where, linewise.BrokenJSON(err))
		}
		t.of[article.ID] = article.Text
	}
	return t, nil
}

// text returns the text of an article if it is the one that was annotated.
func (t *texts) text(id, sum string) (string, error) {
	if t == nil {
		return "", errors.New("its text stands elsewhere: read it by Wikinews")
	}
	text, ok := t.of[id]
	switch {
	case !ok:
		return "", fmt.Errorf("%s lacks the text of %q", t.name, id)
	case checksum(text) != sum:
		return "", fmt.Errorf("the text of %q in %s is not the one that was annotated: its checksum is %s", id, t.name, checksum(text))
	}
	return text, nil
}

func checksum(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// numberedSpans returns the spans of a part that is written by numbers, "12-40,50-60".
func numberedSpans(numbers, text string) ([]extract.Span, error) {
	var spans []extract.Span
	for piece := range strings.SplitSeq(numbers, ",") {
		from, to, _ := strings.Cut(piece, "-")
		start, err := strconv.Atoi(from)
		end, err2 := strconv.Atoi(to)
		if err != nil || err2 != nil || start < 0 || end <= start || end > len(text) {
			return nil, fmt.Errorf("%q is no span of a text of %d bytes", piece, len(text))
		}
		spans = append(spans, extract.Span{Start: start, End: end})
	}
	return spans, nil
}
