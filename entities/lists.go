package entities

import (
	"embed"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed words/*.txt
var files embed.FS

// class says what a noun tells of the name behind it or of the name it is in.
type class uint32

const (
	maleTitle    class = 1 << iota // Herr
	femaleTitle                    // Frau
	anyTitle                       // Dr.
	man                            // Sohn, König
	woman                          // Tochter, Königin
	office                         // Präsident; with -in a woman
	orgNoun                        // Firma, before a name
	orgHead                        // Bank, the end of a name
	orgJoin                        // Universität, takes the following name
	orgAim                         // Bundesamt, takes "für …"
	orgForeign                     // University
	townHead                       // Zeitung, the end of a name behind a town's -er form
	nameHead                       // Stiftung, the end of a name behind another name
	legalForm                      // GmbH
	club                           // FC
	placeNoun                      // Stadt
	placeHead                      // Straße, the end of a name
	placeJoin                      // Schloss, takes the following name
	placeForeign                   // Street
	workNoun                       // Film
	workHead                       // Vertrag, the end of a name
	neverName                      // DVD
)

const (
	personTitle = maleTitle | femaleTitle | anyTitle
	person      = personTitle | man | woman | office
	// beforeName are the nouns that stand before a name and are no part of it.
	beforeName = person | orgNoun | workNoun | placeNoun
)

// exact are the classes of words whose case counts and which have one form
// only.
const exact = personTitle | orgForeign | legalForm | club | placeJoin | placeForeign | neverName

// classes are the sections of the lists that give words a class.
var classes = map[string]class{
	"persons/titles of men":            maleTitle,
	"persons/titles of women":          femaleTitle,
	"persons/titles":                   anyTitle,
	"persons/men":                      man,
	"persons/women":                    woman,
	"persons/offices":                  office,
	"organisations/before a name":      orgNoun,
	"organisations/heads":              orgHead,
	"organisations/heads behind towns": townHead,
	"organisations/heads behind names": nameHead,
	"organisations/joining":            orgJoin,
	"organisations/with an aim":        orgAim,
	"organisations/foreign":            orgForeign,
	"organisations/legal forms":        legalForm,
	"organisations/clubs":              club,
	"places/before a name":             placeNoun,
	"places/heads":                     placeHead,
	"places/one-word ends":             placeHead,
	"places/joining":                   placeJoin,
	"places/foreign":                   placeForeign,
	"works/before a name":              workNoun,
	"works/heads":                      workHead,
	"nouns/never a name":               neverName,
}

// longestWord is in bytes; a longer token is no name.
const longestWord = 100

// listed is a name of words/names.txt.
type listed struct {
	label Label
	party bool
	when  byte // 0 always, '~' not behind a determiner, '?' only in quotation marks or behind a noun such as Zeitung
	exact string
}

// weights are points of evidence by label.
type weights [len(labelNames)]int

func (w *weights) add(v weights) {
	for l, n := range v {
		w[l] += n
	}
}

func (w *weights) top() int { return max(w[PER], w[ORG], w[LOC], w[MISC]) }

type wordSet map[string]struct{}

func (s wordSet) has(w string) bool {
	_, ok := s[w]
	return ok
}

// lists holds the word lists of the package. It is immutable once read.
type lists struct {
	nouns    map[string]class    // in small letters
	ends     map[string]class    // ends of compounds
	capitals map[string]class    // words of an exact class
	names    map[string][]listed // by keyOf
	openers  map[string]int      // the first word of a name, by keyOf: bytes of the longest key that begins so
	peoples  map[string]string   // adjective or people in small letters: the place
	places   wordSet             // of peoples

	world, townEnds, nounEnds, plainFronts    wordSet
	determiners, particles, joiners, nobility wordSet
	before, beforeOne, behind                 map[string]weights
	agencies, directions, roadBefore          wordSet
	longestNounEnd                            int
}

var words = sync.OnceValue(readLists)

func readLists() *lists {
	l := &lists{
		nouns: map[string]class{}, ends: map[string]class{}, capitals: map[string]class{},
		names: map[string][]listed{}, openers: map[string]int{}, peoples: map[string]string{}, places: wordSet{},
	}
	sets := map[string]*wordSet{
		"places/world":                 &l.world,
		"places/ends of unknown towns": &l.townEnds,
		"places/no names":              &l.plainFronts,
		"nouns/ends of unknown nouns":  &l.nounEnds,
		"context/determiners":          &l.determiners,
		"context/inside persons":       &l.particles,
		"context/inside foreign names": &l.joiners,
		"context/nobility":             &l.nobility,
		"context/agencies":             &l.agencies,
		"context/directions":           &l.directions,
		"context/before roads":         &l.roadBefore,
	}
	for _, s := range sets {
		*s = wordSet{}
	}
	for _, file := range []string{"persons", "organisations", "places", "works", "nouns", "context"} {
		readSections(file, func(section, line string) {
			c, s := classes[file+"/"+section], sets[file+"/"+section]
			if c == 0 && s == nil {
				panic("entities: words/" + file + ".txt: unknown section " + section) // a fault of the build, which the tests rule out
			}
			for _, w := range strings.Fields(line) {
				switch {
				case s != nil:
					(*s)[w] = struct{}{}
				case c&exact != 0:
					l.capitals[w] |= c
				case w[0] == '-':
					l.ends[w[1:]] |= c
				default:
					l.nouns[strings.ToLower(w)] |= c
				}
			}
		})
	}
	for e := range l.nounEnds {
		l.longestNounEnd = max(l.longestNounEnd, len(e))
	}
	l.before, l.beforeOne, l.behind = map[string]weights{}, map[string]weights{}, map[string]weights{}
	readSections("evidence", l.addEvidence)
	readSections("names", l.addName)
	readSections("peoples", func(_, line string) {
		place, forms, _ := strings.Cut(line, ":")
		l.places[place] = struct{}{}
		for _, f := range strings.Fields(forms) {
			l.peoples[strings.ToLower(f)] = place
		}
	})
	return l
}

// readSections hands out the lines of a list with the section that they are in.
func readSections(file string, line func(section, line string)) {
	text, err := files.ReadFile("words/" + file + ".txt")
	if err != nil {
		panic(err) // the file is embedded
	}
	section := ""
	for s := range strings.Lines(string(text)) {
		s = strings.TrimSpace(s)
		switch {
		case s == "", s[0] == '#':
		case s[0] == '[':
			section = strings.Trim(s, "[]")
		default:
			line(section, s)
		}
	}
}

// addEvidence adds a line of evidence.txt: words = LABEL points, LABEL points.
func (l *lists) addEvidence(section, line string) {
	left, right, _ := strings.Cut(line, "=")
	var w weights
	for item := range strings.SplitSeq(right, ",") {
		name, points, _ := strings.Cut(strings.TrimSpace(item), " ")
		n, err := strconv.Atoi(points)
		label := slices.Index(labelNames[:], name)
		if err != nil || label < 1 {
			panic("entities: words/evidence.txt: " + line) // a fault of the build, which the tests rule out
		}
		w[label] = n
	}
	m := map[string]map[string]weights{"before": l.before, "before one word": l.beforeOne, "behind": l.behind}[section]
	for _, word := range strings.Fields(left) {
		m[word] = w
	}
}

// addName adds a line of names.txt. The section's last word is the label.
func (l *lists) addName(section, line string) {
	n := listed{party: section == "parties ORG"}
	for i, name := range labelNames {
		if i > 0 && strings.HasSuffix(section, " "+name) {
			n.label = Label(i)
		}
	}
	if strings.HasSuffix(line, " ?") || strings.HasSuffix(line, " ~") {
		n.when = line[len(line)-1]
		line = line[:len(line)-2]
	}
	n.exact = line
	key := keyOf(line)
	l.names[key] = append(l.names[key], n)
	first, _, _ := strings.Cut(line, " ")
	for _, f := range []string{first, firstLetters(first)} {
		if o := string(bare(fold(nil, f))); o != "" {
			l.openers[o] = max(l.openers[o], len(key))
		}
	}
}

// keyOf returns the folded words of a name, each without the ending of an
// adjective.
func keyOf(name string) string {
	var key []byte
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '/' }) {
		start := len(key)
		key = fold(key, w)
		key = append(key[:start], bare(key[start:])...)
	}
	return string(key)
}

// firstLetters returns the letters that s begins with: a tokeniser may cut
// "Sat.1" behind them.
func firstLetters(s string) string {
	for i, r := range s {
		if !isLetter(r) {
			return s[:i]
		}
	}
	return s
}
