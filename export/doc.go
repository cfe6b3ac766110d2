// Package export writes what was read in an article in the formats of other programs,
// and reads some of them back. The other packages know no format.
//
//   - [JSONLines] is for other programs: all but the roles, genders and numbers of entities,
//     an object a line.
//   - [CSV] is for spreadsheets and data frames: a row a claim.
//   - [Table] and [Lines] are for a person at a terminal, a table or a claim a line.
//   - [HTML] is for a person in a browser: the text, and beside it who says what.
//   - [Brat] is for annotators, standoff of the tool brat.
//   - [CoNLLU] is for linguists, as Universal Dependencies have it.
//   - [WebAnnotation] is for programs that annotate web pages, after the W3C's Model.
//   - [SchemaOrg] is for what reads web pages: search engines, fact-checkers.
//
// A format is a plain struct that holds its settings; its Write method writes
// one article:
//
//	format := export.JSONLines{Offsets: export.Runes}
//	err := format.Write(os.Stdout, export.StringID("a1"), laut.Read(text))
//
// [Formats] lists them for programs that let people choose one by its name.
//
// Some have something around all articles, such as the names of columns ([Framed]); a
// [Writer] writes that too. [JSONLines.Read] and [Brat.Read] read what was written, also
// after a person has corrected it.
//
// # Positions
//
// The library counts in bytes of the text as given. JSON Lines and CSV count in the
// unit asked for, and always in the text as JSON Lines holds it: JSON
// is UTF-8, so each byte that is not part of valid UTF-8 is written as U+FFFD
// and counts as that character does (three bytes, one rune, one UTF-16 unit).
// With valid UTF-8, which is the rule, offsets in bytes are those of the
// library unchanged. Brat and Web Annotations count that text's characters (runes), since
// their formats say so.
//
// # JSON
//
// The directory schema holds a JSON Schema for a line of each of the three formats that
// are JSON; [RecordSchema] is that of JSON Lines, whose keys are a contract.
// [WebAnnotation] and [SchemaOrg] are JSON-LD. Both name articles, claims and entities
// by the same IRIs, so that what they say can be joined. The terms of laut's own are in
// the namespace https://github.com/laut-nlp/laut#.
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
