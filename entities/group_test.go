package entities_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/cputime"
)

// marked reads a text with its mentions in square brackets, each after its
// label: "[PER Sam Altman] und [LOC' deutsche] [ORG- Open-AI]-Gründer", ' for
// derived words and - for parts. ? is no label.
func marked(s string) (string, []entities.Named) {
	var text strings.Builder
	var names []entities.Named
	for s != "" {
		before, rest, ok := strings.Cut(s, "[")
		text.WriteString(before)
		if !ok {
			break
		}
		label, rest, _ := strings.Cut(rest, " ")
		name, rest, _ := strings.Cut(rest, "]")
		var n entities.Named
		if l, ok := strings.CutSuffix(label, "'"); ok {
			label, n.Form = l, entities.FormDerived
		}
		if l, ok := strings.CutSuffix(label, "-"); ok {
			label, n.Form = l, entities.FormPart
		}
		for l := entities.PER; l <= entities.MISC; l++ {
			if l.String() == label {
				n.Label = l
			}
		}
		n.Start = text.Len()
		text.WriteString(name)
		n.End = text.Len()
		names = append(names, n)
		s = rest
	}
	return text.String(), names
}

// TestGroups looks at which mentions are one entity.
func TestGroups(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string // the mentions of each entity, joined by |
	}{
		// Spelling and inflection.
		{"genitive of the surname, no apostrophe", "[PER Nora Altman] kam. [PER Altmans] Haus brennt.", []string{"Nora Altman|Altmans"}},
		{"genitive of the full name", "[PER Nora Altmans] Haus brennt. [PER Altman] weint.", []string{"Nora Altmans|Altman"}},
		{"a genitive is not cut from a name that has an s", "[PER Klaus Peters] kam. [PER Peters] ging.", []string{"Klaus Peters|Peters"}},
		{"Peters is not of Peter", "[PER Klaus Peters] kam. [PER Peter] ging.", []string{"Klaus Peters", "Peter"}},
		{"apostrophe behind an s", "[PER Hans Markus] fehlt. [PER Markus'] Auto steht da.", []string{"Hans Markus|Markus'"}},
		{"an unknown name before a noun", "[PER Xandrikos] schweigt. [PER Quentels] Haus brennt. [PER Quentel] lacht.", []string{"Xandrikos", "Quentels|Quentel"}},
		{"genitive of a place", "[LOC Brandenburgs] Seen sind schön. [LOC Brandenburg] lockt.", []string{"Brandenburgs|Brandenburg"}},
		{"a place that ends in s", "[LOC Paris] ist groß, [LOC Wels] nicht.", []string{"Paris", "Wels"}},
		{"genitive in -es of a compound", "Vor dem Tor des [ORG Lindner-Krankenhauses]. Das [ORG Lindner-Krankenhaus] schließt.", []string{"Lindner-Krankenhauses|Lindner-Krankenhaus"}},
		{"blank, hyphen and case", "[ORG Open AI], [ORG OPENAI], [ORG OpenAI], [ORG Open-AI]", []string{"Open AI|OPENAI|OpenAI|Open-AI"}},
		{"ß and ss", "[PER Franz Josef Strauß] sprach. [PER Strauss] lachte.", []string{"Franz Josef Strauß|Strauss"}},
		{"decomposed umlauts", "[PER Angela Müller] kam. [PER Mu\u0308ller] ging.", []string{"Angela Müller|Mu\u0308ller"}},
		{"soft hyphen", "[PER Angela Merkel] kam. [PER Mer\u00ADkel] ging.", []string{"Angela Merkel|Mer\u00ADkel"}},
		{"endings of adjectives", "Bei der [ORG Deutschen Bank] gilt, was die [ORG Deutsche Bank] sagt.", []string{"Deutschen Bank|Deutsche Bank"}},
		{"one adjective as a name", "Die [ORG Grünen] und ein Antrag von [ORG Grüne]", []string{"Grünen|Grüne"}},
		{"but not of persons", "[PER Lange] und [PER Lang] streiten.", []string{"Lange", "Lang"}},
		{"article inside the mention", "[ORG Die Grünen] tagen. Bei den [ORG Grünen] ist Streit.", []string{"Die Grünen|Grünen"}},
		{"legal form", "Die [ORG Siemens AG] wächst, [ORG Siemens] wirbt.", []string{"Siemens AG|Siemens"}},
		{"legal form of several words", "Die [ORG Müller GmbH & Co. KG] wächst. [ORG Müller] wirbt.", []string{"Müller GmbH & Co. KG|Müller"}},

		// Persons.
		{"the surname before the full name", "[PER Altman] zögert. Dann sagte [PER Sam Altman] zu.", []string{"Altman|Sam Altman"}},
		{"first name alone", "[PER Greta Lindner] singt. [PER Greta] lacht.", []string{"Greta Lindner|Greta"}},
		{"a middle initial", "[PER George W. Bush] sprach. [PER George Bush] winkte.", []string{"George W. Bush|George Bush"}},
		{"an initial for the first name", "[PER Joe Biden] sprach. [PER J. Biden] schrieb.", []string{"Joe Biden|J. Biden"}},
		{"the initial first", "[PER J. Biden] schrieb. [PER Joe Biden] sprach.", []string{"J. Biden|Joe Biden"}},
		{"another initial", "[PER Joe Biden] sprach. [PER H. Biden] schrieb.", []string{"Joe Biden", "H. Biden"}},
		{"a middle name alone is no other person", "[PER Johann Wolfgang Goethe] schrieb. [PER Wolfgang Goethe] las.", []string{"Johann Wolfgang Goethe|Wolfgang Goethe"}},
		{"but not of another one with that middle name", "[PER Moritz Schenk Graf von Stauffenberg] kam. [PER Claus Schenk Graf von Stauffenberg] nicht.", []string{"Moritz Schenk Graf von Stauffenberg", "Claus Schenk Graf von Stauffenberg"}},
		{"first of two surnames", "[PER Álvaro Uribe Vélez] siegt. [PER Uribe] dankt. [PER Uribe Vélez] geht.", []string{"Álvaro Uribe Vélez|Uribe|Uribe Vélez"}},
		{"the noun before a genitive is somebody else", "[PER Jan Quentel] klagt. Die Frau [PER Quentels] weint. Frau [PER Quentel] nicht.", []string{"Jan Quentel|Quentels", "Quentel"}},
		{"short form of the first name", "[PER Rudolf Völler] kam. [PER Rudi Völler] ging. [PER Rudi] jubelt.", []string{"Rudolf Völler|Rudi Völler|Rudi"}},
		{"particles", "[PER Ursula von der Leyen] kam. [PER Von der Leyen] ging. [PER Leyen] blieb.", []string{"Ursula von der Leyen|Von der Leyen|Leyen"}},
		{"nobility", "[PER Otto Graf Lambsdorff] kam. [PER Graf Lambsdorff] ging.", []string{"Otto Graf Lambsdorff|Graf Lambsdorff"}},
		{"double surname", "[PER Sabine Leutheusser-Schnarrenberger] kam. [PER Leutheusser] ging.", []string{"Sabine Leutheusser-Schnarrenberger|Leutheusser"}},
		{"title inside the mention", "[PER Dr. Angela Merkel] kam. [PER Frau Merkel] ging.", []string{"Dr. Angela Merkel|Frau Merkel"}},
		{"noun inside the mention", "[PER Bürgermeister Langer] kam. [PER Jan Langer] ging.", []string{"Bürgermeister Langer|Jan Langer"}},
		{"two persons of one surname stay two", "[PER Hunter Biden] klagt. [PER Joe Biden] schweigt.", []string{"Hunter Biden", "Joe Biden"}},
		{"the bare surname goes to the one named last", "[PER Hunter Biden] klagt. [PER Joe Biden] schweigt. [PER Biden] geht.", []string{"Hunter Biden", "Joe Biden|Biden"}},
		{"a bare name keeps its person before others", "[PER Petra Brandt] und [PER Klaus Brandt] kamen. [PER Brandt] sprach. [PER Petra Brandt] hörte zu. [PER Brandt] nickte.", []string{"Petra Brandt|Petra Brandt|Brandt", "Klaus Brandt|Brandt"}},
		{"the title chooses", "[PER Petra Müller] und [PER Jan Müller] klagen. Frau [PER Müller] gewann, Herr [PER Müller] verlor.", []string{"Petra Müller|Müller", "Jan Müller|Müller"}},
		{"the noun chooses", "[PER Petra Müller] und [PER Jan Müller] klagen. Die Abgeordnete [PER Müller] gewann, der Abgeordnete [PER Müller] verlor.", []string{"Petra Müller|Müller", "Jan Müller|Müller"}},
		{"a title that fits nobody named makes a person of its own", "[PER Jan Müller] klagt. Frau [PER Müller] nicht.", []string{"Jan Müller", "Müller"}},
		{"numbers of rulers part persons", "[PER Ludwig XIV.] baute. [PER Ludwig XVI.] fiel. [PER Ludwig XIV] starb.", []string{"Ludwig XIV.|Ludwig XIV", "Ludwig XVI."}},
		{"a surname labelled as a company", "[PER Olaf Scholz] kam. [ORG Scholz] ging.", []string{"Olaf Scholz|Scholz"}},
		{"a town of the same name stays a town", "[PER George Washington] siegte. In [LOC Washington] regnet es.", []string{"George Washington", "Washington"}},
		{"but the person's surname is the person's", "[PER Jack London] schrieb. [PER London] fuhr zur See.", []string{"Jack London|London"}},
		{"surname inside a compound", "[PER Angela Merkel] trat ab. Die [PER- Merkel]-Jahre sind vorbei.", []string{"Angela Merkel|Merkel"}},
		{"no labels at all", "[? Sam Altman] kam. [? Altmans] Haus brennt in [? Zürich].", []string{"Sam Altman|Altmans", "Zürich"}},

		// Organisations and places.
		{"the short form in brackets", "Die [ORG Lindauer Seehilfe] ([ORG LSH]) warnt. Die [ORG LSH] zählt.", []string{"Lindauer Seehilfe|LSH|LSH"}},
		{"the long form in brackets", "Die [ORG LSH] ([ORG Lindauer Seehilfe]) warnt.", []string{"LSH|Lindauer Seehilfe"}},
		{"brackets around something else", "Die [ORG Weltgesundheitsorganisation] ([ORG SPD]) warnt.", []string{"Weltgesundheitsorganisation", "SPD"}},
		{"first letters of the words", "Die [ORG Nordische Investitionsbank Baltikum] wächst. [ORG NIB] wirbt.", []string{"Nordische Investitionsbank Baltikum|NIB"}},
		{"first letters of two names tell nothing", "[ORG Neue Innere Bewegung], [ORG Nordische Investitionsbank Baltikum], [ORG NIB]", []string{"Neue Innere Bewegung", "Nordische Investitionsbank Baltikum", "NIB"}},
		{"names that a list knows", "Der [ORG Nordatlantikpakt] tagt. Die [ORG Nato] berät, die [LOC USA] und die [LOC Vereinigten Staaten] auch.", []string{"Nordatlantikpakt|Nato", "USA|Vereinigten Staaten"}},
		{"party and long form", "Die [ORG Sozialdemokratische Partei Deutschlands] tagt. Die [ORG SPD] wählt.", []string{"Sozialdemokratische Partei Deutschlands|SPD"}},
		{"the end of the name", "Das [ORG Deutsche Rote Kreuz] hilft. Das [ORG Rote Kreuz] sammelt.", []string{"Deutsche Rote Kreuz|Rote Kreuz"}},
		{"one noun of the name", "Die [ORG Deutsche Bahn] streikt. Die [ORG Bahn] verhandelt.", []string{"Deutsche Bahn|Bahn"}},
		{"two that end alike", "Die [ORG Deutsche Bahn] und die [ORG Südbahn Bahn] streiken. Die [ORG Bahn] verhandelt.", []string{"Deutsche Bahn", "Südbahn Bahn", "Bahn"}},
		{"a party is not the end of another name", "Die [ORG Europäische Union] zahlt. Die [ORG Union] klagt.", []string{"Europäische Union", "Union"}},
		{"club", "Der [ORG FC Bayern München] siegt. Die Fans des [ORG FC Bayern] feiern. [ORG Bayern] führt.", []string{"FC Bayern München|FC Bayern|Bayern"}},
		{"the club is not the country", "Der [ORG FC Bayern München] siegt in [LOC Bayern].", []string{"FC Bayern München", "Bayern"}},
		{"a party in a country is not the party", "Die [ORG CDU Brandenburg] wählt. Die [ORG CDU] auch.", []string{"CDU Brandenburg", "CDU"}},
		{"a university is not its town", "Die [ORG Universität Potsdam] forscht. [ORG Potsdam] zahlt.", []string{"Universität Potsdam", "Potsdam"}},
		{"federal court", "Das [ORG Bundesverfassungsgericht] prüft. Das [ORG Verfassungsgericht] urteilt.", []string{"Bundesverfassungsgericht|Verfassungsgericht"}},
		{"two courts", "[ORG Bundesverfassungsgericht], [ORG Landesverfassungsgericht], [ORG Verfassungsgericht]", []string{"Bundesverfassungsgericht", "Landesverfassungsgericht", "Verfassungsgericht"}},
		{"a short form that is another's last word", "[ORG Super RTL] sendet. [ORG RTL] schweigt.", []string{"Super RTL", "RTL"}},
		{"town on a river", "[LOC Frankfurt am Main] wächst. [LOC Frankfurt] baut.", []string{"Frankfurt am Main|Frankfurt"}},
		{"part and name", "Der [ORG- Open-AI]-Gründer verließ [ORG OpenAI].", []string{"Open-AI|OpenAI"}},

		// Derived words.
		{"town and its people", "[LOC Zürich] wächst. Die [LOC' Zürcher] klagen.", []string{"Zürich|Zürcher"}},
		{"adjective of a country", "In [LOC Frankreich] streiken die [LOC' Franzosen] gegen die [LOC' französische] Regierung.", []string{"Frankreich|Franzosen|französische"}},
		{"the country itself is not named", "Die [LOC' russische] Armee und die [LOC' Russen].", []string{"russische|Russen"}},
		{"by another name of the country", "Die [LOC USA] zahlen. Die [LOC' amerikanische] Armee geht.", []string{"USA|amerikanische"}},
		{"of two towns that of the text", "[LOC Wittenberge] liegt an der Elbe. Der [LOC' Wittenberger] Hafen wächst.", []string{"Wittenberge|Wittenberger"}},
		{"a village that nobody knows", "In [LOC Quöbbin] brennt es. Die [LOC' Quöbbiner] Wehr löscht.", []string{"Quöbbin|Quöbbiner"}},
		{"a name of two words", "In [LOC Groß Kreutz] brennt es. Die [LOC' Groß-Kreutzer] Wehr löscht.", []string{"Groß Kreutz|Groß-Kreutzer"}},
		{"derived words of an unknown place", "Die [LOC' Quöbbiner] Wehr und die [LOC' Quöbbinerinnen].", []string{"Quöbbiner|Quöbbinerinnen"}},
	} {
		text, names := marked(c.text)
		d := extract.Parse(text)
		var got []string
		for _, e := range entities.Group(d, names) {
			var mentions []string
			for _, m := range e.Mentions {
				mentions = append(mentions, d.Slice(m.Span))
			}
			got = append(got, strings.Join(mentions, "|"))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", c.why, c.text, diff)
		}
	}
}

