package inorder

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

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
