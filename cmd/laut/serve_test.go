package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/laut-nlp/laut/export"
)

// served is a process of laut serve.
type served struct {
	*exec.Cmd
	url, addr string
	stderr    bytes.Buffer
}

// startServe starts laut serve on a free port. TestMain has put laut into the path.
func startServe(t *testing.T, args ...string) *served {
	t.Helper()
	s := &served{Cmd: exec.Command("laut", append([]string{"serve", "-addr", "127.0.0.1:0"}, args...)...)}
	s.Stderr = &s.stderr
	out, err := s.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Process.Kill(); s.Wait() })
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("%v\n%s", err, &s.stderr)
	}
	s.url = strings.TrimSpace(line)
	s.addr = strings.TrimSuffix(strings.TrimPrefix(s.url, "http://"), "/")
	return s
}

// stop ends the process, and returns what it has logged.
func (s *served) stop(t *testing.T) string {
	t.Helper()
	s.Process.Signal(syscall.SIGTERM)
	if err := s.Wait(); err != nil {
		t.Error(err)
	}
	return s.stderr.String()
}

// slow is a request that has been begun: the server waits for its body.
type slow struct {
	id   int
	conn net.Conn
	in   *bufio.Reader
	rest string
}

// begin sends a request but for the end of its body, and returns when the server has said
// that it wants the body.
func (s *served) begin(id int) (*slow, error) {
	conn, err := net.Dial("tcp", s.addr)
	if err != nil {
		return nil, err
	}
	conn.SetDeadline(time.Now().Add(time.Minute))
	body := fmt.Sprintf(`{"id":%d,"text":%q}`, id, strings.Repeat("„Wir zahlen“, sagte Anna Meier. Das Geld sei da. ", 50))
	fmt.Fprintf(conn, "POST /v1/read HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\nExpect: 100-continue\r\n\r\n",
		s.addr, len(body))
	q := &slow{id: id, conn: conn, in: bufio.NewReader(conn), rest: body[10:]}
	line, err := q.in.ReadString('\n')
	if err != nil || !strings.Contains(line, "100 Continue") {
		return nil, fmt.Errorf("request %d: %q, %v", id, line, err)
	}
	if _, err := q.in.ReadString('\n'); err != nil {
		return nil, err
	}
	_, err = conn.Write([]byte(body[:10]))
	return q, err
}

// finish sends the rest and reads the answer.
func (q *slow) finish() error {
	defer q.conn.Close()
	if _, err := q.conn.Write([]byte(q.rest)); err != nil {
		return err
	}
	r, err := http.ReadResponse(q.in, nil)
	if err != nil {
		return fmt.Errorf("request %d: %w", q.id, err)
	}
	defer r.Body.Close()
	var record struct {
		ID     export.ID
		Claims []json.RawMessage
	}
	if err := json.NewDecoder(r.Body).Decode(&record); err != nil {
		return fmt.Errorf("request %d: status %d, %w", q.id, r.StatusCode, err)
	}
	if r.StatusCode != http.StatusOK || record.ID.String() != fmt.Sprint(q.id) || len(record.Claims) < 50 {
		return fmt.Errorf("request %d: status %d, id %s, %d claims", q.id, r.StatusCode, record.ID, len(record.Claims))
	}
	return nil
}

