package export

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// speaker is who makes claims, as the column shows it.
type speaker struct {
	name     string
	initials string // another's with the same letters get a number: PM, PM2
	entity   int    // or -1; of several the first
	all      string // the entities of all, -1 of none
	label    string // the entity's
	claims   []int
}

// findSpeakers groups the claims by who makes them: an entity, or someone who has
// only a name.
func (v *view) findSpeakers() {
	type key struct{ entities, name string }
	found := make(map[key]*speaker)
	same := make(map[string]int)
	for i, c := range v.a.Claims {
		k := key{entities: "-1", name: c.Speaker.Name}
		if ids := c.Speaker.Entities(); len(ids) > 0 {
			k.entities = joinedIndexes(ids)
			if len(ids) == 1 && !strings.Contains(k.name, claims.Several) {
				k.name = ""
			}
		}
		s := found[k]
		if s == nil {
			s = &speaker{name: c.Speaker.Name, entity: c.Speaker.Entity.Index(), all: k.entities}
			if s.entity >= 0 {
				s.label = v.a.Entities[s.entity].Label.String()
			}
			s.initials = initials(s.name)
			if same[s.initials]++; same[s.initials] > 1 {
				s.initials += strconv.Itoa(same[s.initials])
			}
			found[k] = s
			v.speakers = append(v.speakers, s)
		}
		s.claims = append(s.claims, i)
		v.speaks = append(v.speaks, s)
	}
	if i := slices.IndexFunc(v.speakers, (*speaker).nobody); i >= 0 {
		nobody := v.speakers[i]
		v.speakers = append(slices.Delete(v.speakers, i, i+1), nobody)
	}
}

func (s *speaker) nobody() bool { return s.entity < 0 && s.name == "" }

// initials returns the first letters of the first and the last word of a name that begin
// with a capital: "UP" of Uwe Petersen, "RN" of die Reederei Nordlicht. An article at
// the head counts for nothing.
func initials(name string) string {
	var letters []rune
	for i, w := range strings.Fields(name[:runeStart(name, min(len(name), utf8.UTFMax*nameColumns))]) {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }))
		if (unicode.IsUpper(r) || unicode.IsNumber(r)) && (i > 0 || !slices.Contains(articleWords, w)) {
			letters = append(letters, r)
		}
	}
	switch len(letters) {
	case 0:
		return "?"
	case 1:
		return string(letters)
	}
	return string([]rune{letters[0], letters[len(letters)-1]})
}

var articleWords = []string{"Der", "Die", "Das", "Den", "Dem", "Des", "Ein", "Eine", "Einem", "Einen", "Einer", "Eines"}

func (v *view) writeColumn() {
	v.printf("<aside class=\"laut-column\" lang=\"%s\" aria-label=\"%s\">\n<h2>%[2]s</h2>\n", v.lang, v.lang.word("who says what"))
	if len(v.a.Claims) == 0 {
		v.printf("<p class=\"laut-none\">%s</p>\n</aside>\n", v.lang.word("no claims"))
		return
	}
	v.writeFilters()
	for _, s := range v.speakers {
		name := excerpt(nameColumns, s.name)
		if s.nobody() {
			name = v.lang.word("nobody")
		}
		v.printf("<section class=\"laut-card\" data-entity=\"%s\" data-label=\"%s\">\n", s.all, s.label)
		v.printf("<h3><button type=\"button\" disabled aria-pressed=\"false\"><span class=\"laut-avatar\" aria-hidden=\"true\">%s</span> <bdi>%s</bdi> <span class=\"laut-number\">%d</span></button></h3>\n",
			escape(s.initials), name, len(s.claims))
		v.WriteString("<ol>\n")
		for _, i := range s.claims {
			v.writeClaim(i)
		}
		v.WriteString("</ol>\n</section>\n")
	}
	v.printf("<p class=\"laut-none\" hidden>%s</p>\n</aside>\n", v.lang.word("no match"))
}

// writeClaim writes a claim in the column: what is said, and how.
func (v *view) writeClaim(i int) {
	c := v.a.Claims[i]
	c.Content = v.within(c.Content)
	kind, stance := c.Kind.String(), c.Stance.String()
	v.printf("<li class=\"laut-said\" data-claim=\"%d\" data-kind=\"%s\" data-stance=\"%s\" data-who=\"%s\" data-cue=\"%s\">\n",
		i, kind, stance, v.numbers(speakerLayer, c.Speaker.Spans), v.numbers(cueLayer, c.Cue))
	v.printf("<button type=\"button\" disabled lang=\"de\">%s</button>\n", excerpt(claimColumns, v.a.Document.Text(c.Content...)))
	v.printf("<p><span class=\"laut-how\"><span class=\"laut-kind\" data-kind=\"%s\">%s</span>", kind, v.lang.word(kind))
	if stance != "" {
		v.printf(" · %s", v.lang.word(stance))
	}
	if p := c.Parent.Index(); p >= 0 && v.speaks[p] != v.speaks[i] && !v.speaks[p].nobody() {
		v.printf(" · %s <bdi lang=\"de\">%s</bdi>", v.lang.word("according to"), excerpt(nameColumns, v.speaks[p].name))
	}
	v.WriteString("</span>")
	v.printf(" <span class=\"laut-score\" title=\"%s\">%d %%</span>", v.lang.word("probability"), inPercent(c.Score))
	if c.Speaker.Name != "" {
		v.printf(" <span class=\"laut-score\" title=\"%s\">Name %d %%</span>", v.lang.word("name probability"), inPercent(c.Speaker.Score))
	}
	v.WriteString("</p>\n</li>\n")
}

