package germanprose

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"github.com/jdkato/prose/v2"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// pennTags is the closed list of what penn returns.
var pennTags = []string{
	"#", "$", "''", "(", ")", ",", ".", ":", "CC", "CD", "DT", "FW", "IN", "JJ", "JJR", "JJS", "MD", "NN", "NNP", "NNS",
	"PDT", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBN", "VBP", "VBZ", "WDT", "WP",
	"WP$", "WRB", "``",
}

// alike are the parts of speech of STTS that have one counterpart, whatever the word.
var alike = map[string]string{
	"NE": "NNP", "TRUNC": "NN", "FM": "FW", "CARD": "CD", "ITJ": "UH",
	"ART":  "DT",
	"PPER": "PRP", "PRF": "PRP", "PPOSS": "PRP", "PPOSAT": "PRP$",
	"PRELAT": "WP$", "PWAV": "WRB",
	"APPR": "IN", "APPRART": "IN", "APPO": "IN", "APZR": "IN", "KOKOM": "IN", "KOUI": "IN", "KOUS": "IN", "KON": "CC",
	"PTKVZ": "RP", "PTKZU": "TO", "PTKNEG": "RB", "PTKANT": "UH", "PTKA": "RB", "PAV": "RB", "PROAV": "RB",
	"VVINF": "VB", "VAINF": "VB", "VMINF": "VB", "VVIZU": "VB", "VVIMP": "VB", "VAIMP": "VB",
	"VVPP": "VBN", "VAPP": "VBN", "VMPP": "VBN", "VMFIN": "MD",
	"$,": ",", "XY": "SYM",
}

// words is a document with its morphology.
type words struct {
	d      *extract.Document
	tokens []extract.Token
	tags   []extract.Tag
}

func newWords(d *extract.Document) words { return words{d, d.Tokens(), d.Tags()} }

func (w *words) form(i int) string { return w.d.Slice(w.tokens[i].Span) }

func (w *words) lower(i int) string { return strings.ToLower(w.form(i)) }

func (w *words) mark(i int) string { return mark(w.form(i)) }

// decided are the parts of speech of STTS whose counterpart depends on the word.
var decided = map[string]func(w *words, i int) string{
	"NN": (*words).noun, "ADJA": (*words).degree, "ADJD": (*words).degree, "ADV": (*words).adverb,
	"VVFIN": (*words).finite, "VAFIN": (*words).finite,
	"PRELS": (*words).relative, "PWS": (*words).relative, "PWAT": (*words).relative,
	"PDAT": (*words).demonstrative, "PDS": (*words).demonstrative,
	"PIAT": (*words).indefinite, "PIDAT": (*words).indefinite, "PIS": (*words).indefinite,
	"$.": (*words).mark, "$(": (*words).mark,
}

// penn returns the tag of token i. The package documentation has the table.
func (w *words) penn(i int) string {
	if tag := byKind(w.tokens[i].Kind, w.form(i)); tag != "" {
		return tag
	}
	if w.most(i) {
		return "RBS"
	}
	stts := w.tags[i].STTS()
	if tag, ok := alike[stts]; ok {
		return tag
	}
	if f, ok := decided[stts]; ok {
		return f(w, i)
	}
	return "SYM" // no part of speech of the tagger gets here: a test holds that
}

// byKind returns the tag of what is told by its form alone, as prose tells it.
func byKind(kind extract.Kind, form string) string {
	switch kind {
	case extract.OpenQuote:
		return "``"
	case extract.CloseQuote:
		return "''"
	case extract.Link, extract.Email, extract.Handle:
		return "NN"
	case extract.Dash, extract.Punctuation:
		return mark(form)
	case extract.Symbol:
		switch form {
		case "$", "€", "£", "¥":
			return "$"
		case "#":
			return "#"
		case "&":
			return "CC"
		case "%":
			return "NN"
		}
	}
	return ""
}

// mark returns the tag of a punctuation mark. What has no tag of its own goes with the
// colon, as dashes and the semicolon do in the Penn treebank.
func mark(form string) string {
	switch form {
	case ".", ",":
		return form
	case "(", "[", "{":
		return "("
	case ")", "]", "}":
		return ")"
	case "'", "’", "\"":
		return "''"
	}
	if strings.Trim(form, "!?") == "" {
		return "." // !, ?! and the like
	}
	return ":"
}

// most reports whether a token is the superlative of one of the adverbs that have degrees:
// am meisten.
func (w *words) most(i int) bool {
	return i > 0 && w.lower(i-1) == "am" &&
		slices.Contains([]string{"meisten", "wenigsten", "öftesten", "ehesten", "liebsten"}, w.lower(i))
}

func (w *words) adverb(i int) string {
	switch w.lower(i) {
	case "mehr", "weniger", "öfter", "eher", "lieber":
		return "RBR"
	}
	return "RB"
}

// relative returns the tag of a relative or interrogative pronoun. The Penn treebank has
// "who" and "what" as WP, "which" and "that" as WDT.
func (w *words) relative(i int) string {
	switch lower := w.lower(i); {
	case whose(lower):
		return "WP$"
	case strings.HasPrefix(lower, "w") && !strings.HasPrefix(lower, "welch"):
		return "WP"
	}
	return "WDT"
}

// whose reports whether a pronoun is a genitive before the noun that it does not agree with.
func whose(lower string) bool { return lower == "wessen" || lower == "dessen" || lower == "deren" }

