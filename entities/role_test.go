package entities

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/cputime"
)

// withMentions reads a text with its mentions: [PER Eva Lang], [ORG part Nordbank]-Chef,
// and with the entity's name after a bar where the mention has another form:
// [PER Langs|Eva Lang].
func withMentions(t *testing.T, s string) (*extract.Document, []Entity) {
	t.Helper()
	var text strings.Builder
	var es []Entity
	ids := map[string]int{}
	for {
		before, rest, ok := strings.Cut(s, "[")
		text.WriteString(before)
		if !ok {
			break
		}
		inside, after, ok := strings.Cut(rest, "]")
		label, form, found := strings.Cut(inside, " ")
		if !ok || !found {
			t.Fatalf("bad mention in %q", s)
		}
		m := Mention{Span: extract.Span{Start: text.Len()}}
		for _, f := range []Form{FormPart, FormDerived} {
			if w, ok := strings.CutPrefix(form, f.String()+" "); ok {
				form, m.Form = w, f
			}
		}
		form, name, ok := strings.Cut(form, "|")
		if !ok {
			name = form
		}
		text.WriteString(form)
		m.End = text.Len()
		id, ok := ids[name]
		if !ok {
			id = len(es)
			ids[name] = id
			es = append(es, Entity{ID: ID(id + 1), Name: name, Label: Label(slices.Index(labelNames.Names, label))})
			if es[id].Label < PER {
				t.Fatalf("bad label in %q", s)
			}
		}
		es[id].Mentions = append(es[id].Mentions, m)
		s = after
	}
	d := extract.Parse(text.String())
	return d, Located(d, es)
}

// describeRoles returns the roles of the entities: "Eva Lang: title Chefin of
// Nordbank".
func describeRoles(d *extract.Document, es []Entity) string {
	var all []string
	for _, e := range es {
		var rs []string
		for _, r := range e.Roles {
			s := r.Kind.String() + " " + d.Slice(r.Span)
			if r.Of != 0 {
				s += " of " + es[r.Of.Index()].Name
			}
			rs = append(rs, s)
		}
		if rs != nil {
			all = append(all, e.Name+": "+strings.Join(rs, ", "))
		}
	}
	return strings.Join(all, "; ")
}

