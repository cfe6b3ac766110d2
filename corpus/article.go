// Package corpus is the laut newsroom corpus, who says what in German news: 120 articles
// with their claims and entities, and the annotation of 300 more from German Wikinews.
// README.md in its folder tells what it is, its licence (CC BY 4.0), how it came about and
// the form of the files; GUIDE.md and ENTITIES.md tell what is annotated.
//
// The package contains the corpus. [Own] yields the own articles of a split, [Wikinews] the
// others, whose texts come from a file of yours; [Load] reads own articles from a folder,
// where you may have changed some. Train on [Train] and on Wikinews, measure on [Dev].
//
//	for a, err := range corpus.Own(corpus.Train) {
//		if err != nil {
//			return err
//		}
//		for _, c := range a.Claims {
//			fmt.Println(a.Genre, c.Kind, c.Name)
//		}
//	}
//
// All that is yielded is the caller's; functions may be called at the same time. It is no
// part of what other packages of laut link.
package corpus

import (
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// Split says what an article is for.
type Split uint8

// The splits.
const (
	Train Split = iota + 1 // to learn from
	Dev                    // to measure on, never to learn from
)

// String returns the name of the folder that the split stands in.
func (s Split) String() string {
	switch s {
	case Train:
		return "train"
	case Dev:
		return "dev"
	}
	return "none"
}

// countries are the values of Article.Country.
var countries = []string{"DE", "AT", "CH"}

// Article is an annotated article. Spans are bytes of its text.
type Article struct {
	ID       string         // "w101"; of Wikinews the number and the title
	Genre    string         // the name of the file without its extension: "agency", "court"
	Split    Split          // by the folder
	Country  string         // whose usage it is: "DE", "AT" or "CH"; empty for Wikinews
	Text     string         // paragraphs are parted by an empty line
	Lines    []extract.Span // the text as the file cuts it into lines, mostly sentences; nil for Wikinews
	Claims   []Claim        // in order of their contents; of two that begin together the longer comes first
	Entities []Entity       // who and what is named in the article, each once
}

// Claim is a passage that reports what somebody said, wrote or thought. GUIDE.md says what
// its parts are. The spans of a part are in order and do not overlap.
type Claim struct {
	Kind      claims.Kind
	Medium    claims.Medium
	Stance    claims.Stance
	Name      string         // who says it, for a reader who sees nothing else; several are joined by " / ", nobody is ""
	Content   []extract.Span // what is said; never empty
	Speaker   []extract.Span
	Cue       []extract.Span
	Frame     []extract.Span
	Addressee []extract.Span
}

// partNames are the parts of claims in the order of the files.
var partNames = [...]string{"content", "speaker", "cue", "frame", "addressee"}

// part returns the spans of the part with a name, nil if there is none.
func (c *Claim) part(name string) *[]extract.Span {
	switch name {
	case "content":
		return &c.Content
	case "speaker":
		return &c.Speaker
	case "cue":
		return &c.Cue
	case "frame":
		return &c.Frame
	case "addressee":
		return &c.Addressee
	}
	return nil
}

// Entity is a person, organisation, place or thing with a name. ENTITIES.md says which are.
type Entity struct {
	Label entities.Label
	Name  string   // the fullest name
	Forms []string // the spellings in the text, without the s of the genitive, the name first
}
