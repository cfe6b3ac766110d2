package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"
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

// held counts the bytes of bodies and answers that are in memory.
type held struct {
	mutex      sync.Mutex
	bytes, max int64
}

// hold is what one request has of them.
type hold struct{ bytes int64 }

// take makes a request hold so many bytes instead of what it held. It reports false, and
// changes nothing, where that would be more than all may hold.
func (h *held) take(of *hold, bytes int64) bool {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	after := h.bytes - of.bytes + bytes
	if after > h.max && bytes > of.bytes {
		return false
	}
	h.bytes, of.bytes = after, bytes
	return true
}

func (h *held) end(of *hold) { h.take(of, 0) }

func (h *handler) full() *problem {
	return busy.with("The articles of others take all the room. Try again in %d seconds.", retryAfterSeconds)
}

// ProblemPrefix begins the type of every problem: "urn:laut:problem:too-large".
const ProblemPrefix = "urn:laut:problem:"

// problem is the answer when something went wrong, after RFC 9457.
type problem struct {
	Type   string `json:"type"`
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail,omitempty"`
	Byte   int64  `json:"byte,omitempty"` // of the body, from 1, where JSON is broken
}

// problems are all that there are. The description of the API lists them.
var problems []*problem

var (
	malformedJSON    = newProblem(http.StatusBadRequest, "malformed-json", "The body is not the JSON that was expected")
	incompleteBody   = newProblem(http.StatusBadRequest, "incomplete-body", "The body could not be read to its end")
	unknownParameter = newProblem(http.StatusBadRequest, "unknown-parameter", "There is no such parameter")
	invalidParameter = newProblem(http.StatusBadRequest, "invalid-parameter", "A parameter has a value that makes no sense")
	crossOrigin      = newProblem(http.StatusForbidden, "cross-origin", "Pages of this origin may not use this server")
	notFound         = newProblem(http.StatusNotFound, "not-found", "There is nothing here")
	methodNotAllowed = newProblem(http.StatusMethodNotAllowed, "method-not-allowed", "This path does not take that method")
	notAcceptable    = newProblem(http.StatusNotAcceptable, "not-acceptable", "None of the accepted media types can be written")
	tooLarge         = newProblem(http.StatusRequestEntityTooLarge, "too-large", "The body is too large")
	unsupportedMedia = newProblem(http.StatusUnsupportedMediaType, "unsupported-media-type", "This kind of body cannot be read")
	unknownHost      = newProblem(http.StatusMisdirectedRequest, "unknown-host", "This server does not answer for that host")
	noText           = newProblem(http.StatusUnprocessableEntity, "no-text", "There is no text to read")
	internal         = newProblem(http.StatusInternalServerError, "internal", "Something went wrong in the server")
	busy             = newProblem(http.StatusServiceUnavailable, "busy", "The server has too much to do")
)

// retryAfterSeconds is how long clients should wait when the server is busy.
const retryAfterSeconds = 5

func newProblem(status int, name, title string) *problem {
	p := &problem{Type: ProblemPrefix + name, Title: title, Status: status}
	problems = append(problems, p)
	return p
}

// with returns the problem with a sentence about this case.
func (p *problem) with(format string, args ...any) *problem {
	q := *p
	q.Detail = fmt.Sprintf(format, args...)
	return &q
}

// write answers with a problem.
func write(w http.ResponseWriter, p *problem) {
	body, _ := json.Marshal(p) // strings and numbers, which cannot fail
	header := w.Header()
	header.Set("Content-Type", "application/problem+json")
	header.Set("Content-Length", strconv.Itoa(len(body)))
	switch p.Status {
	case http.StatusUnsupportedMediaType:
		header.Set("Accept-Post", bodyTypes)
	case http.StatusServiceUnavailable:
		header.Set("Retry-After", strconv.Itoa(retryAfterSeconds))
	}
	w.WriteHeader(p.Status)
	w.Write(body)
}
