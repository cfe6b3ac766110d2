package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
)

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
