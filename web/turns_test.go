package web

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	laut "github.com/laut-nlp/laut"
)

// No more articles are read at once than there are workers, and all get their turn.
func TestWorkers(t *testing.T) {
	const workers = 3
	var mu sync.Mutex
	now, most := 0, 0
	count := func(n int) {
		mu.Lock()
		defer mu.Unlock()
		now += n
		most = max(most, now)
	}
	synctest.Test(t, func(t *testing.T) {
		h, err := New(always(func(text string) *laut.Article {
			count(1)
			defer count(-1)
			time.Sleep(time.Second)
			return readSaid(text)
		}), WithWorkers(workers))
		if err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		var all sync.WaitGroup
		for range 4 * workers {
			all.Go(func() {
				if r := (request{"POST", "/v1/read", []string{plain}, said}).send(h); r.StatusCode != http.StatusOK {
					t.Errorf("status %d", r.StatusCode)
				}
			})
		}
		all.Wait()
		if took := time.Since(start); took != 4*time.Second || most != workers {
			t.Errorf("%d at once, all in %v; want %d in 4s", most, took, workers)
		}
	})
}

// Who waits too long, or whose context ends, is told so and takes nobody's turn.
func TestBusy(t *testing.T) {
	tests := []struct {
		patience, wait, want time.Duration
		reason               string
	}{
		{time.Hour, 10 * time.Second, 10 * time.Second, "the wait ends first"},
		{3 * time.Second, 10 * time.Second, 3 * time.Second, "the context ends first"},
	}
	for _, tt := range tests {
		synctest.Test(t, func(t *testing.T) {
			reads := 0
			h, err := New(always(func(text string) *laut.Article {
				reads++
				time.Sleep(time.Minute)
				return readSaid(text)
			}), WithWorkers(1), WithWait(tt.wait))
			if err != nil {
				t.Fatal(err)
			}
			var first sync.WaitGroup
			first.Go(func() {
				if r := (request{"POST", "/v1/read", []string{plain}, said}).send(h); r.StatusCode != http.StatusOK {
					t.Errorf("%s: the first has status %d", tt.reason, r.StatusCode)
				}
			})
			synctest.Wait()

			ctx, cancel := context.WithTimeout(t.Context(), tt.patience)
			defer cancel()
			r := httptest.NewRequestWithContext(ctx, "POST", "/v1/read", strings.NewReader(said))
			r.Header.Set("Content-Type", "text/plain")
			w := httptest.NewRecorder()
			start := time.Now()
			h.ServeHTTP(w, r)
			if took := time.Since(start); w.Code != http.StatusServiceUnavailable || took != tt.want {
				t.Errorf("%s: status %d after %v, want 503 after %v", tt.reason, w.Code, took, tt.want)
			}
			if w.Header().Get("Retry-After") != "5" || !strings.Contains(w.Body.String(), "urn:laut:problem:busy") {
				t.Errorf("%s: Retry-After %q, %s", tt.reason, w.Header().Get("Retry-After"), w.Body)
			}
			first.Wait()
			if reads != 1 {
				t.Errorf("%s: %d were read, want 1", tt.reason, reads)
			}
		})
	}
}

// Who has gone is not read, even if it is his turn.
func TestGone(t *testing.T) {
	h, err := New(always(func(string) *laut.Article { t.Error("read for nobody"); return readSaid("") }))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for range 50 { // select chooses at random
		r := httptest.NewRequestWithContext(ctx, "POST", "/v1/read", strings.NewReader(said))
		r.Header.Set("Content-Type", "text/plain")
		h.ServeHTTP(httptest.NewRecorder(), r)
	}
}

