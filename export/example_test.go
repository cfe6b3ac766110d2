package export_test

import (
	"encoding/json"
	"errors"
	"flag"
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

func ExampleJSONLines() {
	article := laut.Read("Es schneit. Schön!")
	if err := (export.JSONLines{Offsets: export.Runes}).Write(os.Stdout, export.StringID("wetter"), article); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {"id":"wetter","text":"Es schneit. Schön!","sentences":[{"start":0,"end":11},{"start":12,"end":18}],"entities":[],"claims":[]}
}

// A program that lets people choose a format needs to know none of them.
func ExampleFormats() {
	for _, f := range export.Formats() {
		fmt.Printf("%s: %s\n", f.Name, f.About)
	}
	f, _ := export.FormatNamed("jsonl")
	if err := f.New(export.Settings{Offsets: export.Runes}).Write(os.Stdout, export.StringID("a"), laut.Read("Schön!")); err != nil {
		fmt.Println(err)
	}
	// Output:
	// table: a table to read
	// jsonl: one JSON object a line and document, for other programs
	// lines: a claim a line: ID:LINE:COLUMN: Name (kind, stance): text
	// csv: a row a claim, for spreadsheets and data frames
	// html: a page to look at: the text, and who says what
	// brat: standoff for the annotation tool brat
	// conllu: CoNLL-U: a line a token, as treebanks have it
	// webannotation: W3C Web Annotations, an AnnotationPage a line
	// schemaorg: schema.org, a NewsArticle with its quotations a line
	// {"id":"a","text":"Schön!","sentences":[{"start":0,"end":6}],"entities":[],"claims":[]}
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
	// Output: a.txt:3:1: Anna Meier (direct, asserts): „Wir zahlen“
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

// What a file holds is read again; a line that is broken costs no other.
func ExampleJSONLines_Read() {
	const file = `{"id":"a","text":"«Nein», sagt Lea.","claims":[{"kind":"direct","content":[{"start":0,"end":6}],"speaker":{"name":"Lea"}}]}
{"id":"b","text":"Ja.","claims":[{"kind":"sung"}]}`
	format := export.JSONLines{Offsets: export.Runes}
	for item, err := range format.Read(strings.NewReader(file), "read.jsonl") {
		if err != nil {
			fmt.Println(err)
			continue
		}
		for _, c := range item.Article.Claims {
			fmt.Println(item.ID, c.Speaker.Name, item.Article.Said(c))
		}
	}
	// Output:
	// a Lea «Nein»
	// read.jsonl:2: claim 0: unknown kind "sung": want direct, indirect, continued, free_indirect or reported
}

func ExampleCSV() {
	article := laut.Read("„Wir zahlen“, sagte Anna Meier.")
	for i := range article.Claims {
		article.Claims[i].Score, article.Claims[i].Speaker.Score = 1, .95
	}
	w := export.NewWriter(os.Stdout, export.CSV{Offsets: export.Runes})
	err := w.Write(export.StringID("bahn.txt"), article)
	if err = errors.Join(err, w.Close()); err != nil {
		fmt.Println(err)
	}
	// Output:
	// article,name,label,ref,stance,text,kind,medium,cue,speaker,via,addressee,score,start,end,spans,speaker_score
	// bahn.txt,Anna Meier,PER,,asserts,„Wir zahlen“,direct,speech,sagte,Anna Meier,name,,1,0,12,0-12,0.95
}

func ExampleCoNLLU() {
	if err := (export.CoNLLU{}).Write(os.Stdout, export.StringID("wetter"), laut.Read("Bern bleibt kühl.")); err != nil {
		fmt.Println(err)
	}
	// Output:
	// # newdoc id = wetter
	// # global.Entity = eid-etype-head-other
	// # entity = id=wetter.e0|label=LOC|name=Bern
	// # newpar
	// # sent_id = wetter-1
	// # text = Bern bleibt kühl.
	// 1	Bern	Bern	PROPN	NE	_	_	_	_	Entity=(wetter.e0-LOC-1)
	// 2	bleibt	bleiben	VERB	VVFIN	Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin	_	_	_	_
	// 3	kühl	kühl	ADJ	ADJD	_	_	_	_	SpaceAfter=No
	// 4	.	.	PUNCT	$.	_	_	_	_	_
	//
}

// A person has corrected a name in brat; laut reads what the folder holds now.
func ExampleBrat_Read() {
	text := strings.NewReader("Anna Meier lacht.")
	annotation := strings.NewReader("T1\tPER 0 10\tAnna Meier\nT2\tClaim 90 99\tgelogen\n")
	article, err := export.Brat{}.Read(text, annotation, "anna.ann")
	fmt.Println(article.Entities[0].Label, article.Entities[0].Name)
	fmt.Println(err)
	// Output:
	// PER Anna Meier
	// anna.ann:2: [90,99) lies outside the text of 17 runes
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

// A document is two files: zahlen.txt and zahlen.ann.
func ExampleBrat() {
	article := laut.Read("Anna Meier lacht.")
	var txt, ann strings.Builder
	err := export.Brat{}.WriteText(&txt, article)
	if err = errors.Join(err, export.Brat{}.Write(&ann, export.ID{}, article)); err != nil {
		fmt.Println(err)
	}
	fmt.Println(txt.String())
	fmt.Print(ann.String())
	// Output:
	// Anna Meier lacht.
	// T1	PER 0 10	Anna Meier
	// #1	AnnotatorNotes T1	name: Anna Meier
}

// A line that came by a queue is read as a file's are.
func ExampleJSONLines_Parse() {
	const line = `{"id":7,"text":"«Nein», sagt Lea.","claims":[{"kind":"direct","content":[{"start":0,"end":6}],"speaker":{"name":"Lea"}}]}`
	item, err := export.JSONLines{Offsets: export.Runes}.Parse([]byte(line))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(item.ID, item.Article.Said(item.Article.Claims[0]))
	// Output:
	// 7 «Nein»
}

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
