package entities

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/stop"
)

// Extractor finds entities by the embedded model and by lists of the user. It is
// immutable and safe for concurrent use.
type Extractor struct {
	own *ownNames // nil without lists
}

// Option is a setting of an [Extractor], made by functions such as [WithNames].
type Option func(*settings) error

// settings are what options change until the extractor is made.
type settings struct {
	own *ownReader
}

// New returns an extractor. Without options it is that of [Extract]. Its error joins
// ([errors.Join]) what all options have to say.
func New(options ...Option) (*Extractor, error) {
	var s settings
	var errs []error
	for _, o := range options {
		errs = append(errs, o(&s))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	t := &Extractor{}
	if s.own != nil {
		t.own = s.own.names
	}
	return t, nil
}

// Extract finds the entities of a document in order of their first mention, as [Extract]
// does, and the names of its lists.
func (t *Extractor) Extract(d *extract.Document) []Entity { return t.extract(d, nil) }

// ExtractContext is Extract that ends when ctx does, and then returns the error of ctx.
func (t *Extractor) ExtractContext(ctx context.Context, d *extract.Document) ([]Entity, error) {
	if _, err := d.TagsContext(ctx); err != nil { // which all of this needs
		return nil, err
	}
	return stop.Run(ctx, func(s *stop.Sign) []Entity { return t.extract(d, s) })
}

func (t *Extractor) extract(d *extract.Document, sign *stop.Sign) []Entity {
	es := t.group(d, recognise(d, sign), sign)
	addRoles(d, es, sign)
	return es
}

// group groups what the model has found together with the names of the lists.
func (t *Extractor) group(d *extract.Document, names []Named, sign *stop.Sign) []Entity {
	if t.own == nil {
		return group(d, names, sign)
	}
	own := t.own.find(d, sign)
	return t.own.settle(group(d, t.own.merge(names, own), sign), own)
}

// WithNames adds a list of names that are found wherever the text has them,
// whatever the model says. The option may be given several times.
//
// Each line is an entity: its name, and further spellings of it after tabs.
// Blank lines and lines that begin with # are skipped.
//
//	Rheinmetall
//	Deutsche Bank	DB	Deutsche-Bank-Konzern
//
// All mentions of a line are one entity, with the name of the first column as its
// Name and label as its Label. Two lines with the same name and label are the
// same entity.
//
// A name matches as it is written, and
//   - with blank or hyphen, or in one word with a capital: Open AI, Open-AI, OpenAI;
//   - with ss for ß and reversed, soft hyphens, umlauts of two characters;
//   - inflected: Rheinmetalls, Rheinmetall's, Hans', and unless the label is PER
//     der Deutschen Bank, des Bundesgerichtshofes, den Stadtwerken Ulm;
//   - in capitals, and names of several capitals with one: RHEINMETALL, Nvidia, Tiktok;
//   - in a compound with hyphens: the mention is "Rheinmetall" in
//     "Ex-Rheinmetall-Chef", of form [Part].
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
// they are names that a part lies in; all others stay. Those that [Group] takes
// for the same, such as the bare surname of a listed person, join the entity of the
// list.
//
// WithNames reads r to its end. Each line that is wrong is a [*ListError], all of
// them in one error (see [errors.Join]), with that of r if it fails. Faults are
// invalid UTF-8, a line without a name before the first tab, a spelling without letter
// or digit or of more than 200 bytes, and one that another entity or label
// already has, in this list or an earlier one; spellings that differ only in blanks,
// hyphens, dots and apostrophes are the same.
//
// A list of 100,000 names loads in about half a second and takes some 12 MB.
// Finding takes time linear in the text, whatever the size of the list.
func WithNames(r io.Reader, label Label) Option {
	return func(s *settings) error {
		if label == 0 || label > MISC {
			return fmt.Errorf("entities: names: unknown label %d", label)
		}
		if s.own == nil {
			s.own = newOwnReader()
		}
		return s.own.read(r, label)
	}
}

// ListError is what is wrong with a line of a list of names.
type ListError struct {
	File string // the name of the list's reader, if it has one as [os.File] does
	Line int    // from 1
	Err  error
}

// Error names the file and the line.
func (e *ListError) Error() string {
	if e.File == "" {
		return fmt.Sprintf("entities: names: line %d: %v", e.Line, e.Err)
	}
	return fmt.Sprintf("entities: names: %s:%d: %v", e.File, e.Line, e.Err)
}

// Unwrap returns e.Err: the reader's error, if it failed in this line.
func (e *ListError) Unwrap() error { return e.Err }
