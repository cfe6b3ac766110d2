package bench

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// BenchmarkServe measures laut serve, which shares the processors with its clients: each
// sends an article of 400 words as soon as it has the last answer, which has to be, byte for
// byte, what the first one was.
func BenchmarkServe(b *testing.B) {
	url, pid := serve(b)
	article := strings.Join(strings.SplitN(news, "\n\n", 13)[:12], "\n\n")
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}, Timeout: time.Minute}
	send := func() ([]byte, error) {
		answer, err := client.Post(url+"/v1/read", "text/plain; charset=utf-8", strings.NewReader(article))
		if err != nil {
			return nil, err
		}
		defer answer.Body.Close()
		return io.ReadAll(answer.Body)
	}
	want, err := send()
	if err != nil || !bytes.Contains(want, []byte(`"kind":`)) {
		b.Fatalf("no claim in the article: %v\n%s", err, want)
	}
	for _, clients := range []int{1, 8, 64} {
		b.Run(fmt.Sprintf("clients=%d", clients), func(b *testing.B) {
			times := make([]time.Duration, b.N)
			var next atomic.Int64
			var all sync.WaitGroup
			for range clients {
				all.Go(func() {
					for i := next.Add(1); i <= int64(b.N); i = next.Add(1) {
						sent := time.Now()
						got, err := send()
						if err == nil && !bytes.Equal(got, want) {
							err = errors.New("another answer")
						}
						if err != nil {
							b.Error(err)
						}
						times[i-1] = time.Since(sent)
					}
				})
			}
			all.Wait()
			slices.Sort(times)
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "answers/s")
			b.ReportMetric(times[b.N/2].Seconds()*1e3, "median-ms")
			b.ReportMetric(times[b.N*99/100].Seconds()*1e3, "99%-ms")
			b.ReportMetric(resident(b, pid), "server-MB")
		})
	}
}

// serve builds the command, starts it, and returns its address and process.
func serve(b *testing.B) (url string, pid int) {
	b.Helper()
	command := filepath.Join(b.TempDir(), "laut")
	build := exec.Command("go", "build", "-o", command, "./cmd/laut")
	build.Dir = ".."
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	server := exec.Command(command, "serve", "-addr", "127.0.0.1:0")
	out, err := server.StdoutPipe()
	if err == nil {
		err = server.Start()
	}
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { server.Process.Kill(); server.Wait() })
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		b.Fatal(err)
	}
	return strings.TrimSuffix(strings.TrimSpace(line), "/"), server.Process.Pid
}

// resident returns the megabytes that a process has in memory, where the system tells it.
func resident(b *testing.B, pid int) float64 {
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	m := regexp.MustCompile(`VmRSS:\s+(\d+) kB`).FindSubmatch(status)
	if m == nil {
		return 0
	}
	kb, err := strconv.Atoi(string(m[1]))
	if err != nil {
		b.Fatal(err)
	}
	return float64(kb) / 1024
}
