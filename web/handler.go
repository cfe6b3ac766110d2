package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	laut "github.com/laut-nlp/laut"
)

// handler is what New returns. Only turns and held change, a channel and a counter with a lock.
type handler struct {
	read    func(ctx context.Context, text string) (*laut.Article, error)
	limit   int64         // of a body, in bytes
	turns   chan struct{} // holds an element for each article being read
	wait    time.Duration // for a turn, at most
	held    held
	hosts   map[string]bool // nil: all
	origins map[string]bool
	foreign *http.CrossOriginProtection
	logger  *slog.Logger
	routes  map[string]route
}

// route holds the handlers of a path by method.
type route map[string]http.HandlerFunc

// New returns the handler of the API and the page. What it is sent it gives to read, with
// the context of the request. read must be safe for concurrent use: laut.ReadContext, or
// the method ReadContext of a laut.Reader. The error of New joins ([errors.Join]) what all
// options have to say.
func New(read func(ctx context.Context, text string) (*laut.Article, error), options ...Option) (http.Handler, error) {
	h := &handler{
		read:    read,
		limit:   1 << 20,
		turns:   make(chan struct{}, runtime.GOMAXPROCS(0)),
		wait:    30 * time.Second,
		origins: make(map[string]bool),
		foreign: http.NewCrossOriginProtection(),
		logger:  slog.Default(),
	}
	var errs []error
	if read == nil {
		errs = append(errs, errors.New("web: the function that reads is nil"))
	}
	for _, o := range options {
		errs = append(errs, o(h))
	}
	if h.held.max == 0 {
		h.held.max = max(128<<20, 8*h.limit)
	}
	if h.held.max < h.limit {
		errs = append(errs, fmt.Errorf("web: a body may have %d bytes, of which only %d may be held", h.limit, h.held.max))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	h.routes = map[string]route{
		"/v1/read": {http.MethodPost: h.serveRead},
		"/healthz": {http.MethodGet: serveHealth, http.MethodHead: serveHealth},
	}
	for path, a := range assets() {
		h.routes[path] = route{http.MethodGet: a.serve, http.MethodHead: a.serve}
	}
	return h, nil
}

// ServeHTTP answers a request. A panic becomes an answer too.
func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	defer func() {
		switch v := recover(); v {
		case nil:
		case http.ErrAbortHandler:
			panic(v)
		default:
			h.logPanic(r, v)
			write(w, internal)
		}
	}()
	h.secure(w.Header(), r)
	if p := h.serve(w, r); p != nil {
		write(w, p)
	}
}

// serve finds who answers a request, or what is wrong with it.
func (h *handler) serve(w http.ResponseWriter, r *http.Request) *problem {
	if h.hosts != nil && !h.hosts[hostname(r.Host)] {
		return unknownHost.with("This server does not answer for the host %q.", r.Host)
	}
	found, ok := h.routes[r.URL.Path]
	if !ok {
		return notFound.with("There is nothing at %s.", r.URL.Path)
	}
	allow := strings.Join(append(slices.Sorted(maps.Keys(found)), http.MethodOptions), ", ")
	if r.Method == http.MethodOptions {
		return h.options(w, r, allow)
	}
	serve, ok := found[r.Method]
	if !ok {
		w.Header().Set("Allow", allow)
		return methodNotAllowed.with("%s takes %s, not %s.", r.URL.Path, allow, r.Method)
	}
	if err := h.foreign.Check(r); err != nil {
		return crossOrigin.with("The origin %q may not use this server.", r.Header.Get("Origin"))
	}
	serve(w, r)
	return nil
}

// logPanic logs a panic. Its value is logged only if it comes from the runtime: another may
// contain a piece of a text.
func (h *handler) logPanic(r *http.Request, v any) {
	what := fmt.Sprintf("%T", v)
	if err, ok := v.(runtime.Error); ok {
		what = err.Error()
	}
	h.logger.ErrorContext(r.Context(), "panic", "path", r.URL.Path, "value", what, "stack", string(debug.Stack()))
}

func serveHealth(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	io.WriteString(w, "ok\n")
}
