// Package stop ends long work when a context ends. [Run] begins the work, and its loops look
// at the [Sign] that they are handed, at each sentence, token or name. Where the context has
// ended, Look leaves the work by a panic, which Run turns into an error: no function in
// between has an error to pass on, and nobody sees half a result.
package stop

import "context"

// Sign tells whether the work is to end. Nil stands for work that nothing ends. A Sign is
// for one goroutine.
type Sign struct {
	ctx   context.Context
	looks int
	left  bool // by Look
}

// Run calls work and returns its result, or the error of the context if that has ended
// before the work has. Other panics pass through.
func Run[T any](ctx context.Context, work func(*Sign) T) (result T, err error) {
	if ctx.Done() == nil {
		return work(nil), nil
	}
	s := &Sign{ctx: ctx}
	defer func() {
		if s.left {
			recover()
			err = ctx.Err()
		}
	}()
	s.ask()
	return work(s), nil
}

// often is how many looks it takes to ask the context once. Looks are at most a sentence or
// a claim apart, which takes a stage half a millisecond.
const often = 16

// Look returns if the work goes on.
func (s *Sign) Look() {
	if s != nil {
		s.look()
	}
}

func (s *Sign) look() {
	if s.looks++; s.looks%often == 0 {
		s.ask()
	}
}

func (s *Sign) ask() {
	select {
	case <-s.ctx.Done():
		s.left = true
		panic("stop: the context has ended")
	default:
	}
}
