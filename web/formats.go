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
	export.Settings
	format          *format
	minScore        float64
	minSpeakerScore float64
}

// format is a format that an answer can have.
type format struct {
	export.FormatInfo
	name  string // the value of the parameter format
	bare  bool   // the article alone, without what the format has around all articles
	excel bool
}

// formats are all that there are; the first is the default. Where two have the same media
// type, Accept chooses the first.
var formats = []*format{
	{name: "json", FormatInfo: named("jsonl")},
	{name: "html", FormatInfo: named("html"), bare: true},
	{name: "page", FormatInfo: named("html")},
	{name: "csv", FormatInfo: named("csv")},
	{name: "excel", FormatInfo: named("csv"), excel: true},
	{name: "conllu", FormatInfo: named("conllu")},
	{name: "schemaorg", FormatInfo: named("schemaorg")},
	{name: "webannotation", FormatInfo: named("webannotation")},
}

func named(name string) export.FormatInfo {
	f, _ := export.FormatNamed(name) // it is one of that package
	return f
}

// write writes the only article of an answer.
func (f *format) write(w io.Writer, s settings, id export.ID, a *laut.Article) error {
	s.Excel = f.excel
	if f.bare {
		return f.New(s.Settings).Write(w, id, a)
	}
	e := export.NewWriter(w, f.New(s.Settings))
	return errors.Join(e.Write(id, a), e.Close())
}

// is reports whether a client that accepts a media type with some parameters accepts this
// format. Media types must match exactly, and profiles if the client names one.
func (f *format) is(mediaType string, params map[string]string) bool {
	own, its, err := mime.ParseMediaType(f.MediaType)
	return err == nil && own == mediaType && (params["profile"] == "" || its["profile"] == params["profile"])
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
	"offsets": func(s *settings, value string) error { return s.Offsets.UnmarshalText([]byte(value)) },
	"tokens": func(s *settings, value string) error {
		s.Tokens = value == "true"
		if !s.Tokens && value != "false" {
			return wanted("true, false")
		}
		return nil
	},
	"min_score":         func(s *settings, value string) error { return setScore(&s.minScore, value) },
	"min_speaker_score": func(s *settings, value string) error { return setScore(&s.minSpeakerScore, value) },
}

func setScore(to *float64, value string) (err error) {
	if *to, err = strconv.ParseFloat(value, 64); err != nil || !(*to >= 0 && *to <= 1) { // NaN too
		return wanted("a score from 0 to 1")
	}
	return nil
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
		if (name == "offsets" || name == "tokens") && !slices.Contains(s.format.Takes, name) {
			return s, invalidParameter.with("The format %s has no %s.", s.format.name, name)
		}
	}
	return s, nil
}

// accepted returns the format that a client likes best, or nil; */* and no header are the
// default format.
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
		i := slices.IndexFunc(formats, func(f *format) bool { return f.is(mediaType, params) })
		if mediaType == "*/*" {
			i = 0
		}
		if i >= 0 && quality > most {
			best, most = formats[i], quality
		}
	}
	return best
}
