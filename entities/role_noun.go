package entities

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/memo"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// Neuter is the grammatical gender of nouns such as das Unternehmen. No person
// has it.
const Neuter Gender = Feminine + 1

// Noun is a common noun that stands for persons or organisations: "Minister",
// "Sprecherinnen", "Open-AI-Gründer", "Unternehmen".
type Noun struct {
	extract.Span       // the token, without article and adjectives
	Token        int   // its index in Document.Tokens
	Label        Label // PER or ORG
	// Gender is that of the person, as far as noun, article and adjectives tell:
	// unknown for Mitglied, which says nothing of it, for the plural Politiker, and
	// for die Abgeordneten. Of an organisation in the singular it is the gender of
	// the noun, by which pronouns refer to it.
	Gender Gender
	Plural bool
	// Lemma is the nominative singular, "Vorsitzender" of a man, "Vorsitzende" of a
	// woman and of several; front and head of a compound: "Open-AI-Gründer".
	Lemma string

	sense nounSense
	forms agreement
}

// Nouns returns the nouns of a document that stand for persons and
// organisations, in order of the text: those of word lists, and nouns that the
// lexicon has a feminine form of (Berater, Beraterin); of compounds the end
// counts. Number and gender come from the forms of noun, article and
// adjectives; where these leave it open, neighbours decide, and at last the
// singular behind an article, else the plural.
//
// A noun that is part of a name is among them if the tags call it a noun (Bank
// in Deutsche Bank); those inside of mentions are for the caller to leave out.
// Furniture of a web page has no nouns.
//
// Nouns needs the document's tags. Besides them it takes time linear in the
// text. It is safe for concurrent use; the slice is the caller's.
func Nouns(d *extract.Document) []Noun {
	if len(d.Tokens()) == 0 {
		return nil
	}
	r := newRoleReader(d)
	return r.nouns()
}

// roleReader reads nouns and roles of a document.
type roleReader struct {
	*roleLists
	d    *extract.Document
	tags []extract.Tag
}

// seenNouns are those looked up last, and what they stand for.
var seenNouns memo.Table[seenNoun]

// seenNoun is what a noun stands for, and where the word that tells it begins.
type seenNoun struct {
	sense nounSense
	forms agreement
	head  int
}

func newRoleReader(d *extract.Document) *roleReader {
	return &roleReader{roleLists: roleWords(), d: d, tags: d.Tags()}
}

func (r *roleReader) text(i int) string { return r.d.Slice(r.d.Tokens()[i].Span) }

