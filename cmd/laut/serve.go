package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/laut-nlp/laut/web"
)

// How long the parts of a request may take. A request may need all of the wait for its
// turn after its body has come.
const (
	headerTime = 10 * time.Second
	bodyTime   = 30 * time.Second
	answerTime = 2 * time.Minute
	idleTime   = time.Minute
	finishTime = time.Minute // for what is in flight, after a signal
)

// serving is the command line of serve.
type serving struct {
	addr           string
	maxBody        int64
	maxHeld        int64 // 0: the default of package web
	workers        int
	origins, hosts []string
	names          nameLists
	claims         claimFlags
}

func (s *serving) flags() *flag.FlagSet {
	flags := newFlags()
	flags.StringVar(&s.addr, "addr", "127.0.0.1:8080", "`HOST:PORT` where to listen; port 0 is any that is free, without a host other "+
		"machines are let in; default 127.0.0.1:8080")
	s.maxBody = 1 << 20
	flags.Func("max-body", "`SIZE` the largest article, in bytes or with the unit KiB, MiB or GiB; default 1MiB", func(v string) (err error) {
		s.maxBody, err = parseSize(v)
		return err
	})
	flags.Func("max-held", "`SIZE` how much the articles and answers of all requests may have together; further ones are told to come "+
		"again; default 128MiB, and at least eight of the largest article", func(v string) (err error) {
		s.maxHeld, err = parseSize(v)
		return err
	})
	addWorkers(flags, &s.workers, "how many articles are read at once; further ones wait for their turn, 30 seconds at most")
	repeated := func(values *[]string) func(string) error {
		return func(v string) error { *values = append(*values, v); return nil }
	}
	flags.Func("allow-origin", "`ORIGIN` an origin whose pages may use the API from a browser, such as https://redaktion.example; "+
		"may be repeated; default none", repeated(&s.origins))
	flags.Func("allow-host", "`NAME` a host name that requests may be for, such as the one that a proxy in front is known by; may be "+
		"repeated. A loopback address always answers for localhost, 127.0.0.1 and ::1, and for no other name without this, which keeps "+
		"out foreign pages; another address answers for all names without this", repeated(&s.hosts))
	addNames(flags, &s.names)
	s.claims.add(flags)
	return flags
}

func runServe(args []string, std streams) int {
	var s serving
	flags := s.flags()
	if status, stop := parse(flags, args, "serve", &std); stop {
		return status
	}
	if flags.NArg() > 0 {
		return std.misused("serve takes no files: %s", flags.Arg(0))
	}
	logger := slog.New(slog.NewTextHandler(std.err, nil))
	options := []web.Option{
		web.WithBodyLimit(s.maxBody), web.WithWorkers(s.workers), web.WithOrigins(s.origins...), web.WithLogger(logger),
	}
	if s.maxHeld > 0 {
		options = append(options, web.WithHeld(s.maxHeld))
	}
	if len(s.hosts) > 0 {
		options = append(options, web.WithHosts(s.hosts...))
	}
	reader, err := newReader(s.names, &s.claims)
	if err != nil {
		report(std.err, err)
		return failed
	}
	// The options are judged before there is a listener: they may be a misuse.
	if _, err := web.New(reader.ReadContext, options...); err != nil {
		return std.misused("%s", strings.TrimPrefix(err.Error(), "web: "))
	}

	listener, err := net.Listen("tcp", s.addr)
	if err != nil {
		report(std.err, err)
		return failed
	}
	defer listener.Close()
	if listener.Addr().(*net.TCPAddr).IP.IsLoopback() {
		options = append(options, web.WithHosts("localhost", "127.0.0.1", "::1", s.addr, listener.Addr().String()))
	} else {
		logger.Warn("other machines may reach this address, and there is no login", "addr", listener.Addr().String())
	}
	handler, err := web.New(reader.ReadContext, options...)
	if err != nil {
		report(std.err, err)
		return failed
	}
	// Who has read the address may send a signal.
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	if _, err := fmt.Fprintf(std.out, "http://%s/\n", listener.Addr()); err != nil {
		return printed(err, std.err)
	}
	context.AfterFunc(ctx, stop) // the next signal ends the process
	if err := serve(ctx, listener.(*net.TCPListener), handler, logger); err != nil {
		report(std.err, err)
		return failed
	}
	return done
}

// serve serves until the context ends, and then finishes what it has begun.
func serve(ctx context.Context, listener *net.TCPListener, handler http.Handler, logger *slog.Logger) error {
	answers := &lastAnswers{Handler: handler}
	knocks := &lastListener{TCPListener: listener}
	var held connections
	server := &http.Server{
		Handler:           answers,
		ReadHeaderTimeout: headerTime,
		ReadTimeout:       headerTime + bodyTime,
		WriteTimeout:      answerTime,
		IdleTimeout:       idleTime,
		ConnState:         held.note,
		ErrorLog:          slog.NewLogLogger(logger.Handler(), slog.LevelError),
	}
	broken := make(chan error, 1)
	go func() { broken <- server.Serve(knocks) }()
	select {
	case err := <-broken:
		return err
	case <-ctx.Done():
	}
	logger.Info("stopping, after what is being read")
	answers.on.Store(true)
	held.wait()
	knocks.end()
	<-broken
	held.wait()
	ctx, cancel := context.WithTimeout(context.Background(), finishTime)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil {
		return fmt.Errorf("requests were not finished: %w", err)
	}
	return nil
}

// parseSize reads a number of bytes, "65536" or "64KiB".
func parseSize(s string) (int64, error) {
	number, shift := s, 0
	for i, unit := range []string{"KiB", "MiB", "GiB"} {
		if n, ok := strings.CutSuffix(s, unit); ok {
			number, shift = n, 10*(i+1)
		}
	}
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil || n <= 0 || n > 1<<40>>shift {
		return 0, errors.New("want a size such as 65536, 64KiB or 1MiB")
	}
	return n << shift, nil
}
