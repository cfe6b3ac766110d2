package main

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/linear"
)

// The corpora follow different guidelines. GermEval 2014 is what we train for;
// annotations of the others are changed to what GermEval would say, tokens of
// which that is not clear are marked as unknown. What GermEval says of a word is
// counted in its training part (usage) wherever it knows the word; the rules
// below are for what it does not know.

// source is a corpus, or the part of one that is trained on or left out together.
type source struct {
	name    string
	files   []string
	genre   string // the documents of this genre only, where set
	measure bool   // measured on, never trained with
	foreign bool   // annotated after other guidelines than GermEval's
	parse   bool   // its tokens and sentences are not used: those of the Bundestag end behind "Nr.", "Abg." and "30."
	partial bool   // lacks MISC and many other names
	docs    []*document
}

// document is a text with its names. Mentions are those of the outer layer, in
// order, without overlap.
type document struct {
	id       string
	doc      *extract.Document
	mentions []mention
	unknown  []bool           // tokens that the corpus does not tell the label of; nil if it tells all
	gold     *corpus.Document // as it was read, for measures
	half     int              // 1 or 2: which half of the corpus it is in; 0: neither
	first    []linear.Label   // the labels of a first pass, of documents of several sentences
}

// mention is a name: the tokens [First, Last).
type mention struct {
	First, Last int
	Label       entities.Label
	Form        entities.Form
}

// sources returns the corpora, unread. SmartData is three: its traffic reports
// and tweets have little in common with news. Its parts train and test are one
// corpus, drawn from the same pages.
func sources() []*source {
	smart := []string{"ner/smartdata/train.json.gz", "ner/smartdata/test.json.gz"}
	out := []*source{
		{name: "germeval", files: []string{germEvalTrain}},
		{name: "germeval-dev", files: []string{"ner/germeval2014/dev.tsv.gz"}, measure: true},
		{name: "smartdata-news", files: smart, genre: "news", foreign: true, partial: true},
		{name: "smartdata-rss", files: smart, genre: "rss", foreign: true, partial: true},
		{name: "smartdata-tweets", files: smart, genre: "tweet", foreign: true, partial: true},
	}
	for _, sitting := range []string{"01143", "09036", "18181"} {
		out = append(out, &source{name: "bundestag-" + sitting, files: []string{"ner/bundestag/Gold-" + sitting + ".conll.gz"}, foreign: true, parse: true})
	}
	return append(out, &source{name: "europarl", measure: true, foreign: true,
		files: []string{"ner/europarl/train.tsv.gz", "ner/europarl/dev.tsv.gz", "ner/europarl/test.tsv.gz"}})
}

const germEvalTrain = "ner/germeval2014/train.tsv.gz"

// read reads the corpus. u is what GermEval says of words; sources that are not
// foreign do without.
func (s *source) read(data string, u *usage) error {
	seen := map[string]bool{}
	for _, f := range s.files {
		golds, err := corpus.Collect(corpus.File(filepath.Join(data, f)))
		if err != nil {
			return err
		}
		for i := range golds {
			g := &golds[i]
			if s.genre != "" {
				f := fingerprint(g.Text)
				if g.Genre != s.genre || seen[f] {
					continue
				}
				seen[f] = true
			}
			d, err := s.document(g, u)
			if err != nil {
				return fmt.Errorf("%s: %s: %w", f, g.ID, err)
			}
			s.docs = append(s.docs, d)
		}
	}
	if len(s.docs) == 0 {
		return fmt.Errorf("%s: no documents", s.name)
	}
	return nil
}

var noise = regexp.MustCompile(`https?://\S+|^RT @\S+|\P{L}+`)

// fingerprint is the same for texts that differ in addresses, numbers and
// punctuation only, or behind the first 80 letters: tweets that were sent on,
// and one news item under two addresses.
func fingerprint(text string) string {
	f := []rune(strings.ToLower(noise.ReplaceAllString(text, "")))
	return string(f[:min(len(f), 80)])
}

