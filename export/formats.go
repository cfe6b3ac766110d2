package export

import "slices"

// FormatInfo describes a format to programs that let people choose one.
type FormatInfo struct {
	Name      string   // such as "jsonl"
	About     string   // what it is for, in a few words
	Extension string   // of a file in this format: ".jsonl"
	MediaType string   // of one article in this format, with its parameters: "text/csv; charset=utf-8"
	Takes     []string // of "tokens", "offsets", "excel" and "base" the settings that change something

	New func(Settings) Format // returns the format with its settings; what it does not take it ignores
}

// Settings are what the formats can be told. The zero value gives the zero value of each.
type Settings struct {
	Tokens  bool   // of JSONLines
	Offsets Unit   // of JSONLines and CSV
	Excel   bool   // of CSV
	Base    string // of WebAnnotation and SchemaOrg
	Title   string // of HTML
	IDs     bool   // of Table, which calls it Title
	Width   int    // of Table
	Color   bool   // of Table and Lines
}

// Formats returns all formats of this package. The slice is the caller's.
func Formats() []FormatInfo {
	const text = "text/plain; charset=utf-8"
	return []FormatInfo{
		{"table", "a table to read", ".txt", text, nil,
			func(s Settings) Format { return Table{Width: s.Width, Title: s.IDs, Color: s.Color} }},
		{"jsonl", "one JSON object a line and document, for other programs", ".jsonl", "application/json", []string{"tokens", "offsets"},
			func(s Settings) Format { return JSONLines{Tokens: s.Tokens, Offsets: s.Offsets} }},
		{"lines", "a claim a line: ID:LINE:COLUMN: Name (kind, stance): text", ".txt", text, nil,
			func(s Settings) Format { return Lines{Color: s.Color} }},
		{"csv", "a row a claim, for spreadsheets and data frames", ".csv", "text/csv; charset=utf-8", []string{"offsets", "excel"},
			func(s Settings) Format { return CSV{Offsets: s.Offsets, Excel: s.Excel} }},
		{"html", "a page to look at: the text, and who says what", ".html", "text/html; charset=utf-8", nil,
			func(s Settings) Format { return HTML{Title: s.Title} }},
		{"brat", "standoff for the annotation tool brat", ".ann", text, nil,
			func(Settings) Format { return Brat{} }},
		{"conllu", "CoNLL-U: a line a token, as treebanks have it", ".conllu", text, nil,
			func(Settings) Format { return CoNLLU{} }},
		{"webannotation", "W3C Web Annotations, an AnnotationPage a line", ".jsonld",
			`application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"`, []string{"base"},
			func(s Settings) Format { return WebAnnotation{Base: s.Base} }},
		{"schemaorg", "schema.org, a NewsArticle with its quotations a line", ".jsonld", "application/ld+json", []string{"base"},
			func(s Settings) Format { return SchemaOrg{Base: s.Base} }},
	}
}

// FormatNamed returns the format of a name; false if there is none.
func FormatNamed(name string) (FormatInfo, bool) {
	all := Formats()
	i := slices.IndexFunc(all, func(f FormatInfo) bool { return f.Name == name })
	if i < 0 {
		return FormatInfo{}, false
	}
	return all[i], true
}
