// Statements lists what each person and organisation says in a folder of
// articles, the files *.txt: who says most comes first, each claim with its file,
// line and column. A name is one speaker in all articles, and a surname alone is
// the person of that name if the folder has only one. Claims of speakers without
// a name are left out.
//
//	go run github.com/laut-nlp/laut/examples/statements [-kind KIND] [-min-score SCORE] [FOLDER]
//
// Without a folder it reads testdata/articles, which ships with laut; run it in
// the root of a clone then.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"runtime"
	"sync"
	"unicode/utf8"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/extract"
)

func main() {
	log.SetFlags(0)
	var which filter
	flag.Func("kind", "only claims of this `kind`: direct, indirect, continued, free_indirect or reported", which.setKind)
	flag.Float64Var(&which.minScore, "min-score", 0, "only claims with at least this `score`, from 0 to 1")
	flag.Parse()
	folder := "testdata/articles"
	switch flag.NArg() {
	case 0:
	case 1:
		folder = flag.Arg(0)
	default:
		log.Fatal("one folder at most")
	}
	articles, unread := readFolder(os.DirFS(folder), which)
	if err := list(os.Stdout, group(articles)); err != nil {
		log.Fatal(err)
	}
	if unread != nil {
		log.Fatalf("in %s:\n%v", folder, unread)
	}
}

// filter says which claims are wanted.
type filter struct {
	kind     claims.Kind // 0 for all
	minScore float64
}

func (f *filter) setKind(name string) error {
	for k := claims.Direct; k <= claims.Reported; k++ {
		if k.String() == name {
			f.kind = k
			return nil
		}
	}
	return errors.New("no such kind")
}

func (f filter) wants(c claims.Claim) bool {
	return (f.kind == 0 || c.Kind == f.kind) && float64(c.Score) >= f.minScore
}

// article is what is kept of a file that has been read.
type article struct {
	persons    []person
	statements []statement
}

type person struct {
	name   string
	gender entities.Gender
}

// statement is a claim, ready to be printed.
type statement struct {
	label             entities.Label
	who               person // or an organisation
	where, how, words string
}

// readFolder reads the articles of a folder on all cores and returns them in the
// order of their files. The error tells of all files that cannot be read; the
// others are returned all the same.
func readFolder(folder fs.FS, which filter) ([]article, error) {
	files, err := fs.Glob(folder, "*.txt")
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, errors.New("no files *.txt")
	}
	articles, errs := make([]article, len(files)), make([]error, len(files))
	var reading sync.WaitGroup
	cores := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, file := range files {
		cores <- struct{}{}
		reading.Go(func() {
			articles[i], errs[i] = readFile(folder, file, which)
			<-cores
		})
	}
	reading.Wait()
	return articles, errors.Join(errs...)
}

func readFile(folder fs.FS, file string, which filter) (article, error) {
	text, err := fs.ReadFile(folder, file)
	if err != nil {
		return article{}, err // it names the file
	}
	if !utf8.Valid(text) { // laut would read it, but no name with an umlaut would be right
		return article{}, fmt.Errorf("%s: not in UTF-8", file)
	}
	return statements(file, laut.Read(string(text)), which), nil
}

// statements returns the claims of an article that persons and organisations
// with a name make.
func statements(file string, a *laut.Article, which filter) article {
	var out article
	for _, e := range a.Entities {
		if e.Label == entities.PER {
			out.persons = append(out.persons, person{e.Name, e.Gender})
		}
	}
	listed := make([]bool, len(a.Claims))
	for i, c := range a.Claims {
		if c.Speaker.Entity < 0 || !which.wants(c) || repeated(a.Claims, listed, i) {
			continue
		}
		e := a.Entities[c.Speaker.Entity]
		if e.Label != entities.PER && e.Label != entities.ORG {
			continue
		}
		listed[i] = true
		out.statements = append(out.statements, statement{
			label: e.Label,
			who:   person{e.Name, e.Gender},
			where: fmt.Sprintf("%s:%s", file, extract.Locate(a.Document.Text(), c.Content[0].Start)),
			how:   fmt.Sprintf("%s, %s, %.2f", c.Stance, c.Kind, c.Score),
			words: shorten(export.Said(a, i)),
		})
	}
	return out
}

// repeated reports whether claim i lies inside one of the same speaker that is
// listed, and so has been printed with it. Inside a claim of somebody else it is
// a statement of its own.
func repeated(cs []claims.Claim, listed []bool, i int) bool {
	for p := cs[i].Parent; p >= 0; p = cs[p].Parent {
		if listed[p] && cs[p].Speaker.Entity == cs[i].Speaker.Entity {
			return true
		}
	}
	return false
}

func list(w io.Writer, speakers []speaker) error {
	for i, s := range speakers {
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintf(w, "%s (%s): %d\n", s.name, s.label, len(s.statements))
		for _, st := range s.statements {
			if _, err := fmt.Fprintf(w, "  %s\n      %s: %s\n", st.words, st.where, st.how); err != nil {
				return err
			}
		}
	}
	return nil
}