// document reads the names of a gold document.
func (s *source) document(g *corpus.Document, u *usage) (*document, error) {
	d := &document{id: g.ID, gold: g}
	if len(g.Tokens) == 0 || s.parse {
		d.doc = extract.Parse(g.Text)
	} else {
		var err error
		if d.doc, err = extract.FromTokens(g.Text, g.Tokens, g.Sentences); err != nil {
			return nil, err
		}
	}
	c := converter{document: d, source: s, usage: u}
	if s.foreign {
		d.unknown = make([]bool, len(d.doc.Tokens()))
	}
	for _, e := range g.Entities {
		if e.Nested {
			continue
		}
		first, last, exact := c.tokens(e.Span)
		m := mention{first, last, labelOf(e.Label), formOf(e.Form)}
		switch {
		case first == last:
			// It lies between tokens.
		case !s.foreign:
			d.mentions = append(d.mentions, m)
		case exact:
			c.convert(m)
		default:
			c.convertCut(m, e.Span)
		}
	}
	if s.foreign {
		c.complete()
	}
	if s.partial {
		c.doubt()
	}
	return d, nil
}

func labelOf(name string) entities.Label {
	for l := entities.PER; l <= entities.MISC; l++ {
		if l.String() == name {
			return l
		}
	}
	return 0
}

func formOf(f corpus.Form) entities.Form {
	switch f {
	case corpus.Part:
		return entities.Part
	case corpus.Derived:
		return entities.Derived
	}
	return entities.Name
}

// class is how a token or a name is annotated: outside, or label and form.
type class struct {
	Label entities.Label // 0 outside
	Form  entities.Form
}

// usage is what GermEval's training part says of words and names.
type usage struct {
	words map[string]*word
	names map[string]map[class]int // by the words of a mention, a space between
	heads map[string]*[3]int       // what stands behind the last hyphen of a mention, by form
}

// word counts the places of a word form.
type word struct {
	out    int           // in no name
	within int           // in a name of several words
	alone  map[class]int // a name of its own
	before int           // in no name, and a name comes next
	first  int           // the first word of a name of several
}

// readUsage counts in GermEval's training part.
func readUsage(data string) (*usage, error) {
	s := &source{name: "germeval", files: []string{germEvalTrain}}
	if err := s.read(data, nil); err != nil {
		return nil, err
	}
	u := &usage{words: map[string]*word{}, names: map[string]map[class]int{}, heads: map[string]*[3]int{}}
	for _, d := range s.docs {
		u.count(d)
	}
	return u, nil
}

func (u *usage) count(d *document) {
	n := len(d.doc.Tokens())
	at := 0
	outside := func(to int) {
		for ; at < to; at++ {
			w := u.word(d.text(at, at+1))
			w.out++
			if at+1 == to && to < n {
				w.before++
			}
		}
	}
	for _, m := range d.mentions {
		outside(m.First)
		at = m.Last
		c, text := class{m.Label, m.Form}, d.text(m.First, m.Last)
		if u.names[text] == nil {
			u.names[text] = map[class]int{}
		}
		u.names[text][c]++
		if m.Last-m.First > 1 {
			u.word(d.text(m.First, m.First+1)).first++
			for i := m.First; i < m.Last; i++ {
				u.word(d.text(i, i+1)).within++
			}
			continue
		}
		u.word(text).alone[c]++
		if h := headOf(text); h != "" {
			if u.heads[h] == nil {
				u.heads[h] = new([3]int)
			}
			u.heads[h][m.Form]++
		}
	}
	outside(n)
}

// word returns the counts of a form.
func (u *usage) word(form string) *word {
	w := u.words[form]
	if w == nil {
		w = &word{alone: map[class]int{}}
		u.words[form] = w
	}
	return w
}

// most returns the commonest class and how often it and all occur. Of equals it
// is the one that sorts first.
func most(counts map[class]int) (best class, n, all int) {
	for c, k := range counts {
		all += k
		if k > n || k == n && (c.Label < best.Label || c.Label == best.Label && c.Form < best.Form) {
			best, n = c, k
		}
	}
	return best, n, all
}

// headOf returns what stands behind the last hyphen of a compound.
func headOf(form string) string {
	if i := strings.LastIndexByte(form, '-'); i > 0 {
		return form[i+1:]
	}
	return ""
}

// text returns the words of tokens, a space between.
func (d *document) text(first, last int) string {
	tokens := d.doc.Tokens()
	if last == first+1 {
		return d.doc.Slice(tokens[first].Span)
	}
	var b strings.Builder
	for i, t := range tokens[first:last] {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(d.doc.Slice(t.Span))
	}
	return b.String()
}

