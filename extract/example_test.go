package extract_test

import (
	"fmt"
	"strings"

	"github.com/laut-nlp/laut/extract"
)

func ExampleParse() {
	d := extract.Parse("Zug entgleist\n\nAm 2. März entgleiste bei St. Gallen ein Zug. «Es war Glück», sagte Dr. Frei.")
	for _, p := range d.Paragraphs() {
		fmt.Println(p.Kind)
		for _, s := range d.Sentences()[p.First:p.Last] {
			fmt.Println("  " + d.Slice(s.Span))
		}
	}
	// Output:
	// heading
	//   Zug entgleist
	// body
	//   Am 2. März entgleiste bei St. Gallen ein Zug.
	//   «Es war Glück», sagte Dr. Frei.
}

func ExampleTokens() {
	text := "Am 2. März zahlte z. B. die CDU/CSU-Fraktion 25 000 Euro."
	for t := range extract.Tokens(text) {
		fmt.Printf("%s %q\n", t.Kind, text[t.Start:t.End])
	}
	// Output:
	// word "Am"
	// ordinal "2."
	// word "März"
	// word "zahlte"
	// abbreviation "z."
	// abbreviation "B."
	// word "die"
	// word "CDU/CSU-Fraktion"
	// number "25 000"
	// word "Euro"
	// punctuation "."
}

func ExampleSentences() {
	text := "„Das ist sicher.“ Der Beifall war groß. „Wie geht's?“, fragte er."
	for s := range extract.Sentences(text) {
		fmt.Println(text[s.Start:s.End])
	}
	// Output:
	// „Das ist sicher.“
	// Der Beifall war groß.
	// „Wie geht's?“, fragte er.
}

func ExampleDocument_Quotations() {
	d := extract.Parse("«Sie rief ‹Halt!›», sagt Frei. »Na und?«, fragt \"Kurier\"-Leser O'Neill.")
	for _, q := range d.Quotations() {
		fmt.Println(q.Parent, d.Slice(q.Span))
	}
	// Output:
	// 0 «Sie rief ‹Halt!›»
	// 1 ‹Halt!›
	// 0 »Na und?«
	// 0 "Kurier"
}

func ExampleDocument_Paragraphs() {
	d := extract.Parse(`Wir verwenden Cookies, um das Angebot zu verbessern.

Der Rat hat getagt. Das Ergebnis ist offen.

Lesen Sie auch: Wie der Streit begann`)
	for _, p := range d.Paragraphs() {
		if p.Kind != extract.Furniture {
			fmt.Println(d.Slice(p.Span))
		}
	}
	// Output:
	// Der Rat hat getagt. Das Ergebnis ist offen.
}

func ExampleFromTokens() {
	text := "Sagt er: Nein. Sie: Doch."
	tokens := []extract.Span{{0, 4}, {5, 7}, {7, 8}, {9, 13}, {13, 14}, {15, 18}, {18, 19}, {20, 24}, {24, 25}}
	d, err := extract.FromTokens(text, tokens, []int{0, 5})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range d.Sentences() {
		fmt.Printf("%d tokens: %s\n", s.Last-s.First, d.Slice(s.Span))
	}
	_, err = extract.FromTokens(text, []extract.Span{{0, 4}, {3, 7}}, nil)
	fmt.Println(err)
	// Output:
	// 5 tokens: Sagt er: Nein.
	// 4 tokens: Sie: Doch.
	// extract: token 1 begins at byte 3, before the end of the last at 4
}

func ExampleLocate() {
	text := "Über Nacht\nfiel Schnee."
	fmt.Println(extract.Locate(text, len("Über Nacht\nfiel ")))
	// Output:
	// 2:6
}

func ExampleExcerpt() {
	text := "Über Nacht\nfiel Schnee."
	fmt.Println(extract.Excerpt(text, extract.Span{Start: 17, End: 23}))
	// Output:
	// fiel Schnee.
	//      ^^^^^^
}

func ExampleSpan() {
	d := extract.Parse("„Nein“, sagt sie.")
	q := d.Quotations()[0]
	for _, t := range d.Tokens() {
		if t.Kind == extract.Word && q.Contains(t.Span) {
			fmt.Println(d.Slice(t.Span))
		}
	}
	// Output:
	// Nein
}

func ExampleRuleLine() {
	for _, line := range []string{"---", "*****", "--", "Die Lage"} {
		fmt.Println(extract.RuleLine(line))
	}
	// Output:
	// true
	// true
	// false
	// false
}

// Sentences are runs of tokens, and both are spans of the text.
func ExampleDocument() {
	d := extract.Parse("Es schneit seit 5 Uhr. Die Züge stehen.")
	for _, s := range d.Sentences() {
		words := 0
		for _, t := range d.Tokens()[s.First:s.Last] {
			if t.Kind == extract.Word {
				words++
			}
		}
		fmt.Println(s.Start, s.End, words, "words:", d.Slice(s.Span))
	}
	// Output:
	// 0 22 4 words: Es schneit seit 5 Uhr.
	// 23 40 3 words: Die Züge stehen.
}

// A verb has the lemma of what belongs to it, or its own.
func ExampleDocument_WordLemma() {
	d := extract.Parse("Er warf der Firma Betrug vor.")
	for i, t := range d.Tokens() {
		if d.Tags()[i].POS == extract.VERB {
			fmt.Println(d.Slice(t.Span), d.Lemma(i), d.WordLemma(i))
		}
	}
	// Output:
	// warf vorwerfen werfen
}

func ExampleTag_STTS() {
	d := extract.Parse("Wer das sagt, lügt.")
	for i, t := range d.Tokens() {
		fmt.Println(d.Slice(t.Span), d.Tags()[i].POS, d.Tags()[i].STTS())
	}
	// Output:
	// Wer PRON PWS
	// das PRON PDS
	// sagt VERB VVFIN
	// , PUNCT $,
	// lügt VERB VVFIN
	// . PUNCT $.
}

// A file may have an empty line between its articles.
func ExampleBlankLine() {
	stream := &extract.Stream{Separator: extract.BlankLine}
	for article, err := range stream.Articles(strings.NewReader("Es schneit.\nSchön!\n\nEs taut.\n")) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%d %q\n", article.Line, article.Text)
	}
	// Output:
	// 1 "Es schneit.\nSchön!\n"
	// 4 "Es taut.\n"
}
