// Package export writes what was read in an article: as JSON Lines for other
// programs, and for a person at a terminal as a table or a line a claim. The other
// packages know no format.
// programs, as a table for a person at a terminal and as a page to look at. The
// other packages know no format.
//
// A format is a plain struct that holds its settings; its Write method writes
// one article:
//
//	format := export.JSONLines{Offsets: export.Runes}
//	err := format.Write(os.Stdout, export.StringID("a1"), laut.Read(text))
//
// # Positions
//
// The library counts in bytes of the text as given. JSON Lines counts in the
// unit asked for, and always in the text that stands in the same object: JSON
// is UTF-8, so each byte that is not part of valid UTF-8 is written as U+FFFD
// and counts as that character does (three bytes, one rune, one UTF-16 unit).
// With valid UTF-8, which is the rule, offsets in bytes are those of the
// library unchanged.
//
// # JSON-LD
//
// [WebAnnotation] writes annotations of the W3C's Model for programs that show them on an
// article, even one that was edited since; [SchemaOrg] writes what a newsroom embeds in
// its page for search engines and fact-checkers. Both name articles, claims and entities
// by the same IRIs, so that what they say can be joined. The terms of laut's own are in
// the namespace https://github.com/laut-nlp/laut#. The directory schema holds a JSON
// Schema of each format's lines.
//
// # HTML
//
// [HTML] writes a page that loads nothing: its style and script are in it, and
// its Content-Security-Policy allows no other. Without the script all can be
// read; with it, who said something and what was said light up together, and the
// claims can be chosen by speaker, kind and stance. [ViewStyle] and [ViewScript]
// are for pages that show the article's element in a frame of their own.
//
// # Performance
//
// Every writer takes time and memory linear in the article, and holds no more
// than one article.
//
// # Concurrency
//
// Formats keep no state: one value may write to different writers at once.
package export
