package testkit

import "testing"

func TestLinear(t *testing.T) {
	const n = 20_000_000
	loop := func(n int) func() {
		return func() {
			sum := 0
			for i := range n {
				sum += i ^ sum
			}
			sink = sum
		}
	}
	var r recorder
	if Linear(&r, "linear", 4, loop(n), loop(4*n)); r.said != "" {
		t.Errorf("complaint about linear work: %s", r.said)
	}
	if Linear(&r, "quadratic", 4, loop(n), loop(16*n)); r.said == "" {
		t.Error("no complaint about quadratic work")
	}
}

var sink int
