package corpus

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/laut-nlp/laut/internal/linewise"
	"github.com/laut-nlp/laut/internal/offsets"
)

//go:embed train/*.txt dev/*.txt wikinews.txt
var files embed.FS

// Own yields the own articles of a split, which the package contains, file after file in
// order of their names. Its errors are those of [Read]; a test holds that there are none.
func Own(s Split) iter.Seq2[Article, error] {
	names, err := fs.Glob(files, s.String()+"/*.txt")
	return load(names, err, func(name string) (fs.File, error) { return files.Open(name) })
}

// Load yields the own articles of a file, or of all files of a folder and the folders in it:
// "corpus", "corpus/dev", "corpus/dev/court.txt". The name of a file is the genre, that of
// its folder the split. Errors are those of [Read] and of the file system; Load goes on
// after each but that there are no files.
func Load(name string) iter.Seq2[Article, error] {
	names, err := below(name)
	if err == nil && len(names) == 0 {
		err = &fs.PathError{Op: "load", Path: name, Err: errors.New("no file of the corpus")}
	}
	return load(names, err, func(name string) (fs.File, error) { return os.Open(name) })
}

// below returns the files that Load reads.
func below(name string) (names []string, err error) {
	err = filepath.WalkDir(name, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && (path == name || filepath.Ext(path) == ".txt" && d.Name() != wikinews) {
			names = append(names, path)
		}
		return err
	})
	return names, err
}

// Holds reports whether a file has articles in the form of the corpus, or the first file
// that Load would read of a folder: whether its first line that is no comment begins one.
// It tells such files from others when a program takes both.
func Holds(name string) bool {
	names, err := below(name)
	if err != nil || len(names) == 0 {
		return false
	}
	f, err := os.Open(names[0])
	if err != nil {
		return false
	}
	defer f.Close()
	for l := range linewise.Of(f, name) {
		if !bytes.HasPrefix(l.Data, []byte("#")) {
			return bytes.HasPrefix(l.Data, []byte("== "))
		}
	}
	return false
}

func load(names []string, err error, open func(string) (fs.File, error)) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		if err != nil {
			yield(Article{}, err)
			return
		}
		for _, name := range names {
			f, err := open(name)
			if err != nil {
				if !yield(Article{}, err) {
					return
				}
				continue
			}
			genre, split := kindOf(name)
			for a, err := range Read(f, name) {
				if err == nil {
					a.Genre, a.Split = genre, split
				}
				if !yield(a, err) {
					f.Close()
					return
				}
			}
			f.Close()
		}
	}
}

// kindOf returns genre and split of the articles of a file.
func kindOf(name string) (genre string, split Split) {
	if abs, err := filepath.Abs(name); err == nil {
		name = abs
	}
	dir, file := filepath.Split(name)
	for _, s := range []Split{Train, Dev} {
		if filepath.Base(dir) == s.String() {
			split = s
		}
	}
	return strings.TrimSuffix(file, path.Ext(file)), split
}

// Collect reads all articles. The error joins those of the articles that are left out.
func Collect(seq iter.Seq2[Article, error]) ([]Article, error) {
	var articles []Article
	var errs []error
	for a, err := range seq {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		articles = append(articles, a)
	}
	return articles, errors.Join(errs...)
}

// jsonArticle is the form of an article in JSON. All keys are always there.
type jsonArticle struct {
	ID       string       `json:"id"`
	Genre    string       `json:"genre"`
	Split    string       `json:"split"`
	Country  string       `json:"country"`
	Text     string       `json:"text"`
	Claims   []jsonClaim  `json:"claims"`
	Entities []jsonEntity `json:"entities"`
}

type jsonClaim struct {
	Kind      string          `json:"kind"`
	Medium    string          `json:"medium"`
	Stance    string          `json:"stance"`
	Name      string          `json:"name"`
	Content   []offsets.Range `json:"content"`
	Speaker   []offsets.Range `json:"speaker"`
	Cue       []offsets.Range `json:"cue"`
	Frame     []offsets.Range `json:"frame"`
	Addressee []offsets.Range `json:"addressee"`
}

type jsonEntity struct {
	Label string   `json:"label"`
	Name  string   `json:"name"`
	Forms []string `json:"forms"`
}

// MarshalJSON writes the article as an object whose spans are bytes of its text:
//
//	{"id":"w101","genre":"agency","split":"train","country":"DE","text":"…","claims":[
//	 {"kind":"direct","medium":"speech","stance":"asserts","name":"Jens Ohm","content":[
//	 {"start":0,"end":20}],"speaker":[…],"cue":[…],"frame":[…],"addressee":[]}],"entities":[
//	 {"label":"PER","name":"Jens Ohm","forms":["Jens Ohm","Ohm"]}]}
//
// What an article of Wikinews has no value for is an empty string.
func (a Article) MarshalJSON() ([]byte, error) {
	var inBytes offsets.Index
	out := jsonArticle{a.ID, a.Genre, a.Split.String(), a.Country, a.Text, []jsonClaim{}, []jsonEntity{}}
	for _, c := range a.Claims {
		out.Claims = append(out.Claims, jsonClaim{c.Kind.String(), c.Medium.String(), c.Stance.String(), c.Name,
			inBytes.Spans(c.Content), inBytes.Spans(c.Speaker), inBytes.Spans(c.Cue), inBytes.Spans(c.Frame), inBytes.Spans(c.Addressee)})
	}
	for _, e := range a.Entities {
		out.Entities = append(out.Entities, jsonEntity{e.Label.String(), e.Name, e.Forms})
	}
	return json.Marshal(out)
}
