package export

import (
	"strings"
	"testing"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// handmade is an article whose entities and claims were set by hand, so that
// these tests show what the formats do and not how well the stages read.
func handmade(t testing.TB) *laut.Article {
	const text = `Streit um die Fähre 🚢

«Die Fähre bleibt», sagte Lea Brunner am Montag, «solange ich Präfektin bin.» Das
Geld reiche für drei Jahre. Brunner erinnerte daran, dass Zoll & Söhne «keinen <Franken>»
versprochen habe.

Es heisst, die Brücke werde teurer.
`
	span := func(s string, nth int) extract.Span {
		t.Helper()
		at := -1
		for range nth {
			i := strings.Index(text[at+1:], s)
			if i < 0 {
				t.Fatalf("%q is not %d times in the text", s, nth)
			}
			at += 1 + i
		}
		return extract.Span{Start: at, End: at + len(s)}
	}
	spans := func(ss ...string) (out []extract.Span) {
		for _, s := range ss {
			out = append(out, span(s, 1))
		}
		return out
	}
	es := []entities.Entity{
		{ID: 1, Name: "Lea Brunner", Label: entities.PER, Gender: entities.Feminine, Mentions: []entities.Mention{
			{Span: span("Lea Brunner", 1)}, {Span: span("Brunner", 2)},
		}},
		{ID: 2, Name: "Zoll & Söhne", Label: entities.ORG, Mentions: []entities.Mention{{Span: span("Zoll & Söhne", 1)}}},
		{ID: 3, Name: "Zoll", Label: entities.PER, Mentions: []entities.Mention{{Span: span("Zoll", 1), Form: entities.FormPart}}},
	}
	lea := claims.Speaker{Spans: spans("Lea Brunner"), Entity: 1, Name: "Lea Brunner", Via: claims.ViaName, Score: 0.9}
	carried := lea
	carried.Via, carried.Score = claims.ViaCarried, 0.6
	cs := []claims.Claim{
		{Kind: claims.Direct, Medium: claims.Speech, Stance: claims.Asserts,
			Content: spans("«Die Fähre bleibt»", "«solange ich Präfektin bin.»"), Cue: spans("sagte"),
			Frame: spans(", sagte Lea Brunner am Montag,"), Speaker: lea, Score: 0.97},
		{Kind: claims.Continued, Medium: claims.Speech, Stance: claims.Asserts,
			Content: spans("Das\nGeld reiche für drei Jahre."), Speaker: carried, Score: 0.5},
		{Kind: claims.Indirect, Medium: claims.SpeechOrWriting, Stance: claims.Asserts,
			Content: spans("dass Zoll & Söhne «keinen <Franken>»\nversprochen habe"), Cue: spans("erinnerte"),
			Frame:   spans("Brunner erinnerte daran"),
			Speaker: claims.Speaker{Spans: []extract.Span{span("Brunner", 2)}, Entity: 1, Name: "Lea Brunner", Via: claims.ViaName, Score: 1},
			Score:   0.75},
		{Kind: claims.Direct, Medium: claims.Speech, Stance: claims.Promises,
			Content: spans("«keinen <Franken>»"), Cue: spans("versprochen"),
			Speaker: claims.Speaker{Spans: spans("Zoll & Söhne"), Entity: 2, Others: []entities.ID{1}, Name: "Zoll & Söhne / Lea Brunner", Via: claims.ViaName, Score: 0.7},
			Parent:  3, Score: 0.25},
		{Kind: claims.Indirect, Medium: claims.Speech, Content: spans("die Brücke werde teurer"), Cue: spans("heisst"),
			Score: 0.4},
	}
	d := extract.Parse(text)
	return &laut.Article{Document: d, Entities: entities.Located(d, es), Claims: cs}
}

// checkValid makes sure that an article which was read can be worked with.
func checkValid(t *testing.T, a *laut.Article) {
	t.Helper()
	if err := a.Validate(); err != nil {
		t.Fatal(err)
	}
}
