package extract_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/laut-nlp/laut/extract"
)

// cut returns the spans of the tokens of a text that are given apart by blanks.
func cut(t *testing.T, text, tokens string) []extract.Span {
	t.Helper()
	var spans []extract.Span
	end := 0
	for _, w := range strings.Fields(tokens) {
		i := strings.Index(text[end:], w)
		if i < 0 {
			t.Fatalf("%q is not behind byte %d of %q", w, end, text)
		}
		spans = append(spans, extract.Span{Start: end + i, End: end + i + len(w)})
		end += i + len(w)
	}
	return spans
}

func TestFromTokensErrors(t *testing.T) {
	const text = "Der Rat tagt."
	tests := []struct {
		why       string
		tokens    []extract.Span
		sentences []int
		want      string
	}{
		{"an empty token", []extract.Span{{0, 3}, {4, 4}}, nil, "token 1 is empty: [4, 4)"},
		{"a token that ends before it begins", []extract.Span{{3, 0}}, nil, "token 0 is empty: [3, 0)"},
		{"tokens that overlap", []extract.Span{{0, 3}, {2, 7}}, nil, "token 1 begins at byte 2, before the end of the last at 3"},
		{"tokens out of order", []extract.Span{{4, 7}, {0, 3}}, nil, "token 1 begins at byte 0, before the end of the last at 7"},
		{"a token before the text", []extract.Span{{-1, 3}}, nil, "token 0 begins at byte -1"},
		{"a token beyond the text", []extract.Span{{0, 3}, {8, 14}}, nil, "token 1 ends at byte 14 of a text of 13"},
		{"a first sentence without token 0", []extract.Span{{0, 3}, {4, 7}}, []int{1}, "sentence 0 begins with token 1"},
		{"sentences out of order", []extract.Span{{0, 3}, {4, 7}}, []int{0, 1, 1}, "sentence 2 begins with token 1"},
		{"a sentence without a token", []extract.Span{{0, 3}, {4, 7}}, []int{0, 2}, "sentence 1 begins with token 2"},
		{"a sentence where there are no tokens", nil, []int{0}, "sentence 0 begins with token 0"},
		{"a negative index", []extract.Span{{0, 3}}, []int{-1}, "sentence 0 begins with token -1"},
	}
	for _, tt := range tests {
		d, err := extract.FromTokens(text, tt.tokens, tt.sentences)
		if err == nil || d != nil || !strings.HasPrefix(err.Error(), "extract: ") || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: FromTokens gives %v and error %v, want %q", tt.why, d, err, tt.want)
		}
	}
}

func TestFromTokens(t *testing.T) {
	tests := []struct {
		why       string
		text      string
		tokens    string
		sentences []int
		want      string
	}{
		{"tokens cut as ours keep their kinds", "Am 2. März kam Dr. Meier.", "Am 2. März kam Dr. Meier .", nil,
			"body\n  Am 2.<ordinal> März kam Dr.<abbreviation> Meier .\n"},
		{"tokens cut in another way get the nearest kinds", "Die CDU/CSU tagt z.B. am 3.5. um 20.30 Uhr.", "Die CDU / CSU tagt z. B. am 3. 5. um 20 . 30 Uhr .", []int{0},
			"body\n  Die CDU / CSU tagt z.<abbreviation> B.<abbreviation> am 3.<ordinal> 5.<ordinal> um 20<number> . 30<number> Uhr .\n"},
		{"tokens may leave out text", "Der sehr alte Rat tagt noch.", "Der Rat tagt", nil,
			"heading\n  Der Rat tagt\n"},
		{"given sentences stand, also against full stops and to the last", "Eins. Zwei. Drei. Vier.", "Eins . Zwei . Drei . Vier .", []int{0, 4},
			"body\n  Eins . Zwei .\n  Drei . Vier .\n"},
		{"given sentences may end anywhere", "Der Rat tagt heute", "Der Rat tagt heute", []int{0, 2, 3},
			"body\n  Der Rat\n  tagt\n  heute\n"},
		{"a paragraph inside a given sentence is none", "Der Rat\n\ntagt. Er streitet.", "Der Rat tagt . Er streitet .", []int{0, 4},
			"body\n  Der Rat tagt .\n  Er streitet .\n"},
		{"a paragraph between given sentences is one", "Der Rat tagt.\n\nEr streitet.", "Der Rat tagt . Er streitet .", []int{0, 4},
			"body\n  Der Rat tagt .\nbody\n  Er streitet .\n"},
		{"quotations are paired", "„Ja“, sagt «er».", "„ Ja “ , sagt « er » .", nil,
			"body\n  „<open> Ja “<close> , sagt «<open> er »<close> .\nquotations\n  „Ja“\n  «er»\n"},
		{"no tokens make an empty document", "Der Rat tagt.", "", nil, ""},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			d, err := extract.FromTokens(tt.text, cut(t, tt.text, tt.tokens), tt.sentences)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, renderDocument(d)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// TestFromTokensKeepsNothing changes the slices that were given.
func TestFromTokensKeepsNothing(t *testing.T) {
	const text = "Der Rat tagt. Er streitet."
	spans, starts := cut(t, text, "Der Rat tagt . Er streitet ."), []int{0, 4}
	d, err := extract.FromTokens(text, spans, starts)
	if err != nil {
		t.Fatal(err)
	}
	want := renderDocument(d)
	spans[0], starts[1] = extract.Span{Start: 5, End: 6}, 1
	if diff := cmp.Diff(want, renderDocument(d)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