func TestRoles(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		// Before the name.
		{"a noun before a name", "Das sagte Ministerin [PER Eva Lang] am Montag.", "Eva Lang: title Ministerin"},
		{"an adjective belongs to the role", "Der frühere Minister [PER Paul Horn] schwieg.", "Paul Horn: title frühere Minister"},
		{"a compound with a name", "[ORG part Nordbank]-Chefin [PER Eva Lang] kam.", "Eva Lang: title Nordbank-Chefin of Nordbank"},
		{"an adjective of a place", "Der [LOC derived dänische|Dänemark] Minister [PER Jens Holm] kam.", "Jens Holm: title dänische Minister of Dänemark"},
		{"a genitive before the noun", "[LOC Dänemarks|Dänemark] Premier [PER Jens Holm] kam.", "Jens Holm: title Dänemarks Premier of Dänemark"},
		{"a genitive behind the noun", "Die Präsidentin der [ORG Nordbank] [PER Eva Lang] trat auf.", "Eva Lang: title Präsidentin der Nordbank of Nordbank"},
		{"two nouns, one person", "Parteichef und Minister [PER Paul Horn] kam.", "Paul Horn: title Parteichef, title Minister"},
		{"a plural is of all the names behind it", "Die Abgeordneten [PER Eva Lang] und [PER Paul Horn] stimmten zu.", "Eva Lang: title Abgeordneten; Paul Horn: title Abgeordneten"},
		{"a plural of one name is no role", "Unter den Demonstrantinnen [PER Lang] zu finden, war schwer.", ""},
		{"an oblique form without article is a plural", "Dort sollen Polizisten [PER Lang] gesehen haben.", ""},
		{"titles stand between", "Die Rektorin Prof. Dr. [PER Eva Lang] sprach.", "Eva Lang: title Rektorin"},
		{"Herr and Frau say nothing", "Frau [PER Lang] und Herr [PER Horn] kamen.", ""},
		{"the sender of a genitive is another person", "Der Sprecher [PER Langs|Eva Lang] schwieg. [PER Eva Lang] auch.", ""},
		{"also of a first name", "Der Gefährte [PER Evas|Eva Lang] schwieg.", ""},
		{"a firm", "Der Autobauer [ORG Fanal] meldet Verluste.", "Fanal: title Autobauer"},
		{"a paper in quotation marks", "Das schrieb die Zeitung „[ORG Morgenbote]“ am Montag.", "Morgenbote: title Zeitung"},
		{"a firm is no person", "Die Firma [PER Lang] baut an.", ""},
		{"a person is no firm", "Den Minister [ORG Nordbank] gibt es nicht.", ""},
		{"a place", "In der Hauptstadt [LOC Kopenhagen] regnet es.", "Kopenhagen: title Hauptstadt"},
		{"a year is no part", "Der 2004 verstorbene Bürgermeister [PER Paul Horn] war beliebt.", "Paul Horn: title Bürgermeister"},
		{"the man's name may be in a list of women's", "Der Italiener [PER Andrea Rossi] siegte.", "Andrea Rossi: title Italiener"},

		// With a comma.
		{"behind the name", "[PER Eva Lang], Präsidentin der [ORG Nordbank], trat zurück.", "Eva Lang: apposition Präsidentin der Nordbank of Nordbank"},
		{"with article and adjective", "[PER Eva Lang], die damalige Ministerin, schwieg.", "Eva Lang: apposition damalige Ministerin"},
		{"before the name", "Der Chef der [ORG Nordbank], [PER Paul Horn], trat zurück.", "Paul Horn: apposition Chef der Nordbank of Nordbank"},
		{"the outer of two nouns", "Der Bruder des Ministers, [PER Paul Horn], trat zurück.", "Paul Horn: apposition Bruder des Ministers"},
		{"the inner one, if the outer is no person", "Er wies die Kritik des Ministers, [PER Paul Horn], zurück.", "Paul Horn: apposition Ministers"},
		{"two nouns share what hangs on them", "[PER Paul Horn], Gründer und Leiter der [ORG Nordbank], kam.", "Paul Horn: apposition Gründer of Nordbank, apposition Leiter der Nordbank of Nordbank"},
		{"an enumeration is none", "[PER Eva Lang], der Minister und die Sprecherin kamen.", ""},
		{"nor is one of names", "Der Minister, [PER Eva Lang], [PER Paul Horn] und andere kamen.", ""},
		{"the next name is somebody else", "[PER Eva Lang], Minister [PER Paul Horn] und andere kamen.", "Paul Horn: title Minister"},
		{"what is said is none", "[PER Eva Lang] sagte, der Minister lüge.", ""},
		{"nor a clause that goes on", "Das sagte [PER Eva Lang], der Minister habe gelogen.", ""},
		{"the genders differ", "[PER Peter Horn], die Ministerin, und andere kamen.", ""},
		{"a firm", "[ORG Fanal], ein Konzern aus [LOC Kiel], wächst.", "Fanal: apposition Konzern aus Kiel of Kiel"},
		{"the comma may be missing before the verb", "[PER Eva Lang], Sprecherin der [ORG Nordbank] widersprach.", "Eva Lang: apposition Sprecherin der Nordbank of Nordbank"},
		{"but a relative clause is none", "[PER Eva Lang], die Minister kennt, widersprach.", ""},
		{"a name in quotation marks with commas", "Der Chef der Gewerkschaft „[ORG Bergbau, Chemie, Energie]“, [PER Paul Horn], ist tot.", "Bergbau, Chemie, Energie: title Gewerkschaft; Paul Horn: apposition Chef der Gewerkschaft „Bergbau, Chemie, Energie“ of Bergbau, Chemie, Energie"},
		{"in brackets", "[PER Eva Lang] (Präsidentin der [ORG Nordbank]) kam.", "Eva Lang: apposition Präsidentin der Nordbank of Nordbank"},

		// Without a noun.
		{"a party", "[PER Paul Horn] ([ORG SPD]) widersprach.", "Paul Horn: affiliation SPD of SPD"},
		{"a party that is no mention", "[PER Paul Horn] (Grüne) widersprach.", "Paul Horn: affiliation Grüne"},
		{"an age is no role", "[PER Paul Horn] (54) widersprach.", ""},
		{"age and party", "[PER Paul Horn] (54, [ORG SPD]) widersprach.", "Paul Horn: affiliation SPD of SPD"},
		{"where somebody works", "[PER Eva Lang] von der [ORG Universität Kiel] widersprach.", "Eva Lang: affiliation Universität Kiel of Universität Kiel"},
		{"who did it", "Gestern wurde [PER Eva Lang] von der [ORG Nordbank] entlassen.", ""},

		// Predicates.
		{"is", "[PER Eva Lang] ist Ärztin.", "Eva Lang: predicate Ärztin"},
		{"adjectives before the name", "Der 45-jährige [PER Paul Horn] ist Lehrer.", "Paul Horn: predicate Lehrer"},
		{"has been since", "[PER Eva Lang] ist seit 2005 Präsidentin der [ORG Nordbank].", "Eva Lang: predicate Präsidentin der Nordbank of Nordbank"},
		{"is not", "[PER Eva Lang] ist nicht Ministerin.", ""},
		{"would be", "[PER Eva Lang] wäre Ministerin.", ""},
		{"somebody near is", "Der Bruder von [PER Eva Lang] ist Minister.", ""},
		{"elected", "[PER Paul Horn] wurde zum Präsidenten gewählt.", "Paul Horn: predicate Präsidenten"},
		{"works as", "[PER Eva Lang] arbeitet als Lehrerin.", "Eva Lang: predicate Lehrerin"},
		{"the object is meant", "[PER Eva Lang] beschimpfte den Mann als Lügner.", ""},
		{"no role of a passive", "[PER Eva Lang] wurde Minister [PER Paul Horn] vorgestellt.", "Paul Horn: title Minister"},
	} {
		d, es := withMentions(t, c.text)
		addRoles(d, es, nil)
		if got := describeRoles(d, es); got != c.want {
			t.Errorf("%s: %s\n got %q\nwant %q", c.why, c.text, got, c.want)
		}
		addRoles(d, es, nil)
		if got := describeRoles(d, es); got != c.want {
			t.Errorf("%s: again, got %q", c.why, got)
		}
	}
}

