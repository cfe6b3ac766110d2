package export

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/testkit"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// articles are handmade ones and those of the repository as laut reads them, by name.
func articles(t testing.TB) map[string]*laut.Article {
	t.Helper()
	as := map[string]*laut.Article{"handmade": handmade(t), "compound": compound()}
	paths, err := filepath.Glob("../testdata/articles/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		as[filepath.Base(path)] = laut.Read(string(text))
	}
	return as
}

// compound is an article with a name inside a word, a derived one, and names in names
// that begin, end and stand together.
func compound() *laut.Article {
	const text = "Der Open-AI-Gründer sprach mit Berliner Gästen der Stiftung Haus Berlin und der Universität Köln."
	mention := func(s string, f entities.Form) entities.Mention {
		at := strings.LastIndex(text, s)
		return entities.Mention{Span: extract.Span{Start: at, End: at + len(s)}, Form: f}
	}
	a := &laut.Article{Document: extract.Parse(text), Entities: []entities.Entity{
		{ID: 1, Name: "Open AI", Label: entities.ORG, Mentions: []entities.Mention{mention("Open-AI", entities.FormPart)}},
		{ID: 2, Name: "Berlin", Label: entities.LOC, Mentions: []entities.Mention{mention("Berliner", entities.FormDerived), mention("Berlin", entities.FormName)}},
		{ID: 3, Name: "Stiftung Haus Berlin", Label: entities.ORG, Mentions: []entities.Mention{mention("Stiftung Haus Berlin", entities.FormName)}},
		{ID: 4, Name: "Haus Berlin", Label: entities.LOC, Mentions: []entities.Mention{mention("Haus Berlin", entities.FormName)}},
		{ID: 5, Name: "Universität Köln", Label: entities.ORG, Mentions: []entities.Mention{mention("Universität Köln", entities.FormName)}},
		{ID: 6, Name: "Universität", Label: entities.ORG, Mentions: []entities.Mention{mention("Universität", entities.FormName)}},
		{ID: 7, Name: "Köln", Label: entities.LOC, Mentions: []entities.Mention{mention("Köln", entities.FormName)}},
	}}
	a.Entities = entities.Located(a.Document, a.Entities)
	return a
}

func TestCoNLLUGolden(t *testing.T) {
	testkit.Golden(t, "testdata/conllu.txt", write(t, CoNLLU{}, StringID("fähre <1>"), handmade(t))+
		"-- compounds, without an id --\n"+write(t, CoNLLU{}, ID{}, compound()))
}

// readCoNLLU reads one document with the reader of the corpora.
func readCoNLLU(t *testing.T, s string) corpus.Document {
	t.Helper()
	docs, err := corpus.Collect(corpus.CoNLLU(strings.NewReader(s), "doc.conllu"))
	if err != nil {
		t.Fatalf("%v\n%s", err, s)
	}
	if len(docs) != 1 {
		t.Fatalf("%d documents, want 1", len(docs))
	}
	return docs[0]
}

// The reader of the corpora, which knows nothing of laut, finds what was written.
func TestCoNLLUReadBack(t *testing.T) {
	for name, a := range articles(t) {
		t.Run(name, func(t *testing.T) {
			d := readCoNLLU(t, write(t, CoNLLU{}, StringID(name), a))
			tokens, tags := a.Document.Tokens(), a.Document.Tags()
			if d.ID != name || len(d.Tokens) != len(tokens) || len(d.Words) != len(tokens) {
				t.Fatalf("document %q with %d tokens, want %q with %d", d.ID, len(d.Tokens), name, len(tokens))
			}
			var sentences []int
			for _, s := range a.Document.Sentences() {
				sentences = append(sentences, s.First)
			}
			if diff := cmp.Diff(sentences, d.Sentences); diff != "" {
				t.Errorf("sentences (-want +got):\n%s", diff)
			}
			for i, w := range d.Words {
				want := fmt.Sprintln(a.Document.Slice(tokens[i].Span), a.Document.WordLemma(i), tags[i].POS, tags[i].STTS(), tags[i].Mood)
				if got := fmt.Sprintln(w.Form, w.Lemma, w.UPOS, w.XPOS, w.Mood()); got != want {
					t.Errorf("token %d is %q, want %q", i, got, want)
				}
			}
			if want := strings.Join(strings.Fields(a.Document.String()), " "); strings.Join(strings.Fields(d.Text), " ") != want {
				t.Errorf("text %q, want %q", d.Text, want)
			}
			if diff := cmp.Diff(mentionsOf(name+".", a), mentionsRead(&d)); diff != "" {
				t.Errorf("mentions (-want +got):\n%s", diff)
			}
		})
	}
}

