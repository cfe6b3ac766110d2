package corpus_test

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/laut-nlp/laut/corpus"
)

func ExampleOwn() {
	kinds := make(map[string]int)
	for a, err := range corpus.Own(corpus.Dev) {
		if err != nil {
			log.Fatal(err)
		}
		for _, c := range a.Claims {
			kinds[c.Kind.String()]++
		}
	}
	fmt.Println(kinds)
	// Output: map[continued:35 direct:108 free_indirect:6 indirect:142 reported:66]
}

const article = `
== w901 CH

> Der Platz sei zu hart, moserte Trainer Jens Ohm vor dem Spiel.
  indirect speech criticises: Jens Ohm
    content    Der Platz sei zu hart
    speaker    Trainer Jens Ohm
    cue        moserte
    frame      moserte Trainer … Spiel

entities
  PER  Jens Ohm
`

func ExampleRead() {
	for a, err := range corpus.Read(strings.NewReader(article), "sport.txt") {
		if err != nil {
			log.Fatal(err)
		}
		for _, c := range a.Claims {
			fmt.Printf("%s %s: %s\n", c.Name, c.Stance, a.Text[c.Content[0].Start:c.Content[0].End])
		}
	}
	// Output: Jens Ohm criticises: Der Platz sei zu hart
}

// What does not fit is told with its place.
func ExampleRead_error() {
	wrong := strings.Replace(article, "zu hart\n", "zu weich\n", 1)
	for _, err := range corpus.Read(strings.NewReader(wrong), "sport.txt") {
		fmt.Println(err)
	}
	// Output: sport.txt:6: content: "Der Platz sei zu weich" does not stand in the article, only "Der Platz sei zu" does
}

func ExampleWrite() {
	articles, err := corpus.Collect(corpus.Read(strings.NewReader(article), "sport.txt"))
	if err != nil {
		log.Fatal(err)
	}
	a := articles[0]
	a.Claims[0].Name = "der Trainer"
	a.Claims[0].Cue = nil
	if err := corpus.Write(os.Stdout, a); err != nil {
		log.Fatal(err)
	}
	// Output:
	// == w901 CH
	//
	// > Der Platz sei zu hart, moserte Trainer Jens Ohm vor dem Spiel.
	//   indirect speech criticises: der Trainer
	//     content    Der Platz sei zu hart
	//     speaker    Trainer Jens Ohm
	//     frame      moserte Trainer Jens … dem Spiel
	//
	// entities
	//   PER  Jens Ohm
}

func ExampleArticle_MarshalJSON() {
	articles, err := corpus.Collect(corpus.Read(strings.NewReader(article), "sport.txt"))
	if err != nil {
		log.Fatal(err)
	}
	a := articles[0]
	a.Claims, a.Entities[0].Forms = nil, append(a.Entities[0].Forms, "Ohm")
	if err := json.NewEncoder(os.Stdout).Encode(a); err != nil {
		log.Fatal(err)
	}
	// Output: {"id":"w901","genre":"","split":"none","country":"CH","text":"Der Platz sei zu hart, moserte Trainer Jens Ohm vor dem Spiel.\n","claims":[],"entities":[{"label":"PER","name":"Jens Ohm","forms":["Jens Ohm","Ohm"]}]}
}