// describeNouns returns the nouns of a text: "Ministerin PER f sg Ministerin".
func describeNouns(text string) string {
	d := extract.Parse(text)
	var all []string
	for _, n := range Nouns(d) {
		number := "sg"
		if n.Plural {
			number = "pl"
		}
		all = append(all, fmt.Sprintf("%s %s %c %s %s", d.Slice(n.Span), n.Label, "?mfn"[n.Gender], number, n.Lemma))
	}
	return strings.Join(all, ", ")
}

func TestNouns(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"a man", "Der Minister schwieg.", "Minister PER m sg Minister"},
		{"a woman", "Die Sprecherin schwieg.", "Sprecherin PER f sg Sprecherin"},
		{"several, whose gender is open", "Die Minister schwiegen.", "Minister PER ? pl Minister"},
		{"several women", "Die Ministerinnen schwiegen.", "Ministerinnen PER f pl Ministerin"},
		{"an umlaut", "Die Ärztin half dem Arzt.", "Ärztin PER f sg Ärztin, Arzt PER m sg Arzt"},
		{"an office in the genitive", "Die Rede des Präsidenten war kurz.", "Präsidenten PER m sg Präsident"},
		{"a genitive plural", "Die Zahl der Besucher stieg.", "Besucher PER ? pl Besucher"},
		{"declined: one woman", "Die Abgeordnete schwieg.", "Abgeordnete PER f sg Abgeordnete"},
		{"declined: several", "Die Abgeordneten schwiegen.", "Abgeordneten PER ? pl Abgeordnete"},
		{"declined: one man", "Der Vorsitzende schwieg.", "Vorsitzende PER m sg Vorsitzender"},
		{"declined, strong", "Ein Vorsitzender schwieg.", "Vorsitzender PER m sg Vorsitzender"},
		{"declined: dative of a woman", "Er sprach mit der Vorsitzenden.", "Vorsitzenden PER f sg Vorsitzende"},
		{"an age", "Ein 43-Jähriger wurde verletzt.", "43-Jähriger PER m sg 43-Jähriger"},
		{"gendered forms", "Die Politiker*innen und Lehrer:innen, die BürgerInnen.", "Politiker*innen PER ? pl Politiker, Lehrer:innen PER ? pl Lehrer, BürgerInnen PER ? pl Bürger"},
		{"a neuter noun tells no gender", "Das Mitglied schwieg, das Opfer auch.", "Mitglied PER ? sg Mitglied, Opfer PER ? sg Opfer"},
		{"men in the plural", "Die Männer flohen.", "Männer PER m pl Mann"},
		{"a compound with a name", "Die Open-AI-Gründerin kam.", "Open-AI-Gründerin PER f sg Open-AI-Gründerin"},
		{"a compound that the lexicon lacks", "Die Seilbahnministerin kam.", "Seilbahnministerin PER f sg Seilbahnministerin"},
		{"a people", "Ein Franzose und eine Französin kamen.", "Franzose PER m sg Franzose, Französin PER f sg Französin"},
		{"an organisation", "Das Unternehmen wächst.", "Unternehmen ORG n sg Unternehmen"},
		{"its gender is the noun's", "Die Firma und der Konzern wachsen.", "Firma ORG f sg Firma, Konzern ORG m sg Konzern"},
		{"several", "Die Firmen wachsen.", "Firmen ORG ? pl Firma"},
		{"a firm that makes something", "Der Hersteller wächst.", "Hersteller ORG m sg Hersteller"},
		{"a woman can be no firm", "Die Betreiberin schwieg.", "Betreiberin PER f sg Betreiberin"},
		{"daughter and subsidiary", "Seine Tochter leitet die Konzerntochter.", "Tochter PER f sg Tochter, Konzerntochter ORG f sg Konzerntochter"},
		{"the heir, not the heritage", "Der Erbe pflegt das Erbe.", "Erbe PER m sg Erbe"},
		{"things with a person's end", "Das Fahrzeug, der Lautsprecher und der Flugzeugträger, die Heilkunde.", ""},
		{"banks that are none", "Die Datenbank steht auf der Parkbank.", ""},
		{"a state is none", "In Nordrhein-Westfalen regnet es.", ""},
		{"predicate nouns are one person", "Sie wurde stellvertretende Vorsitzende.", "Vorsitzende PER f sg Vorsitzende"},
		{"strong adjective", "Europas größter Hersteller wächst.", "Hersteller ORG m sg Hersteller"},
		{"Swiss spelling, Austrian words", "Der Grossvater traf die Obfrau und den Landeshauptmann.", "Grossvater PER m sg Großvater, Obfrau PER f sg Obfrau, Landeshauptmann PER m sg Landeshauptmann"},
	} {
		if got := describeNouns(c.text); got != c.want {
			t.Errorf("%s: %s\n got %q\nwant %q", c.why, c.text, got, c.want)
		}
	}
}

