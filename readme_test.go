package laut_test

import (
	"context"
	"fmt"
	"io/fs"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/people"
	"github.com/laut-nlp/laut/web"
)

// isData reports whether a file is embedded or shipped data.
func isData(path string) bool {
	switch filepath.Ext(path) {
	case ".txt":
		return filepath.Base(filepath.Dir(path)) == "words" || strings.HasPrefix(filepath.ToSlash(path), "corpus/")
	case ".lex", ".gaz", ".model", ".clusters", ".gz":
		return true
	}
	return false
}

// nonCommercial finds the licences that exclude commercial use.
var nonCommercial = regexp.MustCompile(`(?i)BY-NC|non-?commercial`)

// TestNotice checks that NOTICE lists each data file with source, licence and date, that
// the file says so in its own header, and that none excludes commercial use.
func TestNotice(t *testing.T) {
	page, err := os.ReadFile("NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	entries := make(map[string]string)
	for block := range strings.SplitSeq(string(page), "\n\n") {
		paths, entry, _ := strings.Cut(block, "\n  ") // lines of paths, then indented ones about them
		for path := range strings.FieldsSeq(paths) {
			entries[path] = entry
		}
	}
	check := func(path string) {
		entry := entries[path]
		delete(entries, path)
		_, licence, _ := strings.Cut(entry, "Licence:")
		if !strings.Contains(entry, "Source") || !strings.Contains(licence, "20") {
			t.Errorf("NOTICE lacks %s, or its source, licence or date", path)
		}
		if nonCommercial.MatchString(licence) {
			t.Errorf("%s excludes commercial use, says NOTICE", path)
		}
		if strings.HasSuffix(path, ".gz") {
			return // a packed file has no header; its folder has a README
		}
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		head := string(file[:min(len(file), 4000)])
		if !strings.Contains(head, "Source") || !strings.Contains(head, "Licence") {
			t.Errorf("the header of %s names no source or no licence", path)
		}
		if nonCommercial.MatchString(head) {
			t.Errorf("%s excludes commercial use, says its header", path)
		}
	}
	for _, dir := range []string{"extract", "entities", "claims", "corpus", "internal", "testdata/stem"} {
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && isData(path) {
				check(filepath.ToSlash(path))
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
	for path := range entries {
		if isData(path) {
			t.Errorf("NOTICE lists %s, which is not there", path)
		}
	}
}

// TestCorpusLicence checks that the licence of the corpus lies beside it.
func TestCorpusLicence(t *testing.T) {
	licence, err := os.ReadFile("corpus/LICENSE")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"train/*.txt", "dev/*.txt", "wikinews.txt", "GUIDE.md", "https://creativecommons.org/licenses/by/4.0/"} {
		if !strings.Contains(string(licence), want) {
			t.Errorf("corpus/LICENSE does not name %s", want)
		}
	}
}

// TestModelLicences checks that a licence lies beside each model, with its link.
func TestModelLicences(t *testing.T) {
	for _, path := range []string{tags, clusters, ner, quotation} {
		licence, err := os.ReadFile(filepath.Join(filepath.Dir(path), "LICENSE"))
		if err != nil {
			t.Error(err)
			continue
		}
		text := string(licence)
		if !strings.Contains(text, filepath.Base(path)) || !strings.Contains(text, "https://creativecommons.org/licenses/") {
			t.Errorf("the licence beside %s does not name it, or no licence", path)
		}
		if strings.Contains(text, "/by-nc") {
			t.Errorf("%s excludes commercial use, says the licence beside it", path)
		}
	}
}

// TestReadme checks that the Go of the README stands in the examples below, which compile and
// say what they print.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	here, err := os.ReadFile("readme_test.go")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```go\n(.*?)```").FindAllSubmatch(readme, -1)
	if len(blocks) < 5 {
		t.Errorf("README has %d blocks of Go", len(blocks))
	}
	for _, b := range blocks {
		code := regexp.MustCompile(`(?m)^(.)`).ReplaceAllString(string(b[1]), "\t$1")
		if !strings.Contains(string(here), code) {
			t.Errorf("not in readme_test.go:\n%s", code)
		}
	}
}

// TestReadmeTable checks that the README shows what the command prints of an article.
func TestReadmeTable(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("testdata/articles/hafen.txt")
	if err != nil {
		t.Fatal(err)
	}
	var table strings.Builder
	if err := (export.Table{}).Write(&table, export.ID{}, laut.Read(string(text))); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(readme), "```\n"+table.String()+"```\n") {
		t.Errorf("README shows another reading than\n%s", &table)
	}
}

