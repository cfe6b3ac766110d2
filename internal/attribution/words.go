package attribution

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// word is a token with what the lexicon says of it.
type word struct {
	extract.Token
	reading
	text   string
	form   *form
	quoted bool // inside a quotation, or one of its marks
	opaque bool // quoted, in a quotation that is no part of the clause around it
}

// reading is what a form can be, by the lexicon and the lists.
type reading struct {
	f       lexicon.Features
	role    wordRole
	finite  bool // can be a finite verb here
	subj1   bool // can only be a Konjunktiv I of the third person
	subj2   bool // can only be a Konjunktiv II
	capital bool
	small   bool // capital only because it begins a sentence
}

// wordRole is what a function word does to clauses.
type wordRole uint8

const (
	roleNone       wordRole = iota
	roleSub                 // dass, weil, wenn: opens a subordinate clause
	roleWh                  // wer, wie, warum: opens one too, or a question
	roleRelative            // der, die, welcher: can open a relative clause
	roleCoord               // und, oder, aber, sondern, denn
	roleDeterminer          // ein, kein, sein, dieser
	rolePronoun             // er, sie, man, dieser
	rolePrep
	roleAdverb
)

var wordRoles = func() map[string]wordRole {
	m := make(map[string]wordRole)
	add := func(r wordRole, ws ...string) {
		for _, w := range ws {
			m[w] = r
		}
	}
	add(roleSub, "dass", "daß", "ob", "weil", "wenn", "falls", "obwohl", "obgleich", "nachdem", "bevor", "sobald", "solange", "während",
		"indem", "sodass", "damit", "ehe", "sofern", "soweit", "wohingegen", "wobei", "weshalb", "weswegen", "wodurch", "womit", "wofür", "wogegen",
		"worauf", "woraufhin", "worüber", "wonach", "worin", "wovon", "wozu", "seitdem", "als", "da", "zumal")
	add(roleWh, "wer", "wen", "wem", "wessen", "was", "wie", "wo", "wann", "warum", "wieso", "wohin", "woher", "inwieweit", "inwiefern", "wieviel", "welche", "welcher", "welches", "welchen", "welchem")
	add(roleRelative, "der", "die", "das", "dem", "den", "dessen", "deren", "denen")
	add(roleCoord, "und", "oder", "aber", "sondern", "denn", "doch", "sowie", "beziehungsweise", "bzw.")
	add(roleDeterminer, "ein", "eine", "einen", "einem", "einer", "eines", "kein", "keine", "keinen", "keinem", "keiner", "keines",
		"mein", "meine", "meinem", "meinen", "meiner", "unser", "unsere", "unserem", "unseren", "unserer",
		"des", "sein", "seine", "seinen", "seinem", "seiner", "seines", "ihr", "ihre", "ihren", "ihrem", "ihrer", "ihres",
		"dieser", "diese", "dieses", "diesen", "diesem", "jener", "jene", "jenes", "jenen", "jenem", "jeder", "jede", "jedes", "jeden", "jedem",
		"alle", "allen", "aller", "beide", "beiden", "viele", "vielen", "einige", "einigen", "einiger", "mehrere", "mehreren", "manche", "andere", "anderen", "mehr", "zwei", "drei", "vier")
	add(rolePronoun, "er", "sie", "es", "man", "ich", "wir", "ihm", "ihn", "ihnen", "uns", "mir", "mich", "sich", "letzterer", "letztere", "ersterer", "jemand", "niemand", "wer")
	add(rolePrep, "in", "im", "ins", "an", "am", "ans", "auf", "aufs", "aus", "bei", "beim", "mit", "nach", "von", "vom", "vor", "vorm", "zu", "zum", "zur", "über", "unter",
		"um", "durch", "für", "gegen", "ohne", "wegen", "trotz", "seit", "bis", "zwischen", "neben", "hinter", "laut", "gemäß", "gemäss", "gegenüber", "angesichts", "aufgrund",
		"anlässlich", "bezüglich", "hinsichtlich", "innerhalb", "außerhalb", "ausserhalb", "entgegen", "infolge", "mithilfe", "mittels", "statt", "anstatt", "dank", "per", "pro", "je", "zugunsten", "ab", "unweit")
	add(roleAdverb, "auch", "jedoch", "hingegen", "dagegen", "allerdings", "zudem", "außerdem", "ausserdem", "weiter", "ferner", "daraufhin", "dazu", "darauf", "deshalb", "daher", "dann", "danach", "nun", "heute", "gestern",
		"bereits", "bisher", "zuvor", "zunächst", "zuletzt", "inzwischen", "mittlerweile", "später", "kürzlich", "schon", "noch", "nur", "so", "nicht", "nie", "selbst", "wörtlich", "etwa", "beispielsweise", "unterdessen",
		"schließlich", "schliesslich", "ebenfalls", "gleichzeitig", "zugleich", "indes", "indessen", "weiterhin", "erneut", "damals", "dabei", "dort", "hier", "vielmehr", "immer", "wieder", "eben", "ja", "einmal", "freilich", "zwar", "nämlich")
	return m
}()