// Whoever was let in before the signal gets his whole answer, and nobody is let in after.
func TestServeStops(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT} {
		s := startServe(t)
		requests := make([]*slow, 64)
		var all sync.WaitGroup
		for i := range requests {
			all.Go(func() {
				var err error
				if requests[i], err = s.begin(i); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		if t.Failed() {
			t.FailNow()
		}
		if err := s.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(time.Millisecond) {
			conn, err := net.Dial("tcp", s.addr)
			if err != nil {
				break // it no longer listens
			}
			conn.Close()
			if time.Now().After(deadline) {
				t.Fatalf("still listening ten seconds after %v", signal)
			}
		}
		for _, q := range requests {
			all.Go(func() {
				if err := q.finish(); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		if err := s.Wait(); err != nil {
			t.Errorf("%v: %v\n%s", signal, err, &s.stderr)
		}
		if got := s.stderr.String(); strings.Contains(got, "ERROR") || strings.Contains(got, "Meier") {
			t.Errorf("%v: logged\n%s", signal, got)
		}
	}
}

// Who is in a hurry sends a second signal.
func TestServeSecondSignal(t *testing.T) {
	s := startServe(t)
	q, err := s.begin(0)
	if err != nil {
		t.Fatal(err)
	}
	defer q.conn.Close()
	ended := make(chan error, 1)
	go func() { ended <- s.Wait() }()
	for range 1000 { // the second may come before the first was heard
		s.Process.Signal(syscall.SIGTERM)
		select {
		case err := <-ended:
			if err == nil {
				t.Error("status 0 with a request unanswered")
			}
			return
		case <-time.After(10 * time.Millisecond):
		}
	}
	t.Error("still there")
}

// The flags reach the handler, and on a loopback address a foreign name is refused.
func TestServeFlags(t *testing.T) {
	s := startServe(t, "-max-body", "1KiB", "-allow-origin", "https://redaktion.example", "-allow-host", "laut.example", "-min-score", "0.5", "-workers", "1")
	tests := []struct {
		host, origin string
		size, status int
		reason       string
	}{
		{"", "", 1024, http.StatusOK, "what fits"},
		{"", "", 1025, http.StatusRequestEntityTooLarge, "a byte more"},
		{"localhost", "", 10, http.StatusOK, "another name of this machine"},
		{"laut.example", "", 10, http.StatusOK, "the name that was allowed"},
		{"evil.example", "", 10, http.StatusMisdirectedRequest, "a foreign name"},
		{"", "https://redaktion.example", 10, http.StatusOK, "the origin that was allowed"},
		{"", "https://evil.example", 10, http.StatusForbidden, "another origin"},
	}
	for _, tt := range tests {
		r, err := http.NewRequest("POST", s.url+"v1/read", strings.NewReader(strings.Repeat("a", tt.size)))
		if err != nil {
			t.Fatal(err)
		}
		r.Host = tt.host
		r.Header.Set("Content-Type", "text/plain")
		if tt.origin != "" {
			r.Header.Set("Origin", tt.origin)
		}
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != tt.status {
			t.Errorf("%s: status %d, want %d", tt.reason, answer.StatusCode, tt.status)
		}
	}
	if logged := s.stop(t); strings.Contains(logged, "ERROR") || strings.Contains(logged, "WARN") {
		t.Errorf("logged %s", logged)
	}
}

// Who lets other machines in is told so.
func TestServeWarns(t *testing.T) {
	s := startServe(t, "-addr", "0.0.0.0:0")
	if got := s.stop(t); !strings.Contains(got, "level=WARN") || !strings.Contains(got, "no login") {
		t.Errorf("logged %q", got)
	}
}

func TestServeAddressTaken(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	var out, errs strings.Builder
	if status := run([]string{"serve", "-addr", l.Addr().String()}, nil, &out, &errs); status != failed || out.Len() > 0 || strings.Count(errs.String(), "\n") != 1 {
		t.Errorf("status %d, printed %q, %q", status, &out, &errs)
	}
}

func TestParseSize(t *testing.T) {
	for s, want := range map[string]int64{"1": 1, "65536": 65536, "64KiB": 64 << 10, "1MiB": 1 << 20, "2GiB": 2 << 30, "1024GiB": 1 << 40} {
		if got, err := parseSize(s); got != want || err != nil {
			t.Errorf("%s: %d, %v; want %d", s, got, err, want)
		}
	}
	for _, s := range []string{"", "0", "-1", "KiB", "1 MiB", "1.5MiB", "1025GiB", "9223372036854775807", "1mib", "0x10"} {
		if got, err := parseSize(s); err == nil {
			t.Errorf("%s was taken for %d", s, got)
		}
	}
}
