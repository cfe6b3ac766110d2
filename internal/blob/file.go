package blob

import (
	"sync"
	"sync/atomic"
)

// File is an embedded file that is opened on first use. The zero File is ready for use.
// A variable of this type has no initial value: where only a function asks for it, a
// program that does not call the function does not link the file. It is safe for
// concurrent use.
type File[T any] struct {
	once   sync.Once
	opened atomic.Bool
	value  T
}

// Get returns what open makes of the data, by the first call. Later calls return the
// same and allocate nothing. It panics if the file is broken: that is a fault of the build,
// which the tests rule out.
func (f *File[T]) Get(open func(data string) (T, error), data func() string) T {
	if !f.opened.Load() {
		f.first(open, data)
	}
	return f.value
}

func (f *File[T]) first(open func(data string) (T, error), data func() string) {
	f.once.Do(func() {
		v, err := open(data())
		if err != nil {
			panic(err)
		}
		f.value = v
		f.opened.Store(true)
	})
}