const morning = "„Wir zahlen“, sagte Anna Meier. Der Bund habe sein Wort gebrochen.\n\nIda Roth bestritt, dass Meier je gefragt habe."

func Example_read() {
	text := morning
	article := laut.Read(text)
	for _, c := range article.Claims {
		fmt.Println(c.Speaker.Name, c.Stance, article.Said(c))
	}
	// Output:
	// Anna Meier asserts „Wir zahlen“
	// Anna Meier asserts Der Bund habe sein Wort gebrochen.
	// Ida Roth denies dass Meier je gefragt habe
}

func Example_search() {
	article := laut.Read(morning)
	for _, e := range article.Entities {
		if e.Label != entities.PER {
			continue
		}
		for c := range article.ClaimsBy(e) {
			fmt.Println(e.Name, "says:", article.Said(c))
		}
		for c := range article.ClaimsAbout(e) {
			if c.Stance == claims.Denies {
				fmt.Println(c.Speaker.Name, "denies of", e.Name+":", article.Said(c))
			}
		}
	}
	// Output:
	// Anna Meier says: „Wir zahlen“
	// Anna Meier says: Der Bund habe sein Wort gebrochen.
	// Ida Roth denies of Anna Meier: dass Meier je gefragt habe
	// Ida Roth says: dass Meier je gefragt habe
}

func Example_batch() {
	file := strings.NewReader(`{"id":"a","text":"„Wir zahlen“, sagte Anna Meier."}` + "\n" + `{"id":"b","text":"Meier schwieg. Ida Roth forderte mehr Geld."}`)
	ctx := context.Background()
	reader, err := laut.New()
	if err != nil {
		log.Fatal(err)
	}
	var quoted people.Counter
	out := export.NewWriter(os.Stdout, export.Lines{})
	articles := export.JSONLines{}.Read(file, "archive.jsonl")
	textOf := func(i export.Item) string { return i.Article.Document.String() }
	for result, err := range laut.ReadAll(ctx, reader, articles, textOf, 0) {
		if err != nil {
			log.Print(err) // it names the line; the next ones follow
			continue
		}
		quoted.Add(result.Item.ID.String(), result.Article)
		if err := out.Write(result.Item.ID, result.Article); err != nil {
			log.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		log.Fatal(err)
	}
	for _, voice := range quoted.Report().Voices {
		fmt.Println(voice.Name, len(voice.Names), voice.Claims)
	}
	// Output:
	// a:1:1: Anna Meier (direct, asserts): „Wir zahlen“
	// b:1:16: Ida Roth (reported, demands): Ida Roth forderte mehr Geld.
	// Anna Meier 2 1
	// Ida Roth 1 1
}

func Example_names() {
	extractor, err := entities.New(entities.WithNames(
		entities.Listed{Ref: "K-17", Name: "Zorbax AG", Aliases: []string{"Zorbax"}, Label: entities.ORG},
	))
	if err != nil {
		log.Fatal(err) // it tells all that is wrong with the list
	}
	reader, err := laut.New(laut.WithEntities(extractor))
	if err != nil {
		log.Fatal(err)
	}
	article := reader.Read("„Wir bauen“, teilte Zorbax mit.")
	for _, c := range article.Claims {
		who, _ := article.Speaker(c)
		fmt.Println(who.Ref, who.Name, article.Said(c))
	}
	// Output: K-17 Zorbax AG „Wir bauen“
}

func Example_serve() {
	handler, err := web.New(laut.ReadContext)
	if err != nil {
		log.Fatal(err)
	}
	http.Handle("/laut/", http.StripPrefix("/laut", handler))
}