// converter changes the annotations of a document to GermEval's guidelines.
type converter struct {
	*document
	source *source
	usage  *usage
	next   int // where the search for tokens goes on
}

// tokens returns the tokens that a span overlaps, and whether it begins and ends
// with them. Spans come in order.
func (c *converter) tokens(s extract.Span) (first, last int, exact bool) {
	tokens := c.doc.Tokens()
	for c.next < len(tokens) && tokens[c.next].End <= s.Start {
		c.next++
	}
	first = c.next
	for last = first; last < len(tokens) && tokens[last].Start < s.End; last++ {
	}
	exact = first < last && tokens[first].Start == s.Start && tokens[last-1].End == s.End
	return first, last, exact
}

// doNotKnow marks tokens as unknown.
func (c *converter) doNotKnow(first, last int) {
	for i := first; i < last; i++ {
		c.unknown[i] = true
	}
}

// add adds a mention, unless another has its tokens.
func (c *converter) add(m mention) {
	if n := len(c.mentions); n > 0 && c.mentions[n-1].Last > m.First {
		c.doNotKnow(m.First, m.Last)
		return
	}
	c.mentions = append(c.mentions, m)
}

// convertCut converts a mention that begins or ends inside a token, as SmartData
// marks "Talanx" in "Talanx-Aktie". In GermEval the whole compound is the part.
func (c *converter) convertCut(m mention, s extract.Span) {
	tokens := c.doc.Tokens()
	end := tokens[m.Last-1].Span
	rest := c.doc.Text()[min(s.End, end.End):end.End]
	switch {
	case tokens[m.First].Start != s.Start || tokens[m.First].Kind != extract.Word:
		c.doNotKnow(m.First, m.Last)
	case strings.HasPrefix(rest, "-") && len(rest) > 2:
		if m.Last-m.First > 1 {
			c.doNotKnow(m.First, m.Last) // New York-Reise
			return
		}
		m.Form = entities.Part
		c.add(m)
	case rest == "s" || rest == "'s" || rest == "’s":
		c.convert(m)
	default:
		c.doNotKnow(m.First, m.Last) // Köln/Bonn
	}
}

// kept are names by decision, though GermEval mostly leaves them out (30 of 33):
// in the Bundestag corpus they are 120, and who reads the news asks who said so.
var kept = map[string]bool{"Bundesregierung": true}

// trains are no names in GermEval: ICE, IC, S-Bahn are outside at 15 of 18 places.
var trains = regexp.MustCompile(`^(ICE|IC|EC|EN|CNL|RE|RB|S|U|Bus|Linie|Bahnstrecke|Zugverbindung)\b`)

// adjective is an adjective made of the name of a place.
var adjective = regexp.MustCompile(`^\p{L}[\p{L}-]*(isch|deutsch)(e|en|er|es|em)?$`)

// convert changes a mention and adds what GermEval would annotate of it.
func (c *converter) convert(m mention) {
	tokens := c.doc.Tokens()
	for m.First < m.Last && tokens[m.First].Kind != extract.OpenQuote && tokens[m.Last-1].Kind == extract.CloseQuote {
		m.Last-- // General-Anzeiger“
	}
	if m.First >= m.Last {
		return
	}
	text := c.text(m.First, m.Last)
	if kept[text] {
		c.add(m)
		return
	}
	// A name that GermEval knows well has GermEval's form: deutschen, Briten are
	// MISC in the Bundestag, Chinesen an organisation in SmartData. The label stays,
	// since Hannover may be the club.
	if best, n, all := most(c.usage.names[text]); 3*n >= 2*all && all >= 2 && (m.Last-m.First > 1 || 2*c.usage.words[text].out < all) {
		switch {
		case best.Form != entities.Name:
			m.Label, m.Form = best.Label, best.Form
		case best.Label == entities.ORG && n >= 10 && 10*n >= 9*all || m.Label == entities.MISC:
			m.Label = best.Label // EU is a place in SmartData, Frankfurter Rundschau MISC in the Bundestag
		}
		c.add(m)
		return
	}
	if m.Last-m.First == 1 {
		c.single(m, text)
		return
	}
	c.several(m, text)
}

// offices are no names in GermEval: 83 of about 95 such words are outside.
var offices = regexp.MustCompile(`^\p{Lu}\p{Ll}+(ministerium|regierung)(s|en)?$`)