// guessed returns entities of all sorts for a text: runs of capitals, cut words
// and genitives among them, as no extractor would find them.
func guessed(d *extract.Document) []Entity {
	var es []Entity
	for i, k := range d.Tokens() {
		r, n := utf8.DecodeRuneInString(d.Slice(k.Span))
		if !unicode.IsUpper(r) && i%11 != 0 {
			continue
		}
		m := Mention{Span: k.Span}
		switch {
		case i%5 == 0 && i > 0:
			m.Start = d.Tokens()[i-1].Start
		case i%7 == 0 && n < k.Len():
			m.End, m.Form = k.Start+n, FormPart
		case i%13 == 0:
			m.Form = FormDerived
		}
		id := i % (1 + len(es)%23)
		if id < len(es) {
			es[id].Mentions = append(es[id].Mentions, m)
			continue
		}
		es = append(es, Entity{ID: ID(len(es) + 1), Name: strings.TrimSuffix(d.Slice(m.Span), "s"), Label: Label(1 + i%4), Mentions: []Mention{m}})
	}
	es = Located(d, es)
	return es
}

func checkRoles(t *testing.T, d *extract.Document, es []Entity) {
	t.Helper()
	ts := d.Tokens()
	last := -1
	for _, n := range Nouns(d) {
		if n.Token <= last || n.Token >= len(ts) || ts[n.Token].Span != n.Span || n.Lemma == "" || n.Label != PER && n.Label != ORG {
			t.Fatalf("%+v", n)
		}
		if n.Label == PER && n.Gender == Neuter || n.Label == ORG && n.Plural && n.Gender != GenderUnknown {
			t.Fatalf("gender of %+v", n)
		}
		last = n.Token
	}
	addRoles(d, es, nil)
	for i, e := range es {
		for k, r := range e.Roles {
			switch {
			case r.Start < 0 || r.End > len(d.String()) || r.Start >= r.End:
				t.Fatalf("%+v: outside of the text", r)
			case r.Of < 0 || r.Of.Index() >= len(es) || r.Of.Index() == i:
				t.Fatalf("%+v: of itself or nothing", r)
			case r.Kind.String() == "invalid" || r.Lemma == "":
				t.Fatalf("%+v", r)
			case !r.Contains(r.Noun) || (r.Noun.Len() == 0) != (r.Kind == RoleAffiliation):
				t.Fatalf("%+v: noun", r)
			case k > 0 && r.Start < e.Roles[k-1].Start:
				t.Fatalf("%+v: out of order", e.Roles)
			}
		}
	}
}

