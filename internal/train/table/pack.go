// Package table writes the tables that internal/clusters reads.
package table

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
	"slices"

	"github.com/laut-nlp/laut/internal/blob"
	"github.com/laut-nlp/laut/internal/clusters"
)

// A Division is one way to divide forms into clusters.
type Division struct {
	Cluster []int32   // of each form, from 0
	Coarser [][]int32 // of each cluster, at each coarser level
}

func (d *Division) size() int {
	size := 0
	for _, c := range d.Cluster {
		size = max(size, int(c)+1)
	}
	return size
}

// bucketCells is how many cells a bucket has in the mean.
const bucketCells = 4

// Layout returns the layout of a table of a number of forms in which digits are alike.
func Layout(forms, checkBits int) clusters.Layout {
	return clusters.Layout{Buckets: clusters.BlockBuckets * (forms/(bucketCells*clusters.BlockBuckets) + 1), Check: checkBits}
}

// Pack writes a table as internal/clusters reads it. Of two forms that the table
// cannot tell apart, the first one is in it.
func Pack(note string, l clusters.Layout, forms []string, divisions []Division) ([]byte, error) {
	if l.Check < 1 || l.Check > clusters.MaxCheck {
		return nil, fmt.Errorf("a check of %d bits; from 1 to %d are possible", l.Check, clusters.MaxCheck)
	}
	if len(forms) == 0 {
		return nil, errors.New("there are no forms")
	}
	sizes, levels, cellBits := make([]int, len(divisions)), 0, l.Check
	for i := range divisions {
		sizes[i] = divisions[i].size()
		if sizes[i] >= 1<<16 {
			return nil, fmt.Errorf("%d clusters are too many", sizes[i])
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
	buckets, err := fill(l, forms)
	if err != nil {
		return nil, err
	}
	digits := byte(0)
	if l.Digits {
		digits = 1
	}
	le := binary.LittleEndian
	out := []byte{byte(l.Check), digits, byte(len(divisions))}
	out = le.AppendUint32(out, uint32(l.Buckets))
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
	for block := range slices.Chunk(buckets, clusters.BlockBuckets) {
		out = le.AppendUint32(out, uint32(n))
		for _, bucket := range block {
			out = append(out, byte(len(bucket)))
			n += len(bucket)
			for _, c := range bucket {
				cells.add(c.check, l.Check)
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

// fill puts forms into buckets, those of whole blocks.
func fill(l clusters.Layout, forms []string) ([][]cell, error) {
	const block = clusters.BlockBuckets
	buckets := make([][]cell, (l.Buckets+block-1)/block*block)
	for w, form := range forms {
		b, check, ok := l.Place(form)
		if !ok || slices.ContainsFunc(buckets[b], func(c cell) bool { return c.check == check }) {
			continue
		}
		if len(buckets[b]) == clusters.MaxBucket {
			return nil, fmt.Errorf("%d forms are too many for %d buckets", len(forms), l.Buckets)
		}
		buckets[b] = append(buckets[b], cell{w, check})
	}
	return buckets, nil
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