// single converts a mention of one token.
func (c *converter) single(m mention, text string) {
	if m.Label == entities.PER && !c.source.partial {
		c.add(m) // Immer and Renner are members of the Bundestag
		return
	}
	if w := c.usage.words[text]; w != nil || offices.MatchString(text) {
		named := 0
		if w != nil {
			_, _, named = most(w.alone)
			named += w.within
		}
		switch {
		case offices.MatchString(text) || w.out >= 8 && w.out >= 4*named:
			return // Kabinett, Polizei, Unternehmen: no names in GermEval
		case w.out > named && w.out > 1:
			c.doNotKnow(m.First, m.Last) // Bund, Zentrum
			return
		}
	}
	place := m.Label == entities.LOC || m.Label == entities.MISC
	switch head := headOf(text); {
	case c.source.partial && trains.MatchString(text):
		c.doNotKnow(m.First, m.Last)
		return
	case place && adjective.MatchString(text):
		m.Label, m.Form = entities.LOC, entities.Derived
	case strings.ToLower(text) == text && (place || lexicon.Lookup(text).Known()):
		c.doNotKnow(m.First, m.Last) // stadtauswärts
		return
	case place && inhabitant(text):
		m.Label, m.Form = entities.LOC, entities.Derived
	case head != "" && c.partial(head):
		m.Form = entities.Part
		if m.Label == entities.MISC {
			m.Label = c.labelBefore(text, m.Label)
		}
	case c.source.partial && ordinary(text):
		c.doNotKnow(m.First, m.Last) // Konzern, Flugbegleiter, Club
		return
	}
	c.add(m)
}

// partial reports whether a compound with this head is more often a part than a
// name in GermEval, as SPD-Fraktion, and not as Schleswig-Holstein. A head that
// GermEval does not have in compounds makes a part if it is an ordinary noun.
func (c *converter) partial(head string) bool {
	if h := c.usage.heads[head]; h != nil {
		return h[entities.Part] > h[entities.Name]+h[entities.Derived]
	}
	return ordinary(head)
}

// labelBefore returns the label of the name that a compound begins with: ORG for
// EU-Vertrag.
func (c *converter) labelBefore(text string, l entities.Label) entities.Label {
	before := text[:strings.LastIndexByte(text, '-')]
	if best, n, _ := most(c.usage.names[before]); n >= 2 {
		return best.Label
	}
	return l
}

// ordinary reports whether a word is in the lexicon as a noun, and in no list of
// names.
func ordinary(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(r) || strings.ToUpper(w) == w || gazetteer.Lookup(w)&^gazetteer.Word != 0 {
		return false
	}
	return lexicon.Mask(w).OnlyNoun()
}

// inhabitant reports whether a word is made of a place as Kölner is, in any form,
// and no place itself as Hannover is.
func inhabitant(w string) bool {
	if gazetteer.Lookup(w).HasAny(gazetteer.Place) {
		return false
	}
	for _, end := range [...]string{"er", "ern", "ers", "erin", "erinnen"} {
		base, ok := strings.CutSuffix(w, end)
		if !ok || len(base) < 4 { // Leer, Aspern
			continue
		}
		for _, more := range [...]string{"", "a", "e", "en", "er"} {
			if gazetteer.Lookup(base + more).HasAny(gazetteer.Place) {
				return true
			}
		}
	}
	return false
}

// several converts a mention of several tokens.
func (c *converter) several(m mention, text string) {
	if c.source.partial && trains.MatchString(text) {
		c.doNotKnow(m.First, m.Last)
		return
	}
	first := c.text(m.First, m.First+1)
	second := c.text(m.First+1, m.First+2)
	rest := mention{m.First + 1, m.Last, m.Label, m.Form}
	w := c.usage.words[first]
	switch {
	case adjective.MatchString(first) && strings.ToLower(first) == first:
		// die niedersächsische Landesregierung: GermEval has the adjective alone.
		c.convert(mention{m.First, m.First + 1, entities.LOC, entities.Name})
		c.rest(rest)
	case w != nil && w.before >= 3 && w.before >= 3*w.first && strings.ToLower(second) != second && (strings.ToLower(first) != first || isArticle(first)):
		c.rest(rest) // Kanzlerin Merkel, die Deutsche Bank, Landkreis Cuxhaven
	case w != nil && w.out >= 4 && w.first == 0 && (second == "der" || second == "des") && rest.Last-rest.First > 1:
		rest.First++
		c.rest(rest) // Fraktion der SPD
	default:
		c.add(m)
	}
}

