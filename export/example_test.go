package export_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
)

func ExampleJSONLines() {
	article := laut.Read("Es schneit. Schön!")
	if err := (export.JSONLines{Offsets: export.Runes}).Write(os.Stdout, export.StringID("wetter"), article); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {"id":"wetter","text":"Es schneit. Schön!","sentences":[{"start":0,"end":11},{"start":12,"end":18}],"entities":[],"claims":[]}
}

func ExampleTable() {
	article := laut.Read("„Wir zahlen“, sagte Anna Meier.")
	if err := (export.Table{Width: 60}).Write(os.Stdout, export.ID{}, article); err != nil {
		fmt.Println(err)
	}
	// Output:
	// PER   1  Anna Meier
	//
	// 1:1  Anna Meier — direct, asserts
	//      „Wir zahlen“
}

func ExampleWebAnnotation() {
	format := export.WebAnnotation{Base: "https://example.org/"}
	var line strings.Builder
	if err := format.Write(&line, export.StringID("zahlen"), laut.Read("„Wir zahlen“, sagte Anna Meier.")); err != nil {
		fmt.Println(err)
	}
	var page struct {
		Items []struct {
			ID     string
			Target struct {
				Selector []struct{ Type, Exact, Suffix string }
			}
		}
	}
	if err := json.Unmarshal([]byte(line.String()), &page); err != nil {
		fmt.Println(err)
	}
	for _, a := range page.Items {
		quote := a.Target.Selector[0]
		fmt.Printf("%s\n\t%s %q before %q\n", a.ID, quote.Type, quote.Exact, quote.Suffix)
	}
	// Output:
	// https://example.org/zahlen#claim-0
	// 	TextQuoteSelector "„Wir zahlen“" before ", sagte Anna Meier."
	// https://example.org/zahlen#mention-0
	// 	TextQuoteSelector "Anna Meier" before "."
}

func ExampleSchemaOrg() {
	article := laut.Read("„Wir zahlen“, sagte Anna Meier.")
	if err := (export.SchemaOrg{}).Write(os.Stdout, export.StringID("zahlen"), article); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {"@context":"https://schema.org","@type":"NewsArticle","@id":"urn:laut:article:zahlen","identifier":"zahlen","inLanguage":"de","mentions":[{"@type":"Person","@id":"urn:laut:article:zahlen#entity-0","name":"Anna Meier"}],"hasPart":[{"@type":"Quotation","@id":"urn:laut:article:zahlen#claim-0","text":"Wir zahlen","author":{"@id":"urn:laut:article:zahlen#entity-0"},"spokenByCharacter":{"@id":"urn:laut:article:zahlen#entity-0"}}]}
}

func ExampleLines() {
	article := laut.Read("Es schneit.\n\n„Wir zahlen“, sagte Anna Meier.")
	if err := (export.Lines{}).Write(os.Stdout, export.StringID("a.txt"), article); err != nil {
		fmt.Println(err)
	}
	fmt.Println(export.Said(article, 0))
	// Output:
	// a.txt:3:1: Anna Meier (direct, asserts): „Wir zahlen“
	// „Wir zahlen“
}

// A page holds as many articles as are written. Write alone is for pages with a frame of
// their own.
func ExampleHTML() {
	var page strings.Builder
	w := export.NewWriter(&page, export.HTML{Title: "Heute"})
	for i, text := range []string{"«Nein», sagte Lea Brunner.", "Es schneit."} {
		if err := w.Write(export.StringID(fmt.Sprint(i)), laut.Read(text)); err != nil {
			fmt.Println(err)
		}
	}
	if err := w.Close(); err != nil {
		fmt.Println(err)
	}
	for line := range strings.Lines(page.String()) {
		if strings.HasPrefix(line, "<title>") || strings.HasPrefix(line, "<article") {
			fmt.Print(line)
		}
	}
	// Output:
	// <title>Heute</title>
	// <article class="laut" lang="de" data-id="0">
	// <article class="laut" lang="de" data-id="1">
}

// A line of JSON Lines, whoever wrote it, is read back with encoding/json.
func ExampleRecord() {
	const line = `{"id":7,"text":"«Nein», sagte Lea Brunner.","sentences":[{"start":0,"end":28}],"entities":[],
		"claims":[{"kind":"direct","content":[{"start":0,"end":8}],"speaker":{"spans":[],"entity":-1,"name":"Lea Brunner","via":"name"}}]}`
	var r export.Record
	if err := json.Unmarshal([]byte(line), &r); err != nil {
		fmt.Println(err)
	}
	for _, c := range r.Claims {
		fmt.Println(c.Speaker.Name, "says", r.Text[c.Content[0].Start:c.Content[0].End], "in", r.ID)
	}
	// Output: Lea Brunner says «Nein» in 7
}

// A Unit can be the value of a flag.
func ExampleUnit() {
	var unit export.Unit
	flags := flag.NewFlagSet("reader", flag.ContinueOnError)
	flags.SetOutput(new(strings.Builder))
	flags.TextVar(&unit, "offsets", export.Bytes, "what offsets count")
	fmt.Println(flags.Parse([]string{"-offsets", "utf16"}), unit)
	fmt.Println(flags.Parse([]string{"-offsets", "words"}))
	// Output:
	// <nil> utf16
	// invalid value "words" for flag -offsets: unknown unit "words": want bytes, runes or utf16
}