// mentionsOf returns "a1.e0 [3,5)" for each mention, in tokens.
func mentionsOf(document string, a *laut.Article) (out []string) {
	for _, e := range a.Entities {
		for _, m := range e.Mentions {
			first, last := -1, -1
			for i, t := range a.Document.Tokens() {
				if t.Overlaps(m.Span) {
					if first < 0 {
						first = i
					}
					last = i + 1
				}
			}
			out = append(out, fmt.Sprintf("%se%d [%d,%d)", document, e.ID.Index(), first, last))
		}
	}
	slices.Sort(out)
	return out
}

func mentionsRead(d *corpus.Document) (out []string) {
	for _, m := range d.Mentions {
		out = append(out, fmt.Sprintf("%s [%d,%d)", m.Chain, m.First, m.Last))
	}
	slices.Sort(out)
	return out
}

// Programs take entities with the same id for one, also those of other documents, and
// the rules of Universal Dependencies forbid them. MISC and comments have the same id.
func TestCoNLLUEntityIDs(t *testing.T) {
	tests := []struct{ id, want, reason string }{
		{"a1", "a1.e0", "entities have the name of their document"},
		{"a2", "a2.e0", "which tells documents apart"},
		{"", "e0", "a document without an id has only numbers"},
		{"7f-a/(b)[c]|d=e:f,g h%20", "7f%2Da/%28b%29%5Bc%5D%7Cd%3De%3Af%2Cg%20h%2520.e0", "what ends an id, or a value, is encoded"},
	}
	for _, tt := range tests {
		out := write(t, CoNLLU{}, StringID(tt.id), handmade(t))
		for _, want := range []string{"# entity = id=" + tt.want + "|", "|entity=" + tt.want + "|", "Entity=(" + tt.want + "-PER-1", "Entity=" + tt.want + ")"} {
			if !strings.Contains(out, want) {
				t.Errorf("%s: no %q in\n%s", tt.reason, want, out)
			}
		}
	}
}

