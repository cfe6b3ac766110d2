package syntax

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// Word is a token with what the lexicon says of it.
type Word struct {
	extract.Token
	reading
	Text   string
	Form   *form
	Quoted bool // inside a quotation, or one of its marks
	Speech bool // quoted, in a quotation that is no part of the clause around it
}

// reading is what a form can be, by the lexicon and the lists.
type reading struct {
	Features    lexicon.Features
	Function    Function
	Finite      bool // can be a finite verb here
	Konjunktiv1 bool // can only be a Konjunktiv I of the third person
	Konjunktiv2 bool // can only be a Konjunktiv II
	Capital     bool
	Small       bool // capital only because it begins a sentence
}

// Function is what a function word does to clauses.
type Function uint8

// The functions.
const (
	NoFunction    Function = iota
	Subordinator           // dass, weil, wenn: opens a subordinate clause
	Interrogative          // wer, wie, warum: opens one too, or a question
	Relative               // der, die, welcher: can open a relative clause
	Coordinator            // und, oder, aber, sondern, denn
	Determiner             // ein, kein, sein, dieser
	Pronoun                // er, sie, man, dieser
	Preposition
	Adverb
)

var functions = func() map[string]Function {
	m := make(map[string]Function)
	add := func(r Function, ws ...string) {
		for _, w := range ws {
			m[w] = r
		}
	}
	add(Subordinator, "dass", "daß", "ob", "weil", "wenn", "falls", "obwohl", "obgleich", "nachdem", "bevor", "sobald", "solange", "während",
		"indem", "sodass", "damit", "ehe", "sofern", "soweit", "wohingegen", "wobei", "weshalb", "weswegen", "wodurch", "womit", "wofür", "wogegen",
		"worauf", "woraufhin", "worüber", "wonach", "worin", "wovon", "wozu", "seitdem", "als", "da", "zumal")
	add(Interrogative, "wer", "wen", "wem", "wessen", "was", "wie", "wo", "wann", "warum", "wieso", "wohin", "woher", "inwieweit", "inwiefern", "wieviel", "welche", "welcher", "welches", "welchen", "welchem")
	add(Relative, "der", "die", "das", "dem", "den", "dessen", "deren", "denen")
	add(Coordinator, "und", "oder", "aber", "sondern", "denn", "doch", "sowie", "beziehungsweise", "bzw.")
	add(Determiner, "ein", "eine", "einen", "einem", "einer", "eines", "kein", "keine", "keinen", "keinem", "keiner", "keines",
		"mein", "meine", "meinem", "meinen", "meiner", "unser", "unsere", "unserem", "unseren", "unserer",
		"des", "sein", "seine", "seinen", "seinem", "seiner", "seines", "ihr", "ihre", "ihren", "ihrem", "ihrer", "ihres",
		"dieser", "diese", "dieses", "diesen", "diesem", "jener", "jene", "jenes", "jenen", "jenem", "jeder", "jede", "jedes", "jeden", "jedem",
		"alle", "allen", "aller", "beide", "beiden", "viele", "vielen", "einige", "einigen", "einiger", "mehrere", "mehreren", "manche", "andere", "anderen", "mehr", "zwei", "drei", "vier")
	add(Pronoun, "er", "sie", "es", "man", "ich", "wir", "ihm", "ihn", "ihnen", "uns", "mir", "mich", "sich", "letzterer", "letztere", "ersterer", "jemand", "niemand", "wer")
	add(Preposition, "in", "im", "ins", "an", "am", "ans", "auf", "aufs", "aus", "bei", "beim", "mit", "nach", "von", "vom", "vor", "vorm", "zu", "zum", "zur", "über", "unter",
		"um", "durch", "für", "gegen", "ohne", "wegen", "trotz", "seit", "bis", "zwischen", "neben", "hinter", "laut", "gemäß", "gemäss", "gegenüber", "angesichts", "aufgrund",
		"anlässlich", "bezüglich", "hinsichtlich", "innerhalb", "außerhalb", "ausserhalb", "entgegen", "infolge", "mithilfe", "mittels", "statt", "anstatt", "dank", "per", "pro", "je", "zugunsten", "ab", "unweit")
	add(Adverb, "auch", "jedoch", "hingegen", "dagegen", "allerdings", "zudem", "außerdem", "ausserdem", "weiter", "ferner", "daraufhin", "dazu", "darauf", "deshalb", "daher", "dann", "danach", "nun", "heute", "gestern",
		"bereits", "bisher", "zuvor", "zunächst", "zuletzt", "inzwischen", "mittlerweile", "später", "kürzlich", "schon", "noch", "nur", "so", "nicht", "nie", "selbst", "wörtlich", "etwa", "beispielsweise", "unterdessen",
		"schließlich", "schliesslich", "ebenfalls", "gleichzeitig", "zugleich", "indes", "indessen", "weiterhin", "erneut", "damals", "dabei", "dort", "hier", "vielmehr", "immer", "wieder", "eben", "ja", "einmal", "freilich", "zwar", "nämlich")
	return m
}()

