package entities

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Listed is an entity of a list of the user's own.
type Listed struct {
	// Ref is the user's own key, such as the number in a database or in Wikidata. It comes
	// back as [Entity].Ref and may be empty.
	Ref string

	Name    string
	Aliases []string // further spellings; empty ones are left out
	Label   Label
}

// WithNames adds names that are found wherever the text has them, whatever the model
// says. All mentions of an entry are one entity, with its Name, Label and Ref. Entries of
// the same Name and Label are the same entity, of which one key at most may be given. The
// option may be given several times, together with [WithNamesFrom] too.
//
// A name matches as it is written, and
//   - with blank or hyphen, or in one word with a capital: Open AI, Open-AI, OpenAI;
//   - with ss for ß and reversed, soft hyphens, umlauts of two characters;
//   - inflected: Rheinmetalls, Rheinmetall's, Hans', and unless the label is PER
//     der Deutschen Bank, des Bundesgerichtshofes, den Stadtwerken Ulm;
//   - in capitals, and with others inside than the list has: RHEINMETALL, Nvidia, Tiktok,
//     SoftBank for Softbank;
//   - in a compound with hyphens: the mention is "Rheinmetall" in
//     "Ex-Rheinmetall-Chef", of form [FormPart].
//
// A legal form is a part of the name: "Siemens AG" is not found in "Siemens", since what is
// left may be an ordinary word (Spiegel, Signal). List Siemens as an alias. The other way
// round, the listed Siemens is found in "Siemens AG".
//
// Capitals count: "Meta" is not found in "meta", nor "About You" in "about you".
// Names of less than four letters, without a capital, or of one ordinary word,
// with an article or without (Bild, Die Zeit, Linke), are found in no other
// capitals than the list's, and ordinary words have no other ending than the
// genitive s. But what is written as in the list is found, also where it means
// something else: "Die Zeit drängt" names the newspaper if the list has "Die Zeit".
//
// Where names of lists overlap, the first counts, of those that begin together the
// longest. Mentions of the model that overlap with one of a list give way, unless
// they are names that a part lies in, or longer names: "Siemens Energy" is not the listed
// Siemens, but "Siemens AG" and "der Konzern Siemens" are. A person who is listed by the
// surname alone is found in each full name with it.
//
// Those that [Group] takes for the same, such as the bare surname of a listed person, join
// the entity of the list. But what is short pulls no other full name in, and the text
// is believed before the list: with "Deutsche Bank, DB" listed, "Deutsche Bahn (DB)" is not the
// bank, nor is any DB that follows; with "Paul Meier, Meier" listed, Meier is Anna Meier where
// the text names her. What is listed by an abbreviation alone takes the full name that the
// text gives it: THW is the "Technische Hilfswerk (THW)".
//
// Each entry that is wrong is a [*ListError], all of them in one error (see [errors.Join]).
// Faults are an unknown label, no name, invalid UTF-8, a spelling without letter or digit
// or of more than 200 bytes, and one that another entity already has, in this list or an
// earlier one; spellings that differ only in blanks, hyphens, dots and apostrophes are the
// same.
//
// A list of 100,000 names loads in about half a second and takes some 14 MB.
// Finding takes time linear in the text, whatever the size of the list.
func WithNames(list ...Listed) Option {
	return func(s *settings) error {
		var errs []error
		for i, e := range list {
			for _, err := range s.lists().entry(e) {
				errs = append(errs, &ListError{Index: i, Name: e.Name, Err: err})
			}
		}
		return errors.Join(errs...)
	}
}

