package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/laut-nlp/laut/internal/clusters"
	"github.com/laut-nlp/laut/internal/tagger"
	"github.com/laut-nlp/laut/internal/train/table"
)

// TestSets holds what the corpora's tags become.
func TestSets(t *testing.T) {
	for _, test := range []struct {
		corpus, upos, stts string
		want               []string
	}{
		{"gsd", "VERB", "VAFIN", []string{"VERB|VAFIN"}},
		{"gsd", "PROPN", "NN", []string{"PROPN|NE"}}, // its STTS is automatic
		{"gsd", "CCONJ", "ADV", []string{"CCONJ|KON", "CCONJ|KOKOM"}},
		{"pcc", "VERB", "VAFIN", []string{"AUX|VAFIN", "VERB|VAFIN"}}, // its UPOS is automatic
		{"pcc", "ADV", "PROAV", []string{"ADV|PAV"}},
		{"empirist", "SYM", "EMOASC", []string{"X|XY", "SYM|XY"}},
	} {
		s := &source{name: test.corpus}
		set := s.set(&gold{upos: test.upos, stts: test.stts})
		var got []string
		for y, name := range tagger.Labels() {
			if set>>y&1 != 0 {
				got = append(got, name)
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s %s %s: got %v, want %v", test.corpus, test.upos, test.stts, got, test.want)
		}
	}
}

// TestTrainingIsDeterministic trains twice on a few sentences.
func TestTrainingIsDeterministic(t *testing.T) {
	data := "../../../../shared/data"
	if _, err := os.Stat(filepath.Join(data, "ud")); err != nil {
		t.Skip("the data are not here: ", err)
	}
	s := sources()[0]
	if err := s.read(data); err != nil {
		t.Fatal(err)
	}
	few, err := table.Pack("", clusters.Layout{Buckets: 1, Check: clusterCheck, Digits: true}, []string{"Haus"}, []table.Division{{Cluster: []int32{1}}})
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for range 2 {
		tr := &trainer{clusters: string(few), report: progress(true)}
		file, err := tr.train("", s.sentences[:150])
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	if files[0] != files[1] {
		t.Error("two trainings on the same sentences differ")
	}
	m, err := tagger.New(files[0])
	if err != nil {
		t.Fatal(err)
	}
	f := &figures{}
	f.measure(m, s.sentences[:150])
	if got := percent(f.upos, f.tokens); got < 97 {
		t.Errorf("on its own training sentences the model has UPOS %.1f", got)
	}
}

// TestTables checks that what is packed is found.
func TestTables(t *testing.T) {
	f := forms{
		labels: map[uint64]tagger.Label{tagger.LabelKey("und"): 55},
		lemmas: map[uint64]string{tagger.LemmaKey("zum", 16): "zu", tagger.LemmaKey("vom", 16): "von"},
	}
	table, err := f.pack()
	if err != nil {
		t.Fatal(err)
	}
	again, err := f.pack()
	if err != nil || table != again {
		t.Errorf("packed again the table differs, %v", err)
	}
	u := tagger.Untrained(clusters.Table{}, table)
	var s tagger.Scratch
	if got := u.Sequence(&s, []string{"und"}, nil).Allowed(0); got != 1<<55 {
		t.Errorf("und has labels %b", got)
	}
}
