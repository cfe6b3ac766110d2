package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

// client sends one article again and again.
type client struct {
	http    *http.Client
	url     string
	article string
	want    []byte // the answer
}

func newClient(url, article string) (*client, error) {
	c := &client{
		http: &http.Client{
			Transport: &http.Transport{MaxIdleConnsPerHost: 1000},
			Timeout:   time.Minute,
		},
		url: url + "/v1/read", article: article,
	}
	var err error
	if c.want, err = c.send(context.Background()); err != nil {
		return nil, err
	}
	if !bytes.Contains(c.want, []byte(`"kind":`)) {
		return nil, errors.New("the server finds no claim in the article")
	}
	return c, nil
}

var errWrong = errors.New("wrong answer")

// send returns the answer to the article.
func (c *client) send(ctx context.Context) ([]byte, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url, strings.NewReader(c.article))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "text/plain; charset=utf-8")
	answer, err := c.http.Do(r)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode != http.StatusOK {
		err = fmt.Errorf("%w: %s", errWrong, answer.Status)
	}
	return body, err
}

// result is what came of a load.
type result struct {
	times       []time.Duration // of whole and right answers, ascending
	took        time.Duration
	wrong, lost int
	refused     int // connections that the server did not take: not lost, it never had them
}

func (r *result) failed() bool { return r.wrong+r.lost+r.refused > 0 }

func (r *result) failures() string {
	if !r.failed() {
		return "0"
	}
	return fmt.Sprintf("%d wrong, %d lost, %d refused", r.wrong, r.lost, r.refused)
}

// quantile returns the time within which a share of the answers came.
func (r *result) quantile(share float64) time.Duration {
	if len(r.times) == 0 {
		return 0
	}
	return r.times[int(share*float64(len(r.times)-1))]
}

// load sends from so many clients at once until there are enough answers (0: never) or the
// time is over. A client that is refused stops.
func (c *client) load(ctx context.Context, clients, enough int, most time.Duration) *result {
	results := make([]result, clients)
	var answers atomic.Int64
	var group sync.WaitGroup
	begin := time.Now()
	for i := range results {
		r := &results[i]
		group.Go(func() {
			for ctx.Err() == nil && time.Since(begin) < most && (enough == 0 || int(answers.Load()) < enough) {
				sent := time.Now()
				body, err := c.send(ctx)
				switch {
				case err == nil && bytes.Equal(body, c.want):
					r.times = append(r.times, time.Since(sent))
					answers.Add(1)
				case err == nil, errors.Is(err, errWrong):
					r.wrong++
				case errors.Is(err, syscall.ECONNREFUSED):
					r.refused++
					return
				case ctx.Err() == nil:
					r.lost++
				}
			}
		})
	}
	group.Wait()
	all := &result{took: time.Since(begin)}
	for _, r := range results {
		all.times = append(all.times, r.times...)
		all.wrong += r.wrong
		all.lost += r.lost
		all.refused += r.refused
	}
	slices.Sort(all.times)
	return all
}

// untilEnd loads the server, tells it to end after a second, and goes on until it refuses.
func (c *client) untilEnd(ctx context.Context, clients int, s *server) (*result, status) {
	ended := make(chan status, 1)
	time.AfterFunc(time.Second, func() { ended <- s.terminate() })
	r := c.load(ctx, clients, 0, time.Minute)
	return r, <-ended
}