// words analyses the tokens of a document.
func words(d *extract.Document, m *memory) []word {
	ws := m.words.take(len(d.Tokens()))
	for i, t := range d.Tokens() {
		w := &ws[i]
		w.Token, w.text = t, d.Slice(t.Span)
		w.form = formOf(w.text, t.Kind)
		w.reading = w.form.reading
	}
	for _, s := range d.Sentences() {
		ws[s.First].beginSentence()
		if first := &ws[s.First]; first.Kind == extract.OpenQuote && s.First+1 < s.Last {
			ws[s.First+1].beginSentence()
		}
	}
	for _, q := range d.Quotations() {
		for i := q.Open; i <= q.Close; i++ {
			ws[i].quoted = true
		}
	}
	return ws
}

// read returns what a form can be; e is its entry.
func read(text string, e lexicon.Entry) (r reading) {
	r.capital = letters.IsUpper(text)
	r.role = wordRoles[text]
	r.f = e.Features()
	if !r.capital {
		r.verb(text, e)
		r.roleByLexicon()
		if !e.Known() {
			_, r.finite = cueList().forms[text]
		}
	}
	return r
}

// roleByLexicon gives adverbs and prepositions that are not listed their role.
func (w *reading) roleByLexicon() {
	if w.role != roleNone || w.finite {
		return
	}
	switch w.f & (lexicon.Noun | lexicon.Name | lexicon.Adjective | lexicon.Verb | lexicon.Adverb | lexicon.Preposition | lexicon.Article | lexicon.Pronoun | lexicon.Conjunction) {
	case lexicon.Adverb:
		w.role = roleAdverb
	case lexicon.Preposition, lexicon.Preposition | lexicon.Adverb:
		w.role = rolePrep
	}
}

// beginSentence looks at the first word of a sentence as if it were written
// with a small letter.
func (w *word) beginSentence() {
	if w.capital && w.Kind == extract.Word {
		w.reading = w.form.begins(w.text)
	}
}

// begin returns what a form with a capital can be at the start of a sentence.
func (w reading) begin(text string) reading {
	if r := wordRoles[letters.LowerFirst(text)]; r != roleNone {
		w.role = r
	}
	if e := lexicon.Lower(text); e.Known() && w.f&lexicon.Name == 0 {
		if w.f&lexicon.Noun != 0 { // "Versuche" is rather a noun
			w.f |= e.Features()
			return w
		}
		w.f = e.Features()
		w.small = true
		w.verb(text, e)
		w.roleByLexicon()
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
		w.finite = true
		if r.Features&lexicon.Person3 != 0 {
			third |= r.Features & lexicon.Moods
		}
	}
	w.subj1 = third == lexicon.Subjunctive1
	w.subj2 = third == lexicon.Subjunctive2
	switch text {
	case "würde", "würden", "hätte", "hätten", "wäre", "wären", "könnte", "könnten", "müsste", "müssten", "dürfte", "dürften":
		w.subj1, w.subj2 = false, true
	}
}

// neverVerb lists forms that the lexicon knows as finite verbs too, but that
// hardly ever are.
func neverVerb(w string) bool {
	switch w {
	case "sein", "seine", "seiner", "seinen", "meine", "eine", "einen", "weiße", "heute", "morgen", "beste", "weite", "weit", "leite", "dank", "laut", "laute", "zeit", "statt", "trotz", "kraft",
		"acht", "achten", "seid", "spät", "späte", "würdig", "nah", "nahe", "gegen", "wegen", "neben", "arm", "warm", "rund", "runde", "dichte", "währen", "während", "gehört", "gemacht", "bekannt",
		"selbst", "erst", "gar", "möge", "alle", "alte", "lichte", "kurze", "lange", "eignen", "eigne", "bunte", "welche", "gut", "ließe", "paar", "besetzt", "verletzt", "maß", "mass":
		return w != "möge" && w != "ließe" && w != "gehört"
	}
	return false
}
