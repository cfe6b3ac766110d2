package entities

import (
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/gazetteer"
)

// weigh collects the evidence for the labels of a candidate: what its own words
// say and what stands before and behind it.
func (t *tagger) weigh(c *candidate, end int) {
	t.ownWords(c)
	t.weighBefore(c)
	t.weighBehind(c, end)
}

func (t *tagger) ownWords(c *candidate) {
	for i := c.first; i < c.last; i++ {
		t.memberWord(c, i)
	}
	t.personWords(c)
	if c.last-c.first == 1 {
		t.onlyWord(c)
	} else {
		t.outerWords(c)
	}
}

// memberWord weighs a word inside of a candidate, wherever it stands.
func (t *tagger) memberWord(c *candidate, i int) {
	w, s, several := &t.words[i], &c.score, c.last-c.first > 1
	switch {
	case w.class&legalForm != 0 && i > c.first:
		s[ORG] += 9
	case w.class&orgForeign != 0:
		s[ORG] += 5
	case w.class&placeForeign != 0 && several:
		s[LOC] += 4
	case w.class&(orgHead|orgJoin) != 0 && w.is&onlyName == 0 && several:
		s[ORG] += 4
	}
	if w.is&numeric != 0 {
		s[MISC] += 4 // H5N1, Falcon 1
	}
	if !several {
		return
	}
	switch w.text {
	case "The", "My", "You", "Me", "Your", "Love": // titles of songs
		s[MISC] += 3
	case "of", "&", "for":
		s[ORG] += 3
	case "von", "zu", "van", "bin", "al":
		s[PER] += 2
	}
}

// personWords weighs first names, initials and surnames.
func (t *tagger) personWords(c *candidate) {
	first, last := &t.words[c.first], &t.words[c.last-1]
	s, several := &c.score, c.last-c.first > 1
	switch {
	case t.firstName(c.first) && !several:
		s[PER] += 3
	case t.firstName(c.first) && (last.gaz&gazetteer.Surname != 0 || last.is&(lastToo|unknown) != 0):
		s[PER] += 7
	case t.firstName(c.first), first.is&letterDot != 0 && several:
		s[PER] += 5
	case several && last.gaz&gazetteer.Surname != 0:
		s[PER] += 2
	}
	if last.is&roman != 0 && several {
		s[PER] += 3
	}
}

// outerWords weighs the first and the last of several words.
func (t *tagger) outerWords(c *candidate) {
	first, last := &t.words[c.first], &t.words[c.last-1]
	s := &c.score
	if c.last-c.first == 2 && !t.firstName(c.first) && first.is&(placeToo|letterDot) == 0 && last.is&placeToo != 0 {
		s[ORG] += 4 // Benfica Lissabon
	}
	if first.is&allCaps != 0 && first.is&roman == 0 {
		s[ORG] += 4 // PSV Eindhoven
	}
	if last.class&nameHead != 0 {
		s[ORG] += 6 // Bertelsmann Stiftung
	}
	if first.gaz == 0 && first.is&(onlyName|allCaps) == 0 && isPlaceFront(first.text) {
		s[LOC] += 5
	}
}

// onlyWord weighs a candidate of one word.
func (t *tagger) onlyWord(c *candidate) {
	w, s := &t.words[c.first], &c.score
	switch g := w.gaz; {
	case w.is&placeToo != 0, g&gazetteer.Country != 0:
		s[LOC] += 6
	case g&gazetteer.Town != 0 && g&(gazetteer.Surname|gazetteer.FirstName) == 0:
		s[LOC] += 5
	case g&gazetteer.Landscape != 0 && g&(gazetteer.Surname|gazetteer.FirstName) == 0:
		s[LOC] += 4
	case g&gazetteer.Place != 0:
		s[LOC] += 2
	}
	switch {
	case w.is&lastToo != 0:
		s[PER] += 4
	case w.gaz&gazetteer.Surname != 0:
		s[PER] += 3
	}
	switch {
	case w.gaz&gazetteer.Company == 0:
		if w.is&onlyName != 0 && w.is&(placeToo|lastToo|firstToo) == 0 {
			s[PER]++
		}
	case w.gaz&^(gazetteer.Company|gazetteer.Word) == 0:
		s[ORG] += 4
	default:
		s[ORG] += 2
	}
	if w.is&allCaps != 0 && utf8.RuneCountInString(w.text) <= 6 {
		s[ORG] += 3
		s[PER] -= 3
	}
	if w.is&camel != 0 {
		s[ORG] += 2
		s[MISC]++
	}
	if w.class&nameHead != 0 && w.is&odd != 0 && t.bare(c.first) {
		s[ORG] += 5 // Softbank
	}
	if w.is&(onlyName|allCaps) != 0 || w.gaz != 0 {
		return
	}
	if !t.determined(c.first) {
		s[PER]++ // the most frequent label of names that stand alone
	}
	front, head, hyphen := strings.Cut(w.text, "-")
	switch {
	case hyphen && gazetteer.Lookup(front)&(gazetteer.Town|gazetteer.Country) != 0:
		s[LOC] += 5 // Berlin-Mitte
	case hyphen && form(head)&allCaps != 0:
		s[MISC] += 4 // Chat-GPT
	}
	if w.is&(unknown|odd) != 0 {
		switch n := t.townEnd(w.plain); {
		case n > 3:
			s[LOC] += 3
		case n > 0:
			s[LOC]++
		}
	}
}

// townEnd returns the length of the end of a word that makes it look like the name
// of a town, 0 if nothing does.
func (l *lists) townEnd(s string) int {
	for i := range s {
		if i >= 3 && l.townEnds.has(s[i:]) {
			return len(s) - i
		}
	}
	return 0
}

