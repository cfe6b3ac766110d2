package trees

import (
	"math/rand/v2"
	"testing"

	"github.com/laut-nlp/laut/internal/trees"
)

// Of each group the row with the largest first feature is right, whatever that is: rows by
// themselves do not tell.
func TestGroups(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	d := &Data{}
	for group := range 400 {
		rows, best := [][]uint8{}, 0
		for i := range 2 + r.IntN(4) {
			rows = append(rows, []uint8{uint8(r.IntN(200)), uint8(r.IntN(200))})
			if rows[i][0] > rows[best][0] {
				best = i
			}
		}
		for i, row := range rows {
			y := float32(0)
			if i == best {
				y = 1
			}
			d.AddTo(group, row, y)
		}
	}
	o := Default()
	o.Features = 1
	m, err := trees.New(string(Train(d, nil, o)), 2)
	if err != nil {
		t.Fatal(err)
	}
	right, groups := 0, 0
	for i := 0; i < len(d.Rows); {
		best := i
		for group := d.Groups[i]; i < len(d.Rows) && d.Groups[i] == group; i++ {
			if m.Score(d.Rows[i]) > m.Score(d.Rows[best]) {
				best = i
			}
		}
		groups++
		if d.Targets[best] == 1 {
			right++
		}
	}
	if right*100 < groups*95 {
		t.Errorf("%d of %d groups have the right row first", right, groups)
	}
}