// TestNames looks at names, labels, genders and numbers.
func TestNames(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"the longest form", "[PER Altman] kam. [PER Sam Altman] ging.", "Sam Altman PER m sg"},
		{"without genitive s", "Der Sieg [PER Angela Merkels] war knapp.", "Angela Merkel PER f sg"},
		{"without title", "[PER Frau Dr. Merkel] kam.", "Merkel PER f sg"},
		{"the name rather than the part", "Die [ORG- Nestlé]-Chefin kam. [ORG Nestlé] wächst.", "Nestlé ORG - sg"},
		{"the place of derived words", "Die [LOC' chinesische] Mauer steht.", "China LOC - sg"},
		{"the long form rather than the short one", "Der [ORG Nordatlantikpakt] ([ORG Nato]) tagt.", "Nordatlantikpakt ORG - sg"},
		{"a nominative of the text", "Bei der [ORG Deutschen Bahn] hofft man. Die [ORG Deutsche Bahn] schweigt.", "Deutsche Bahn ORG - sg"},
		{"a nominative that the text does not have", "Bei der [ORG Deutschen Bahn] hofft man.", "Deutsche Bahn ORG - sg"},
		{"of a neuter", "Vom [ORG Deutschen Roten Kreuz] kam Hilfe.", "Deutsches Rotes Kreuz ORG - sg"},
		{"of a masculine", "Im [ORG Deutschen Bundestag] gab es Streit.", "Deutscher Bundestag ORG - sg"},
		{"a weak ending behind the article", "Das [ORG Deutsche Rote Kreuz] half.", "Deutsches Rotes Kreuz ORG - sg"},
		{"an s that is no genitive's", "Die [ORG Alpi Eagles] flogen.", "Alpi Eagles ORG - sg"},
		{"a place in the gazetteer that ends in s", "In [LOC New Orleans] regnet es.", "New Orleans LOC - sg"},
		{"a nominalised adjective inside a compound", "Der CSU-Vorsitzende [PER Xandrik] kam.", "Xandrik PER m sg"},
		{"and of a woman", "Die CSU-Vorsitzende [PER Xandrik] kam.", "Xandrik PER f sg"},
		{"a noun in the genitive", "Ein Sprecher des [LOC Weißen Hauses] schwieg.", "Weißes Haus LOC - sg"},
		{"most labels win", "[ORG Quentel] kam. [PER Quentel] ging. [PER Quentel] blieb.", "Quentel PER - sg"},
		{"the full form's label counts more", "[ORG Xandrik] kam. [PER Jona Xandrik] ging.", "Jona Xandrik PER - sg"},
		{"gender from the title", "Frau [PER Ottersberg] kam.", "Ottersberg PER f sg"},
		{"behind another title", "Frau Dr. [PER Ottersberg] kam.", "Ottersberg PER f sg"},
		{"gender from the noun", "Die Ministerin [PER Xandrika] kam.", "Xandrika PER f sg"},
		{"from a noun that no list has", "Die Moorschützerin [PER Xandrika] kam.", "Xandrika PER f sg"},
		{"a noun in the masculine", "Außenminister [PER Xandrik] kam.", "Xandrik PER m sg"},
		{"the first name counts more than the noun", "Bundeskanzler [PER Angela Merkel] kam.", "Angela Merkel PER f sg"},
		{"a first name that the gazetteer has without gender", "[PER Marlene Quentel] kam.", "Marlene Quentel PER f sg"},
		{"or with the wrong one", "[PER Irmgard Quentel] kam.", "Irmgard Quentel PER f sg"},
		{"the first of two first names", "[PER Jens-Uwe Quentel] kam.", "Jens-Uwe Quentel PER m sg"},
		{"a later title tells it", "[PER Xandri Quentel] kam. Frau [PER Quentel] blieb.", "Xandri Quentel PER f sg"},
		{"no label but a first name", "[? Angela Quentel] kam.", "Angela Quentel PER f sg"},
		{"no label and no clue", "[? Quentel] kam.", "Quentel MISC - sg"},
		{"a plural adjective", "Die [ORG Grünen] tagen.", "Grünen ORG - pl"},
		{"a plural of the list, inflected", "Bei den [ORG Vereinten Nationen] herrscht Ratlosigkeit.", "Vereinte Nationen ORG - pl"},
		{"a country in the plural", "Die [LOC USA] zögern.", "USA LOC - pl"},
		{"a noun that may be either, with article", "Die [ORG Berliner Philharmoniker] spielen.", "Berliner Philharmoniker ORG - pl"},
		{"an organisation in the singular", "Die [ORG Deutsche Bank] prüft.", "Deutsche Bank ORG - sg"},
	} {
		text, names := marked(c.text)
		es := entities.Group(extract.Parse(text), names)
		if len(es) != 1 {
			t.Errorf("%s: %q: %d entities, want one: %v", c.why, c.text, len(es), es)
			continue
		}
		gender := map[entities.Gender]string{entities.GenderUnknown: "-", entities.Masculine: "m", entities.Feminine: "f"}[es[0].Gender]
		number := map[extract.Number]string{extract.Singular: "sg", extract.Plural: "pl"}[es[0].Number]
		if got := fmt.Sprintf("%s %v %s %s", es[0].Name, es[0].Label, gender, number); got != c.want {
			t.Errorf("%s: %q: got %q, want %q", c.why, c.text, got, c.want)
		}
	}
}

