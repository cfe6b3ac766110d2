package entities

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// longestRun is in tokens; no name is longer, and it keeps time linear.
const longestRun = 12

// run finds a sequence of words that are names.
func (t *tagger) run(i, end int) int {
	w := &t.words[i]
	if !t.starts(i, end) {
		return i
	}
	if n, c := t.known(i, end); n > 1 {
		label := LOC
		switch {
		case c&gazetteer.Place != 0:
		case c&gazetteer.Company != 0:
			label = ORG
		default:
			label = PER
		}
		t.add(i, i+n, label)
		return i + n
	}
	j := i + 1
	for j < min(end, i+longestRun) {
		next := t.extend(i, j, end)
		if next == j {
			break
		}
		j = next
	}
	// Der KI-Zampano Sam Altman: what stands between the article and a first
	// name is a noun.
	if (j-i >= 3 || j-i == 2 && t.nounLike(w.text)) && !t.firstName(i) && t.firstName(i+1) && w.is&letterDot == 0 && (t.determined(i) || w.is&unknown != 0 && w.gaz == 0 && t.nounLike(w.text)) {
		i++
	}
	if j < end && t.words[j].Kind == extract.Number && len(t.words[j].text) == 2 && t.words[j].text[0] == '0' && !t.firstName(i) {
		t.add(i, j+1, ORG) // Schalke 04
		return j + 1
	}
	c := t.add(i, j, 0)
	c.weak = j == i+1 && (w.rank <= weak || t.doubtful(i))
	t.weigh(c, end)
	return j
}

// known finds the longest name of the gazetteer that begins at i and has more
// than one word.
func (t *tagger) known(i, end int) (int, gazetteer.Classes) {
	return gazetteer.Longest(func(k int) (string, bool) {
		if i+k >= end {
			return "", false
		}
		w := &t.words[i+k]
		if k > 0 && w.plain != w.text && w.is&allCaps == 0 {
			return w.plain, true
		}
		return w.text, true
	})
}

func (t *tagger) firstName(i int) bool {
	w := &t.words[i]
	return w.gaz&gazetteer.FirstName != 0 || w.is&firstToo != 0
}

func (t *tagger) firstNameAt(i, end int) bool { return i < end && t.firstName(i) }

// starts reports whether a name can begin at i.
func (t *tagger) starts(i, end int) bool {
	w := &t.words[i]
	if w.class&(legalForm|neverName) != 0 {
		return false
	}
	if p := t.prev(i); w.rank == never && p.class&personTitle != 0 && w.is&(compound|noun) != 0 && w.class&beforeName == 0 && strings.HasSuffix(p.text, ".") {
		return true // Dr. Otternschlag
	}
	next := func(k int) *word {
		if i+k < end {
			return &t.words[i+k]
		}
		return &word{}
	}
	if w.rank == weak && w.class&beforeName != 0 && t.prev(i).class&personTitle == 0 && w.is&odd == 0 {
		return false // der Richter, but Herr Richter
	}
	if w.rank >= weak && w.rank < sure && w.class&beforeName != 0 && (t.firstNameAt(i+1, end) || w.is&(noun|compound) != 0 && next(1).rank >= likely) {
		return false // Unionsfraktionssprecher Steffen Kampeter
	}
	if p := t.prev(i); w.rank == never && w.is&compound != 0 && p.class&(orgNoun|placeNoun) != 0 && p.is&capital != 0 && w.class&beforeName == 0 {
		return true // die Firma Ostermoor
	}
	if w.rank == never && w.class&orgForeign != 0 {
		return next(1).rank >= likely && next(1).is&unknown != 0 && w.is&noun == 0 // International Aeronautic Federation
	}
	switch w.rank {
	case sure, likely, weak:
		return true
	case inside:
		if w.is&letterDot != 0 { // J. Müller, J. W. Goethe
			for k := 1; k < 4; k++ {
				if n := next(k); n.is&letterDot == 0 {
					return n.rank >= weak && (n.gaz&gazetteer.Surname != 0 || n.is&(lastToo|unknown) != 0) && !t.determined(i)
				}
			}
			return false
		}
		return t.firstName(i) && next(1).rank >= likely && next(1).gaz&(gazetteer.Surname|gazetteer.FirstName) != 0 // Will Smith
	}
	return false
}

