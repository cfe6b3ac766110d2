package eval

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/testkit"
)

// eachLetter is a text of 20 tokens of one letter: token i is the bytes [2i,2i+1).
func eachLetter(quotes ...corpus.Quote) corpus.Document {
	d := corpus.Document{ID: "letters", Text: "a b c d e f g h i j k l m n o p q r s t", Sentences: []int{0}, Quotes: quotes}
	for i := 0; i < len(d.Text); i += 2 {
		d.Tokens = append(d.Tokens, extract.Span{Start: i, End: i + 1})
	}
	return d
}

// ids returns the tokens of eachLetter.
func ids(s string) []int {
	var out []int
	for _, r := range s {
		out = append(out, int(r-'a'))
	}
	return out
}

// gold makes a quotation whose parts are given as letters.
func gold(kind, medium string, parts ...string) corpus.Quote {
	q := corpus.Quote{Type: kind, Medium: medium}
	for i, p := range parts {
		q.Parts[i] = ids(p)
	}
	return q
}

// found makes a system's quotation, each letter a span of its own.
func found(kind, medium string, parts ...string) Quote {
	q := Quote{Type: kind, Medium: medium}
	for i, p := range parts {
		for _, t := range ids(p) {
			q.Parts[i] = append(q.Parts[i], extract.Span{Start: 2 * t, End: 2*t + 1})
		}
	}
	return q
}