// TestAnySpans checks that any spans are grouped, without panic: each one that is
// inside the text and not blank has one place, and nothing else has.
func TestAnySpans(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, s := range samples {
		d := extract.Parse(s)
		for range 50 {
			var names []entities.Named
			for range rng.IntN(30) {
				start := rng.IntN(len(s)+7) - 3
				names = append(names, entities.Named{
					Span:  extract.Span{Start: start, End: start + rng.IntN(20) - 3},
					Label: entities.Label(rng.IntN(7)), Form: entities.Form(rng.IntN(4)),
				})
			}
			checkGroups(t, d, names)
		}
	}
}

func FuzzGroup(f *testing.F) {
	for _, s := range samples {
		f.Add(s, []byte{0, 5, 1, 3, 9, 2, 0, 200, 30})
	}
	f.Add("0000000\xc00000'", []byte{3, 3, '0'})
	f.Add("00000000000  ", []byte{3, 3, 'A'})
	f.Fuzz(func(t *testing.T, text string, spans []byte) {
		var names []entities.Named
		for ; len(spans) >= 3 && len(names) < 200; spans = spans[3:] {
			start := int(spans[0])*4 - 2
			names = append(names, entities.Named{
				Span:  extract.Span{Start: start, End: start + int(spans[1])},
				Label: entities.Label(spans[2] % 6), Form: entities.Form(spans[2] / 6 % 4),
			})
		}
		checkGroups(t, extract.Parse(text), names)
	})
}

