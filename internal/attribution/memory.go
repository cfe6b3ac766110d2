package attribution

// memory is what a document is analysed in, by tokens mostly. It goes from one document
// to the next: asking for new memory, and touching it for the first time, took longer
// than most of what is done in it.
type memory struct {
	words  slab[word]
	ints   slab[int]
	int32s slab[int32]
	floats slab[float32]
	marks  slab[mark]
	says   slab[said]
}

// release takes back what was handed out, and forgets it: nothing of the document stays.
func (m *memory) release() {
	m.words.release()
	m.ints.release()
	m.int32s.release()
	m.floats.release()
	m.marks.release()
	m.says.release()
}

// slab hands out slices one behind another.
type slab[T any] struct{ used, free []T }

// longest is how many elements of a slab are kept: those of a long text go back.
const longest = 1 << 19

// take returns n elements, all zero.
func (s *slab[T]) take(n int) []T {
	if n > len(s.free) { // what was handed out before lives on without the slab
		s.used = make([]T, 2*len(s.used)+n)
		s.free = s.used
	}
	out := s.free[:n:n]
	s.free = s.free[n:]
	return out
}

func (s *slab[T]) release() {
	if len(s.used) > longest {
		s.used = nil
	}
	clear(s.used[:max(0, len(s.used)-len(s.free))])
	s.free = s.used
}