// Who goes while his article is read has it read no further, and the turn is free.
func TestGoes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h, err := New(func(ctx context.Context, text string) (*laut.Article, error) {
			if text == "lang" {
				<-ctx.Done()
				return nil, ctx.Err()
			}
			return readSaid(text), nil
		}, WithWorkers(1))
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute) // longer than a turn is waited for
		defer cancel()
		r := httptest.NewRequestWithContext(ctx, "POST", "/v1/read", strings.NewReader("lang"))
		r.Header.Set("Content-Type", "text/plain")
		w := httptest.NewRecorder()
		start := time.Now()
		h.ServeHTTP(w, r)
		if took := time.Since(start); w.Code != http.StatusServiceUnavailable || took != time.Minute {
			t.Errorf("status %d after %v", w.Code, took)
		}
		if r := (request{"POST", "/v1/read", []string{plain}, said}).send(h); r.StatusCode != http.StatusOK {
			t.Errorf("the next has status %d", r.StatusCode)
		}
	})
}

// What read cannot read is a problem of the server.
func TestUnread(t *testing.T) {
	h, err := New(func(context.Context, string) (*laut.Article, error) { return nil, errors.New("secret") })
	if err != nil {
		t.Fatal(err)
	}
	r := request{"POST", "/v1/read", []string{plain}, said}.send(h)
	if got := content(t, r); r.StatusCode != http.StatusInternalServerError || strings.Contains(got, "secret") {
		t.Errorf("status %d, %s", r.StatusCode, got)
	}
}

// A body that comes slowly takes no turn.
func TestSlowBody(t *testing.T) {
	s := httptest.NewServer(newHandler(t, WithWorkers(1), WithWait(10*time.Second)))
	defer s.Close()
	body := make(chan string)
	slow := make(chan int)
	go func() {
		r, err := http.Post(s.URL+"/v1/read", "text/plain", reads(body))
		if err != nil {
			t.Error(err)
			slow <- 0
			return
		}
		r.Body.Close()
		slow <- r.StatusCode
	}()
	body <- "Es "
	r, err := http.Post(s.URL+"/v1/read", "text/plain", strings.NewReader(said))
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	body <- "schneit."
	close(body)
	if got := <-slow; r.StatusCode != http.StatusOK || got != http.StatusOK {
		t.Errorf("status %d, and of the slow one %d", r.StatusCode, got)
	}
}

// reads reads what comes on a channel.
type reads chan string

func (c reads) Read(p []byte) (int, error) {
	s, ok := <-c
	if !ok {
		return 0, io.EOF
	}
	return copy(p, s), nil
}

// stuck is a client that takes nothing until it is let go.
type stuck struct {
	*httptest.ResponseRecorder
	begun, gone chan struct{}
}

func (s stuck) Write(b []byte) (int, error) {
	close(s.begun)
	<-s.gone
	return len(b), nil
}

// Answers that nobody takes keep others out only until there is room again, and a body that
// is not read to its end keeps none.
func TestHeld(t *testing.T) {
	h, err := New(always(readSaid), WithHeld(4096), WithBodyLimit(1024))
	if err != nil {
		t.Fatal(err)
	}
	ask := func() *http.Response { return request{"POST", "/v1/read", []string{plain}, said}.send(h) }
	size := int(ask().ContentLength)
	if size < 500 || size > 2000 {
		t.Fatalf("an answer has %d bytes, with which this test is none", size)
	}
	var clients sync.WaitGroup
	gone := make(chan struct{})
	for range (4096 - len(said)) / size {
		s := stuck{httptest.NewRecorder(), make(chan struct{}), gone}
		clients.Go(func() {
			r := httptest.NewRequest("POST", "/v1/read", strings.NewReader(said))
			r.Header.Set("Content-Type", "text/plain")
			h.ServeHTTP(s, r)
		})
		<-s.begun
	}
	if r := ask(); r.StatusCode != http.StatusServiceUnavailable || r.Header.Get("Retry-After") == "" {
		t.Errorf("status %d, Retry-After %q while there is no room", r.StatusCode, r.Header.Get("Retry-After"))
	}
	close(gone)
	clients.Wait()
	for range 20 {
		if r := (request{"POST", "/v1/read", []string{plain}, strings.Repeat("a", 2000)}).send(h); r.StatusCode != http.StatusRequestEntityTooLarge {
			t.Fatalf("status %d for too much", r.StatusCode)
		}
		if r := ask(); r.StatusCode != http.StatusOK {
			t.Fatalf("status %d when there is room again", r.StatusCode)
		}
	}
}
