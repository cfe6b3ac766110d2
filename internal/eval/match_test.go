package eval

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
)

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		why     string
		weights [][]float64
		want    []int
	}{
		{"nothing to pair", nil, []int{}},
		{"rows without columns stay alone", [][]float64{{}, {}}, []int{-1, -1}},
		{"taking the best pair first would give .8, the best sum is 1.4", [][]float64{{.8, .7}, {.7, 0}}, []int{1, 0}},
		{"weight 0 is no pair, even where a row and a column are left", [][]float64{{1, 0}, {0, 0}}, []int{0, -1}},
		{"more rows than columns: the worst row stays alone", [][]float64{{.2}, {.9}, {.5}}, []int{-1, 0, -1}},
		{"more columns than rows", [][]float64{{.2, .9, .5}}, []int{1}},
	} {
		if diff := cmp.Diff(c.want, match(c.weights)); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.why, diff)
		}
	}
}

// best tries all matchings.
func best(weights [][]float64, used []bool) float64 {
	if len(weights) == 0 {
		return 0
	}
	most := best(weights[1:], used)
	for j, w := range weights[0] {
		if !used[j] {
			used[j] = true
			most = max(most, w+best(weights[1:], used))
			used[j] = false
		}
	}
	return most
}

func TestMatchIsBest(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		n, m := 1+rng.IntN(6), 1+rng.IntN(6)
		weights := make([][]float64, n)
		for i := range weights {
			weights[i] = make([]float64, m)
			for j := range weights[i] {
				// Few values, so that there are ties, and many zeros, as between quotations.
				weights[i][j] = float64(rng.IntN(4)) / 3 * float64(rng.IntN(2))
			}
		}
		got, taken := 0.0, map[int]bool{}
		for i, j := range match(weights) {
			if j < 0 {
				continue
			}
			if taken[j] || weights[i][j] == 0 {
				t.Fatalf("match(%v): column %d twice or without weight", weights, j)
			}
			taken[j] = true
			got += weights[i][j]
		}
		if want := best(weights, make([]bool, m)); math.Abs(got-want) > 1e-9 {
			t.Fatalf("match(%v) has sum %v, want %v", weights, got, want)
		}
	}
}

// TestMatchManyTies makes sure that ties in a large table end the search.
func TestMatchManyTies(t *testing.T) {
	weights := make([][]float64, 300)
	for i := range weights {
		weights[i] = make([]float64, 200)
		for j := range weights[i] {
			weights[i][j] = 1
		}
	}
	paired := 0
	for _, j := range match(weights) {
		if j >= 0 {
			paired++
		}
	}
	if paired != 200 {
		t.Errorf("%d pairs, want 200", paired)
	}
}

func TestReportString(t *testing.T) {
	r := &Report{Rows: []Row{{"all", Score{2, 4, 2, 3}}, {"Überschrift", Score{1, 2, 1, 3}}, {Name: "none"}}}
	const want = `` +
		"                 P      R     F1   system     gold\n" +
		"all          50.00  66.67  57.14        4        3\n" + // 2/4, 2/3, 4/7
		"Überschrift  50.00  33.33  40.00        2        3\n" + // 1/2, 1/3; the name is 11 letters, 12 bytes
		"none             -      -      -        0        0\n"
	if diff := cmp.Diff(want, r.String()); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestSpeakersDev guards to whom the pronouns and nouns that speak are resolved
// in the marked sample of the quotations' dev part.
func TestSpeakersDev(t *testing.T) {
	gold := load(t, "quotes/dev.jsonl.gz")
	report, err := Speakers(gold, func(i int) (*extract.Document, []entities.Entity) {
		d := extract.Parse(gold[i].Text)
		return d, entities.Extract(d)
	})
	if err != nil {
		t.Fatal(err)
	}
	for row, least := range map[string]float64{Resolved: .77, ResolvedPronouns: .86, ResolvedNouns: .63} {
		r, ok := report.Row(row)
		if !ok || r.F1() < least {
			t.Errorf("%s: F1 is %.4f, want at least %.2f", row, r.F1(), least)
		}
	}
	t.Logf("\n%s", report)
}

func TestSpeakerScore(t *testing.T) {
	mention := func(start, end int) entities.Mention {
		return entities.Mention{Span: extract.Span{Start: start, End: end}}
	}
	es := []entities.Entity{{Mentions: []entities.Mention{mention(0, 4), mention(20, 24)}}, {Mentions: []entities.Mention{mention(8, 12)}}}
	marked := []extract.Span{{Start: 22, End: 30}}
	for _, c := range []struct {
		why    string
		entity int
		names  []extract.Span
		want   Score
	}{
		{"a mention overlaps the mark", 0, marked, Score{1, 1, 1, 1}},
		{"another entity", 1, marked, Score{0, 1, 0, 1}},
		{"left unknown", -1, marked, Score{0, 0, 0, 1}},
		{"the article names nobody", 0, nil, Score{0, 1, 0, 0}},
		{"rightly left unknown", -1, nil, Score{}},
		{"one of two", 1, append([]extract.Span{{Start: 8, End: 12}}, marked...), Score{1, 1, 1, 1}},
	} {
		if got := speakerScore(es, c.entity, c.names); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.why, got, c.want)
		}
	}
}

func TestIsPronoun(t *testing.T) {
	for text, want := range map[string]bool{"er": true, "Sie": true, "Dieser": true, "Leute": false, "Polizei": false} {
		d := &corpus.Document{Text: text, Tokens: []extract.Span{{Start: 0, End: len(text)}}}
		if got := isPronoun(d, []int{0}); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