// lower returns token i with a small first letter.
func (r *roleReader) lower(i int) string {
	s := r.text(i)
	if len(s) == 0 || s[0] >= utf8.RuneSelf || s[0] < 'A' || s[0] > 'Z' {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

func (r *roleReader) nouns() []Noun {
	var out []Noun
	for _, p := range r.d.Paragraphs() {
		if p.Role == extract.Furniture {
			continue
		}
		for _, s := range r.d.Sentences()[p.First:p.Last] {
			for t := s.First; t < s.Last; t++ {
				if n, ok := r.noun(t, s.First, s.Last); ok {
					out = append(out, n)
				}
			}
		}
	}
	return out
}

// noun returns the noun at token t of the sentence [first, last).
func (r *roleReader) noun(t, first, last int) (Noun, bool) {
	token := r.d.Tokens()[t]
	s := r.d.Slice(token.Span)
	if token.Kind != extract.Word || len(s) < 4 || len(s) > wordlist.LongestWord || !letters.IsUpper(s) && !letters.IsUpper(s[strings.LastIndexByte(s, '-')+1:]) {
		return Noun{}, false // 43-Jährige are nouns
	}
	base, mark := genderForm(s)
	switch r.tags[t].POS {
	case extract.NOUN:
	case extract.PROPN, extract.X:
		if mark == 0 && !strings.Contains(s, "-") {
			return Noun{}, false
		}
	default:
		return Noun{}, false
	}
	sense, forms, head := r.senseOf(base)
	if sense&(sensePerson|senseOrg) == 0 {
		return Noun{}, false
	}
	n := Noun{Span: token.Span, Token: t, Label: PER, sense: sense}
	if sense&sensePerson == 0 || sense&senseMostlyOrg != 0 {
		n.Label = ORG
	}
	p := r.phraseBefore(t, first)
	n.forms = r.agree(&n, base, head, forms, p, first)
	if n.forms == 0 {
		return Noun{}, false // das Erbe
	}
	switch {
	case mark == several:
		n.Plural = true
	case mark == one:
		n.Plural = false
	default:
		n.Plural = sense&sensePlural != 0 || r.isPlural(&n, p, first, last)
	}
	n.Gender = n.gender(mark != 0)
	n.Lemma = r.nounLemma(&n, base, head)
	return n, true
}

// The numbers of gendered forms: Politiker*in, Politiker*innen.
const (
	one = 1 + iota
	several
)

// genderForm cuts the ending of a gendered form: Politiker*innen, Politiker:in,
// PolitikerInnen, Bürger/-innen, Lehrer(innen).
func genderForm(s string) (base string, mark int) {
	for _, e := range [...]struct {
		end  string
		mark int
	}{{"innen", several}, {"Innen", several}, {"in", one}, {"In", one}} {
		b, ok := strings.CutSuffix(strings.TrimSuffix(s, ")"), e.end)
		if !ok || len(b) < 4 {
			continue
		}
		if e.end[0] == 'I' {
			if r, _ := utf8.DecodeLastRuneInString(b); unicode.IsLower(r) {
				return b, e.mark
			}
			continue
		}
		c := strings.TrimRight(b, "-")
		if k := len(c) - 1; k > 3 && strings.IndexByte("*:_/(", c[k]) >= 0 {
			return c[:k], e.mark
		}
	}
	return s, 0
}

// senseOf returns what a noun stands for, which forms it can be, and where the
// word that tells it begins: at the end of a compound.
func (r *roleReader) senseOf(s string) (sense nounSense, forms agreement, head int) {
	if k := seenNouns.Get(s, 0); k != nil {
		return k.sense, k.forms, k.head
	}
	e := new(memo.Entry[seenNoun])
	sense, forms, head = r.findSense(s)
	e.Value = seenNoun{sense, forms, head}
	seenNouns.Put(s, 0, e)
	return sense, forms, head
}

func (r *roleReader) findSense(s string) (sense nounSense, forms agreement, head int) {
	e := lexicon.Lookup(s)
	if f := e.Features(); f.HasAny(lexicon.Name) && !f.HasAny(lexicon.Noun) {
		return 0, 0, 0 // Nordrhein-Westfalen
	}
	for { // Start-up has a hyphen itself
		if sense, forms := r.whole(s[head:], e); sense != 0 {
			if head > 0 && sense&senseWhole != 0 {
				return 0, 0, 0
			}
			return sense, forms, head
		}
		k := strings.IndexByte(s[head:], '-')
		if k < 0 || head+k+1 == len(s) {
			break
		}
		head += k + 1
		e = lexicon.Lookup(s[head:])
	}
	rest := s[head:]
	if !letters.IsUpper(rest) {
		return 0, 0, 0
	}
	compound := nounForms(e)
	letters := 0
	for i := range rest {
		if letters++; letters <= 2 || len(rest)-i < 3 {
			continue
		}
		sense, forms := r.end(rest[i:])
		if sense == 0 && compound != 0 || sense&senseWhole != 0 {
			continue
		}
		end := capitalised(rest[i:])
		if !plausibleFront(rest[:i], sense != 0 && len(end) >= 6) {
			continue
		}
		switch {
		case sense&senseNeither != 0:
			return sense, forms, head + i
		case sense == 0: // Fahrzeuge in Rettungsfahrzeuge rules out Zeuge
			compound = nounForms(lexicon.Lookup(end))
			continue
		case compound != 0:
			if forms &= compound; forms == 0 {
				continue // die Heilkunde is not of der Kunde
			}
		}
		return sense, forms, head + i
	}
	return 0, 0, 0
}

// seenEnds are the ends of compounds looked up last: new nouns end as others do.
var seenEnds memo.Table[seenEnd]

// seenEnd is what a noun stands for as the end of a compound.
type seenEnd struct {
	sense nounSense
	forms agreement
}

// end is whole for the end of a compound, with a small first letter.
func (r *roleReader) end(s string) (sense nounSense, forms agreement) {
	if k := seenEnds.Get(s, 0); k != nil {
		return k.sense, k.forms
	}
	noun := capitalised(s)
	sense, forms = r.whole(noun, lexicon.Lookup(noun))
	if sense&senseWhole != 0 {
		if k := r.senses["-"+noun]; k != 0 {
			sense = k
		}
	}
	e := new(memo.Entry[seenEnd])
	e.Value = seenEnd{sense, forms}
	seenEnds.Put(s, 0, e)
	return sense, forms
}

// nounForms returns the forms that a word can be as a noun, 0 if it is none.
func nounForms(e lexicon.Entry) (forms agreement) {
	for x := range e.Readings() {
		if x.Features.HasAny(lexicon.Noun) {
			forms |= formsOf(x.Features)
		}
	}
	return forms
}

// plausibleFront reports whether s can be the first part of a compound. Before a
// long end it may be unknown.
func plausibleFront(s string, long bool) bool {
	if !utf8.ValidString(s) {
		return false
	}
	if utf8.RuneCountInString(s) < 3 {
		return lexicon.Mask(s).HasAny(lexicon.Noun) // Ölminister
	}
	if lexicon.Lookup(s).Known() || lexicon.Head(s).Known() {
		return true
	}
	for _, e := range [...]string{"s", "n", "en", "es", "er", "e", "ens", "-"} {
		if base, ok := strings.CutSuffix(s, e); ok && len(base) >= 3 && (lexicon.Lookup(base).Known() || lexicon.Head(base).Known()) {
			return true
		}
	}
	return lexicon.Lookup(s+"e").Known() || lexicon.Lookup(s+"en").Known() || long && len(s) >= 4 && strings.ContainsAny(s, "aeiouäöüAEIOUÄÖÜ")
}

// whole returns what a noun that is no compound stands for; e is its entry.
func (r *roleReader) whole(s string, e lexicon.Entry) (sense nounSense, forms agreement) {
	if end := endingOf(s); end != "" && len(s) <= r.longestSense+2 { // the lexicon lacks ein Abgeordneter
		var buf [64]byte
		if k := r.senses[string(append(append(buf[:0], s[:len(s)-len(end)]...), 'e'))]; k&senseDeclined != 0 {
			return k, anyForm
		}
	}
	if !e.Known() || !e.Features().HasAny(lexicon.Noun) {
		return r.unknown(s)
	}
	var buf [64]byte
	for x := range e.Readings() {
		lemma := x.AppendLemma(buf[:0], s)
		k := r.readingSense(x, lemma)
		if k&senseNeither != 0 {
			return senseNeither, 0
		}
		if k != 0 {
			sense |= k
			f := formsOf(x.Features)
			if len(lemma)+1 == len(s) && s[len(s)-1] == 'e' {
				f &^= mascDat | neutDat // dem Freunde
			}
			forms |= f
		}
	}
	return sense, forms
}

// readingSense returns what one reading of a word stands for.
func (r *roleReader) readingSense(x lexicon.Reading, lemma []byte) nounSense {
	if !x.Features.HasAny(lexicon.Noun) {
		return 0
	}
	k := r.listedSense(lemma)
	if k&sensePerson != 0 && k&(senseWoman|senseEither|senseDeclined) == 0 {
		switch x.Features & lexicon.Genders {
		case lexicon.Feminine: // die Kunde is not der Kunde
			return r.feminineSense(lemma)
		case lexicon.Neuter:
			return k | senseEither
		}
	}
	switch {
	case k != 0 || x.Features.HasAny(lexicon.FromVerb):
		return k
	case x.Features.HasAny(lexicon.Masculine) && hasFeminine(lemma):
		return sensePerson | r.endSense(lemma)&(senseOrg|senseMostlyOrg) // Softwareentwickler
	case x.Features.HasAny(lexicon.Feminine):
		return r.feminineSense(lemma)
	}
	return 0
}

// endSense returns the sense of the longest end of a lemma that is listed.
func (r *roleReader) endSense(lemma []byte) nounSense {
	s := string(lemma)
	for i := range s {
		if i >= 3 && len(s)-i >= 5 {
			if k := r.senses[capitalised(s[i:])]; k != 0 && k&senseWhole == 0 {
				return k
			}
		}
	}
	return 0
}

// listedSense looks a lemma up. The lexicon has the lemmas Vorsitzende and
// Vorsitzender.
func (r *roleReader) listedSense(lemma []byte) nounSense {
	if len(lemma) > r.longestSense+1 {
		return 0
	}
	if k := r.senses[string(lemma)]; k != 0 {
		return k
	}
	if n := len(lemma) - 1; n > 3 && lemma[n] == 'r' {
		if k := r.senses[string(lemma[:n])]; k&senseDeclined != 0 {
			return k
		}
	}
	return 0
}

// unknown looks a noun that the lexicon lacks up in the forms that it may have
// been inflected from.
func (r *roleReader) unknown(s string) (nounSense, agreement) {
	var known agreement
	if len(s) > r.longestSense+5 {
		return 0, 0
	}
	for _, e := range [...]struct {
		end   string
		forms agreement
	}{{"", anyForm &^ plurDat}, {"s", mascGen | neutGen | plural}, {"n", anyForm &^ (mascNom | femNom | neutNom)}, {"en", anyForm &^ (mascNom | femNom | neutNom)},
		{"es", mascGen | neutGen}, {"e", plural | mascDat | neutDat}, {"in", feminine}, {"innen", plural}} {
		base, ok := strings.CutSuffix(s, e.end)
		if !ok {
			continue
		}
		k := r.senses[base]
		if e.end == "in" || e.end == "innen" {
			plain := withoutDots(base)
			k |= r.senses[base+"e"] | r.senses[plain] | r.senses[plain+"e"] // Französin
			if k&sensePerson == 0 {
				continue
			}
			k = k&^senseOrg | senseWoman
		}
		if k == 0 {
			continue
		}
		forms := e.forms
		for x := range lexicon.Head(s).Readings() {
			if x.Features.HasAny(lexicon.Noun) {
				known |= formsOf(x.Features)
			}
		}
		if known == 0 && len(s) > 6 { // Betriebsrat, Bundesamt: too short for lexicon.Head
			known = nounForms(lexicon.Lookup(capitalised(s[len(s)-3:])))
		}
		if known != 0 {
			forms = known
		}
		return k, forms
	}
	return 0, 0
}

// hasFeminine reports whether the lexicon has the feminine of a masculine noun
// in -in: Berater, Kunde, Arzt.
func hasFeminine(lemma []byte) bool {
	var buf [72]byte
	is := func(b []byte) bool {
		f := lexicon.Mask(string(b))
		return f.Has(lexicon.Noun | lexicon.Feminine)
	}
	n := len(lemma)
	if n < 3 || n > 60 {
		return false
	}
	if is(append(append(buf[:0], lemma...), "in"...)) {
		return true
	}
	if lemma[n-1] == 'e' {
		n--
		if is(append(append(buf[:0], lemma[:n]...), "in"...)) {
			return true
		}
	}
	for i := n - 1; i >= 0; i-- { // Arzt, Ärztin
		if dots := umlauts[lemma[i]]; dots != "" {
			b := append(append(buf[:0], lemma[:i]...), dots...)
			return is(append(append(b, lemma[i+1:n]...), "in"...))
		}
	}
	return false
}

var umlauts = [256]string{'a': "ä", 'o': "ö", 'u': "ü", 'A': "Ä", 'O': "Ö", 'U': "Ü"}

// feminineSense returns what a feminine noun in -in stands for: the woman whose
// office or trade its masculine is.
func (r *roleReader) feminineSense(lemma []byte) nounSense {
	n := len(lemma) - 2
	if n < 3 || string(lemma[n:]) != "in" {
		return 0
	}
	var buf [72]byte
	base := append(buf[:0], lemma[:n]...)
	if len(base) > 60 {
		return 0
	}
	plain := []byte(withoutDots(string(base)))
	for _, b := range [...][]byte{base, append(base[:n:n], 'e'), plain, append(plain[:len(plain):len(plain)], 'e')} {
		k := r.listedSense(b)
		if k&senseNeither != 0 {
			return senseNeither
		}
		if k&sensePerson != 0 || lexicon.Mask(string(b)).Has(lexicon.Noun|lexicon.Masculine) {
			return sensePerson | senseWoman | k&senseNoRole
		}
	}
	return 0
}

// withoutDots takes the dots of the last umlaut: Ärzt, Arzt.
func withoutDots(s string) string {
	i := strings.LastIndexAny(s, "äöüÄÖÜ")
	if i < 0 {
		return s
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	for c, dots := range umlauts {
		if dots == s[i:i+n] {
			return s[:i] + string(rune(c)) + s[i+n:]
		}
	}
	return s
}

// capitalised returns s with a capital first letter.
func capitalised(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError || unicode.IsUpper(r) {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// agree returns the forms that noun and phrase have in common, those of the noun
// alone if they have none in common: what was taken for the article may be
// somebody else's. It returns 0 if the phrase fits another noun of the same
// form, and that one only.
func (r *roleReader) agree(n *Noun, base string, head int, forms agreement, p nounPhrase, first int) agreement {
	if n.sense&senseDeclined != 0 {
		switch e := endingOf(base); {
		case p.forms == plural:
			forms = plural
		case p.article != "":
			forms = weakEndings[e] &^ neuter
		case e == "er" && (p.first == first || !r.isNoun(p.first-1) && r.tags[p.first-1].POS != extract.ADP):
			forms = mascNom // Vorsitzender Lang
		default:
			forms = strongEndings[e] &^ neuter
		}
		if forms == 0 {
			forms = masculine | plural
		}
	}
	if forms&p.forms != 0 {
		return forms & p.forms
	}
	if p.article == "" || n.sense&senseDeclined != 0 {
		return forms
	}
	if nounForms(lexicon.Lookup(capitalised(base[head:])))&p.forms != 0 {
		return 0
	}
	if p.forms&plural == 0 && forms&singular != 0 {
		forms &= singular // des deutschen Fußballer des Jahres
	}
	return forms
}

// isPlural decides on the number where the forms leave it open.
func (r *roleReader) isPlural(n *Noun, p nounPhrase, first, last int) bool {
	f := n.forms
	if f&plural == 0 || f&singular == 0 {
		return f&plural != 0
	}
	t := n.Token
	before, behind := p.first-1, t+1
	named := behind < last && r.tags[behind].STTS() == "NE"
	switch {
	case p.article == "der" && f&mascNom == 0:
		return !named // die Mehrheit der Abgeordneten
	case p.article == "der":
		return !named && f&plurGen != 0 && before >= first && r.isNoun(before) // die Zahl der Besucher
	case p.article == "die" && f&feminine != 0:
		return false
	case p.article != "":
		if f&plurDat != 0 && f&mascAcc != 0 && !named { // den Angeklagten, den Menschen
			return p.article != "den" && n.sense&senseDeclined != 0 || n.sense&senseEither != 0 ||
				before >= first && twoWay.Has(r.lower(before))
		}
		return f&plurNom != 0
	case named:
		return false
	case p.adjectives < t && f&mascNom != 0 && !letters.IsUpper(r.text(t-1)) && endingOf(r.text(t-1)) == "er":
		// "Europas größter Hersteller", but "nach Ansicht politischer Beobachter"
		return before >= first && r.tags[before].POS == extract.NOUN
	case before >= first && (r.lower(before) == "als" || r.predicative(before, first)):
		return f&nominative&singular == 0
	}
	if before >= first {
		if v := r.tags[before]; v.VerbForm == extract.Finite && v.Numerus == extract.Singular && v.Person == 3 && f&(mascNom|femNom|neutNom) != 0 && p.first == first+1 {
			return false
		}
	}
	if behind < last && before < first {
		if v := r.tags[behind]; v.VerbForm == extract.Finite && v.Numerus == extract.Singular {
			return false
		}
	}
	return true
}

// predicative reports whether a singular copula stands at token t or a little
// before it: "2003 wurde sie stellvertretende Vorsitzende".
func (r *roleReader) predicative(t, first int) bool {
	for i := t; i >= first && i > t-5; i-- {
		if r.copulas.Has(r.text(i)) {
			return r.tags[i].Numerus == extract.Singular
		}
		if r.tags[i].POS == extract.PUNCT || r.tags[i].POS == extract.ADP {
			return false
		}
	}
	return false
}

// isNoun reports whether token i is a noun or a name.
func (r *roleReader) isNoun(i int) bool {
	return r.tags[i].POS == extract.NOUN || r.tags[i].POS == extract.PROPN
}

func (n *Noun) gender(marked bool) Gender {
	switch {
	case marked || n.sense&senseEither != 0 && n.Label == PER:
		return GenderUnknown
	case n.Label == PER && n.sense&senseWoman != 0:
		return Feminine
	case n.Label == PER && n.sense&senseMan != 0:
		return Masculine
	case n.Plural:
		return GenderUnknown
	}
	switch f := n.forms & singular; {
	case f == 0:
		return GenderUnknown
	case f&^masculine == 0:
		return Masculine
	case f&^feminine == 0:
		return Feminine
	case f&^neuter == 0 && n.Label == ORG:
		return Neuter
	}
	return GenderUnknown
}

// nounLemma returns the nominative singular of a noun whose head begins at byte
// head of base.
func (r *roleReader) nounLemma(n *Noun, base string, head int) string {
	if base != r.d.Slice(n.Span) {
		return base
	}
	if n.sense&senseDeclined != 0 {
		stem := strings.TrimSuffix(base, endingOf(base))
		if n.Gender == Masculine {
			return stem + "er"
		}
		return stem + "e"
	}
	front, end := base[:head], capitalised(base[head:])
	var buf [64]byte
	for x := range lexicon.Lookup(end).Readings() {
		lemma := x.AppendLemma(buf[:0], end)
		if formsOf(x.Features)&n.forms == 0 || r.readingSense(x, lemma) == 0 {
			continue
		}
		if front == "" || strings.HasSuffix(front, "-") {
			return front + string(lemma)
		}
		first, k := utf8.DecodeRune(lemma)
		return front + string(unicode.ToLower(first)) + string(lemma[k:])
	}
	for _, e := range [...]string{"", "s", "n", "en", "es", "e"} { // the lexicon lacks it
		if b, ok := strings.CutSuffix(end, e); ok && r.senses[b] != 0 {
			return base[:head+len(b)]
		}
	}
	return r.d.Lemma(n.Token)
}