func TestQuotes(t *testing.T) {
	full := gold("Direct", "Speech", "abcd", "f", "e", "ef")
	for _, c := range []struct {
		why    string
		gold   []corpus.Quote
		system []Quote
		want   map[string]Score // P sum, P count, R sum, R count
	}{{
		why:    "all right: one content, three roles, four parts",
		gold:   []corpus.Quote{full},
		system: []Quote{found("Direct", "Speech", "abcd", "f", "e", "ef")},
		want: map[string]Score{Message: {1, 1, 1, 1}, Roles: {3, 3, 3, 3}, Joint: {4, 4, 4, 4}, Form: {1, 1, 1, 1}, Medium: {1, 1, 1, 1},
			Attributed: {1, 1, 1, 1}, "frame tokens": {2, 2, 2, 2}, "Direct span": {1, 1, 1, 1}, "Direct attributed": {1, 1, 1, 1}},
	}, {
		why:    "half of the content and no roles: the empty parts are left out of P only; Jaccard 2/6 is too little",
		gold:   []corpus.Quote{full},
		system: []Quote{found("Direct", "SW", "cdef")},
		want: map[string]Score{Message: {.5, 1, .5, 1}, Roles: {0, 0, 0, 3}, Joint: {.5, 1, .5, 4}, Form: {1, 1, 1, 1}, Medium: {0, 1, 0, 1},
			Attributed: {0, 1, 0, 1}, "quote tokens": {2, 4, 2, 4}, "Direct span": {0, 1, 0, 1}},
	}, {
		why:    "P and R are means over quotations, not over tokens: (1 + 1/4)/2, (1/2 + 1)/2",
		gold:   []corpus.Quote{gold("Direct", "Speech", "ab"), gold("Direct", "Speech", "k")},
		system: []Quote{found("Direct", "Speech", "a"), found("Direct", "Speech", "klmn")},
		want:   map[string]Score{Message: {1.25, 2, 1.5, 2}, "quote tokens": {2, 5, 2, 3}},
	}, {
		why:    "one left over counts 0 for each part it fills: its content, speaker and cue",
		gold:   []corpus.Quote{gold("Direct", "Speech", "abcd", "f")},
		system: []Quote{found("Direct", "Speech", "klm", "f", "n"), found("Direct", "Speech", "abcd", "f")},
		want: map[string]Score{Message: {1, 2, 1, 1}, Roles: {1, 3, 1, 1}, Joint: {2, 5, 2, 2}, Form: {1, 2, 1, 1},
			Attributed: {1, 2, 1, 1}, "speaker tokens": {1, 2, 1, 1}},
	}, {
		why:    "two of the same span: the one of the same type is paired, though it comes second",
		gold:   []corpus.Quote{gold("Direct", "Speech", "abcd", "f")},
		system: []Quote{found("Indirect", "Speech", "abcd"), found("Direct", "Writing", "abcd", "f")},
		want: map[string]Score{Form: {1, 2, 1, 1}, Medium: {0, 2, 0, 1}, Roles: {1, 1, 1, 1}, Message: {1, 2, 1, 1},
			"Direct span": {1, 1, 1, 1}, "Indirect span": {0, 1, 0, 0}},
	}, {
		why:    "two of the same span and type: the one of the same medium is paired",
		gold:   []corpus.Quote{gold("Direct", "Speech", "abcd", "f")},
		system: []Quote{found("Direct", "Writing", "abcd"), found("Direct", "Speech", "abcd", "f")},
		want:   map[string]Score{Medium: {1, 2, 1, 1}, Roles: {1, 1, 1, 1}},
	}, {
		why: "more shared tokens beat the same type: F1 1 of the other type is more than .857 + .01",
		gold: []corpus.Quote{
			gold("Direct", "Speech", "abcd")},
		system: []Quote{found("Direct", "Speech", "abc"), found("Indirect", "Speech", "abcd")},
		want:   map[string]Score{Message: {1, 2, 1, 1}, Form: {0, 2, 0, 1}, "Indirect span": {1, 1, 0, 0}, "Direct span": {0, 1, 1, 1}},
	}, {
		why:    "no token shared: no pair, whatever type, medium and speaker say",
		gold:   []corpus.Quote{gold("Direct", "Speech", "abcd", "f")},
		system: []Quote{found("Direct", "Speech", "kl", "f")},
		want: map[string]Score{Message: {0, 1, 0, 1}, Roles: {0, 1, 0, 1}, Form: {0, 1, 0, 1}, Medium: {0, 1, 0, 1},
			Attributed: {0, 1, 0, 1}, "speaker tokens": {0, 1, 0, 1}},
	}, {
		why:    "Jaccard 2/4 is just enough, and neither has a speaker",
		gold:   []corpus.Quote{gold("Indirect", "SW", "abcd")},
		system: []Quote{found("Indirect", "SW", "ab")},
		want:   map[string]Score{Attributed: {1, 1, 1, 1}, "Indirect span": {1, 1, 1, 1}, Message: {1, 1, .5, 1}},
	}, {
		why:    "a speaker that the gold does not have: P of the role 0, not attributed, but the span is right",
		gold:   []corpus.Quote{gold("Indirect", "SW", "abcd")},
		system: []Quote{found("Indirect", "SW", "abcd", "f")},
		want:   map[string]Score{Attributed: {0, 1, 0, 1}, Roles: {0, 1, 0, 0}, "Indirect span": {1, 1, 1, 1}, "Indirect attributed": {0, 1, 0, 1}},
	}, {
		why:    "one shared token of the speaker is enough: Masayoshi Son, Son",
		gold:   []corpus.Quote{gold("Indirect", "SW", "abcd", "fg")},
		system: []Quote{found("Indirect", "SW", "abcd", "g")},
		want:   map[string]Score{Attributed: {1, 1, 1, 1}, Roles: {1, 1, .5, 1}},
	}, {
		why:    "a gap in the content, „A“, sagte X, „B“",
		gold:   []corpus.Quote{gold("Direct", "Speech", "abfg")},
		system: []Quote{found("Direct", "Speech", "abfg")},
		want:   map[string]Score{Message: {1, 1, 1, 1}},
	}, {
		why:  "a span that touches half of a token has it; order, overlap and white space of spans do not matter",
		gold: []corpus.Quote{gold("Direct", "Speech", "bc")},
		system: []Quote{{Type: "Direct", Medium: "Speech", Parts: [corpus.QuoteParts][]extract.Span{
			{{Start: 3, End: 5}, {Start: 1, End: 3}, {Start: 2, End: 4}}}}},
		want: map[string]Score{Message: {1, 1, 1, 1}, "quote tokens": {2, 2, 2, 2}},
	}, {
		why:    "a quotation without tokens has no content to grade but is one too many",
		gold:   []corpus.Quote{gold("Direct", "Speech", "ab")},
		system: []Quote{found("Direct", "Speech", "ab"), {Type: "Direct", Medium: "Speech", Parts: [corpus.QuoteParts][]extract.Span{{{Start: 1, End: 2}, {Start: 4, End: 4}}}}},
		want:   map[string]Score{Message: {1, 1, 1, 1}, Form: {1, 2, 1, 1}, Attributed: {1, 2, 1, 1}},
	}, {
		why:    "nothing found",
		gold:   []corpus.Quote{full},
		system: nil,
		want:   map[string]Score{Message: {0, 0, 0, 1}, Roles: {0, 0, 0, 3}, Form: {0, 0, 0, 1}, Attributed: {0, 0, 0, 1}},
	}} {
		r, err := Quotes([]corpus.Document{eachLetter(c.gold...)}, [][]Quote{c.system})
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		checkRows(t, c.why, r, c.want)
	}
}

// checkRows compares the rows that want names.
func checkRows(t *testing.T, why string, r *Report, want map[string]Score) {
	t.Helper()
	got := map[string]Score{}
	for name := range want {
		row, ok := r.Row(name)
		if !ok {
			t.Errorf("%s: no row %q", why, name)
		}
		got[name] = row.Score
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateApprox(0, 1e-9)); diff != "" {
		t.Errorf("%s: -want +got\n%s", why, diff)
	}
}

