package tagger

import (
	"fmt"

	"github.com/laut-nlp/laut/internal/blob"
	"github.com/laut-nlp/laut/internal/hash"
)

// Clusters is a table from word forms to distributional clusters, read in
// place. The zero table knows no word.
//
// Its bytes are the number of buckets, where each bucket ends among the cells
// (32 bits each, the lowest byte first), and the cells, 24 bits each: 15 bits of
// the form's hash and 9 of the cluster. A form that the table lacks is taken for
// another with probability (cells in a bucket) / 2^15.
type Clusters struct {
	buckets uint64
	ends    string
	cells   string
}

const cellSize = 3

// ClusterCell returns the place of a form in a table of clusters: its bucket
// and its cell but for the cluster.
func ClusterCell(form string, buckets uint64) (bucket uint64, cell uint32) {
	h := hash.Text(form)
	return h >> 32 * buckets >> 32, uint32(h&0x7FFF) << 9
}

func openClusters(data string) (c Clusters, ok bool) {
	if len(data) < 4 {
		return c, false
	}
	c.buckets = uint64(blob.Uint32(data))
	if uint64(len(data)-4) < 4*c.buckets {
		return c, false
	}
	c.ends, c.cells = data[4:4+4*c.buckets], data[4+4*c.buckets:]
	return c, true
}

// Of returns the cluster of a form, 0 if it has none.
func (c *Clusters) Of(form string) uint64 {
	if c.buckets == 0 {
		return 0
	}
	bucket, cell := ClusterCell(form, c.buckets)
	cells := uint32(len(c.cells) / cellSize) // an end beyond them is only in a damaged file
	from := uint32(0)
	if bucket > 0 {
		from = min(blob.Uint32(c.ends[4*int(bucket-1):]), cells)
	}
	end := min(blob.Uint32(c.ends[4*int(bucket):]), cells)
	for k := int(from); k < int(end); k++ {
		v := uint32(c.cells[cellSize*k]) | uint32(c.cells[cellSize*k+1])<<8 | uint32(c.cells[cellSize*k+2])<<16
		if v^cell < 1<<9 {
			return uint64(v & (1<<9 - 1))
		}
	}
	return 0
}

// OpenClusters returns the clusters of a model file, which serve other models
// too.
func OpenClusters(data string) (Clusters, error) {
	part, err := split(data)
	if err != nil {
		return Clusters{}, fmt.Errorf("tagger: %w", err)
	}
	c, ok := openClusters(part[2])
	if !ok {
		return c, errDamaged
	}
	return c, nil
}
