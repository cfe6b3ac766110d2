package main

import (
	"errors"
	"net"
	"net/http"
	"os"
	"sync/atomic"
	"time"
)

// http.Server.Shutdown alone loses what clients send while it begins: on connections that
// wait to be accepted, on idle ones, and requests that it has read but not yet begun. So a
// server ends in steps, and Shutdown is the last one: answers tell clients to come back on
// another connection (lastAnswers); the listener closes and lets those in who wait
// (lastListener); their requests are begun.

// drainTime is how long clients have to leave the connections that they hold, and those that
// came last to send what they came for.
const drainTime = 500 * time.Millisecond

// connections counts those that are open.
type connections struct{ open atomic.Int64 }

// note is the hook of http.Server.
func (c *connections) note(_ net.Conn, s http.ConnState) {
	switch s {
	case http.StateNew:
		c.open.Add(1)
	case http.StateClosed, http.StateHijacked:
		c.open.Add(-1)
	}
}

// wait waits until none is open, for drainTime at most.
func (c *connections) wait() {
	for end := time.Now().Add(drainTime); c.open.Load() > 0 && time.Now().Before(end); {
		time.Sleep(drainTime / 100)
	}
}

// lastAnswers makes each answer the last one of its connection, once it is told to: those
// too whose request has come before and waits for its turn.
type lastAnswers struct {
	http.Handler
	on atomic.Bool
}

func (l *lastAnswers) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	l.Handler.ServeHTTP(&lastAnswer{w, &l.on}, r)
}

// lastAnswer is an answer that looks whether it is the last when its header is written.
type lastAnswer struct {
	http.ResponseWriter
	last *atomic.Bool
}

func (a *lastAnswer) tell() {
	if a.last.Load() {
		a.Header().Set("Connection", "close")
	}
}

func (a *lastAnswer) WriteHeader(status int) {
	a.tell()
	a.ResponseWriter.WriteHeader(status)
}

// Write writes the header if the handler did not: what is too late for it has no effect.
func (a *lastAnswer) Write(data []byte) (int, error) {
	a.tell()
	return a.ResponseWriter.Write(data)
}

// Unwrap is for http.ResponseController.
func (a *lastAnswer) Unwrap() http.ResponseWriter { return a.ResponseWriter }

// lastListener is a listener that lets in who waits when it closes. Accept must be called
// by one goroutine only.
type lastListener struct {
	*net.TCPListener
	ending atomic.Bool
	closed bool
	last   []net.Conn
}

// end makes Accept close the listener, return those who waited until then, and then
// [net.ErrClosed].
func (l *lastListener) end() {
	l.ending.Store(true)
	l.SetDeadline(time.Now()) // wakes who waits in Accept
}

func (l *lastListener) Accept() (net.Conn, error) {
	for !l.closed {
		c, err := l.TCPListener.Accept()
		if !l.ending.Load() || !errors.Is(err, os.ErrDeadlineExceeded) {
			return c, err
		}
		l.last = closeListener(l.TCPListener)
		l.closed = true
	}
	if len(l.last) == 0 {
		return nil, net.ErrClosed
	}
	c := l.last[0]
	l.last = l.last[1:]
	return c, nil
}
