package corpus

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/laut-nlp/laut/extract"
)

// TestSpeakers checks that all marks fit the corpus, that each part of it has at
// least 150 of them and that none is left over.
func TestSpeakers(t *testing.T) {
	left := make(map[string]bool)
	all, err := speakerMarks()
	if err != nil {
		t.Error(err)
	}
	for id := range all {
		left[id] = true
	}
	for _, part := range []string{"train", "dev"} {
		docs := readQuotes(t, "../../../shared/data/quotes/"+part+".jsonl.gz")
		marked, named := 0, 0
		for i := range docs {
			marks, err := Speakers(&docs[i])
			if err != nil {
				t.Error(err)
			}
			number, _, _ := strings.Cut(docs[i].ID, " ")
			delete(left, number)
			last := -1
			for _, m := range marks {
				marked++
				if len(m.Names) > 0 {
					named++
				}
				if m.Quote <= last {
					t.Errorf("%s: quote %d follows %d", docs[i].ID, m.Quote, last)
				}
				last = m.Quote
			}
		}
		if marked < 150 || named < 50 {
			t.Errorf("%s has %d marked speakers, %d with a name", part, marked, named)
		}
	}
	for id := range left {
		t.Errorf("no article has the number %s", id)
	}
}

func readQuotes(t *testing.T, name string) []Document {
	t.Helper()
	docs, err := Collect(File(name))
	if err != nil {
		t.Skip("needs the quotations in ../shared/data/quotes: ", err)
	}
	return docs
}

func TestReadSpeakers(t *testing.T) {
	of, err := readSpeakers("# head\n12 0=- 3=4-9+12-15 # more\n13 x=-\n14 1=9-4\n15 1\n")
	want := map[string][]SpeakerMark{"12": {{Quote: 0}, {Quote: 3, Names: []extract.Span{{Start: 4, End: 9}, {Start: 12, End: 15}}}}}
	if diff := cmp.Diff(want, of); diff != "" {
		t.Error(diff)
	}
	for _, line := range []string{"speakers.txt:3", "speakers.txt:4", "speakers.txt:5"} {
		if err == nil || !strings.Contains(err.Error(), line) {
			t.Errorf("the error does not name %s: %v", line, err)
		}
	}
}