// Many quotations of one document take no more than their number of times as long as few.
func TestQuotesLinear(t *testing.T) {
	if testing.Short() || testkit.Race() {
		t.Skip("measures time")
	}
	run := func(n int) func() {
		d := corpus.Document{ID: "long", Text: strings.Repeat("a ", 2*n), Sentences: []int{0}}
		var system []Quote
		for i := range 2 * n {
			d.Tokens = append(d.Tokens, extract.Span{Start: 2 * i, End: 2*i + 1})
		}
		for i := range n {
			q := corpus.Quote{Type: "Direct"}
			q.Parts[corpus.Content] = []int{2 * i, 2*i + 1}
			d.Quotes = append(d.Quotes, q)
			system = append(system, Quote{Type: "Direct", Parts: [corpus.QuoteParts][]extract.Span{{{Start: 4 * i, End: 4*i + 3}}}})
		}
		return func() {
			r, err := Quotes([]corpus.Document{d}, [][]Quote{system})
			if row, _ := r.Row(Message); err != nil || row.F1() != 1 {
				t.Fatal(row, err)
			}
		}
	}
	testkit.Linear(t, "quotations", 4, run(2000), run(8000))
}

func TestQuotesEmptySpan(t *testing.T) {
	// An empty span lies inside the token "Ab" and yet has nothing of it.
	d := running()
	d.Quotes = []corpus.Quote{{Type: "Direct", Parts: [corpus.QuoteParts][]int{{0}}}}
	q := Quote{Type: "Direct", Parts: [corpus.QuoteParts][]extract.Span{{{Start: 1, End: 1}}}}
	r, err := Quotes([]corpus.Document{d}, [][]Quote{{q}})
	if err != nil {
		t.Fatal(err)
	}
	checkRows(t, "an empty span", r, map[string]Score{Message: {0, 0, 0, 1}, Form: {0, 1, 0, 1}})
}

func TestQuotesPooled(t *testing.T) {
	// Quotations of all articles have the same weight: P (1 + 0 + 0)/3, not a mean of articles.
	docs := []corpus.Document{eachLetter(gold("Direct", "Speech", "ab")), eachLetter()}
	r, err := Quotes(docs, [][]Quote{{found("Direct", "Speech", "ab")}, {found("Direct", "Speech", "ab"), found("Direct", "Speech", "cd")}})
	if err != nil {
		t.Fatal(err)
	}
	row, _ := r.Row(Message)
	if p, rec, f := row.P(), row.R(), row.F1(); math.Abs(p-1./3) > 1e-9 || rec != 1 || math.Abs(f-.5) > 1e-9 {
		t.Errorf("P %v R %v F1 %v, want 1/3, 1, 1/2", p, rec, f)
	}
}

func TestQuotesErrors(t *testing.T) {
	outside := Quote{Type: "Direct"}
	outside.Parts[corpus.Cue] = []extract.Span{{Start: 38, End: 40}}
	for _, c := range []struct {
		why    string
		system [][]Quote
		want   string
	}{
		{"a document is missing", nil, "1 gold documents, but 0 of the system"},
		{"a span after the text", [][]Quote{{outside}}, "letters: quotation 0: cue [38,40) lies outside the text of 39 bytes"},
	} {
		if _, err := Quotes([]corpus.Document{eachLetter()}, c.system); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.why, err, c.want)
		}
	}
}

func TestFromClaims(t *testing.T) {
	s := func(i int) []extract.Span { return []extract.Span{{Start: i, End: i + 1}} }
	in := []claims.Claim{
		{Kind: claims.Direct, Medium: claims.Speech, Content: s(0), Cue: s(1), Frame: s(2), Addressee: s(3), Speaker: claims.Speaker{Spans: s(4)}},
		{Kind: claims.Indirect, Medium: claims.Writing},
		{Kind: claims.Continued, Medium: claims.Thought},
		{Kind: claims.FreeIndirect, Medium: claims.SpeechOrWriting},
		{Kind: claims.Reported, Medium: claims.SpeechOrThought},
		{Kind: claims.Direct, Medium: claims.ThoughtOrWriting},
		{Kind: claims.Direct},
	}
	want := []Quote{
		{Type: "Direct", Medium: "Speech", Parts: [corpus.QuoteParts][]extract.Span{s(0), s(4), s(1), s(2), s(3)}},
		{Type: "Indirect", Medium: "Writing"},
		{Type: "IndirectFreeIndirect", Medium: "Thought"},
		{Type: "FreeIndirect", Medium: "SW"},
		{Type: "Reported", Medium: "ST"},
		{Type: "Direct", Medium: "TW"},
		{Type: "Direct", Medium: "none"},
	}
	if diff := cmp.Diff(want, FromClaims(in)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

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
