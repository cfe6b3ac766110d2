package web

import "sync"

// held counts the bytes of bodies and answers that are in memory.
type held struct {
	mutex      sync.Mutex
	bytes, max int64
}

// hold is what one request has of them.
type hold struct{ bytes int64 }

// take makes a request hold so many bytes instead of what it held. It reports false, and
// changes nothing, where that would be more than all may hold.
func (h *held) take(of *hold, bytes int64) bool {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	after := h.bytes - of.bytes + bytes
	if after > h.max && bytes > of.bytes {
		return false
	}
	h.bytes, of.bytes = after, bytes
	return true
}

func (h *held) end(of *hold) { h.take(of, 0) }

func (h *handler) full() *problem {
	return busy.with("The articles of others take all the room. Try again in %d seconds.", retryAfterSeconds)
}
