package corpus

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/laut-nlp/laut/extract"
)

func TestJoinHyphens(t *testing.T) {
	for _, c := range []struct{ reason, tokens, want string }{
		{"a compound cut at its hyphens is one token", "der IG_-_Metall_-_Chef", "der|IG-Metall-Chef"},
		{"so is a word whose last part is left out", "Staats_- und", "Staats-|und"},
		{"a hyphen between blanks is a dash", "Berlin - Bonn", "Berlin|-|Bonn"},
		{"a bracket is no part of a compound", "Kredit_-_) Amt", "Kredit-|)|Amt"},
		{"tokens that touch without a hyphen stay two", "geht_'s", "geht|'s"},
	} {
		d := Document{Sentences: []int{0}}
		for word := range strings.FieldsSeq(c.tokens) {
			for _, part := range strings.Split(word, "_") {
				d.Tokens = append(d.Tokens, extract.Span{Start: len(d.Text), End: len(d.Text) + len(part)})
				d.Text += part
			}
			d.Text += " "
		}
		joined, _ := JoinHyphens([]Document{d})
		var got []string
		for _, s := range joined[0].Tokens {
			got = append(got, d.Text[s.Start:s.End])
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.reason, diff)
		}
	}
}

func TestJoinHyphensKeepsSentences(t *testing.T) {
	d := Document{Text: "US-Amt. Ja.", Tokens: []extract.Span{{Start: 0, End: 2}, {Start: 2, End: 3}, {Start: 3, End: 6}, {Start: 6, End: 7}, {Start: 8, End: 10}, {Start: 10, End: 11}}, Sentences: []int{0, 4}}
	joined, fewer := JoinHyphens([]Document{d})
	if diff := cmp.Diff([]int{0, 2}, joined[0].Sentences); diff != "" || fewer != 2 {
		t.Errorf("%d tokens fewer; sentences (-want +got):\n%s", fewer, diff)
	}
	if len(d.Tokens) != 6 {
		t.Error("the document given was changed")
	}
}
