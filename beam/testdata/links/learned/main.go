// Learned has a job that finds claims with what was learned.
package main

import (
	"context"
	"log"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/laut-nlp/laut/beam"
	"github.com/laut-nlp/laut/beam/learned"
)

func main() {
	beam.Init()
	p, s := beam.NewPipelineWithRoot()
	lautbeam.JSONLines(s, lautbeam.Options{Reader: learned.Name}, beam.Create(s, `{"id":"a","text":"Ja."}`))
	if err := beamx.Run(context.Background(), p); err != nil {
		log.Fatal(err)
	}
}
