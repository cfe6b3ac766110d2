package main

import "fmt"

// The sections that laut and laut grep share.
var (
	inputText = section{"FILES", `
Without a file, or for the file -, laut reads standard input. A folder stands for
the files in it and below it whose names end in .txt, .text, .jsonl, .ndjson, .html
or .htm, each also with .gz, in the order of their names; hidden files and folders
are left out. A pattern that the shell left alone is matched: "reports/*.txt".

What begins as gzip does is unpacked, whatever its name, standard input too.

Of a web page the article is read, without navigation, notices and links to other
articles. Lines, columns and offsets are those of this text, which JSON Lines hold,
and not of the page.`}

	environmentText = section{"ENVIRONMENT", `
  COLUMNS   the width of the table where the output is no terminal; else 80
  NO_COLOR  if not empty, -color auto has no colours
  TERM      if "dumb", neither colours nor progress`}
)

var inputGroup = flagGroup{"INPUT", []string{"input"}}
var findingGroup = flagGroup{"FINDING", []string{"names", "rules", "min-score"}}

var readPage = page{
	name: "laut - read German news: who is named, and who says what",
	synopsis: []string{
		"laut [flags] [FILE|FOLDER...]",
		"laut grep [flags] [FILE|FOLDER...]",
		"laut eval quotes|entities|tokens [flags] GOLD [PRED]",
		"laut serve [flags]",
		"laut completion bash|zsh|fish",
	},
	about: `
laut reads articles and writes who and what is named in them, and each claim that is
reported: what is said, how, and by whom. Each text or web page is one document, and
each line of JSON Lines. The output keeps their order.

The commands have help of their own: laut grep -h finds claims by speaker, topic and
stance, laut eval -h measures against annotated text, laut serve -h reads articles over
HTTP and has a page for them, laut completion -h has laut's flags completed by the shell.`,
	flags: []flagGroup{
		inputGroup,
		findingGroup,
		{"OUTPUT", []string{"format", "tokens", "offsets", "excel", "base", "o", "resume", "workers", "color", "quiet"}},
		{"OTHERS", []string{"version"}},
	},
	after: []section{
		inputText,
		formatsText(),
		{"EXIT STATUS", `
  0  all went well
  1  something could not be read or written
  2  the command line makes no sense; nothing was done

A file or line that cannot be read is told on standard error as "laut: FILE:LINE:
what is wrong", and the rest is done. No text is read while a line of a list of names
is wrong.`},
		environmentText,
		{"EXAMPLES", `
  laut article.txt
  laut saved-page.html
  laut -format jsonl *.txt | jq -r '.claims[].speaker.name'
  laut -names ORG=companies.txt -names PER=board.txt article.txt
  laut -min-score 0.7 article.txt
  laut -input jsonl -format jsonl -offsets runes < articles.jsonl > read.jsonl
  laut -format jsonl -o read.jsonl -resume archive/
  laut -format jsonl -o read/ archive/`},
	},
}

// formatsText lists the formats.
func formatsText() section {
	s := section{title: "FORMATS"}
	for _, f := range formats {
		s.text += fmt.Sprintf("  %-14s%s\n", f.Name, f.About)
	}
	return s
}