var roleSamples = []string{
	"",
	"Softbank-Chef Eva Lang, Präsidentin der Nordbank (SPD), ist Ministerin. Die Abgeordneten Horn, Lang und Weber (54, CDU/CSU)",
	"Der der die das und und, , (( )) der Chef des Chefs des Chefs der Chefin Chef Chef",
	"POLITIKER*INNEN Politiker*innen BürgerInnen Lehrer(innen) *innen innen In -innen Chef- -Chef 43-Jähriger",
	"Mu\u0308ller Pra\u0308sident B\xFCrger \xE2\x80 \x80\xFF Minister\xFF -- Öl-\xFFchef Präsident",
	"ist ist ist als als zum zum Präsidenten gewählt worden von der Bank von der Bank.",
}

func TestRoleInvariants(t *testing.T) {
	words := strings.Fields(strings.Join(roleSamples, " ") + " von der des , , ( ) . „ “ Eva Lang Horn Kiel dänische zum ist wurde als Konzern")
	rnd := rand.New(rand.NewSource(1))
	samples := slices.Clone(roleSamples)
	for range 300 {
		var s []string
		for range 30 {
			s = append(s, words[rnd.Intn(len(words))])
		}
		samples = append(samples, strings.Join(s, " "))
	}
	for _, s := range samples {
		d := extract.Parse(s)
		checkRoles(t, d, guessed(d))
	}
}

func FuzzRoles(f *testing.F) {
	for _, s := range roleSamples {
		f.Add(s)
	}
	f.Add("Softbank-Chef Eva Lan\x00\x00\x10\x00räsidentin der Nordbank (SPD), ist Mini&\xd0>\xe6}sterin. Die AbZeordneten Horn, Lang und Weber (54, CDU/CSU)")
	f.Fuzz(func(t *testing.T, text string) {
		d := extract.Parse(text)
		checkRoles(t, d, guessed(d))
	})
}

// TestRoleTimeLimit checks that time grows linearly on input made to be slow.
func TestRoleTimeLimit(t *testing.T) {
	if testing.Short() {
		t.Skip("a quarter of a MB of text for each case")
	}
	for _, unit := range []string{"Chef ", "Chef der ", "Chef, ", "Chef und ", "der alte, ", "Lang ( ", "Lang, der Chef des Chefs ", "Lang ist ", "Lang als ", "Minister" + strings.Repeat("minister", 10) + " "} {
		d := extract.Parse(strings.Repeat(unit, 1<<18/len(unit)))
		es := guessed(d)
		d.Tags()
		start := cputime.Now()
		addRoles(d, es, nil)
		if took := cputime.Now() - start; took > 10*time.Second {
			t.Errorf("%q: %v for a quarter of a MB", unit, took)
		}
	}
}

// BenchmarkRoles finds nouns and roles, tags read before.
func BenchmarkRoles(b *testing.B) {
	text := "Softbank-Chef Eva Lang, Präsidentin der Nordbank, sagte am Montag in Kiel, der frühere Minister Paul Horn (SPD) habe die Abgeordneten der Partei nicht unterrichtet. " +
		"Das Unternehmen teilte mit, die Zahl der Beschäftigten sei im vergangenen Jahr gestiegen, obwohl die Nachfrage nach Seilbahnen sank.\n\n"
	d := extract.Parse(strings.Repeat(text, 100))
	es := guessed(d)
	d.Tags()
	b.ReportAllocs()
	for b.Loop() {
		addRoles(d, es, nil)
	}
	b.ReportMetric(float64(len(d.Tokens()))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
