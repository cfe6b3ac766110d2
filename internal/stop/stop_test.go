package stop

import (
	"context"
	"errors"
	"testing"
)

// work looks n times, and calls then at each.
func work(n int, then func(i int)) func(*Sign) int {
	return func(s *Sign) int {
		for i := range n {
			then(i)
			s.Look()
		}
		return n
	}
}

func TestRun(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	for name, ctx := range map[string]context.Context{"no end": context.Background(), "an end that does not come": ctx} {
		if n, err := Run(ctx, work(1000, func(int) {})); n != 1000 || err != nil {
			t.Errorf("%s: %d, %v", name, n, err)
		}
	}
	last := 0
	n, err := Run(ctx, work(1000, func(i int) {
		if last = i; i == 500 {
			cancel()
		}
	}))
	if n != 0 || err != context.Canceled || last > 500+often {
		t.Errorf("%d, %v after step %d", n, err, last)
	}
	if _, err := Run(ctx, work(1, func(int) { t.Error("work that is over before it begins was begun") })); err != context.Canceled {
		t.Errorf("error %v", err)
	}
}

// A panic of the work is not taken for a look, whether the context has ended or not.
func TestPanic(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	fault := errors.New("a fault")
	defer func() {
		if v := recover(); v != fault {
			t.Errorf("recovered %v", v)
		}
	}()
	Run(ctx, func(*Sign) int {
		cancel()
		panic(fault)
	})
	t.Error("Run returned")
}

func TestNothingAllocated(t *testing.T) {
	var s *Sign
	if n := testing.AllocsPerRun(100, func() { s.Look() }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkLook(b *testing.B) {
	ctx, cancel := context.WithCancel(b.Context())
	defer cancel()
	b.Run("none", func(b *testing.B) {
		var s *Sign
		for b.Loop() {
			s.Look()
		}
	})
	b.Run("context", func(b *testing.B) {
		s := &Sign{ctx: ctx}
		for b.Loop() {
			s.Look()
		}
	})
}