// extend returns the token behind the part of a name that begins at j, or j if
// the name that began at i ends there.
func (t *tagger) extend(i, j, end int) int {
	w, prev := &t.words[j], &t.words[j-1]
	if prev.class&legalForm != 0 && j-1 > i {
		return j
	}
	if w.class&legalForm != 0 && w.class&neverName == 0 {
		return t.legalForms(j, end)
	}
	if prev.plain != prev.text && prev.is&allCaps == 0 { // Deutschlands Angela Merkel
		return j
	}
	if w.class&neverName != 0 && w.is&allCaps != 0 && prev.is&unknown != 0 && prev.rank >= likely && !t.firstName(i) {
		return j + 1 // Open AI
	}
	if w.class&(personTitle|neverName) != 0 && w.rank < sure && w.is&letterDot == 0 {
		return j
	}
	if n, _ := t.findListed(j, end); n > j+1 {
		return j
	}
	human := t.firstName(i) && (t.words[i].rank >= likely || t.words[i+1].rank >= likely) || t.words[i].is&letterDot != 0
	if w.is&(capital|camel) == 0 {
		return t.particle(i, j, end, human)
	}
	if human && t.nobility.has(w.text) && j+1 < end && (t.words[j+1].text == "von" || t.words[j+1].text == "zu") && j+2 < end && t.words[j+2].is&capital != 0 {
		return j + 3 // Claus Schenk Graf von Stauffenberg
	}
	switch {
	case w.rank == inside:
		if w.is&roman != 0 && (human || prev.rank >= likely) {
			return j + 1
		}
		if w.is&letterDot != 0 && (j+1 < end && t.words[j+1].rank >= inside || human && j == i+1) {
			return j + 1 // Patrick S.
		}
		if w.is&function != 0 && human && t.firstNames(i, j) {
			return j + 1 // Martin Kühl
		}
		return j
	case w.rank >= likely:
		if human && w.plain != w.text && !t.firstNames(i, j) && w.is&allCaps == 0 {
			return j // Ernst Topitsch | Stalins Krieg
		}
		if t.firstName(j) && !t.firstName(i) && j-i >= 1 && (prev.is&placeToo != 0 || prev.is&allCaps != 0) {
			return j // in Berlin Angela Merkel
		}
		if w.is&allCaps != 0 && human {
			return j
		}
		if human && j-i >= 2 && t.firstName(j) && !t.firstName(j-1) && j+1 < end && t.words[j+1].rank >= weak {
			return j // Anna Meier Berta Müller
		}
		if human && j-i >= 2 && w.is&placeToo != 0 && w.gaz&gazetteer.Surname == 0 {
			return j
		}
		return j + 1
	case w.rank == weak:
		if human && j == i+2 && w.gaz&(gazetteer.Surname|gazetteer.FirstName) != 0 && w.class&beforeName == 0 && !t.firstNames(i, j) && w.plain == w.text {
			return j + 1 // Taha Jassin Ramadan
		}
		if human && t.firstNames(i, j) || prev.rank >= likely && prev.is&unknown != 0 && (w.is&odd != 0 || j == i+1 && w.gaz&gazetteer.Surname != 0 && w.class&beforeName == 0) {
			return j + 1
		}
		return j
	}
	if human && w.is&function != 0 && w.is&opening == 0 && t.firstNames(i, j) && !t.determiners.has(strings.ToLower(w.text)) && lexicon.Mask(w.text).HasAny(lexicon.Verb|lexicon.Adjective) {
		return j + 1 // Max Frisch: a small word with a capital is a name
	}
	if human && t.firstNames(i, j) && (w.is&compound != 0 || w.is&noun != 0 && w.class&beforeName == 0) && !nounEnd(w.text) && !strings.Contains(w.text, "-") {
		return j + 1 // Oskar Lafontaine, Theodor Löwe
	}
	if j == i+1 && prev.is&unknown != 0 && t.prev(i).class&person != 0 && w.is&(compound|noun) != 0 && w.class&beforeName == 0 && !nounEnd(w.text) && !strings.Contains(w.text, "-") {
		return j + 1 // die Sprecherin Ladina Vonmoos: an unlisted first name
	}
	if w.class&nameHead != 0 && prev.is&(unknown|onlyName|allCaps|odd) != 0 && w.is&(noun|compound) != 0 {
		return j + 1 // Bertelsmann Stiftung
	}
	if w.class&(orgForeign|placeForeign) != 0 && prev.rank >= likely {
		return j + 1
	}
	return j
}

// firstNames reports whether the tokens [i, j) are first names and initials
// only.
func (t *tagger) firstNames(i, j int) bool {
	for k := i; k < j; k++ {
		if !t.firstName(k) && t.words[k].is&letterDot == 0 && !t.particles.has(t.words[k].text) {
			return false
		}
	}
	return true
}

// arabic reports whether a word is a surname with a small article: al-Baschir.
func arabic(s string) bool {
	article, rest, ok := strings.Cut(s, "-")
	return ok && len(article) == 2 && isUpper(rest)
}

// particle goes on behind small words inside a name: Ursula von der Leyen,
// Bank of America.
func (t *tagger) particle(i, j, end int, human bool) int {
	if human && t.firstNames(i, j) && j+1 < end && t.words[j+1].is&capital != 0 && t.words[j+1].is&adjective != 0 {
		switch t.words[j].text {
		case "der", "des", "dem", "den", "die":
			return j + 2 // Karl der Große
		}
	}
	if human && arabic(t.words[j].text) {
		return j + 1 // Omar al-Baschir
	}
	k := j
	for k < end && k < j+3 && t.particles.has(t.words[k].text) {
		k++
	}
	if human && k > j && k < end && t.words[k].is&capital != 0 {
		first := t.words[j].text
		w := &t.words[k]
		switch first {
		case "von", "zu", "zum", "zur", "vom":
			// "gab Peter von Anfang an": only names go on, and those that have no
			// surname yet.
			if w.rank < weak && w.is&(compound|odd) == 0 || !t.firstNames(i, j) || (first == "vom" || first == "zum" || first == "zur") && w.gaz&gazetteer.Surname == 0 {
				return j
			}
			return k + 1
		case "der", "den", "das", "des", "la", "le", "die", "da", "e", "y", "a":
			if w.rank < likely || first == "der" || first == "den" || first == "das" || first == "des" || first == "da" {
				return j
			}
			return k + 1
		}
		if w.rank >= weak {
			return k + 1
		}
		return j
	}
	if !t.joiners.has(t.words[j].text) || t.words[j-1].is&unknown == 0 && t.words[j-1].class&(orgForeign|placeForeign) == 0 {
		return j
	}
	k = j
	for k < end && k < j+2 && t.joiners.has(t.words[k].text) {
		k++
	}
	if k >= end || t.words[k].rank < likely {
		return j
	}
	switch t.words[j].text {
	case "in", "a", "on", "at", "to", "des", "e":
		return j
	}
	if t.words[k].Kind != extract.Word || (t.words[j].text == "&" || t.words[j].text == "+") && t.words[j-1].rank < likely {
		return j
	}
	return k + 1
}