// FunctionOf returns what a word does to clauses, whether it begins a sentence or not.
func FunctionOf(word string) Function { return functions[letters.LowerFirst(word)] }

// words analyses the tokens of a document.
func words(d *extract.Document, l Lists) []Word {
	ws := make([]Word, len(d.Tokens()))
	for i, t := range d.Tokens() {
		w := &ws[i]
		w.Token, w.Text = t, d.Slice(t.Span)
		w.Form = formOf(w.Text, t.Kind)
		w.reading = w.Form.reading
		if w.Form.unknown {
			w.Finite = l.IsVerb(w.Text)
		}
	}
	for _, s := range d.Sentences() {
		ws[s.First].beginSentence()
		if first := &ws[s.First]; first.Kind == extract.OpenQuote && s.First+1 < s.Last {
			ws[s.First+1].beginSentence()
		}
	}
	for _, q := range d.Quotations() {
		for i := q.Open; i <= q.Close; i++ {
			ws[i].Quoted = true
		}
	}
	return ws
}

// read returns what a form can be; e is its entry.
func read(text string, e lexicon.Entry) (r reading) {
	r.Capital = letters.IsUpper(text)
	r.Function = functions[text]
	r.Features = e.Features()
	if !r.Capital {
		r.verb(text, e)
		r.functionByLexicon()
	}
	return r
}

// functionByLexicon gives adverbs and prepositions that are not listed their function.
func (w *reading) functionByLexicon() {
	if w.Function != NoFunction || w.Finite {
		return
	}
	switch w.Features & (lexicon.Noun | lexicon.Name | lexicon.Adjective | lexicon.Verb | lexicon.Adverb | lexicon.Preposition | lexicon.Article | lexicon.Pronoun | lexicon.Conjunction) {
	case lexicon.Adverb:
		w.Function = Adverb
	case lexicon.Preposition, lexicon.Preposition | lexicon.Adverb:
		w.Function = Preposition
	}
}

// beginSentence looks at the first word of a sentence as if it were written
// with a small letter.
func (w *Word) beginSentence() {
	if w.Capital && w.Kind == extract.Word {
		w.reading = w.begin(w.Text)
	}
}

// begin returns what a form with a capital can be at the start of a sentence.
func (w reading) begin(text string) reading {
	if r := FunctionOf(text); r != NoFunction {
		w.Function = r
	}
	if e := lexicon.Lower(text); e.Known() && w.Features&lexicon.Name == 0 {
		if w.Features&lexicon.Noun != 0 { // "Versuche" is rather a noun
			w.Features |= e.Features()
			return w
		}
		w.Features = e.Features()
		w.Small = true
		w.verb(text, e)
		w.functionByLexicon()
	}
	return w
}

// verb looks for finite forms among the readings of a word.
func (w *reading) verb(text string, e lexicon.Entry) {
	if e.Features()&lexicon.Verb == 0 || neverVerb(letters.LowerFirst(text)) {
		return
	}
	var third lexicon.Features
	for r := range e.Readings() {
		if r.Features&lexicon.Verb == 0 || r.Features&(lexicon.Indicative|lexicon.Subjunctive1|lexicon.Subjunctive2) == 0 {
			continue
		}
		w.Finite = true
		if r.Features&lexicon.Person3 != 0 {
			third |= r.Features & lexicon.Moods
		}
	}
	w.Konjunktiv1 = third == lexicon.Subjunctive1
	w.Konjunktiv2 = third == lexicon.Subjunctive2
	switch text {
	case "würde", "würden", "hätte", "hätten", "wäre", "wären", "könnte", "könnten", "müsste", "müssten", "dürfte", "dürften":
		w.Konjunktiv1, w.Konjunktiv2 = false, true
	}
}

// neverVerb lists forms that the lexicon knows as finite verbs too, but that
// hardly ever are.
func neverVerb(w string) bool {
	switch w {
	case "sein", "seine", "seiner", "seinen", "meine", "eine", "einen", "weiße", "heute", "morgen", "beste", "weite", "weit", "leite", "dank", "laut", "laute", "zeit", "statt", "trotz", "kraft",
		"acht", "achten", "seid", "spät", "späte", "würdig", "nah", "nahe", "gegen", "wegen", "neben", "arm", "warm", "rund", "runde", "dichte", "währen", "während", "gemacht", "bekannt",
		"selbst", "erst", "gar", "alle", "alte", "lichte", "kurze", "lange", "eignen", "eigne", "bunte", "welche", "gut", "paar", "besetzt", "verletzt", "maß", "mass":
		return true
	}
	return false
}
