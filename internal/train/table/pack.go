// Package table writes the tables that internal/clusters reads.
package table

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"

	"github.com/laut-nlp/laut/internal/blob"
	"github.com/laut-nlp/laut/internal/clusters"
)

// A Division is one way to divide forms into clusters.
type Division struct {
	Name    string
	Cluster []int32   // of each form, from 0
	Coarser [][]int32 // of each cluster, at each coarser level
}

// Numbers returns the cluster of each form at a level, 0 the finest.
func (d *Division) Numbers(level int) []int32 {
	if level == 0 {
		return d.Cluster
	}
	out := make([]int32, len(d.Cluster))
	for w, c := range d.Cluster {
		out[w] = d.Coarser[level-1][c]
	}
	return out
}

func (d *Division) size() int {
	size := 0
	for _, c := range d.Cluster {
		size = max(size, int(c)+1)
	}
	return size
}

// bucketCells is how many cells a bucket has in the mean. With four, buckets of
// more than the 15 that are possible are so rare that a few more blocks do away
// with them.
const bucketCells = 4

// Pack writes a table as internal/clusters reads it. The forms are sorted by
// frequency: of two that the table cannot tell apart, the first one is in it.
func Pack(note string, forms []string, divisions []Division, checkBits int) ([]byte, error) {
	if checkBits < 1 || checkBits > clusters.MaxCheck {
		return nil, fmt.Errorf("a check of %d bits; from 1 to %d are possible", checkBits, clusters.MaxCheck)
	}
	if len(forms) == 0 {
		return nil, errors.New("there are no forms")
	}
	sizes, levels, cellBits := make([]int, len(divisions)), 0, checkBits
	for i := range divisions {
		sizes[i] = divisions[i].size()
		if sizes[i] >= 1<<16 {
			return nil, fmt.Errorf("%s: %d clusters are too many", divisions[i].Name, sizes[i])
		}
		levels += 1 + len(divisions[i].Coarser)
		cellBits += bits.Len(uint(sizes[i] - 1))
	}
	if cellBits > clusters.MaxCell {
		return nil, fmt.Errorf("a check and numbers of %d bits together, at most %d are possible", cellBits, clusters.MaxCell)
	}
	if levels > clusters.MaxLevels {
		return nil, fmt.Errorf("%d levels, at most %d are possible", levels, clusters.MaxLevels)
	}
	blocks := len(forms)/(bucketCells*clusters.BlockBuckets) + 1
	buckets := fill(forms, blocks, checkBits)
	for buckets == nil {
		blocks += blocks/32 + 1
		buckets = fill(forms, blocks, checkBits)
	}
	le := binary.LittleEndian
	out := []byte{byte(checkBits), byte(len(divisions))}
	out = le.AppendUint32(out, uint32(blocks))
	cellsAt := len(out)
	out = le.AppendUint32(out, 0)
	for i := range divisions {
		d := &divisions[i]
		out = append(out, byte(1+len(d.Coarser)))
		out = le.AppendUint16(out, uint16(sizes[i]))
		for _, coarse := range d.Coarser {
			for _, c := range coarse[:sizes[i]] {
				out = le.AppendUint16(out, uint16(c))
			}
		}
	}
	var cells bitWriter
	n := 0
	for b := 0; b < len(buckets); b += clusters.BlockBuckets {
		out = le.AppendUint32(out, uint32(n))
		for k := range clusters.BlockBuckets / 2 {
			low, high := len(buckets[b+2*k]), len(buckets[b+2*k+1])
			out = append(out, byte(low|high<<4))
			n += low + high
		}
		for _, bucket := range buckets[b : b+clusters.BlockBuckets] {
			for _, c := range bucket {
				cells.add(c.check, checkBits)
				for i := range divisions {
					cells.add(uint64(divisions[i].Cluster[c.form]), bits.Len(uint(sizes[i]-1)))
				}
			}
		}
	}
	le.PutUint32(out[cellsAt:], uint32(n))
	out = append(append(out, cells.bytes...), make([]byte, 7)...)
	return blob.Seal(clusters.Magic+note, out), nil
}

type cell struct {
	form  int
	check uint64
}

// fill puts forms into buckets. It returns nil if one is too full.
func fill(forms []string, blocks, checkBits int) [][]cell {
	buckets := make([][]cell, blocks*clusters.BlockBuckets)
next:
	for w, form := range forms {
		b, check, ok := clusters.Place(form, blocks, checkBits)
		if !ok {
			continue
		}
		for _, c := range buckets[b] {
			if c.check == check {
				continue next
			}
		}
		if len(buckets[b]) == clusters.MaxBucket {
			return nil
		}
		buckets[b] = append(buckets[b], cell{w, check})
	}
	return buckets
}

// bitWriter writes numbers of any bits, the lowest ones first.
type bitWriter struct {
	bytes []byte
	free  int // bits of the last byte
}

func (w *bitWriter) add(v uint64, n int) {
	for n > 0 {
		if w.free == 0 {
			w.bytes = append(w.bytes, 0)
			w.free = 8
		}
		w.bytes[len(w.bytes)-1] |= byte(v << (8 - w.free))
		k := min(n, w.free)
		v >>= k
		n -= k
		w.free -= k
	}
}