// checkGroups reports what of the promises of Group does not hold.
func checkGroups(t *testing.T, d *extract.Document, names []entities.Named) {
	t.Helper()
	before := slices.Clone(names)
	es := entities.Group(d, names)
	if !slices.Equal(before, names) {
		t.Fatal("Group changed its argument")
	}
	shuffled := slices.Clone(names)
	slices.Reverse(shuffled)
	if unique(names) && !reflect.DeepEqual(es, entities.Group(d, shuffled)) {
		t.Fatalf("the order of the spans matters: %q, %v", d.String(), names)
	}
	want := map[extract.Span]bool{}
	for _, n := range names {
		if n.Start >= 0 && n.End <= len(d.String()) && n.Start < n.End && strings.TrimFunc(d.Slice(n.Span), func(r rune) bool { return r <= ' ' || r == '\u00A0' }) != "" {
			want[n.Span] = true
		}
	}
	first := -1
	for i, e := range es {
		first = checkEntity(t, i, e, first)
		last := -1
		for _, m := range e.Mentions {
			if !want[m.Span] {
				t.Fatalf("%+v was not asked for, or twice", m)
			}
			delete(want, m.Span)
			if m.Start < last {
				t.Fatalf("%+v: mentions out of order", e)
			}
			last = m.Start
		}
	}
	if len(want) > 0 {
		t.Fatalf("left out: %v", want)
	}
}

