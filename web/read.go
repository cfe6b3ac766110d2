package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net"
	"net/http"
	"strconv"
	"strings"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/internal/linewise"
	"github.com/laut-nlp/laut/webpage"
)

// serveRead is POST /v1/read.
func (h *handler) serveRead(w http.ResponseWriter, r *http.Request) {
	s, p := parse(r)
	if p != nil {
		write(w, p)
		return
	}
	data, decode, p := h.body(w, r)
	if p != nil {
		write(w, p)
		return
	}
	// The body is here: a slow client keeps nobody from his turn.
	answer, p := h.answer(r.Context(), data, decode, s)
	if p != nil {
		write(w, p)
		return
	}
	w.Header().Set("Content-Type", s.format.MediaType)
	w.Header().Set("Content-Length", strconv.Itoa(len(answer)))
	w.Header().Add("Vary", "Accept")
	w.Write(answer)
}

// decoder gets the text out of a body.
type decoder func(body []byte) (export.ID, string, *problem)

// body reads the body of a request after having looked at what it is.
func (h *handler) body(w http.ResponseWriter, r *http.Request) ([]byte, decoder, *problem) {
	decode, p := decoderOf(r.Header)
	if p != nil {
		w.Header().Set("Accept-Post", bodyTypes)
		return nil, nil, p
	}
	large := tooLarge.with("A body may have %d bytes.", h.limit)
	if r.ContentLength > h.limit {
		w.Header().Set("Connection", "close") // rather than read what nobody wants
		return nil, nil, large
	}
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, h.limit))
	if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return nil, nil, large
	}
	if broken, ok := errors.AsType[*net.OpError](err); ok {
		err = broken.Err // without the addresses, which behind a proxy are nobody's business
	}
	if err != nil {
		return nil, nil, incompleteBody.with("The body ended after %d bytes: %v.", len(data), err)
	}
	return data, decode, nil
}

// bodyTypes are those that a body may have.
const bodyTypes = "text/plain, application/json, text/html"

// decoderOf returns the decoder for what the headers say of the body.
func decoderOf(header http.Header) (decoder, *problem) {
	if encoding := header.Get("Content-Encoding"); encoding != "" && !strings.EqualFold(encoding, "identity") {
		return nil, unsupportedMedia.with("The body is encoded in %q, and must not be.", encoding)
	}
	contentType := header.Get("Content-Type")
	mediaType, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		return nil, unsupportedMedia.with("The Content-Type %q cannot be read: want one of %s.", contentType, bodyTypes)
	}
	charset := strings.ToLower(params["charset"])
	switch unicode := charset == "" || charset == "utf-8" || charset == "us-ascii"; {
	case mediaType == "text/html": // whatever its charset
		return func(body []byte) (export.ID, string, *problem) { return fromHTML(body, contentType) }, nil
	case mediaType != "text/plain" && mediaType != "application/json":
		return nil, unsupportedMedia.with("A body of %s cannot be read: want one of %s.", mediaType, bodyTypes)
	case !unicode:
		return nil, unsupportedMedia.with("The charset %s cannot be read: want utf-8.", charset)
	case mediaType == "application/json":
		return fromJSON, nil
	}
	return fromText, nil
}

func fromText(body []byte) (export.ID, string, *problem) {
	return export.ID{}, string(bytes.TrimPrefix(body, []byte("\uFEFF"))), nil
}

func fromHTML(body []byte, contentType string) (export.ID, string, *problem) {
	page, err := webpage.Read(bytes.NewReader(body), contentType)
	if err != nil {
		return export.ID{}, "", noText.with("The page cannot be read: %v.", err)
	}
	return export.ID{}, page.Text, nil
}

// fromJSON reads an object with the keys "id" and "text"; others are ignored.
func fromJSON(body []byte) (id export.ID, text string, p *problem) {
	var o linewise.Object
	err := json.Unmarshal(body, &o)
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		p = malformedJSON.with("At byte %d: %v.", syntax.Offset, syntax)
		p.Byte = syntax.Offset
		return id, "", p
	}
	if err != nil || o == nil {
		return id, "", malformedJSON.with("The body is not a JSON object.")
	}
	if !o.Has("text") {
		return id, "", noText.with(`The object has no "text".`)
	}
	if text, err = o.Text(); err != nil {
		return id, "", malformedJSON.with(`"text" is not a string.`)
	}
	if err := o.ID(&id); err != nil {
		return id, "", malformedJSON.with(`"id" is neither a string nor a number.`)
	}
	return id, text, nil
}

// answer reads an article and writes it, when it is its turn.
func (h *handler) answer(ctx context.Context, data []byte, decode decoder, s settings) ([]byte, *problem) {
	turn, cancel := context.WithTimeout(ctx, h.wait)
	defer cancel()
	late := busy.with("No article could be read in time. Try again in %d seconds.", retryAfterSeconds)
	select {
	case h.turns <- struct{}{}:
		defer func() { <-h.turns }()
	case <-turn.Done():
		return nil, late
	}
	if turn.Err() != nil { // select may choose either
		return nil, late
	}
	id, text, p := decode(data)
	if p != nil {
		return nil, p
	}
	if strings.TrimSpace(text) == "" {
		return nil, noText.with("The text is empty.")
	}
	read, err := h.read(ctx, text)
	if ctx.Err() != nil { // the client has gone
		return nil, late
	}
	if err != nil {
		return nil, internal.with("The article could not be read.")
	}
	a := *read
	if s.minScore > 0 || s.minSpeakerScore > 0 {
		a.Claims = claims.Filter(a.Claims, func(c claims.Claim) bool { return c.Score >= s.minScore })
		for i := range a.Claims {
			a.Claims[i].Speaker = a.Claims[i].Speaker.Sure(s.minSpeakerScore)
		}
	}
	var out bytes.Buffer
	if err := s.format.write(&out, s, id, &a); err != nil {
		return nil, internal.with("The format %s has no form for this article.", s.format.name)
	}
	return out.Bytes(), nil
}
