package table

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/laut-nlp/laut/internal/blob"
	"github.com/laut-nlp/laut/internal/clusters"
)

// madeUp returns n forms and two divisions of them, the first with a coarser
// level.
func madeUp(n int) ([]string, []Division) {
	forms := make([]string, n)
	a := Division{Cluster: make([]int32, n)}
	b := Division{Cluster: make([]int32, n)}
	for i := range forms {
		forms[i] = fmt.Sprintf("Wort%s", letters(i))
		a.Cluster[i] = int32(i % 100)
		b.Cluster[i] = int32(i * 7 % 700)
	}
	coarse := make([]int32, 100)
	for c := range coarse {
		coarse[c] = int32(c / 10)
	}
	a.Coarser = [][]int32{coarse}
	return forms, []Division{a, b}
}

// letters writes a number without digits, which a table folds.
func letters(i int) string {
	s := ""
	for ; i > 0; i /= 26 {
		s += string(rune('a' + i%26))
	}
	return s
}

func open(t testing.TB, forms []string, divisions []Division, checkBits int) clusters.Table {
	t.Helper()
	file, err := Pack("made up\n", Layout(len(forms), checkBits), forms, divisions)
	if err != nil {
		t.Fatal(err)
	}
	table, err := clusters.Open(string(file))
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestPack(t *testing.T) {
	for _, n := range []int{1, 2, 100, 20000} {
		forms, divisions := madeUp(n)
		table := open(t, forms, divisions, 12)
		if table.Levels() != 3 {
			t.Fatalf("%d levels", table.Levels())
		}
		wrong := 0
		var got [3]uint64
		for i, form := range forms {
			want := [3]uint64{uint64(i%100) + 1, uint64(i%100/10) + 1, uint64(i*7%700) + 1}
			if !table.Of(form, got[:]) {
				t.Fatalf("%d forms: %q is not found", n, form)
			}
			if got != want {
				wrong++
			}
		}
		// Forms that share bucket and check: less than one in a hundred.
		if wrong > n/100 {
			t.Errorf("%d forms: %d have other clusters than their own", n, wrong)
		}
		found := 0
		for i := range 10000 {
			if table.Of("kein"+letters(i), got[:]) {
				found++
			} else if got != [3]uint64{} {
				t.Fatalf("clusters %v of a form that is not found", got)
			}
		}
		if found > 50 {
			t.Errorf("%d forms: %d of 10000 others are found", n, found)
		}
	}
}

// Of two forms that the table cannot tell apart it has the first.
func TestPackFirst(t *testing.T) {
	forms, divisions := madeUp(20000)
	table := open(t, forms, divisions, 1)
	var got [3]uint64
	for i := range 100 {
		j := slices.IndexFunc(forms, func(form string) bool {
			b, c, _ := table.Place(form)
			p, q, _ := table.Place(forms[i])
			return b == p && c == q
		})
		if table.Of(forms[i], got[:]); got[0] != uint64(j%100)+1 {
			t.Fatalf("%q has the clusters %v, not those of %q", forms[i], got, forms[j])
		}
	}
}

func TestRoom(t *testing.T) {
	forms, divisions := madeUp(100)
	table := open(t, forms, divisions, 12)
	one := []uint64{99}
	if !table.Of(forms[42], one) || one[0] != 43 {
		t.Errorf("with room for one level: %v", one)
	}
	five := []uint64{9, 9, 9, 9, 9}
	if !table.Of(forms[42], five) || !slices.Equal(five, []uint64{43, 5, 42*7%700 + 1, 9, 9}) {
		t.Errorf("with room for five levels: %v", five)
	}
	if !table.Of(forms[42], nil) {
		t.Error("a form is not found when nothing is asked of it")
	}
}

// Whatever the bytes, with a right checksum, opening and looking up do not panic.
func TestBroken(t *testing.T) {
	forms, divisions := madeUp(300)
	file, err := Pack("made up\n", Layout(len(forms), 9), forms, divisions)
	if err != nil {
		t.Fatal(err)
	}
	r, err := blob.Open(string(file), clusters.Magic)
	if err != nil {
		t.Fatal(err)
	}
	body := []byte(r.Rest())
	resealed := func(body []byte) (clusters.Table, error) {
		return clusters.Open(string(blob.Seal(clusters.Magic, body)))
	}
	for n := range body {
		if _, err := resealed(body[:n]); err == nil {
			t.Errorf("the first %d of %d bytes open", n, len(body))
		}
	}
	if _, err := resealed(append(body, 'x')); err == nil {
		t.Error("a file with a byte too many opens")
	}
	opened := 0
	var got [clusters.MaxLevels]uint64
	for i := range body {
		for _, x := range []byte{0x01, 0x80, 0xFF} {
			broken := slices.Clone(body)
			broken[i] ^= x
			table, err := resealed(broken)
			if err != nil {
				continue
			}
			opened++
			for _, form := range forms {
				table.Of(form, got[:])
			}
		}
	}
	if opened == 0 {
		t.Error("no broken file opens: nothing was looked up")
	}
}

func TestAllocations(t *testing.T) {
	forms, divisions := madeUp(1000)
	table := open(t, forms, divisions, 9)
	var got [clusters.MaxLevels]uint64
	n := testing.AllocsPerRun(100, func() {
		table.Of("Wortab", got[:])
		table.Of("24.12.2024", got[:])
		table.Of("Donaudampfschifffahrtsgesellschaftskapitän", got[:])
	})
	if n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// Forms are looked up as often as in a text: the n-th in proportion to 1/n.
func BenchmarkOf(b *testing.B) {
	forms, divisions := madeUp(120000)
	table := open(b, forms, divisions, 9)
	zipf := rand.NewZipf(rand.New(rand.NewPCG(1, 1)), 1.01, 1, uint64(len(forms)-1))
	text := make([]string, 1<<14)
	for i := range text {
		text[i] = forms[zipf.Uint64()]
	}
	var got [clusters.MaxLevels]uint64
	i := 0
	for b.Loop() {
		table.Of(text[i&(1<<14-1)], got[:])
		i++
	}
}