// A program that follows the documentation finds the claims.
func TestCoNLLUClaims(t *testing.T) {
	for name, a := range articles(t) {
		t.Run(name, func(t *testing.T) {
			want := make([]map[string]string, len(a.Claims))
			for i, c := range a.Claims {
				want[i] = map[string]string{
					"id": strconv.Itoa(i), "kind": c.Kind.String(), "medium": c.Medium.String(), "stance": c.Stance.String(),
					"name": c.Speaker.Name, "via": c.Speaker.Via.String(), "score": fmt.Sprint(c.Score),
				}
				if c.Speaker.Entity != 0 {
					want[i]["entity"] = "e" + strings.ReplaceAll(joinedIndexes(c.Speaker.Entities()), " ", ",e")
				}
				if c.Speaker.Name != "" {
					want[i]["speaker_score"] = fmt.Sprint(c.Speaker.Score)
				}
				if c.Parent != 0 {
					want[i]["parent"] = strconv.Itoa(c.Parent.Index())
				}
				for part, spans := range partsOf(c) {
					want[i][part] = strings.Join(wordsIn(a.Document, spans), " ")
				}
				for k, v := range want[i] {
					if v == "" {
						delete(want[i], k)
					}
				}
			}
			if diff := cmp.Diff(want, claimsRead(t, write(t, CoNLLU{}, ID{}, a)), cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func partsOf(c claims.Claim) map[string][]extract.Span {
	return map[string][]extract.Span{"content": c.Content, "cue": c.Cue, "frame": c.Frame, "speaker": c.Speaker.Spans, "addressee": c.Addressee}
}

// wordsIn returns the tokens that overlap any of the spans, numbered.
func wordsIn(d *extract.Document, spans []extract.Span) (out []string) {
	for i, t := range d.Tokens() {
		if slices.ContainsFunc(spans, t.Overlaps) {
			out = append(out, fmt.Sprintf("%d/%s", i, d.Slice(t.Span)))
		}
	}
	return out
}

// claimsRead parses the comments and the last column.
func claimsRead(t *testing.T, s string) (out []map[string]string) {
	t.Helper()
	token := 0
	byID := map[string]map[string]string{}
	type mark struct{ id, part, word string }
	var marks []mark
	for line := range strings.Lines(s) {
		line = strings.TrimSuffix(line, "\n")
		if pairs, ok := strings.CutPrefix(line, "# claim = "); ok {
			c := map[string]string{}
			for pair := range strings.SplitSeq(pairs, "|") {
				k, v, _ := strings.Cut(pair, "=")
				plain, err := url.PathUnescape(v)
				if err != nil {
					t.Fatal(err)
				}
				c[k] = plain
			}
			byID[c["id"]] = c
			out = append(out, c)
		}
		if f := strings.Split(line, "\t"); len(f) == 10 {
			for m := range strings.SplitSeq(f[9], "|") {
				parts, ok := strings.CutPrefix(m, "Claim=")
				if !ok {
					continue
				}
				for p := range strings.SplitSeq(parts, ",") {
					id, part, _ := strings.Cut(p, ":")
					marks = append(marks, mark{id, part, fmt.Sprintf("%d/%s", token, f[1])})
				}
			}
			token++
		}
	}
	for _, m := range marks {
		if byID[m.id] == nil {
			t.Fatalf("claim %s has no comment", m.id)
		}
		byID[m.id][m.part] = strings.TrimPrefix(byID[m.id][m.part]+" "+m.word, " ")
	}
	return out
}

// What the format cannot hold comes out so that the reader of the corpora finds no fault.
func FuzzCoNLLU(f *testing.F) {
	for _, text := range []string{
		"Ein\tTab | und = und ( ) _ # 25\u00a0000.", "_ \x1b \xff\xfe \u2028 \u0085 \u202e x\u200b.\r\n\r\n# text", "", "„A“,\n\nsagte B.",
	} {
		f.Add(text, 0, 4)
	}
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		a := &laut.Article{Document: extract.Parse(text)}
		if start < 0 || end > len(text) || start >= end {
			t.Skip()
		}
		span := extract.Span{Start: start, End: end}
		a.Entities = []entities.Entity{{ID: 1, Name: text, Label: entities.PER, Mentions: []entities.Mention{{Span: span}, {Span: extract.Span{Start: start, End: len(text)}}}}}
		a.Claims = []claims.Claim{{Kind: claims.Direct, Content: []extract.Span{span}, Speaker: claims.Speaker{Entity: 1, Name: text}}}
		out := write(t, CoNLLU{}, StringID(text), a)
		if len(a.Document.Tokens()) == 0 {
			if out != "" {
				t.Errorf("an article without tokens wrote %q", out)
			}
			return
		}
		if d := readCoNLLU(t, out); len(d.Words) != len(a.Document.Tokens()) || len(d.Sentences) != len(a.Document.Sentences()) {
			t.Errorf("%d words in %d sentences, want %d in %d", len(d.Words), len(d.Sentences), len(a.Document.Tokens()), len(a.Document.Sentences()))
		}
		if got := claimsRead(t, out); len(got) != 1 || got[0]["name"] != fold(text) {
			t.Errorf("claims %q, want one of %q", got, fold(text))
		}
	})
}
