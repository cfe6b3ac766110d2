package main

import (
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"testing"
	"time"
)

// Who has connected before the listener closes is let in, whether it accepted in time or not.
func TestLastListener(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("who waits is lost on this system")
	}
	for _, waiting := range []int{0, 1, 20} {
		inner, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		l := &lastListener{TCPListener: inner.(*net.TCPListener)}
		for range waiting {
			c, err := net.Dial("tcp", l.Addr().String())
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			if _, err := c.Write([]byte("x")); err != nil {
				t.Fatal(err)
			}
		}
		l.end()
		for i := range waiting {
			c, err := l.Accept()
			if err != nil {
				t.Fatalf("connection %d of %d: %v", i+1, waiting, err)
			}
			if _, err := c.Read(make([]byte, 1)); err != nil {
				t.Errorf("connection %d of %d: %v", i+1, waiting, err)
			}
			c.Close()
		}
		if c, err := l.Accept(); !errors.Is(err, net.ErrClosed) {
			t.Errorf("behind %d connections: %v, %v, want net.ErrClosed", waiting, c, err)
		}
		if c, err := net.Dial("tcp", l.Addr().String()); err == nil {
			c.Close()
			t.Error("the listener is open")
		}
	}
}

// A listener that nobody ends waits; end wakes it.
func TestLastListenerWakes(t *testing.T) {
	inner, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l := &lastListener{TCPListener: inner.(*net.TCPListener)}
	accepted := make(chan error, 1)
	go func() {
		_, err := l.Accept()
		accepted <- err
	}()
	select {
	case err := <-accepted:
		t.Fatalf("Accept returned %v before the end", err)
	case <-time.After(20 * time.Millisecond):
	}
	l.end()
	if err := <-accepted; !errors.Is(err, net.ErrClosed) {
		t.Errorf("Accept returned %v, want net.ErrClosed", err)
	}
}

func TestLastAnswers(t *testing.T) {
	l := &lastAnswers{Handler: http.NotFoundHandler()}
	for _, on := range []bool{false, true} {
		l.on.Store(on)
		w := httptest.NewRecorder()
		l.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
		if got := w.Header().Get("Connection") == "close"; got != on || w.Code != http.StatusNotFound {
			t.Errorf("told to be the last: %v; Connection: close is %v, status %d", on, got, w.Code)
		}
	}
}

// Who waits for his turn when the server ends is told too, whether the handler writes the
// header itself or not.
func TestLastAnswersWaiting(t *testing.T) {
	for _, explicit := range []bool{false, true} {
		var l lastAnswers
		l.Handler = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			l.on.Store(true)
			if explicit {
				w.WriteHeader(http.StatusNotFound)
			}
			w.Write([]byte("x"))
		})
		w := httptest.NewRecorder()
		l.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
		if got := w.Result().Header.Get("Connection"); got != "close" {
			t.Errorf("header written by the handler: %v; Connection: %q, want close", explicit, got)
		}
	}
}

// Nobody is waited for when no connection is open.
func TestConnections(t *testing.T) {
	var c connections
	for _, s := range []http.ConnState{http.StateNew, http.StateNew, http.StateActive, http.StateIdle, http.StateClosed, http.StateHijacked} {
		c.note(nil, s)
	}
	if n := c.open.Load(); n != 0 {
		t.Errorf("%d connections are open, want 0", n)
	}
	begin := time.Now()
	c.wait()
	if d := time.Since(begin); d > drainTime/2 {
		t.Errorf("waited %v for nobody", d)
	}
}
