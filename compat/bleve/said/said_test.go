package said

import (
	"reflect"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// made returns an article whose claims are made by hand: the test is of what is found in
// the index, not of what is found in the text.
func made() *laut.Article {
	text := "Eva Lang und Jan Peters: Peters lügt. Müller-Groß zahlt. Wer?"
	span := func(s string) extract.Span {
		i := strings.Index(text, s)
		return extract.Span{Start: i, End: i + len(s)}
	}
	second := extract.Span{Start: 25, End: 31}
	return &laut.Article{
		Document: extract.Parse(text),
		Entities: []entities.Entity{
			{ID: 1, Name: "Eva Lang", Mentions: []entities.Mention{{Span: span("Eva Lang")}}},
			{ID: 2, Name: "Jan Peters", Mentions: []entities.Mention{{Span: span("Jan Peters")}, {Span: second}}},
			{ID: 3, Name: "Müller-Groß", Mentions: []entities.Mention{{Span: span("Müller-Groß")}}},
		},
		Claims: []claims.Claim{
			{Kind: claims.Direct, Medium: claims.Speech, Stance: claims.Asserts, Content: []extract.Span{span("Peters lügt."), span("Müller-Groß zahlt.")},
				Speaker: claims.Speaker{Entity: 1, Name: "Eva Lang"}, Score: .5},
			{Kind: claims.Indirect, Medium: claims.Writing, Stance: claims.Denies, Content: []extract.Span{span("Müller-Groß zahlt.")},
				Speaker: claims.Speaker{Entity: 2, Others: []entities.ID{1}, Name: "Jan Peters / Eva Lang"}, Parent: 1, Score: .75},
			{Kind: claims.Direct, Medium: claims.Speech, Stance: claims.Asks, Content: []extract.Span{span("Wer?")},
				Score: 1},
		},
	}
}

func TestSearch(t *testing.T) {
	path := t.TempDir() + "/index"
	m := bleve.NewIndexMapping()
	m.AddDocumentMapping("claim", Mapping())
	ix, err := bleve.New(path, m)
	if err != nil {
		t.Fatal(err)
	}
	all := ClaimsOf("a/1", made())
	for _, c := range all {
		if err := ix.Index(c.ID(), c); err != nil {
			t.Fatal(err)
		}
	}
	if err := ix.Close(); err != nil { // what is found has to be in the files
		t.Fatal(err)
	}
	if ix, err = bleve.Open(path); err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	for _, c := range []struct {
		why   string
		query Query
		want  []int
	}{
		{"all, each as it was", Query{}, []int{0, 1, 2}},
		{"the surname says who it is, alone or with others", Query{Speaker: "Lang"}, []int{0, 1}},
		{"words of one of several, not of two", Query{Speaker: "Peters Eva"}, nil},
		{"names are not stemmed: Peters is not Peter", Query{Speaker: "Peter"}, nil},
		{"named in the content by the surname alone", Query{About: "Jan Peters"}, []int{0}},
		{"words of one name, not of two", Query{About: "Peters Müller"}, nil},
		{"in whatever spelling", Query{About: "mu\u0308ller gross"}, []int{1, 0}},
		{"who says it about whom", Query{Speaker: "peters", About: "Müller-Groß"}, []int{1}},
		{"stems of words in it", Query{Words: "zahlte"}, []int{1, 0}},
		{"one of several stances", Query{Stances: []claims.Stance{claims.Denies, claims.Asks}}, []int{1, 2}},
		{"a kind that none has", Query{Kinds: []claims.Kind{claims.Continued}}, nil},
		{"all conditions have to be met", Query{Stances: []claims.Stance{claims.Denies}, Kinds: []claims.Kind{claims.Direct}}, nil},
		{"of another article", Query{Article: "a"}, nil},
		{"of its article", Query{Article: "a/1", Kinds: []claims.Kind{claims.Indirect}}, []int{1}},
	} {
		found, err := Search(t.Context(), ix, c.query, 10)
		if err != nil {
			t.Fatal(err)
		}
		var want []Claim
		for _, i := range c.want {
			want = append(want, all[i])
		}
		if len(found)+len(want) > 0 && !reflect.DeepEqual(found, want) {
			t.Errorf("%s:\n got %+v,\nwant %+v", c.why, found, want)
		}
	}
}
