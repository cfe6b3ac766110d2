// Package clusters reads tables of distributional word clusters: which forms
// are used like which others, at several granularities.
//
//	t, err := clusters.Open(data)
//	var level [clusters.MaxLevels]uint64
//	t.Of("Hamburg", level[:]) // the numbers that "Bremen" has too
//
// Forms are told apart by case; in most tables digits are alike, so that "1848" and "2024"
// have one entry. A number is one of a cluster only within its level.
//
// # Performance
//
// The file is read in place: opening it costs its checksum, a look-up about 40 ns and
// no allocation. A table of two divisions into 1,000 clusters, with their coarser
// levels, takes 3.9 bytes a form if its check has 9 bits. A form that it lacks is
// then taken for one that it has with a probability of one in a hundred, and of
// its own forms one in two hundred has the clusters of a more frequent one.
//
// # Concurrency
//
// Everything is safe for concurrent use.
//
// The tables are learned from raw text by internal/train/clusters, which describes
// the methods.
package clusters

import (
	"errors"
	"fmt"
	"math/bits"

	"github.com/laut-nlp/laut/internal/blob"
	"github.com/laut-nlp/laut/internal/hash"
)

// MaxLevels is how many levels a table has at most.
const MaxLevels = 8

// Magic begins a file.
//
// A file is sealed (see internal/blob). Its lines of text, the first of them Magic,
// name its sources. Each number after the checksum has its lowest byte first:
//
//	1 byte       bits of a check
//	1 byte       1 if digits are told apart, else 0
//	1 byte       number of divisions
//	4 bytes      number of buckets
//	4 bytes      number of cells
//	for each division
//	  1 byte     number of its levels
//	  2 bytes    number of its clusters
//	  for each level but the first, 2 bytes for each cluster: its cluster there
//	36 bytes for each block of 32 buckets: where its cells begin, and a byte for each
//	             bucket, how many cells it has
//	the cells, in bits: a check and, for each division, the number of a cluster
//	7 bytes      0, so that the last cell is read like all others
//
// Where a form's cell is tells its place in the Layout.
const Magic = "laut clusters 3\n"

// The layout of blocks.
const (
	BlockBuckets = 32
	MaxBucket    = 255 // cells
	blockBytes   = 4 + BlockBuckets
	padding      = 7
)

// Bits of a check and of a cell, at most, so that a cell is read at once.
const (
	MaxCheck = 16
	MaxCell  = 57
)

// longest is how many bytes a form with digits has at most, where these are alike.
const longest = 32

// Layout tells where a table has its forms.
type Layout struct {
	Buckets int
	Check   int  // bits that tell a form from others of its bucket
	Digits  bool // are told apart
}

// Place returns the bucket of a form and its check; false for a form that no table has.
func (l *Layout) Place(form string) (bucket int, check uint64, ok bool) {
	var buf [longest]byte
	h := uint64(0)
	switch {
	case l.Digits || !hasDigit(form):
		h = hash.Text(form)
	case len(form) > longest:
		return 0, 0, false
	default:
		h = hash.Text(string(fold(&buf, form)))
	}
	return int(h >> 32 * uint64(l.Buckets) >> 32), h & (1<<l.Check - 1), form != ""
}

// Fold returns a form as a table has it in which digits are alike: they are 0. It
// reports false for forms that no such table has.
func Fold(form string) (folded string, ok bool) {
	if !hasDigit(form) {
		return form, form != ""
	}
	if len(form) > longest {
		return "", false
	}
	var buf [longest]byte
	return string(fold(&buf, form)), true
}

func hasDigit(form string) bool {
	for i := range len(form) {
		if '1' <= form[i] && form[i] <= '9' {
			return true
		}
	}
	return false
}

func fold(buf *[longest]byte, form string) []byte {
	for i := range len(form) {
		c := form[i]
		if '1' <= c && c <= '9' {
			c = '0'
		}
		buf[i] = c
	}
	return buf[:len(form)]
}

// Table is a table of clusters. The zero Table knows no form.
type Table struct {
	Layout
	note      string
	cellBits  int
	cells     int
	levels    int
	divisions []division
	index     string
	data      string
}

