package corpus

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCorpora reads every corpus and compares what it counts with what the
// corpora are known to hold. They are no part of the repository.
func TestCorpora(t *testing.T) {
	const data = "../../../shared/data/"
	if _, err := os.Stat(data); err != nil {
		t.Skipf("needs the corpora in %s: %v", data, err)
	}
	type counts struct{ Documents, Sentences, Tokens, Words, Quotes, Scored, Others int }
	for _, c := range []struct {
		files string
		want  counts
	}{
		{"quotes/train.jsonl.gz", counts{Documents: 700, Sentences: 9260, Tokens: 172985, Quotes: 2877}},
		{"quotes/dev.jsonl.gz", counts{Documents: 150, Sentences: 1960, Tokens: 37091, Quotes: 653}},
		{"ud/gsd-*.conllu.gz", counts{Documents: 2, Sentences: 799 + 977, Tokens: 28541, Words: 12480 + 16499}},
		{"ud/lit.conllu.gz", counts{Documents: 3, Sentences: 1920, Tokens: 40340, Words: 40450}},
		{"ud/pcc-*.conllu.gz", counts{Documents: 176, Sentences: 2193, Tokens: 33222, Words: 33222}},
		{"ud/konvens2019/*.conll.gz", counts{Documents: 5, Sentences: 559, Tokens: 7742, Words: 7742}},
		{"ud/empirist.vrt.gz", counts{Documents: 37, Sentences: 2081, Tokens: 22858, Words: 22858}},
		// Scored and others are the B- labels of both columns, without and with a suffix.
		{"ner/germeval2014/train.tsv.gz", counts{Documents: 24000, Sentences: 24000, Tokens: 452853, Scored: 26020, Others: 5525}},
		{"ner/germeval2014/dev.tsv.gz", counts{Documents: 2200, Sentences: 2200, Tokens: 41653, Scored: 2398, Others: 488}},
		{"ner/europarl/*.tsv.gz", counts{Documents: 3, Sentences: 4396, Tokens: 110405, Words: 110405, Scored: 2357}},
		{"ner/bundestag/*.conll.gz", counts{Documents: 3, Sentences: 2742, Tokens: 52464, Scored: 3028}},
		{"ner/smartdata/*.json.gz", counts{Documents: 2436, Scored: 13259}},
	} {
		files, _ := filepath.Glob(data + c.files)
		var got counts
		for _, f := range files {
			for d, err := range File(f) {
				if err != nil {
					t.Error(err)
					continue
				}
				if err := check(&d); err != nil {
					t.Errorf("%s: %s: %v", f, d.ID, err)
				}
				got.Documents++
				got.Sentences += len(d.Sentences)
				got.Tokens += len(d.Tokens)
				got.Words += len(d.Words)
				got.Quotes += len(d.Quotes)
				for _, e := range d.Entities {
					if e.Scored() {
						got.Scored++
					} else {
						got.Others++
					}
				}
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.files, diff)
		}
	}
}
