package lexicon

import (
	"slices"
	"strings"
	"testing"
)

func TestParseTag(t *testing.T) {
	for _, c := range []struct {
		tag  string
		want Features
	}{
		{"VER:3:SIN:KJ1:NON", Verb | Person3 | Singular | Subjunctive1},
		{"VER:AUX:1:PLU:KJ2", Verb | Auxiliary | Person1 | Plural | Subjunctive2},
		{"VER:MOD:3:SIN:PRÄ", Verb | Modal | Person3 | Singular | Indicative | Present},
		{"VER:1:SIN:PRT:SFT:NEB", Verb | Joined | Person1 | Singular | Indicative | Past},
		{"VER:IMP:SIN:NON -- Bemerkung mit SUB:PLU", Verb | Imperative | Singular},
		{"VER:EIZ:NON", Verb | ZuInfinitive},
		{"VER:PA2:SFT", Verb | PastParticiple},
		{"PA2:AKK:SIN:FEM:KOM:DEF:VER", Adjective | PastParticiple | Accusative | Singular | Feminine | Comparative},
		{"ADJ:NOM:SIN:MAS:GRU:IND", Adjective | Nominative | Singular | Masculine},
		{"ADJ:PRD:SUP", Adjective | Predicative | Superlative},
		{"SUB:DAT:PLU:NEU:INF", Noun | FromVerb | Dative | Plural | Neuter},
		{"SUB:GEN:SIN:FEM:ADJ", Noun | FromAdjective | Genitive | Singular | Feminine},
		{"EIG:NOM:SIN:MAS:NOA:VOR*", Name | FirstName | Nominative | Singular | Masculine},
		{"EIG:NOM:SIN:FEM:ART:WAT", Name | Landscape | Nominative | Singular | Feminine},
		{"ART:IND:NOM:SIN:NEU", Article | Indefinite | Nominative | Singular | Neuter},
		{"PRO:PER:NOM:SIN:MAS", Pronoun | Personal | Nominative | Singular | Masculine | Person3},
		{"PRO:PER:NOM:SIN:ALG:2:B", Pronoun | Personal | Nominative | Singular | Genders | Person2},
		{"PRO:IND:NOM:SIN:NEU:B/S", Pronoun | Indefinite | Nominative | Singular | Neuter | Attributive | Substitute},
		{"PRP:LOK+MOD:DAT+AKK", Preposition | Dative | Accusative},
		{"KON:NEB", Conjunction | Coordinating},
		{"KON:INF", Conjunction | Infinitival},
		{"ADV:MOD+INR", Adverb | Interrogative},
		{"ADV:TMP+PRO", Adverb | Pronominal},
		{"ABK:Professor:SUB", Abbreviation | Noun},
		{"ABK:wort=klein:ADJ", Abbreviation | Adjective},
	} {
		if got := parseTag(c.tag); got != c.want {
			t.Errorf("%s: got %b, want %b", c.tag, got, c.want)
		}
	}
}

