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
