package laut_test

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
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
