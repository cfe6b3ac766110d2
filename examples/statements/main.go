// Statements lists what each person and organisation says in a folder of articles, the
// files *.txt: who says most comes first, each claim with its file, line and column. A name
// is one speaker in all articles, and a surname alone is the person of that name if the
// folder has only one. Claims of speakers without a name are left out.
//
//	go run github.com/laut-nlp/laut/examples/statements [FOLDER]
//
// Without a folder it reads testdata/articles, which ships with laut; run it in the root of
// a clone then.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"slices"
	"strings"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

func main() {
	log.SetFlags(0)
	folder := "testdata/articles"
	if len(os.Args) > 1 {
		folder = os.Args[1]
	}
	if err := list(os.Stdout, os.DirFS(folder)); err != nil {
		log.Fatal(err)
	}
}

// list prints what is said in the articles of a folder.
func list(w io.Writer, folder fs.FS) error {
	files, err := fs.Glob(folder, "*.txt")
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return errors.New("no files *.txt")
	}
	articles := make([]*laut.Article, len(files))
	for i, file := range files {
		text, err := fs.ReadFile(folder, file)
		if err != nil {
			return err // it names the file
		}
		articles[i] = laut.Read(string(text))
	}
	for i, s := range speakers(files, articles) {
		if i > 0 {
			fmt.Fprintln(w)
		}
		if _, err := fmt.Fprintf(w, "%s (%s): %d\n%s", s.name, s.label, len(s.statements), strings.Join(s.statements, "")); err != nil {
			return err
		}
	}
	return nil
}

// speaker is a person or an organisation with what it says, in the order of the files.
type speaker struct {
	label      entities.Label
	name       string
	statements []string
}

// speakers returns who speaks in the articles, most statements first.
func speakers(files []string, articles []*laut.Article) (all []*speaker) {
	for k, a := range articles {
		for i, c := range a.Claims {
			who, ok := a.Speaker(c)
			if !ok || repeated(a.Claims, i) {
				continue
			}
			if who.Label != entities.PER && who.Label != entities.ORG {
				continue
			}
			name := fullName(who, articles)
			at := slices.IndexFunc(all, func(s *speaker) bool { return s.name == name && s.label == who.Label })
			if at < 0 {
				at = len(all)
				all = append(all, &speaker{label: who.Label, name: name})
			}
			all[at].statements = append(all[at].statements, fmt.Sprintf("  %s\n      %s:%s: %s, %s, %.2f\n", short(a.Said(c)),
				files[k], extract.Locate(a.Document.String(), c.Content[0].Start), c.Stance, c.Kind, c.Score))
		}
	}
	slices.SortFunc(all, func(a, b *speaker) int {
		return cmp.Or(cmp.Compare(len(b.statements), len(a.statements)), cmp.Compare(a.name, b.name), cmp.Compare(a.label, b.label))
	})
	return all
}

// repeated reports whether claim i lies inside one of the same speaker, and so is printed
// with it. Inside a claim of somebody else it is a statement of its own.
func repeated(cs []claims.Claim, i int) bool {
	for p := cs[i].Parent; p != 0; p = cs[p.Index()].Parent {
		if cs[p.Index()].Speaker.Entity == cs[i].Speaker.Entity {
			return true
		}
	}
	return false
}

// fullName returns the name of the only person whom a surname can stand for, of the same
// gender as far as the articles tell it, else the name as it is.
func fullName(who entities.Entity, articles []*laut.Article) string {
	name := who.Name
	for _, a := range articles {
		for _, e := range a.Entities {
			same := e.Gender == who.Gender || e.Gender == entities.GenderUnknown || who.Gender == entities.GenderUnknown
			switch {
			case who.Label != entities.PER || e.Label != entities.PER || !same || !strings.HasSuffix(e.Name, " "+who.Name):
			case name == who.Name:
				name = e.Name
			case name != e.Name:
				return who.Name // it could be either
			}
		}
	}
	return name
}

// short cuts a line at a space, so that it fits into 80 columns with its margin.
func short(line string) string {
	runes := []rune(line)
	if len(runes) <= 76 {
		return line
	}
	line = string(runes[:75])
	if i := strings.LastIndexByte(line, ' '); i > 0 {
		line = line[:i] + " "
	}
	return line + "…"
}
