// Rules has a job that finds claims by rules.
package main

import (
	"context"
	"log"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/laut-nlp/laut/beam"
)

func main() {
	beam.Init()
	p, s := beam.NewPipelineWithRoot()
	lautbeam.JSONLines(s, lautbeam.Options{}, beam.Create(s, `{"id":"a","text":"Ja."}`))
	if err := beamx.Run(context.Background(), p); err != nil {
		log.Fatal(err)
	}
}
