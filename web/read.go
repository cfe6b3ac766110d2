package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"mime"
	"net"
	"net/http"
	"strconv"
	"strings"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/internal/decoding"
	"github.com/laut-nlp/laut/internal/linewise"
	"github.com/laut-nlp/laut/webpage"

	"golang.org/x/net/html/charset"
)

// serveRead is POST /v1/read.
func (h *handler) serveRead(w http.ResponseWriter, r *http.Request) {
	s, p := parse(r)
	if p != nil {
		write(w, p)
		return
	}
	var hold hold
	defer h.held.end(&hold)
	data, decode, p := h.body(w, r, &hold)
	if p != nil {
		write(w, p)
		return
	}
	// The body is here: a slow client keeps nobody from his turn.
	answer, charset, p := h.answer(r.Context(), data, decode, s)
	data = nil
	if p == nil && !h.held.take(&hold, int64(len(answer))) {
		p = h.full()
	}
	if p != nil {
		write(w, p)
		return
	}
	if charset != decoding.UTF8 {
		w.Header().Set(CharsetHeader, charset)
	}
	w.Header().Set("Content-Type", s.format.MediaType)
	w.Header().Set("Content-Length", strconv.Itoa(len(answer)))
	w.Header().Add("Vary", "Accept")
	w.Write(answer)
}

// CharsetHeader is the header of an answer that names the encoding in which a text was taken
// that was not in UTF-8: "Windows-1252". Of web pages it tells nothing.
const CharsetHeader = "Laut-Charset"

// sent is what a body holds.
type sent struct {
	id            export.ID
	text, charset string
}

// decoder gets the text out of a body.
type decoder func(body []byte) (sent, *problem)

// body reads the body of a request after having looked at what it is, and holds room for it.
func (h *handler) body(w http.ResponseWriter, r *http.Request, hold *hold) ([]byte, decoder, *problem) {
	decode, p := decoderOf(r.Header)
	if p != nil {
		return nil, nil, p
	}
	large := tooLarge.with("A body may have %d bytes.", h.limit)
	size := r.ContentLength
	if size < 0 {
		size = h.limit
	}
	switch {
	case size > h.limit:
		p = large
	case !h.held.take(hold, size):
		p = h.full()
	}
	if p != nil {
		w.Header().Set("Connection", "close") // rather than read what nobody wants
		return nil, nil, p
	}
	data := bytes.NewBuffer(make([]byte, 0, max(r.ContentLength, 0)+bytes.MinRead))
	_, err := data.ReadFrom(http.MaxBytesReader(w, r.Body, h.limit))
	if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return nil, nil, large
	}
	if broken, ok := errors.AsType[*net.OpError](err); ok {
		err = broken.Err // without the addresses, which behind a proxy are nobody's business
	}
	if err != nil {
		return nil, nil, incompleteBody.with("The body ended after %d bytes: %v.", data.Len(), err)
	}
	return data.Bytes(), decode, nil
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
	if mediaType == "text/html" { // whatever its charset
		return func(body []byte) (sent, *problem) { return fromHTML(body, contentType) }, nil
	}
	from, ok := map[string]decoder{"text/plain": fromText, "application/json": fromJSON}[mediaType]
	if !ok {
		return nil, unsupportedMedia.with("A body of %s cannot be read: want one of %s.", mediaType, bodyTypes)
	}
	toUTF8, p := charsetNamed(params["charset"])
	if p != nil {
		return nil, p
	}
	return func(body []byte) (sent, *problem) {
		text, charset, err := toUTF8(body)
		if err != nil {
			return sent{}, unsupportedMedia.with("The body cannot be read: %v.", err)
		}
		what, p := from(bytes.TrimPrefix(text, []byte("\uFEFF")))
		what.charset = charset
		return what, p
	}, nil
}

// charsetNamed returns what decodes a charset. What is said to be UTF-8 or nothing is looked
// at: clients say so without knowing.
func charsetNamed(label string) (func([]byte) ([]byte, string, error), *problem) {
	encoding, name := charset.Lookup(label)
	switch {
	case label == "" || strings.EqualFold(label, "us-ascii") || name == "utf-8":
		return decoding.Text, nil
	case encoding == nil:
		return nil, unsupportedMedia.with("Nobody knows the charset %s.", label)
	}
	return func(body []byte) ([]byte, string, error) {
		text, err := encoding.NewDecoder().Bytes(body)
		return text, name, err
	}, nil
}

func fromText(body []byte) (sent, *problem) { return sent{text: string(body)}, nil }

func fromHTML(body []byte, contentType string) (sent, *problem) {
	page, err := webpage.Read(bytes.NewReader(body), contentType)
	if err != nil {
		return sent{}, noText.with("The page cannot be read: %v.", err)
	}
	return sent{text: page.Text, charset: decoding.UTF8}, nil
}

// fromJSON reads an object with the keys "id" and "text"; others are ignored.
func fromJSON(body []byte) (what sent, p *problem) {
	var o linewise.Object
	err := json.Unmarshal(body, &o)
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		p = malformedJSON.with("At byte %d: %v.", syntax.Offset, syntax)
		p.Byte = syntax.Offset
		return what, p
	}
	if err != nil || o == nil {
		return what, malformedJSON.with("The body is not a JSON object.")
	}
	if !o.Has("text") {
		return what, noText.with(`The object has no "text".`)
	}
	if what.text, err = o.Text(); err != nil {
		return what, malformedJSON.with(`"text" is not a string.`)
	}
	if err := o.ID(&what.id); err != nil {
		return what, malformedJSON.with(`"id" is neither a string nor a number.`)
	}
	return what, nil
}

// answer reads an article and writes it, when it is its turn.
func (h *handler) answer(ctx context.Context, data []byte, decode decoder, s settings) (answer []byte, charset string, p *problem) {
	turn, cancel := context.WithTimeout(ctx, h.wait)
	defer cancel()
	late := busy.with("No article could be read in time. Try again in %d seconds.", retryAfterSeconds)
	select {
	case h.turns <- struct{}{}:
		defer func() { <-h.turns }()
	case <-turn.Done():
		return nil, "", late
	}
	if turn.Err() != nil { // select may choose either
		return nil, "", late
	}
	what, p := decode(data)
	if p != nil {
		return nil, "", p
	}
	if strings.TrimSpace(what.text) == "" {
		return nil, "", noText.with("The text is empty.")
	}
	read, err := h.read(ctx, what.text)
	if ctx.Err() != nil { // the client has gone
		return nil, "", late
	}
	if err != nil {
		return nil, "", internal.with("The article could not be read.")
	}
	a := *read
	if s.minScore > 0 || s.minSpeakerScore > 0 {
		a.Claims = claims.AtLeast(a.Claims, s.minScore, s.minSpeakerScore)
	}
	var out bytes.Buffer
	if err := s.format.write(&out, s, what.id, &a); err != nil {
		return nil, "", internal.with("The format %s has no form for this article.", s.format.name)
	}
	return out.Bytes(), what.charset, nil
}
