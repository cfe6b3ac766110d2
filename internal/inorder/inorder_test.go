package inorder

import (
	"context"
	"errors"
	"iter"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// numbers yields the numbers below n and counts what is taken.
func numbers(n int, taken *atomic.Int64) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			taken.Add(1)
			if !yield(i) {
				return
			}
		}
	}
}

// leavesNothing checks that all goroutines which were begun since have ended.
func leavesNothing(t *testing.T) {
	before := runtime.NumGoroutine()
	t.Cleanup(func() {
		for deadline := time.Now().Add(time.Second); runtime.NumGoroutine() > before; runtime.Gosched() {
			if time.Now().After(deadline) { // the last steps of one that is over may take a moment
				t.Fatalf("%d goroutines, %d before", runtime.NumGoroutine(), before)
			}
		}
	})
}

func TestOrder(t *testing.T) {
	for _, workers := range []int{0, 1, 2, 7} {
		leavesNothing(t)
		const n = 300
		var taken, working, most atomic.Int64
		got := slices.Collect(Map(t.Context(), numbers(n, &taken), workers, func(_ context.Context, i int) int {
			most.Store(max(most.Load(), working.Add(1)))
			defer working.Add(-1)
			time.Sleep(time.Duration(rand.IntN(300)) * time.Microsecond)
			return i
		}))
		if want := slices.Collect(numbers(n, &taken)); !slices.Equal(got, want) {
			t.Errorf("%d workers: %v", workers, got)
		}
		if workers > 0 && most.Load() > int64(workers) {
			t.Errorf("%d worked, of %d workers", most.Load(), workers)
		}
	}
}

// What is held is bounded where the first takes long, and where the consumer does: until as
// many are taken as may be, and a little longer.
func TestBounded(t *testing.T) {
	const workers, limit = 3, PerWorker * 3
	var taken atomic.Int64
	long := func(i int) {
		for deadline := time.Now().Add(10 * time.Second); i == 0 && taken.Load() < limit && time.Now().Before(deadline); {
			time.Sleep(time.Millisecond)
		}
		if i == 0 {
			time.Sleep(10 * time.Millisecond)
		}
	}
	short := func(int) {}
	for name, c := range map[string]struct{ f, consumer func(int) }{
		"the first is long":    {long, short},
		"the consumer is slow": {short, long},
	} {
		taken.Store(0)
		most, given := int64(0), int64(0)
		for i := range Map(t.Context(), numbers(100, &taken), workers, func(_ context.Context, i int) int { c.f(i); return i }) {
			c.consumer(i)
			most = max(most, taken.Load()-given)
			given++
		}
		if most != limit {
			t.Errorf("%s: %d are held, want %d", name, most, limit)
		}
	}
}

// A result does not wait for elements after it.
func TestPrompt(t *testing.T) {
	next := make(chan int)
	in := func(yield func(int) bool) {
		for i := range next {
			if !yield(i) {
				return
			}
		}
	}
	go func() { next <- 0 }()
	for i := range Map(t.Context(), in, 2, func(_ context.Context, i int) int { return i }) {
		if i == 10 {
			close(next)
			break
		}
		go func() { next <- i + 1 }()
	}
}

// Who breaks off leaves no goroutine behind, and ends what is being done.
func TestBreak(t *testing.T) {
	leavesNothing(t)
	for range 20 {
		var taken atomic.Int64
		for range Map(t.Context(), numbers(1000, &taken), 4, func(ctx context.Context, i int) int {
			if i > 0 {
				<-ctx.Done()
			}
			return i
		}) {
			break
		}
		if taken.Load() > 4*PerWorker {
			t.Errorf("%d were taken", taken.Load())
		}
	}
}

func TestContextEnds(t *testing.T) {
	leavesNothing(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var taken atomic.Int64
	n := 0
	for range Map(ctx, numbers(1000, &taken), 4, func(ctx context.Context, i int) int {
		if i > 10 {
			<-ctx.Done()
		}
		return i
	}) {
		if n++; n == 10 {
			cancel()
		}
	}
	if n < 10 || n > 20 {
		t.Errorf("%d came", n)
	}
}

var errFault = errors.New("a fault")

// Whatever panics, the consumer does, and sees where it was; what was ready before came.
func TestPanic(t *testing.T) {
	leavesNothing(t)
	var taken atomic.Int64
	fine := func(_ context.Context, i int) int { return i }
	faulty := func(_ context.Context, i int) int {
		if i == 5 {
			panic(errFault)
		}
		return i
	}
	faultyIn := func(yield func(int) bool) {
		for i := range numbers(5, &taken) {
			yield(i)
		}
		panic(errFault)
	}
	faultyEnd := func(yield func(int) bool) {
		defer panic(errFault)
		for yield(0) {
		}
	}
	for name, c := range map[string]struct {
		in    iter.Seq[int]
		f     func(context.Context, int) int
		stop  int // after which the consumer breaks off
		panic bool
	}{
		"f":                      {numbers(100, &taken), faulty, 100, false},
		"the source":             {faultyIn, fine, 100, false},
		"the source, at a break": {faultyEnd, fine, 4, false},
		"the consumer":           {numbers(100, &taken), fine, 4, true},
	} {
		n := 0
		v := recovered(func() {
			for range Map(t.Context(), c.in, 2, c.f) {
				if n++; n > c.stop {
					break
				}
				if n == 5 && c.panic {
					panic(errFault)
				}
			}
		})
		if n != 5 {
			t.Errorf("%s: %d came", name, n)
		}
		if p, ok := v.(*Panic); c.panic == ok {
			t.Errorf("%s: %v", name, v)
		} else if ok && (!errors.Is(p, errFault) || !strings.Contains(p.Error(), "a fault") || !strings.Contains(p.Error(), "inorder_test.go")) {
			t.Errorf("%s: %v", name, p)
		}
	}
}

func recovered(f func()) (v any) {
	defer func() { v = recover() }()
	f()
	return nil
}

// runtime.Goexit, which ends a test that fails in a callback, ends the consumer too.
func TestGoexit(t *testing.T) {
	var taken atomic.Int64
	var consumer sync.WaitGroup
	returned := false
	consumer.Go(func() {
		for range Map(t.Context(), numbers(100, &taken), 2, func(_ context.Context, i int) int {
			if i == 5 {
				runtime.Goexit()
			}
			return i
		}) {
		}
		returned = true
	})
	consumer.Wait()
	if returned {
		t.Error("the consumer went on")
	}
}