// numbers lists the words for the claim's speaker, or its cues, as the text numbers them.
func (v *view) numbers(l layer, spans []extract.Span) string {
	var ns []string
	for _, s := range v.within(spans) {
		ns = append(ns, strconv.Itoa(v.marks[passage{Span: s, layer: l}]))
	}
	return strings.Join(ns, " ")
}

// inPercent rounds a score. Only what is certain has 100.
func inPercent(score float64) int {
	if score < 1 {
		return min(int(math.Round(100*score)), 99)
	}
	return 100
}

// writeHead writes the id and the legend of the names. Buttons are disabled until the
// script has come: without it they are a legend.
func (v *view) writeHead(id ID) {
	v.printf("<header class=\"laut-head\" lang=\"%s\">\n", v.lang)
	if name := excerpt(nameColumns, id.String()); name != "" {
		v.printf("<p class=\"laut-id\"><bdi>%s</bdi></p>\n", name)
	}
	counts := tally(v.a.Entities, func(e entities.Entity) entities.Label { return e.Label })
	v.printf("<ul class=\"laut-legend\" aria-label=\"%s\">\n", v.lang.word("names"))
	for l := entities.PER; l <= entities.MISC; l++ {
		if counts[l] > 0 {
			v.printf("<li><button type=\"button\" disabled aria-pressed=\"true\" data-label=\"%s\">%s <span class=\"laut-number\">%d</span></button></li>\n",
				l, v.lang.word(l.String()), counts[l])
		}
	}
	roles := tally(v.a.Document.Paragraphs(), func(p extract.Paragraph) extract.ParagraphKind { return p.Kind })
	if furniture := roles[extract.Furniture]; furniture > 0 {
		v.printf("<li><button type=\"button\" disabled aria-pressed=\"false\" class=\"laut-more\">%s <span class=\"laut-number\">%d</span></button></li>\n",
			v.lang.word("furniture"), furniture)
	}
	v.WriteString("</ul>\n</header>\n")
}

// writeFilters writes what the claims can be chosen by, which is the legend of their
// kinds too.
func (v *view) writeFilters() {
	kinds := tally(v.a.Claims, func(c claims.Claim) claims.Kind { return c.Kind })
	stances := tally(v.a.Claims, func(c claims.Claim) claims.Stance { return c.Stance })
	v.printf("<ul class=\"laut-kinds\" aria-label=\"%s\">\n", v.lang.word("kinds"))
	for k := claims.Direct; k <= claims.Reported; k++ {
		if kinds[k] > 0 {
			v.printf("<li><button type=\"button\" disabled aria-pressed=\"false\" data-kind=\"%s\"><span class=\"laut-kind\" data-kind=\"%[1]s\">%s</span> <span class=\"laut-number\">%d</span></button></li>\n",
				k, v.lang.word(k.String()), kinds[k])
		}
	}
	v.printf("</ul>\n<p class=\"laut-choice\"><label hidden>%s <select><option value=\"\">%s</option>", v.lang.word("stance"), v.lang.word("all"))
	for s := claims.Asserts; s <= claims.Withholds; s++ {
		if stances[s] > 0 {
			v.printf("<option value=\"%s\">%s (%d)</option>", s, v.lang.word(s.String()), stances[s])
		}
	}
	v.printf("</select></label> <span role=\"status\"><span class=\"laut-shown\">%d</span> %s %[1]d %[3]s</span> <button type=\"button\" class=\"laut-reset\" hidden>%[4]s</button></p>\n",
		len(v.a.Claims), v.lang.word("of"), v.lang.word("claims"), v.lang.word("show all"))
}

// tally counts how many of xs have each value.
func tally[X any, V comparable](xs []X, value func(X) V) map[V]int {
	counts := make(map[V]int)
	for _, x := range xs {
		counts[value(x)]++
	}
	return counts
}

// joinedIndexes lists the places of entities: "0 2".
func joinedIndexes(ids []entities.ID) string {
	return strings.Join(each(ids, func(id entities.ID) string { return strconv.Itoa(id.Index()) }), " ")
}