// unique reports whether no span is given twice, of which the first counts.
func unique(names []entities.Named) bool {
	seen := map[extract.Span]bool{}
	for _, n := range names {
		if seen[n.Span] {
			return false
		}
		seen[n.Span] = true
	}
	return true
}

// TestGroupTime checks that time grows linearly with the mentions.
func TestGroupTime(t *testing.T) {
	if testing.Short() {
		t.Skip("a quarter of a MB for each case")
	}
	for _, c := range []struct{ why, unit string }{
		{"one name", "[PER Anna Meier] "},
		{"persons of one surname", "[PER %d Meier] [PER Meier] "},
		{"persons of one first name", "[PER Anna M%d] [PER Anna] "},
		{"organisations that end alike", "[ORG Bank %d Bank] [ORG Bank] "},
		{"long organisations", "[ORG Aa Bb Cc Dd Ee Ff Gg Hh Ii Jj Kk Ll Mm %d] "},
		{"short forms in brackets", "[ORG Nordpakt %d] ([ORG NP]) "},
		{"derived words", "[LOC' X%der] [LOC' deutsch] "},
	} {
		var b strings.Builder
		for i := 0; b.Len() < 1<<18; i++ {
			b.WriteString(strings.ReplaceAll(c.unit, "%d", fmt.Sprintf("Q%dx", i)))
		}
		text, names := marked(b.String())
		d := extract.Parse(text)
		start := cputime.Now()
		entities.Group(d, names)
		if took := cputime.Now() - start; took > 3*time.Second {
			t.Errorf("%s: %v for %d mentions", c.why, took, len(names))
		}
	}
	// Spans that all reach from their place to the end.
	text := strings.Repeat("Anna Meier ", 1<<12)
	var names []entities.Named
	for i := 0; i < len(text); i += 5 {
		names = append(names, entities.Named{Span: extract.Span{Start: i, End: len(text)}, Label: entities.PER})
	}
	d := extract.Parse(text)
	start := cputime.Now()
	entities.Group(d, names)
	if took := cputime.Now() - start; took > 3*time.Second {
		t.Errorf("spans in each other: %v for %d mentions", took, len(names))
	}
}

func TestGroupNothing(t *testing.T) {
	if es := entities.Group(extract.Parse("Nichts."), nil); es != nil {
		t.Errorf("got %v", es)
	}
}
