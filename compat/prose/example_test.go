package germanprose_test

import (
	"fmt"
	"log"

	"github.com/jdkato/prose/v2"

	germanprose "github.com/laut-nlp/laut/compat/prose"
)

func ExampleNewDocument() {
	doc, err := germanprose.NewDocument("Die Lehrer, sagte Anna Weber in Bern, seien müde.")
	if err != nil {
		log.Fatal(err)
	}
	for _, tok := range doc.Tokens() {
		fmt.Println(tok.Text, tok.Tag, tok.Label)
	}
	for _, ent := range doc.Entities() {
		fmt.Println(ent.Text, ent.Label)
	}
	// Output:
	// Die DT O
	// Lehrer NNS O
	// , , O
	// sagte VBD O
	// Anna NNP B-PERSON
	// Weber NNP I-PERSON
	// in IN O
	// Bern NNP B-GPE
	// , , O
	// seien VBP O
	// müde JJ O
	// . . O
	// Anna Weber PERSON
	// Bern GPE
}

// Options are those of prose.
func ExampleNewDocument_options() {
	doc, err := germanprose.NewDocument("Am 2. März tagte der Rat. Dr. Weber fehlte.",
		prose.WithTokenization(false), prose.WithTagging(false), prose.WithExtraction(false))
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range doc.Sentences() {
		fmt.Println(s.Text)
	}
	// Output:
	// Am 2. März tagte der Rat.
	// Dr. Weber fehlte.
}

// The tags of STTS tell what those of Penn lose.
func ExampleDocument_STTS() {
	doc, err := germanprose.NewDocument("Sie ging zum See, in dem er schwamm.")
	if err != nil {
		log.Fatal(err)
	}
	stts := doc.STTS()
	for i, tok := range doc.Tokens() {
		if tok.Tag == "IN" {
			fmt.Println(tok.Text, stts[i])
		}
	}
	// Output:
	// zum APPRART
	// in APPR
}

func ExampleDocument_Spans() {
	doc, err := germanprose.NewDocument("„Schön“, rief sie.")
	if err != nil {
		log.Fatal(err)
	}
	for i, s := range doc.Spans()[:3] {
		fmt.Println(s.Start, s.End, doc.Text[s.Start:s.End], doc.Tokens()[i].Tag)
	}
	// Output:
	// 0 3 „ ``
	// 3 9 Schön JJ
	// 9 12 “ ''
}

// Who says what stands beside.
func ExampleDocument_Article() {
	doc, err := germanprose.NewDocument("Anna Weber sagte, der Zug komme nicht.")
	if err != nil {
		log.Fatal(err)
	}
	a := doc.Article()
	for _, c := range a.Claims {
		fmt.Println(c.Speaker.Name, c.Stance, a.Said(c))
	}
	// Output:
	// Anna Weber asserts der Zug komme nicht
}

func ExampleTags() {
	fmt.Println(len(germanprose.Tags()), germanprose.Tags()[8:13])
	// Output:
	// 40 [CC CD DT FW IN]
}
