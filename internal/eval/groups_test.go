package eval

import (
	"math"
	"testing"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// grouped makes a mention of each letter; those of one word are one entity.
func grouped(words ...string) []Grouped {
	var out []Grouped
	for i, w := range words {
		for _, r := range w {
			out = append(out, Grouped{extract.Span{Start: int(r), End: int(r) + 1}, i})
		}
	}
	return out
}

func TestBCubed(t *testing.T) {
	for _, c := range []struct {
		why          string
		gold, system []string
		all, linked  Score
	}{
		{"right", []string{"ab", "c"}, []string{"c", "ab"}, Score{3, 3, 3, 3}, Score{2, 2, 2, 2}},
		// The example of Bagga and Baldwin: of three entities the second and third are joined.
		// P = (5·1 + 2·2/7 + 5·5/7)/12 = 64/84, R = 1.
		{"two joined", []string{"12345", "67", "89abc"}, []string{"12345", "6789abc"},
			Score{5 + 4.0/7 + 25.0/7, 12, 12, 12}, Score{5 + 4.0/7 + 25.0/7, 12, 12, 12}},
		// And the other: the first and the third are joined, which costs more mentions:
		// P = (10·5/10 + 2)/12 = 7/12.
		{"two large ones joined", []string{"12345", "67", "89abc"}, []string{"1234589abc", "67"},
			Score{7, 12, 12, 12}, Score{7, 12, 12, 12}},
		// P = 1; R = a, b: 2/3 each, c: 1/3.
		{"one cut", []string{"abc"}, []string{"ab", "c"}, Score{3, 3, 5.0 / 3, 3}, Score{3, 3, 5.0 / 3, 3}},
		{"mentions of one side only", []string{"ab"}, []string{"ax"}, Score{0.5, 2, 0.5, 2}, Score{0.5, 1, 0.5, 2}},
		{"twice the same mention", []string{"ab"}, []string{"aabb"}, Score{2, 2, 2, 2}, Score{2, 2, 2, 2}},
		{"nothing", nil, nil, Score{}, Score{}},
	} {
		r, err := BCubed([][]Grouped{grouped(c.gold...)}, [][]Grouped{grouped(c.system...)})
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		for name, want := range map[string]Score{All: c.all, Linked: c.linked} {
			row, _ := r.Row(name)
			for _, p := range [][2]float64{{row.Precise, want.Precise}, {row.System, want.System}, {row.Recalled, want.Recalled}, {row.Gold, want.Gold}} {
				if math.Abs(p[0]-p[1]) > 1e-9 {
					t.Errorf("%s, %s: got %v, want %v", c.why, name, row.Score, want)
					break
				}
			}
		}
	}
	if _, err := BCubed(make([][]Grouped, 2), nil); err == nil {
		t.Error("no error for missing documents")
	}
}

func TestGroupsFromEntities(t *testing.T) {
	span := func(a int) extract.Span { return extract.Span{Start: a, End: a + 1} }
	got := GroupsFromEntities([]entities.Entity{
		{ID: 0, Mentions: []entities.Mention{{Span: span(0)}, {Span: span(5)}}},
		{ID: 1, Mentions: []entities.Mention{{Span: span(3)}}},
	})
	want := []Grouped{{span(0), 0}, {span(5), 0}, {span(3), 1}}
	if len(got) != len(want) {
		t.Fatalf("got %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %v, want %v", got[i], want[i])
		}
	}
}