// lemmas returns the different lemmas of an entry.
func lemmas(e Entry, form string) string {
	var list []string
	for r := range e.Readings() {
		if s := r.Lemma(form); !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}

func TestLookup(t *testing.T) {
	for _, c := range []struct{ why, form, lemmas string }{
		{"as it is", "sei", "sein"},
		{"start of a sentence", "Sei", "sein"},
		{"start of a sentence with an umlaut", "Ärgerlich", "ärgerlich"},
		{"Swiss", "mutmasslich", "mutmaßlich"},
		{"Swiss at the start of a sentence", "Mutmasslich", "mutmaßlich"},
		{"Swiss noun", "Hauptstrasse", "Hauptstraße"},
		{"the first of two ss", "Ausserachtlassen", "Außerachtlassen"},
		{"the last of two ss", "Ausschliessens", "Ausschließen"},
		{"old spelling that the data has", "muß", "müssen"},
		{"old spelling that the data lacks", "Flußbett", "Flussbett"},
		{"capitals", "BERLIN", "Berlin"},
		{"capitals of a verb", "WÄHLEN", "Wählen"},
		{"capitals with SS for ß", "STRASSE", "Straße"},
		{"capitals with ẞ", "STRAẞE", "Straße"},
		{"an acronym that is known", "BMW", "BMW"},
		{"nothing", "", ""},
		{"no text", "\xff\xfe", ""},
		{"a separator of the file", "sei\x00", ""},
		{"longer than any form", strings.Repeat("Ver", 100), ""},
	} {
		if got := lemmas(Lookup(c.form), c.form); got != c.lemmas {
			t.Errorf("%s: %q: got %q, want %q", c.why, c.form, got, c.lemmas)
		}
	}
}

func TestLower(t *testing.T) {
	for _, c := range []struct{ why, form, lemmas string }{
		{"a noun that may be an adjective", "Arm", "arm"},
		{"a pronoun of address that may be another", "Sie", "ich"},
		{"Swiss", "Gross", "groß"},
		{"capitals", "ÜBER", "über"},
		{"small already", "arm", ""},
		{"not a word", "Berlin", ""},
	} {
		if got := lemmas(Lower(c.form), c.form); got != c.lemmas {
			t.Errorf("%s: %q: got %q, want %q", c.why, c.form, got, c.lemmas)
		}
	}
	if f := Lower("Sie").Features(); !f.Has(Person3|Plural) && !f.Has(Feminine) {
		t.Errorf("Sie: %b", f)
	}
}

func TestHead(t *testing.T) {
	for _, c := range []struct{ why, form, lemmas, head string }{
		{"compound", "Datenzentren", "Datenzentrum", "zentren"},
		{"hyphen", "KI-Unternehmer", "KI-Unternehmer", "Unternehmer"},
		{"compound behind a hyphen", "CDU-Bundestagsfraktion", "CDU-Bundestagsfraktion", "fraktion"},
		{"several hyphens", "Dollar-Milliarden-Klausel", "Dollar-Milliarden-Klausel", "Klausel"},
		{"adjective", "milliardenschwer", "milliardenschwer", "schwer"},
		{"participle behind a noun", "konzernbezogene", "konzernbezogen", "bezogene"},
		{"Swiss head", "Bergbaustrasse", "Bergbaustraße", "strasse"},
		{"a small noun is no head", "xyzdorf", "", ""},
		{"a front without a vowel", "Brrhaus", "", ""},
		{"capitals", "NATOHAUS", "", ""},
		{"hyphen at the end", "Daten-", "", ""},
		{"nothing", "", "", ""},
		{"no text", "\xffaa\xff\xff\xff\xff", "", ""},
	} {
		e := Head(c.form)
		got := lemmas(e, c.form)
		if got != c.lemmas || e.Known() && c.form[e.HeadStart():] != c.head {
			t.Errorf("%s: %q: got %q, head %q, want %q, %q", c.why, c.form, got, c.form[e.HeadStart():], c.lemmas, c.head)
		}
	}
}

// The question that the rest of laut asks most: can it be Konjunktiv, and
// can it be anything else?
func TestMoods(t *testing.T) {
	for form, want := range map[string]Features{
		"sei":    Subjunctive1 | Imperative,
		"gebe":   Subjunctive1 | Indicative,
		"könne":  Subjunctive1,
		"wäre":   Subjunctive2,
		"sagte":  Subjunctive2 | Indicative,
		"haben":  Subjunctive1 | Indicative,
		"würden": Subjunctive2,
		"Berlin": 0,
	} {
		if got := Mask(form).Moods(); got != want {
			t.Errorf("%s: got %b, want %b", form, got, want)
		}
	}
}

func TestNoAllocation(t *testing.T) {
	forms := []string{"sei", "Sei", "Mutmasslich", "STRASSE", "Männer", "Datenzentren", "CDU-Bundestagsfraktion", "xyz", "konzernbezogene"}
	buf := make([]byte, 0, 256)
	readings := make([]Reading, 0, 256)
	n := 0
	got := testing.AllocsPerRun(100, func() {
		for _, f := range forms {
			for _, e := range [...]Entry{Lookup(f), Lower(f), Head(f)} {
				readings = slices.AppendSeq(readings[:0], e.Readings())
				for _, r := range readings {
					buf = r.AppendLemma(buf[:0], f)
					n++
				}
			}
		}
	})
	if got != 0 || n == 0 {
		t.Errorf("%v allocations, %d readings", got, n)
	}
}

func FuzzLookup(f *testing.F) {
	for _, s := range []string{"Strassenfluss", "A\u0308\u00adrger", "ẞ", "ǅ-İstanbul", "\xc3ssss-ss", "AG", "ÃA"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, form string) {
		for _, e := range [...]Entry{Lookup(form), Lower(form), Head(form)} {
			if e.Known() != (e.Features() != 0) {
				t.Errorf("%q: known %v, features %b", form, e.Known(), e.Features())
			}
			if h := e.HeadStart(); h < 0 || h > len(form) {
				t.Errorf("%q: head at %d", form, h)
			}
			for r := range e.Readings() {
				if r.Lemma(form) == "" {
					t.Errorf("%q: no lemma, %s", form, r.Tag())
				}
			}
		}
	})
}