// isArticle tells articles from the particles of names (von Wogau).
func isArticle(w string) bool { return lexicon.Mask(w).HasAny(lexicon.Article) }

// rest converts what is left of a mention without its first words. The Amtsgericht
// is an organisation, Frankfurt is not.
func (c *converter) rest(m mention) {
	if m.Label == entities.ORG {
		best, n, all := most(c.usage.names[c.text(m.First, m.Last)])
		switch {
		case 3*n < 2*all || all == 0:
			if m.Last-m.First == 1 {
				c.single(m, c.text(m.First, m.Last))
				return
			}
		case best.Label == entities.LOC:
			m.Label = entities.LOC
		}
	}
	c.convert(m)
}

// complete adds the parts that a corpus lacks where the name is known: of such
// compounds as SPD-Antrag GermEval has 344 of 417 as parts, 5 outside.
func (c *converter) complete() {
	var more []mention
	c.outside(func(i int, form string) {
		head := headOf(form)
		if head == "" || !c.partial(head) {
			return
		}
		before := form[:len(form)-len(head)-1]
		w := c.usage.words[before]
		if w == nil {
			return
		}
		best, n, all := most(w.alone)
		if n >= 3 && 5*n >= 4*(all+w.out) && best.Form == entities.Name {
			more = append(more, mention{i, i + 1, best.Label, entities.Part})
		}
	})
	c.insert(more)
}

// outside calls f for each token outside of mentions that is not unknown.
func (c *converter) outside(f func(i int, form string)) {
	next := 0
	for i, t := range c.doc.Tokens() {
		for next < len(c.mentions) && c.mentions[next].Last <= i {
			next++
		}
		if c.unknown[i] || next < len(c.mentions) && c.mentions[next].First <= i {
			continue
		}
		f(i, c.doc.Slice(t.Span))
	}
}

// insert puts mentions in order.
func (c *converter) insert(more []mention) {
	c.mentions = append(c.mentions, more...)
	slices.SortFunc(c.mentions, func(a, b mention) int { return a.First - b.First })
}

// longestTitle is how many tokens in quotation marks may be a title.
const longestTitle = 6

// doubt marks the tokens of a partial corpus that may belong to names that it
// does not annotate, and adds the names that are MISC nearly wherever GermEval
// has them (Euro 325 of 329, Dollar 97 of 99).
func (c *converter) doubt() {
	tokens, tags := c.doc.Tokens(), c.doc.Tags()
	var more []mention
	c.outside(func(i int, form string) {
		switch tokens[i].Kind {
		case extract.Handle:
			c.unknown[i] = true
			return
		case extract.Word, extract.Abbreviation, extract.Symbol:
		default:
			return
		}
		if w := c.usage.words[form]; w != nil {
			best, n, all := most(w.alone)
			all += w.out + w.within
			switch {
			case n >= 8 && 20*n >= 19*all && best == class{entities.MISC, entities.Name}:
				more = append(more, mention{i, i + 1, entities.MISC, entities.Name})
				return
			case 2*w.out < all:
				c.unknown[i] = true
				return
			case w.out >= 4:
				return
			}
		}
		c.unknown[i] = tags[i].POS == extract.PROPN && tokens[i].Kind == extract.Word
	})
	c.insert(more)
	named := make([]bool, len(tokens))
	for _, m := range c.mentions {
		for i := m.First; i < m.Last; i++ {
			named[i] = true
		}
	}
	for _, q := range c.doc.Quotations() {
		first, last := q.Open+1, q.Close
		if first >= last || last-first > longestTitle || slices.Contains(named[first:last], true) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(c.text(first, first+1)); unicode.IsUpper(r) {
			c.doNotKnow(first, last) // „Star Wars“
		}
	}
	sentences := c.doc.Sentences()
	for _, p := range c.doc.Paragraphs() {
		if p.Role == extract.Furniture && p.First < p.Last {
			c.doNotKnow(sentences[p.First].First, sentences[p.Last-1].Last)
		}
	}
}
