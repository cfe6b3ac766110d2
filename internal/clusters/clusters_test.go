package clusters

import (
	"strings"
	"testing"

	model "github.com/laut-nlp/laut/internal/model/clusters"
	"github.com/laut-nlp/laut/internal/testkit"
)

// TestDamaged checks that no damage to the embedded file passes.
func TestDamaged(t *testing.T) {
	testkit.RefusesDamage(t, model.File(), func(file string) error { _, err := Open(file); return err })
}

func TestFold(t *testing.T) {
	long := strings.Repeat("ä", 40)
	for _, c := range []struct {
		form, want string
		ok         bool
	}{
		{"Berlin", "Berlin", true},
		{"2024", "0000", true},
		{"U21-EM", "U00-EM", true},
		{"100", "000", true},
		{long, long, true},
		{long + "7", "", false}, // in no table: no table has to be asked
		{"", "", false},
		{"\xff3", "\xff0", true},
	} {
		got, ok := Fold(c.form)
		if got != c.want || ok != c.ok {
			t.Errorf("Fold(%q) = %q, %t; want %q, %t", c.form, got, ok, c.want, c.ok)
		}
	}
}

func TestPlace(t *testing.T) {
	l := Layout{Buckets: 3200, Check: 9}
	b1, c1, ok1 := l.Place("2023")
	b2, c2, ok2 := l.Place("1848")
	if b1 != b2 || c1 != c2 || !ok1 || !ok2 {
		t.Errorf("2023 is at %d, %d, %t; 1848 at %d, %d, %t", b1, c1, ok1, b2, c2, ok2)
	}
	l.Digits = true
	if b2, c2, _ := l.Place("1848"); b1 == b2 && c1 == c2 {
		t.Errorf("where digits are told apart, 1848 is at %d, %d as 2023", b2, c2)
	}
	for _, l := range []Layout{{100, 5, false}, {101, 16, true}} {
		for _, form := range []string{"a", "Berlin", "\xff\x00", strings.Repeat("x", 1000)} {
			b, c, ok := l.Place(form)
			if !ok || b < 0 || b >= l.Buckets || c >= 1<<l.Check {
				t.Errorf("Place(%q) = %d, %d, %t", form, b, c, ok)
			}
		}
		if _, _, ok := l.Place(""); ok {
			t.Error("the empty form has a place")
		}
	}
}

func TestZeroTable(t *testing.T) {
	var table Table
	numbers := []uint64{7, 7}
	if table.Of("Berlin", numbers) || table.Levels() != 0 {
		t.Error("the zero table knows a form")
	}
}