// WithNamesFrom adds the names of a list, all of one label, as [WithNames] does. Each line
// is an entity: its name, then after tabs further spellings of it, and its key after
// "ref=". Blank lines and lines that begin with # are skipped.
//
//	Rheinmetall
//	Deutsche Bank	DB	Deutsche-Bank-Konzern	ref=Q66048
//
// It reads r to its end. Each line that is wrong is a [*ListError], all of them in one
// error, with that of r if it fails. What is wrong with an entry of [WithNames] is wrong
// with a line, and two keys are.
func WithNamesFrom(r io.Reader, label Label) Option {
	return func(s *settings) error {
		if !validLabel(label) {
			return fmt.Errorf("entities: names: unknown label %d", label)
		}
		return s.lists().read(r, label)
	}
}

func validLabel(l Label) bool { return l >= PER && l <= MISC }

// ListError is what is wrong with an entry of a list of names.
type ListError struct {
	File string // of [WithNamesFrom]: the name of the reader, if it has one as [os.File] does
	Line int    // of [WithNamesFrom]: from 1; 0 of WithNames

	Index int    // of [WithNames]: which of the entries of one call, from 0
	Name  string // of [WithNames]: the name of the entry

	Err error
}

// Error names the file and the line, or the entry and its name.
func (e *ListError) Error() string {
	switch {
	case e.Line == 0:
		return fmt.Sprintf("entities: names: entry %d, %.50q: %v", e.Index, e.Name, e.Err)
	case e.File == "":
		return fmt.Sprintf("entities: names: line %d: %v", e.Line, e.Err)
	}
	return fmt.Sprintf("entities: names: %s:%d: %v", e.File, e.Line, e.Err)
}

// Unwrap returns e.Err: the reader's error, if it failed in this line.
func (e *ListError) Unwrap() error { return e.Err }

// longestLine is in bytes. What is longer is no list.
const longestLine = 1 << 16

// refMark begins the column of the key.
const refMark = "ref="

// read adds a list. It goes on after a line that is wrong.
func (o *ownReader) read(r io.Reader, label Label) error {
	var errs []error
	file := ""
	if f, ok := r.(interface{ Name() string }); ok {
		file = f.Name()
	}
	in := bufio.NewReaderSize(r, longestLine)
	for n := 1; ; n++ {
		line, err := in.ReadSlice('\n')
		tooLong := errors.Is(err, bufio.ErrBufferFull)
		for errors.Is(err, bufio.ErrBufferFull) {
			_, err = in.ReadSlice('\n')
		}
		if err != nil && err != io.EOF {
			// The line is cut: nothing is to be said of it.
			return errors.Join(append(errs, &ListError{File: file, Line: n, Err: err})...)
		}
		wrong := []error{fmt.Errorf("longer than %d bytes", longestLine)}
		if !tooLong {
			if n == 1 {
				line = bytes.TrimPrefix(line, []byte("\uFEFF")) // as Windows programs begin a file
			}
			wrong = o.line(line, label)
		}
		for _, err := range wrong {
			errs = append(errs, &ListError{File: file, Line: n, Err: err})
		}
		if err == io.EOF {
			return errors.Join(errs...)
		}
	}
}

// line adds the entity of a line and returns what is wrong with it.
func (o *ownReader) line(line []byte, label Label) []error {
	if t := bytes.TrimSpace(line); len(t) == 0 || t[0] == '#' {
		return nil
	}
	if !utf8.Valid(line) {
		return []error{errors.New("invalid UTF-8")}
	}
	columns := strings.Split(string(line), "\t")
	e := Listed{Name: columns[0], Label: label}
	if strings.TrimSpace(e.Name) == "" {
		return []error{errors.New("no name before the first tab")}
	}
	var wrong []error
	for _, column := range columns[1:] {
		ref, ok := strings.CutPrefix(strings.TrimSpace(column), refMark)
		switch {
		case !ok:
			e.Aliases = append(e.Aliases, column)
		case ref == "":
			wrong = append(wrong, fmt.Errorf("no key after %q", refMark))
		case e.Ref != "":
			wrong = append(wrong, fmt.Errorf("two keys, %q and %q", e.Ref, ref))
		default:
			e.Ref = ref
		}
	}
	return append(wrong, o.entry(e)...)
}
