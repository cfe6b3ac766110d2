package enum

import "testing"

type fruit uint8

var fruits = Names[fruit]{What: "fruit", Names: []string{"", "apple", "pear", "plum"}}

// Every value comes back from its name.
func TestNames(t *testing.T) {
	for v := range fruit(4) {
		name, err := fruits.MarshalText(v)
		if err != nil || string(name) != fruits.String(v) {
			t.Errorf("%d is written as %q, %v", v, name, err)
		}
		got := fruit(9)
		if err := fruits.UnmarshalText(&got, name); err != nil || got != v {
			t.Errorf("%q read back as %d, %v", name, got, err)
		}
	}
	if got := fruits.Values(); len(got) != 3 || got[0] != 1 || got[2] != 3 {
		t.Errorf("values %v, want those with a name", got)
	}
}

func TestNoName(t *testing.T) {
	if _, err := fruits.MarshalText(4); err == nil || err.Error() != "fruit 4 has no name" || fruits.String(4) != "invalid" {
		t.Errorf("a value without a name is %s, %v", fruits.String(4), err)
	}
	v := fruit(2)
	if err := fruits.UnmarshalText(&v, []byte("nut")); err == nil || err.Error() != `unknown fruit "nut": want apple, pear or plum` || v != 2 {
		t.Errorf("read as %d, %v", v, err)
	}
}
