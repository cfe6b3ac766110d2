package entities_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// TestGroups looks at which mentions are one entity, whatever else is found.
func TestGroups(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string // the mentions of each entity, joined by |
	}{
		{"genitive of the surname, no apostrophe", "Nora Altman kam. Altmans Haus brennt.", []string{"Nora Altman|Altmans"}},
		{"a genitive is not cut from a name that has an s", "Klaus Peters kam. Peters ging.", []string{"Klaus Peters|Peters"}},
		{"blank, hyphen and case", "Open AI wirbt, OPENAI wirbt, OpenAI wirbt.", []string{"Open AI|OPENAI|OpenAI"}},
		{"ß and ss", "Franz Josef Strauß sprach. Strauss lachte.", []string{"Franz Josef Strauß|Strauss"}},
		{"a middle initial", "George W. Bush sprach. George Bush winkte.", []string{"George W. Bush|George Bush"}},
		{"two persons of one surname stay two", "Hunter Biden klagt. Joe Biden schweigt.", []string{"Hunter Biden", "Joe Biden"}},
		{"the bare surname goes to the one before", "Hunter Biden klagt. Joe Biden schweigt. Biden geht.", []string{"Hunter Biden", "Joe Biden|Biden"}},
		{"a ruler's number parts persons", "Ludwig XIV. baute. Ludwig XVI. fiel.", []string{"Ludwig XIV.", "Ludwig XVI."}},
		{"decomposed umlauts", "Angela Müller kam. Mu\u0308ller ging.", []string{"Angela Müller|Mu\u0308ller"}},
		{"derived words without the place itself", "Die russische Armee und die Russen.", []string{"russische|Russen"}},
		{"town and inhabitants", "Zürich wächst. Die Zürcher klagen.", []string{"Zürich|Zürcher"}},
		{"the short form behind the long one", "Die Weltgesundheitsorganisation (WHO) warnt. Die WHO zählt.", []string{"Weltgesundheitsorganisation|WHO|WHO"}},
		{"brackets around something else", "Die Weltgesundheitsorganisation (SPD) warnt.", []string{"Weltgesundheitsorganisation", "SPD"}},
	} {
		d := extract.Parse(c.text)
		var got []string
		for _, e := range entities.Tag(d) {
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

// TestNames looks at the names, labels and genders of entities.
func TestNames(t *testing.T) {
	type entity struct {
		Name   string
		Label  entities.Label
		Gender entities.Gender
	}
	for _, c := range []struct {
		why, text string
		want      entity
	}{
		{"the longest form", "Altman kam. Sam Altman ging.", entity{"Sam Altman", entities.PER, entities.Masculine}},
		{"without genitive s", "Der Sieg Angela Merkels war knapp.", entity{"Angela Merkel", entities.PER, entities.Feminine}},
		{"the name counts more than the part", "Die Nestlé-Chefin kam. Nestlé wächst.", entity{"Nestlé", entities.ORG, entities.GenderUnknown}},
		{"the place of derived words", "Die chinesische Mauer steht.", entity{"China", entities.LOC, entities.GenderUnknown}},
		{"gender from the title", "Frau Ottersberg kam.", entity{"Ottersberg", entities.PER, entities.Feminine}},
		{"gender from the role", "Die Ministerin Xandrika kam.", entity{"Xandrika", entities.PER, entities.Feminine}},
		{"the first name counts more than the office", "Bundeskanzler Angela Merkel kam.", entity{"Angela Merkel", entities.PER, entities.Feminine}},
		{"first mention with a nominative", "Bei der Deutschen Bahn hofft man. Die Deutsche Bahn schweigt.", entity{"Deutsche Bahn", entities.ORG, entities.GenderUnknown}},
	} {
		es := entities.Tag(extract.Parse(c.text))
		if len(es) != 1 {
			t.Errorf("%s: %q: %d entities, want one: %v", c.why, c.text, len(es), es)
			continue
		}
		if diff := cmp.Diff(c.want, entity{es[0].Name, es[0].Label, es[0].Gender}); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", c.why, c.text, diff)
		}
	}
}
