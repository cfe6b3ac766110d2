package spans

import (
	"github.com/laut-nlp/laut/internal/blob"
	"github.com/laut-nlp/laut/internal/clusters"
	model "github.com/laut-nlp/laut/internal/model/clusters"
)

// clusterLevel is the level of the table of clusters that the models use: 128 clusters
// of words that stand between the same neighbours.
const clusterLevel = 1

// clusterOf returns the cluster of a word.
func clusterOf(w string) uint64 {
	var row [8]uint64
	t := clusterTable()
	t.Of(w, row[:t.Levels()])
	return row[clusterLevel]
}

// clusterTable opens the embedded table on first use. It is no variable with an initial
// value, so that the rules alone do not link it.
func clusterTable() clusters.Table { return clusterFile.Get(clusters.Open, model.File) }

var clusterFile blob.File[clusters.Table]