// demonstrative returns the tag of a demonstrative pronoun. Many a relative "dessen" is
// tagged as one.
func (w *words) demonstrative(i int) string {
	switch {
	case !whose(w.lower(i)):
		return "DT"
	case i > 0 && w.form(i-1) == ",":
		return "WP$"
	}
	return "PRP$"
}

// indefinite returns the tag of an indefinite pronoun: "many" is JJ, "somebody" NN, "one"
// PRP, "all the" PDT, "some" and "no" DT in the Penn treebank.
func (w *words) indefinite(i int) string {
	lower := w.lower(i)
	switch lower {
	case "man":
		return "PRP"
	case "mehr", "weniger":
		return "JJR"
	case "meist", "meiste", "meisten", "wenigste", "wenigsten":
		return "JJS"
	case "jemand", "jemandem", "jemanden", "jemandes", "niemand", "niemandem", "niemanden", "niemandes",
		"etwas", "nichts", "alles", "jedermann":
		if w.tags[i].STTS() == "PIS" {
			return "NN"
		}
	case "all", "alle", "allen", "aller", "manch", "solch":
		if i+1 < len(w.tags) && slices.Contains([]string{"ART", "PDAT", "PPOSAT"}, w.tags[i+1].STTS()) {
			return "PDT"
		}
	}
	for _, stem := range []string{"viel", "wenig", "mehrer"} {
		if strings.HasPrefix(lower, stem) {
			return "JJ"
		}
	}
	return "DT"
}

// finite returns the tag of a finite verb that is no modal. "werden" with an infinitive is
// the future and the conditional, for which English has modals.
func (w *words) finite(i int) string {
	t := w.tags[i]
	tense, third := t.Tense, t.Person == 3 && t.Number == extract.Singular
	if t.Person == 0 || tense == 0 { // not in the lexicon
		form := w.form(i)
		third = strings.HasSuffix(form, "t")
		if strings.HasSuffix(form, "te") || strings.HasSuffix(form, "ten") {
			tense = extract.Past
		}
	}
	if t.Person == 2 && t.Number == extract.Plural {
		third = i == 0 || w.lower(i-1) != "ihr" // "ihr Hund bellt" has the form of "ihr bellt"
	}
	switch {
	case t.STTS() == "VAFIN" && w.d.WordLemma(i) == "werden" && w.future(i):
		return "MD"
	case tense == extract.Past:
		return "VBD"
	case third:
		return "VBZ"
	}
	return "VBP"
}

// reach is how many tokens after "werden" its infinitive is looked for, so that time stays
// linear in text without full stops.
const reach = 100

// future reports whether a form of "werden" has an infinitive: directly before it, as in
// subordinate clauses ("dass er kommen wird"), else at the end of the next verbs
// after it ("wird gebaut werden", but "wird gebaut").
func (w *words) future(i int) bool {
	s := w.sentenceOf(i)
	if i > s.First && nonFinite(w.tags[i-1]) {
		return w.infinitive(i-1, s.First)
	}
	last := -1
	for j := i + 1; j < min(s.Last, i+reach); j++ {
		switch {
		case nonFinite(w.tags[j]):
			last = j
		case last >= 0 || w.tags[j].VerbForm == extract.Finite:
			return last >= 0 && w.infinitive(last, i)
		}
	}
	return last >= 0 && w.infinitive(last, i)
}

func nonFinite(t extract.Tag) bool {
	return t.VerbForm == extract.Infinitive || t.VerbForm == extract.Participle
}

// infinitive reports whether token j is one without zu.
func (w *words) infinitive(j, first int) bool {
	return w.tags[j].VerbForm == extract.Infinitive && (j == first || w.tags[j-1].STTS() != "PTKZU")
}

func (w *words) sentenceOf(i int) extract.Sentence {
	all := w.d.Sentences()
	return all[sort.Search(len(all), func(k int) bool { return all[k].Last > i })]
}

// labelOf names the classes as prose's model does. MISC has no counterpart there.
var labelOf = map[entities.Label]string{
	entities.PER:  "PERSON",
	entities.LOC:  "GPE",
	entities.ORG:  "ORGANIZATION",
	entities.MISC: "MISC",
}

// label sets the IOB labels of the tokens and returns the names in order of the text. Only
// names of whole tokens count: prose cannot say that "Open-AI" stands in
// "Open-AI-Gründer", and that "Berliner" is made of a place is not a place.
func label(d *extract.Document, found []entities.Entity, tokens []prose.Token) []prose.Entity {
	type name struct {
		extract.Span
		label string
	}
	var names []name
	for _, e := range found {
		for _, m := range e.Mentions {
			if m.Form == entities.FormName {
				names = append(names, name{m.Span, labelOf[e.Label]})
			}
		}
	}
	slices.SortFunc(names, func(a, b name) int { return cmp.Compare(a.Start, b.Start) })
	for i := range tokens {
		tokens[i].Label = "O"
	}
	named := make([]prose.Entity, 0, len(names))
	i := 0
	for _, n := range names {
		for d.Tokens()[i].Start < n.Start {
			i++
		}
		for prefix := "B-"; i < len(tokens) && d.Tokens()[i].End <= n.End; i++ {
			tokens[i].Label = prefix + n.label
			prefix = "I-"
		}
		text := strings.Join(strings.Fields(d.Slice(n.Span)), " ") // a name may run over the end of a line
		named = append(named, prose.Entity{Text: text, Label: n.label})
	}
	return named
}
