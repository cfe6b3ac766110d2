package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestMain lets this program stand for the command, so that it can be killed.
func TestMain(m *testing.M) {
	if os.Getenv("LAUT_BEAM_IS_THE_COMMAND") != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

var articles = flag.Int("articles", 10_000, "how many articles the killed job has")

// perFile is small, so that much is done and much is not when the job is killed.
const perFile = 100

// TestKilled kills a job in the middle and starts it again. Then each article is in the
// outputs once, byte by byte as a job that nobody killed has written it.
func TestKilled(t *testing.T) {
	n := *articles
	if testing.Short() {
		n = min(n, 1000)
	}
	dir := t.TempDir()
	in := filepath.Join(dir, "in")
	write(t, in, n)
	// A line that is broken: dead letters have to survive too.
	bad, err := os.OpenFile(filepath.Join(in, "part-0003.jsonl"), os.O_APPEND|os.O_WRONLY, 0)
	if err == nil {
		_, err = bad.WriteString("{\"id\":\n")
	}
	if err == nil {
		err = bad.Close()
	}
	if err != nil {
		t.Fatal(err)
	}

	whole := command(in, filepath.Join(dir, "whole"))
	if out, err := whole.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	want := everything(t, filepath.Join(dir, "whole"))
	if len(want) != n/perFile+1 {
		t.Fatalf("%d files of records and dead letters of %d inputs", len(want), n/perFile)
	}

	killed := command(in, filepath.Join(dir, "killed"))
	if err := killed.Start(); err != nil {
		t.Fatal(err)
	}
	for len(done(dir)) < n/perFile/3 {
		time.Sleep(10 * time.Millisecond)
	}
	if err := killed.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := killed.Wait(); err == nil {
		t.Fatal("the job was done before it was killed")
	}
	before := done(dir)
	t.Logf("killed after %d of %d files", len(before), n/perFile)
	if len(before) == n/perFile {
		t.Fatal("all files were done before the job was killed")
	}

	again := command(in, filepath.Join(dir, "killed"), "--resume")
	out, err := again.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if diff := cmp.Diff(want, everything(t, filepath.Join(dir, "killed"))); diff != "" {
		t.Errorf("(-whole +killed):\n%s", diff)
	}
	for name, at := range done(dir) {
		if was, ok := before[name]; ok && !was.Equal(at) {
			t.Errorf("%s was written twice", name)
		}
	}
	t.Logf("%s", out[strings.LastIndex(string(out), "laut-beam:"):])
}

// write writes n articles, no two of them the same, as JSON Lines into the files
// part-0000.jsonl and so on. They are put together from the repository's own.
func write(t testing.TB, folder string, n int) {
	t.Helper()
	var paragraphs []string
	own, _ := filepath.Glob("../../../testdata/articles/*.txt")
	for _, path := range own {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		paragraphs = append(paragraphs, strings.Split(strings.TrimSpace(string(text)), "\n\n")...)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	var lines strings.Builder
	for i := range n {
		text := fmt.Sprintf("Meldung %d.", i)
		for r := rand.New(rand.NewPCG(uint64(i), 1)); len(text) < 600; {
			text += "\n\n" + paragraphs[r.IntN(len(paragraphs))]
		}
		line, err := json.Marshal(map[string]any{"id": i, "text": text})
		if err != nil {
			t.Fatal(err)
		}
		lines.Write(append(line, '\n'))
		if (i+1)%perFile == 0 || i == n-1 {
			part := filepath.Join(folder, fmt.Sprintf("part-%04d.jsonl", i/perFile))
			if err := os.WriteFile(part, []byte(lines.String()), 0o644); err != nil {
				t.Fatal(err)
			}
			lines.Reset()
		}
	}
}

func command(in, out string, more ...string) *exec.Cmd {
	args := append([]string{"--input", in + "/*.jsonl", "--output", out + "/records", "--dead-letters", out + "/dead"}, more...)
	c := exec.Command(os.Args[0], args...)
	c.Env = append(os.Environ(), "LAUT_BEAM_IS_THE_COMMAND=1")
	return c
}

// done returns when the outputs that are there were written.
func done(dir string) map[string]time.Time {
	times := make(map[string]time.Time)
	paths, _ := filepath.Glob(filepath.Join(dir, "killed", "records", "*.jsonl"))
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil {
			times[path] = info.ModTime()
		}
	}
	return times
}

// everything returns the files of records and dead letters by their names, other files too.
func everything(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := make(map[string]string)
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[name] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// BenchmarkArticles reads articles with laut and with this command on Prism, each in a
// process of its own on one core and on two, and tells how many it reads in a second of the
// processor's time, the start of the process included:
//
//	go test -run none -bench . -benchtime 3x ./cmd/laut-beam
func BenchmarkArticles(b *testing.B) {
	dir := b.TempDir()
	in, laut := filepath.Join(dir, "in"), filepath.Join(dir, "laut")
	n := min(*articles, 4000)
	write(b, in, n)
	build := exec.Command("go", "build", "-o", laut, "./cmd/laut")
	build.Dir = "../../.."
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	for _, cores := range []string{"1", "2"} {
		for _, reader := range []struct {
			name    string
			command func() *exec.Cmd
		}{
			{"laut", func() *exec.Cmd {
				return exec.Command(laut, "-quiet", "-format", "jsonl", "-workers", cores, "-o", filepath.Join(dir, "laut.jsonl"), in+"/*.jsonl")
			}},
			{"laut-beam", func() *exec.Cmd { return command(in, filepath.Join(dir, "out")) }},
		} {
			b.Run(reader.name+"/cores="+cores, func(b *testing.B) {
				var spent time.Duration
				for b.Loop() {
					c := reader.command()
					c.Env = append(c.Environ(), "GOMAXPROCS="+cores)
					if out, err := c.CombinedOutput(); err != nil {
						b.Fatalf("%v\n%s", err, out)
					}
					spent += c.ProcessState.UserTime() + c.ProcessState.SystemTime()
				}
				b.ReportMetric(float64(b.N*n)/spent.Seconds(), "articles/cpu-s")
				b.ReportMetric(float64(b.N*n)/b.Elapsed().Seconds(), "articles/s")
			})
		}
	}
}
