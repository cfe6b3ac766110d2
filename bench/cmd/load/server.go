package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"syscall"
	"time"
)

// server is a process of laut serve.
type server struct {
	cmd  *exec.Cmd
	url  string
	home string // holds the binary
	end  chan error
}

var (
	address  = regexp.MustCompile(`http://(127\.0\.0\.1|\[::1\]):\d+`)
	resident = regexp.MustCompile(`VmRSS:\s+(\d+) kB`)
)

// start builds the command from the module above and waits until it listens.
func start(ctx context.Context) (*server, error) {
	home, err := os.MkdirTemp("", "laut-load")
	if err != nil {
		return nil, err
	}
	s := &server{home: home, end: make(chan error, 1)}
	binary := filepath.Join(home, "laut")
	build := exec.CommandContext(ctx, "go", "build", "-o", binary, "./cmd/laut")
	build.Dir = ".."
	if out, err := build.CombinedOutput(); err != nil {
		os.RemoveAll(home)
		return nil, fmt.Errorf("%w: %s", err, out)
	}
	s.cmd = exec.Command(binary, "serve", "-addr", "127.0.0.1:0")
	out, err := s.cmd.StdoutPipe()
	if err == nil {
		err = s.cmd.Start()
	}
	if err != nil {
		os.RemoveAll(home)
		return nil, err
	}
	lines := bufio.NewScanner(out)
	for s.url == "" && lines.Scan() {
		s.url = address.FindString(lines.Text())
	}
	go func() {
		for lines.Scan() { // a full pipe would stop it
		}
		s.end <- s.cmd.Wait()
	}()
	if s.url == "" {
		s.kill()
		return nil, errors.New("laut serve told no address to listen on")
	}
	return s, nil
}

func (s *server) kill() {
	s.cmd.Process.Kill()
	os.RemoveAll(s.home)
}

// memory returns the bytes that the process has in memory.
func (s *server) memory() (int, error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid))
	if err != nil {
		return 0, err
	}
	m := resident.FindSubmatch(status)
	if m == nil {
		return 0, errors.New("the system does not tell")
	}
	kb, err := strconv.Atoi(string(m[1]))
	return kb << 10, err
}

// status is how a process ended.
type status struct {
	code int
	took time.Duration // from the signal on
}

// terminate asks the process to end and waits until it has.
func (s *server) terminate() status {
	begin := time.Now()
	s.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case err := <-s.end:
		code := 0
		if err != nil {
			code = s.cmd.ProcessState.ExitCode()
		}
		return status{code, time.Since(begin)}
	case <-time.After(time.Minute):
		return status{-1, time.Since(begin)}
	}
}
