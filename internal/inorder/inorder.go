// Package inorder does the same to many things, several at once, and gives the results in
// the order of the things.
package inorder

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// PerWorker bounds how many elements are under way. Articles differ in length, and while the
// next one in order is long, the others can only go so far ahead: with two a worker sixteen
// workers would wait for half of their time, with four for a quarter.
const PerWorker = 4

// Map yields f of each element of in, in their order, each as soon as it and those before it
// are ready. At most PerWorker elements a worker are under way: taken from in, and what
// became of them not yet done with by the consumer. workers of 0 or less are
// [runtime.GOMAXPROCS].
//
// in is run by a goroutine, f by as many as there are workers; its context ends when ctx does
// or the consumer breaks off. Then Map ends, as soon as in and f return from what they are
// doing: it leaves no goroutine behind. Whether ctx has ended is for the caller to ask.
//
// A panic or [runtime.Goexit] in in or f goes on in the consumer, a panic as a [*Panic].
func Map[In, Out any](ctx context.Context, in iter.Seq[In], workers int, f func(context.Context, In) Out) iter.Seq[Out] {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return func(yield func(Out) bool) {
		p := pool[In, Out]{
			in: in, f: f,
			queue: make(chan *task[In, Out], PerWorker*workers),
			todo:  make(chan *task[In, Out], PerWorker*workers),
			room:  make(chan struct{}, PerWorker*workers),
		}
		p.ctx, p.cancel = context.WithCancel(ctx)
		defer p.end() // also if yield panics
		p.group.Go(p.produce)
		for range workers {
			p.group.Go(p.work)
		}
		p.consume(yield)
		p.end()
		p.fault.Load().raise()
	}
}

// task is an element on its way.
type task[In, Out any] struct {
	in    In
	out   Out
	ok    bool
	ready chan struct{} // closed when out is there, or never will be
}

// pool is one run of Map.
type pool[In, Out any] struct {
	in     iter.Seq[In]
	f      func(context.Context, In) Out
	ctx    context.Context
	cancel context.CancelFunc
	group  sync.WaitGroup
	queue  chan *task[In, Out] // for the consumer
	todo   chan *task[In, Out] // for the workers
	room   chan struct{}       // has an element for each task under way
	fault  atomic.Pointer[fault]
}

// end waits until all goroutines have ended.
func (p *pool[In, Out]) end() {
	p.cancel()
	p.group.Wait()
}

func (p *pool[In, Out]) produce() {
	defer close(p.queue)
	defer close(p.todo)
	p.guard(func() {
		if !p.enter() {
			return
		}
		for x := range p.in {
			t := &task[In, Out]{in: x, ready: make(chan struct{})}
			p.queue <- t // has room
			p.todo <- t
			if !p.enter() {
				return
			}
		}
	})
}

// enter waits for room for a task, before it is taken from in.
func (p *pool[In, Out]) enter() bool {
	select {
	case p.room <- struct{}{}:
		return p.ctx.Err() == nil
	case <-p.ctx.Done():
		return false
	}
}

func (p *pool[In, Out]) work() {
	for t := range p.todo {
		if p.ctx.Err() != nil {
			return
		}
		p.do(t)
	}
}

func (p *pool[In, Out]) do(t *task[In, Out]) {
	defer close(t.ready)
	t.ok = p.guard(func() { t.out = p.f(p.ctx, t.in) })
}

// consume yields what is ready until there is no more, or something is wrong.
func (p *pool[In, Out]) consume(yield func(Out) bool) {
	for {
		select {
		case t, more := <-p.queue:
			if !more {
				return
			}
			select {
			case <-t.ready:
			case <-p.ctx.Done():
				return
			}
			if !t.ok || !yield(t.out) {
				return
			}
			<-p.room
		case <-p.ctx.Done():
			return
		}
	}
}

// Panic is what a panic of another goroutine goes on as.
type Panic struct {
	Value any    // of the panic
	Stack []byte // where it was
}

// Error tells the value and where the panic was, so that both are seen if nobody recovers.
func (p *Panic) Error() string {
	return fmt.Sprintf("%v\n\nin another goroutine:\n%s", p.Value, p.Stack)
}

// Unwrap returns the value if that is an error.
func (p *Panic) Unwrap() error {
	err, _ := p.Value.(error)
	return err
}

// fault is how a function ended that did not return: by a panic, or by runtime.Goexit.
type fault struct{ panic *Panic }

// guard calls f and reports whether it returned. The first fault is kept.
func (p *pool[In, Out]) guard(f func()) (returned bool) {
	defer func() {
		if returned {
			return
		}
		x := &fault{}
		if v := recover(); v != nil {
			x.panic = &Panic{v, debug.Stack()}
		}
		p.fault.CompareAndSwap(nil, x)
	}()
	f()
	return true
}

// raise does what f did, in this goroutine.
func (f *fault) raise() {
	switch {
	case f == nil:
	case f.panic != nil:
		panic(f.panic)
	default:
		runtime.Goexit()
	}
}