// A division is one way to divide the forms into clusters, with its levels.
type division struct {
	bits    int
	size    int
	coarser []string // for each coarser level, 2 bytes for each cluster
}

var errBroken = errors.New("clusters: the file is broken")

// Open opens a table. It returns an error if data is none, or is damaged or cut off.
func Open(data string) (Table, error) {
	var t Table
	r, err := blob.Open(data, Magic)
	if err != nil {
		return t, fmt.Errorf("clusters: %w", err)
	}
	t.note = r.Note
	t.Check, t.Digits = int(r.Uint8()), r.Uint8() == 1
	n := r.Uint8()
	t.Buckets, t.cells = int(r.Uint32()), int(r.Uint32())
	t.cellBits = t.Check
	for range n {
		levels := int(r.Uint8())
		d := division{size: int(r.Uint16())}
		d.bits = bits.Len(uint(max(d.size-1, 0)))
		for range levels - 1 {
			d.coarser = append(d.coarser, r.Take(int64(2*d.size)))
		}
		t.cellBits += d.bits
		if t.levels += levels; levels == 0 || d.size == 0 || t.levels > MaxLevels {
			return Table{}, errBroken
		}
		t.divisions = append(t.divisions, d)
	}
	// No product of these is more than an int of 32 bits holds.
	if t.Check > MaxCheck || t.cellBits > MaxCell || t.Buckets < 1 || t.Buckets > len(data) || t.cells < 0 || t.cells > 8*len(data)/max(t.cellBits, 1) {
		return Table{}, errBroken
	}
	t.index = r.Take(int64((t.Buckets+BlockBuckets-1)/BlockBuckets) * blockBytes)
	t.data = r.Take(int64((t.cells*t.cellBits+7)/8 + padding))
	if r.End() != nil {
		return Table{}, errBroken
	}
	return t, nil
}

// Note returns the text after the first line of the file.
func (t *Table) Note() string { return t.note }

// Levels returns how many numbers Of gives.
func (t *Table) Levels() int { return t.levels }

// Of puts the numbers of a form's clusters into numbers, from 1, one for each
// level: those of a division follow each other from the finest to the coarsest. It
// fills no more than there is room for. A form that the table lacks has 0 at
// all levels, and Of reports false.
func (t *Table) Of(form string, numbers []uint64) bool {
	numbers = numbers[:min(len(numbers), t.levels)]
	cell, ok := t.find(form)
	if !ok {
		clear(numbers)
		return false
	}
	for i := range t.divisions {
		d := &t.divisions[i]
		c := int(cell & (1<<d.bits - 1))
		cell >>= d.bits
		for level := -1; level < len(d.coarser) && len(numbers) > 0; level++ {
			switch {
			case c >= d.size:
				numbers[0] = 0 // only in a file that no builder writes
			case level < 0:
				numbers[0] = uint64(c) + 1
			default:
				s := d.coarser[level]
				numbers[0] = uint64(blob.Uint16(s[2*c:])) + 1
			}
			numbers = numbers[1:]
		}
	}
	return true
}

// First returns the number of a form's cluster at the first level, 0 if the table lacks it.
func (t *Table) First(form string) uint64 {
	var number [1]uint64
	t.Of(form, number[:])
	return number[0]
}

// find returns a form's cell without its check.
func (t *Table) find(form string) (cell uint64, ok bool) {
	if t.Buckets == 0 {
		return 0, false
	}
	bucket, check, ok := t.Place(form)
	if !ok {
		return 0, false
	}
	block := t.index[bucket/BlockBuckets*blockBytes:][:blockBytes]
	at := int(min(blob.Uint32(block), uint32(t.cells)))
	sizes, k := block[4:], bucket%BlockBuckets
	for i := range k {
		at += int(sizes[i])
	}
	end := min(at+int(sizes[k]), t.cells)
	for ; at < end; at++ {
		bit := at * t.cellBits
		v := blob.Uint64(t.data[bit/8:]) >> (bit % 8)
		if v&(1<<t.Check-1) == check {
			return v >> t.Check, true
		}
	}
	return 0, false
}
