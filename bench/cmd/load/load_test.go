package main

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// misbehaving is a server of which each answer from the second on is another one.
func misbehaving(t *testing.T, then http.HandlerFunc) *client {
	t.Helper()
	var n atomic.Int64
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if n.Add(1) > 1 {
			then(w, r)
			return
		}
		io.WriteString(w, `{"kind":"direct"}`)
	}))
	t.Cleanup(s.Close)
	c, err := newClient(s.URL, "Es regnet.")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestFailuresCount(t *testing.T) {
	tests := []struct {
		then   http.HandlerFunc
		count  func(*result) int
		reason string
	}{
		{func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, `{"kind":"direct"}`) }, func(r *result) int { return len(r.times) }, "the same answer"},
		{func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, `{"kind":"indirect"}`) }, func(r *result) int { return r.wrong }, "another answer"},
		{func(w http.ResponseWriter, r *http.Request) { http.Error(w, "", http.StatusServiceUnavailable) }, func(r *result) int { return r.wrong }, "an error of the server"},
		{func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Length", "17")
			io.WriteString(w, `{"kind"`)
			panic(http.ErrAbortHandler)
		}, func(r *result) int { return r.lost }, "half an answer"},
		{func(w http.ResponseWriter, r *http.Request) { panic(http.ErrAbortHandler) }, func(r *result) int { return r.lost }, "no answer"},
	}
	for _, tt := range tests {
		r := misbehaving(t, tt.then).load(t.Context(), 2, 0, 20*time.Millisecond)
		if n := len(r.times) + r.wrong + r.lost + r.refused; n == 0 || tt.count(r) != n {
			t.Errorf("%s: %d answers, %s", tt.reason, len(r.times), r.failures())
		}
	}
}

// A client that is refused stops, and has lost nothing.
func TestRefused(t *testing.T) {
	c := misbehaving(t, func(w http.ResponseWriter, r *http.Request) {})
	c.url = "http://127.0.0.1:1/" // nobody listens there
	if r := c.load(t.Context(), 3, 0, time.Minute); r.refused != 3 || r.lost+r.wrong > 0 {
		t.Errorf("%d refused, want the three clients once each; %s", r.refused, r.failures())
	}
}

func TestQuantile(t *testing.T) {
	r := &result{}
	if r.quantile(.5) != 0 {
		t.Error("a quantile of nothing")
	}
	for i := range 101 {
		r.times = append(r.times, time.Duration(i))
	}
	for share, want := range map[float64]time.Duration{0: 0, .5: 50, .99: 99, 1: 100} {
		if got := r.quantile(share); got != want {
			t.Errorf("quantile %v is %v, want %v", share, got, want)
		}
	}
}

// TestRun takes each step once, with a real server.
func TestRun(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and loads the server, some seconds")
	}
	t.Chdir("../..") // where it is run
	var out strings.Builder
	err := run(context.Background(), &out, settings{clients: []int{1, 4}, each: 300 * time.Millisecond, soak: 40, words: 400})
	if err != nil {
		t.Fatalf("%v\n%s", err, &out)
	}
	for _, want := range []string{"| 1 |", "| 4 |", "Memory of the server", "wrong or lost: 0.", "0 lost, 0 wrong", "exit status 0"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, &out)
		}
	}
}
