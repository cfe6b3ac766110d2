package spans

import (
	"github.com/laut-nlp/laut/internal/blob"
	"github.com/laut-nlp/laut/internal/clusters"
	model "github.com/laut-nlp/laut/internal/model/clusters"
)

// classLevel is the level of the table of clusters that the models use: 128 classes
// of words that stand between the same neighbours.
const classLevel = 1

// classOf returns the distributional class of a word.
func classOf(w string) uint64 {
	var row [8]uint64
	t := classes()
	t.Of(w, row[:t.Levels()])
	return row[classLevel]
}

// classes opens the embedded table on first use. It is no variable with an initial
// value, so that the rules alone do not link it.
func classes() clusters.Table { return classesFile.Get(clusters.Open, model.File) }

var classesFile blob.File[clusters.Table]
