package export_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/extract"
)

// Several articles go into one file, whatever its format.
func ExampleNewWriter() {
	f, ok := export.FormatNamed("lines")
	if !ok {
		fmt.Println("no such format")
		return
	}
	w := export.NewWriter(os.Stdout, f.New(export.Settings{}))
	var err error
	for id, text := range []string{"«Nein», sagte Lea Brunner.", "„Doch“, sagte Anna Meier."} {
		err = errors.Join(err, w.Write(export.StringID(fmt.Sprint(id)), laut.Read(text)))
	}
	if err = errors.Join(err, w.Close()); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 0:1:1: Lea Brunner (direct, asserts): «Nein»
	// 1:1:1: Anna Meier (direct, asserts): „Doch“
}

func ExampleFormatNamed() {
	f, ok := export.FormatNamed("csv")
	fmt.Println(f.MediaType, f.Extension, ok)
	_, ok = export.FormatNamed("pdf")
	fmt.Println(ok)
	// Output:
	// text/csv; charset=utf-8 .csv true
	// false
}

// names is a format of a program's own: who is named in an article.
type names struct{}

func (names) Write(w io.Writer, id export.ID, a *laut.Article) error {
	for _, e := range a.Entities {
		if _, err := fmt.Fprintf(w, "%s: %s\n", id, e.Name); err != nil {
			return err
		}
	}
	return nil
}

func ExampleFormat() {
	w := export.NewWriter(os.Stdout, names{})
	err := w.Write(export.StringID("bern"), laut.Read("Anna Meier sprach in Bern."))
	if err = errors.Join(err, w.Close()); err != nil {
		fmt.Println(err)
	}
	// Output:
	// bern: Anna Meier
	// bern: Bern
}

// A page with a frame of its own has the style and the script of the articles once.
func ExampleHTML_Write() {
	var page strings.Builder
	fmt.Fprintf(&page, "<!DOCTYPE html>\n<style>%s</style>\n<h1>Heute</h1>\n", export.ViewStyle)
	if err := (export.HTML{}).Write(&page, export.StringID("a"), laut.Read("«Nein», sagte Lea Brunner.")); err != nil {
		fmt.Println(err)
	}
	fmt.Fprintf(&page, "<script>%s</script>\n", export.ViewScript)
	for line := range strings.Lines(page.String()) {
		if strings.HasPrefix(line, "<h1>") || strings.HasPrefix(line, "<article") {
			fmt.Print(line)
		}
	}
	// Output:
	// <h1>Heute</h1>
	// <article class="laut" lang="de" data-id="a">
}

// An article that a program makes itself is written like one that was read. What could not
// have been read is an error.
func Example_ownArticle() {
	const text = "«Nein», sagt Lea."
	article := &laut.Article{
		Document: extract.Parse(text),
		Entities: []entities.Entity{{ID: 1, Name: "Lea", Label: entities.PER}},
		Claims: []claims.Claim{{
			Kind: claims.Direct, Content: []extract.Span{{Start: 0, End: len("«Nein»")}},
			Speaker: claims.Speaker{Entity: 1, Name: "Lea"}, Score: 1,
		}},
	}
	fmt.Println((export.Lines{}).Write(os.Stdout, export.StringID("a"), article))
	article.Claims[0].Speaker.Entity = 2
	fmt.Println((export.Lines{}).Write(os.Stdout, export.StringID("a"), article))
	// Output:
	// a:1:1: Lea (direct): «Nein»
	// <nil>
	// a: claim 1: its speaker is entity 2, which does not exist
}
