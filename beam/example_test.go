package lautbeam_test

import (
	"context"
	"fmt"
	"log"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/beam"
	"github.com/laut-nlp/laut/entities"
)

// harbour knows a name that no dictionary has. Each worker makes a reader of its own.
func harbour() (*laut.Reader, error) {
	extractor, err := entities.New(entities.WithNamesFrom(strings.NewReader("Kaikante 7\n"), entities.ORG))
	if err != nil {
		return nil, err
	}
	return laut.New(laut.WithEntities(extractor))
}

func init() {
	lautbeam.RegisterReader("harbour", harbour)
	register.Function1x2(withID)
	register.Function1x0(show)
}

func withID(text string) (id, same string) { return "a1", text }

func show(c lautbeam.Claim) { fmt.Println(c.Name, c.Label, c.Stance, c.Content) }

func ExampleTexts() {
	p, s := beam.NewPipelineWithRoot()
	articles := beam.ParDo(s, withID, beam.Create(s, "„Rostock ist keine Melkkuh“, sagte Uwe Petersen."))
	r := lautbeam.Texts(s, lautbeam.Options{}, articles)
	beam.ParDo0(s, show, r.Claims)
	if _, err := beam.Run(context.Background(), "prism", p); err != nil {
		log.Fatal(err)
	}
	// Output: Uwe Petersen PER asserts [„Rostock ist keine Melkkuh“]
}

func ExampleRegisterReader() {
	p, s := beam.NewPipelineWithRoot()
	lines := beam.Create(s, `{"id":"a2","text":"„Wir zahlen“, teilte Kaikante 7 mit."}`)
	r := lautbeam.JSONLines(s, lautbeam.Options{Reader: "harbour"}, lines)
	beam.ParDo0(s, show, r.Claims)
	if _, err := beam.Run(context.Background(), "prism", p); err != nil {
		log.Fatal(err)
	}
	// Output: Kaikante 7 ORG asserts [„Wir zahlen“]
}
