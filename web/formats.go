package web

import (
	"errors"
	"io"
	"maps"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
)

// settings are what the parameters of a request ask for.
type settings struct {
	format   *format
	offsets  export.Unit
	tokens   bool
	minScore float32
}

// format is a format that an answer can have.
type format struct {
	name      string // the value of the parameter format
	mediaType string // as Accept names it; of two formats with the same the first is taken
	profile   string // a parameter of the media type, by which Accept can tell them apart
	charset   bool   // the media type has the parameter charset
	bare      bool   // the article alone, without what the format has around all articles
	offsets   bool   // takes the parameter offsets
	tokens    bool   // takes the parameter tokens
	make      func(settings) export.Format
}

// formats are all that there are; the first is the default. The description of the API and
// the menu of the page list them too, and tests hold that they agree.
var formats = []*format{
	{name: "json", mediaType: "application/json", offsets: true, tokens: true,
		make: func(s settings) export.Format { return export.JSONLines{Tokens: s.tokens, Offsets: s.offsets} }},
	{name: "html", mediaType: "text/html", charset: true, bare: true,
		make: func(settings) export.Format { return export.HTML{} }},
	{name: "page", mediaType: "text/html", charset: true,
		make: func(settings) export.Format { return export.HTML{} }},
	{name: "csv", mediaType: "text/csv", charset: true, offsets: true,
		make: func(s settings) export.Format { return export.CSV{Offsets: s.offsets} }},
	{name: "excel", mediaType: "text/csv", charset: true, offsets: true,
		make: func(s settings) export.Format { return export.CSV{Offsets: s.offsets, Excel: true} }},
	{name: "conllu", mediaType: "text/plain", charset: true,
		make: func(settings) export.Format { return export.CoNLLU{} }},
	{name: "schemaorg", mediaType: "application/ld+json",
		make: func(settings) export.Format { return export.SchemaOrg{} }},
	{name: "webannotation", mediaType: "application/ld+json", profile: "http://www.w3.org/ns/anno.jsonld",
		make: func(settings) export.Format { return export.WebAnnotation{} }},
}

// write writes the only article of an answer.
func (f *format) write(w io.Writer, s settings, id export.ID, a *laut.Article) error {
	if f.bare {
		return f.make(s).Write(w, id, a)
	}
	e := export.NewWriter(w, f.make(s))
	return errors.Join(e.Write(id, a), e.Close())
}

func (f *format) contentType() string {
	params := make(map[string]string)
	if f.charset {
		params["charset"] = "utf-8"
	}
	if f.profile != "" {
		params["profile"] = f.profile
	}
	return mime.FormatMediaType(f.mediaType, params)
}

func formatNames() string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return strings.Join(names, ", ")
}

// parameters are those that a request may have, each with what it sets. Its error says
// what would have been right.
var parameters = map[string]func(s *settings, value string) error{
	"format": func(s *settings, value string) error {
		i := slices.IndexFunc(formats, func(f *format) bool { return f.name == value })
		if i < 0 {
			return wanted(formatNames())
		}
		s.format = formats[i]
		return nil
	},
	"offsets": func(s *settings, value string) error { return s.offsets.UnmarshalText([]byte(value)) },
	"tokens": func(s *settings, value string) error {
		s.tokens = value == "true"
		if !s.tokens && value != "false" {
			return wanted("true, false")
		}
		return nil
	},
	"min_score": func(s *settings, value string) error {
		score, err := strconv.ParseFloat(value, 32)
		if err != nil || !(score >= 0 && score <= 1) { // NaN too
			return wanted("a score from 0 to 1")
		}
		s.minScore = float32(score)
		return nil
	},
}

type wanted string

func (w wanted) Error() string { return "want " + string(w) }

// parse reads the parameters and the header Accept.
func parse(r *http.Request) (s settings, p *problem) {
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return s, invalidParameter.with("The parameters cannot be read: %v.", err)
	}
	names := slices.Sorted(maps.Keys(query))
	for _, name := range names {
		set, ok := parameters[name]
		if !ok {
			return s, unknownParameter.with("There is no parameter %q.", name)
		}
		if n := len(query[name]); n > 1 {
			return s, invalidParameter.with("The parameter %s stands %d times.", name, n)
		}
		if err := set(&s, query[name][0]); err != nil {
			return s, invalidParameter.with("%s=%q: %v.", name, query[name][0], err)
		}
	}
	if s.format == nil {
		if s.format = accepted(r.Header.Values("Accept")); s.format == nil {
			return s, notAcceptable.with("Accept names no media type of the formats %s.", formatNames())
		}
	}
	for _, name := range names {
		if name == "offsets" && !s.format.offsets || name == "tokens" && !s.format.tokens {
			return s, invalidParameter.with("The format %s has no %s.", s.format.name, name)
		}
	}
	return s, nil
}

// accepted returns the format that a client likes best, or nil. Media types must match
// exactly, and profiles if the client names one; */* and no header are the default format.
func accepted(headers []string) *format {
	header := strings.Join(headers, ",")
	if strings.TrimSpace(header) == "" {
		return formats[0]
	}
	var best *format
	most := 0.0
	for s := range strings.SplitSeq(header, ",") {
		mediaType, params, err := mime.ParseMediaType(s)
		if err != nil {
			continue
		}
		quality := 1.0
		if q, ok := params["q"]; ok {
			quality, _ = strconv.ParseFloat(q, 64)
		}
		i := slices.IndexFunc(formats, func(f *format) bool {
			return f.mediaType == mediaType && (params["profile"] == "" || f.profile == params["profile"])
		})
		if mediaType == "*/*" {
			i = 0
		}
		if i >= 0 && quality > most {
			best, most = formats[i], quality
		}
	}
	return best
}