func isPlaceFront(s string) bool {
	front, _, ok := strings.Cut(s, "-")
	return ok && gazetteer.Lookup(front)&(gazetteer.Town|gazetteer.Country) != 0
}

// weighBefore weighs what stands in front of a candidate.
func (t *tagger) weighBefore(c *candidate) {
	s := &c.score
	i := c.first - 1
	w := t.prev(c.first)
	quoted := w.Kind == extract.OpenQuote
	if quoted {
		w = t.prev(i)
		i--
		s[MISC] += 2
		s[ORG]++
	}
	if w.text == "" {
		return
	}
	if t.attribute(c) {
		return // in Karajans Truppe
	}
	if strings.Contains(w.text, "jährige") {
		s[PER] += 5
	}
	s.add(t.before[w.text])
	if c.last-c.first == 1 {
		s.add(t.beforeOne[w.text])
	}
	if w.text == "von" {
		switch p := t.prev(i); {
		case t.directions.has(p.text) || p.class&placeNoun != 0 && p.is&capital != 0:
			s[LOC] += 4
		case p.class&person != 0 && p.is&capital != 0:
			s[LOC] += 2
			s[ORG]++
		}
	}
	// "Bundeskanzlerin Dr. Angela Merkel": the nearest noun of up to three words
	// tells; between it and the name only titles and abbreviations stand.
	for k := i; k >= 0 && k > i-4; k-- {
		w := &t.words[k]
		switch {
		case w.class&person != 0 && w.is&(capital) != 0:
			if quoted {
				return
			}
			if last := &t.words[c.last-1]; c.last-c.first == 1 && last.is&placeToo != 0 && last.is&lastToo == 0 && w.class&personTitle == 0 {
				return // Kanzler Österreichs
			}
			s[PER] += 4
			if w.class&personTitle != 0 {
				s[PER] += 3
			}
			c.gender = genderOf(w.class)
			c.office = w.class&office != 0
			if w.class&personTitle != 0 && c.gender == GenderUnknown && w.is&begins == 0 {
				continue
			}
		case w.class&orgNoun != 0:
			s[ORG] += 5
		case w.class&placeNoun != 0:
			s[LOC] += 5
		case w.class&workNoun != 0:
			s[MISC] += 5
		case w.class&orgHead != 0 && !t.genitiveBefore(k):
			s[ORG] += 2
		}
		return
	}
}

// attribute reports whether a candidate is a genitive before a noun, so that a
// preposition before it belongs to the noun.
func (t *tagger) attribute(c *candidate) bool {
	last := &t.words[c.last-1]
	n := t.next(c.last)
	return strings.HasSuffix(last.text, "s") && last.is&allCaps == 0 && n.is&capital != 0 && n.is&(noun|compound) != 0 && last.gaz&gazetteer.Place == 0
}

func (t *tagger) genitiveBefore(k int) bool { return t.prev(k).text == "der" }

func genderOf(c class) Gender {
	switch {
	case c&(maleTitle|man) != 0 && c&(femaleTitle|woman) == 0:
		return Masculine
	case c&(femaleTitle|woman) != 0 && c&(maleTitle|man) == 0:
		return Feminine
	}
	return GenderUnknown
}

// weighBehind weighs what follows a candidate.
func (t *tagger) weighBehind(c *candidate, end int) {
	s := &c.score
	i := c.last
	if i < end && t.words[i].Kind == extract.CloseQuote {
		i++
	}
	if i >= end {
		return
	}
	at := func(k int) *word {
		if i+k < end {
			return &t.words[i+k]
		}
		return &word{}
	}
	w := at(0)
	s.add(t.behind[w.text])
	switch {
	case w.text == "(":
		in := at(1)
		switch {
		case t.party(in.text) || in.class&club != 0 && in.is&allCaps != 0:
			s[PER] += 5
		case t.agencies.has(in.text):
			s[LOC] += 4 // Berlin (dpa)
		case in.Kind == extract.Number && at(2).text == ")" && in.Len() == 2:
			s[PER] += 5
		case in.Kind == extract.Symbol && (in.text == "*" || in.text == "†"):
			s[PER] += 4
		}
	case w.text == ",":
		in := at(1)
		switch {
		case in.Kind == extract.Number && in.Len() == 2 && at(2).text == ",":
			s[PER] += 4
		case in.class&person != 0 && in.is&capital != 0:
			s[PER] += 3
		case t.determiners.has(in.text) && (at(2).class&workNoun != 0):
			s[MISC] += 5
		case t.determiners.has(in.text) && (at(2).class&person != 0 || at(3).class&person != 0):
			s[PER] += 2
		case in.text == "der" || in.text == "die":
			s[PER]++
		}
	case w.text == "ist" && strings.HasPrefix(at(1).text, "ein"):
		for k := 2; k < 5; k++ {
			switch c := at(k).class; {
			case at(k).is&capital == 0:
				continue
			case c&placeNoun != 0:
				s[LOC] += 6
			case c&orgNoun != 0:
				s[ORG] += 5
			case c&person != 0:
				s[PER] += 5
			case c&workNoun != 0:
				s[MISC] += 4
			}
			break
		}
	case w.class&(orgHead|orgNoun) != 0 && w.is&(noun|compound) != 0:
		s[ORG]++
	}
}

// party reports whether s is a party.
func (t *tagger) party(s string) bool {
	for _, n := range t.names[keyOf(s)] {
		if n.party {
			return true
		}
	}
	return false
}
