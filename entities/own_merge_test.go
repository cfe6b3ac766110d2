package entities

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/extract"
)

// TestMerge puts names of lists among those that the test says a model has found:
// the n-th place of a string in the text.
func TestMerge(t *testing.T) {
	type found struct {
		text  string
		n     int
		label Label
		form  Form
	}
	extractor := newExtractor(t, map[Label]string{
		PER: "Jane Roe\tDie Chefin\nKim Poe\nTim Poe",
		ORG: "Alpha AG\tAlpha\nBeta\nNorddeutscher Rundfunk\tNDR\nGamma\nGamma Nord",
	})
	for _, c := range []struct {
		why, text string
		model     []found
		want      string
	}{
		{
			"a name that the model lacks, in order of the text",
			"Omega kauft Alpha. Beta nicht.",
			[]found{{"Omega", 0, ORG, FormName}},
			"0 ORG Omega: Omega\n1 ORG Alpha AG: Alpha\n2 ORG Beta: Beta\n",
		},
		{
			"the list knows the label, the name and the extent better",
			"Alpha AG, Alpha.",
			[]found{{"Alpha", 0, LOC, FormName}, {"Alpha", 1, LOC, FormName}},
			"0 ORG Alpha AG: Alpha AG, Alpha\n",
		},
		{
			"a mention that overlaps gives way",
			"Omega Gamma Nord, Omega.",
			[]found{{"Omega Gamma", 0, ORG, FormName}, {"Omega", 1, ORG, FormName}},
			"0 ORG Gamma Nord: Gamma Nord\n1 ORG Omega: Omega\n",
		},
		{
			"a longer name stays",
			"Alpha Omega, Alpha.",
			[]found{{"Alpha Omega", 0, ORG, FormName}},
			"0 ORG Alpha Omega: Alpha Omega\n1 ORG Alpha AG: Alpha\n",
		},
		{
			"so does one in a compound, if the text has it elsewhere too or nobody knows the word",
			"Alpha Rot, der Alpha-Rot-Chef, der Alpha-Grün-Chef, der Alpha-Zorbax-Chef, Alpha.",
			[]found{{"Alpha Rot", 0, ORG, FormName}, {"Alpha-Rot", 0, ORG, FormPart}, {"Alpha-Grün", 0, ORG, FormPart}, {"Alpha-Zorbax", 0, ORG, FormPart}},
			"0 ORG Alpha Rot: Alpha Rot, Alpha-Rot (part)\n1 ORG Alpha AG: Alpha (part), Alpha\n2 ORG Alpha-Zorbax: Alpha-Zorbax (part)\n",
		},
		{
			"what says only what it is makes no longer name, nor does a legal form or who works there",
			"Konzern Alpha, Alpha GmbH, Alpha Chef.",
			[]found{{"Konzern Alpha", 0, ORG, FormName}, {"Alpha GmbH", 0, ORG, FormName}, {"Alpha Chef", 0, ORG, FormName}},
			"0 ORG Alpha AG: Alpha, Alpha, Alpha\n",
		},
		{
			"but of another kind it does",
			"Museum Alpha, Alpha.",
			[]found{{"Museum Alpha", 0, LOC, FormName}},
			"0 LOC Museum Alpha: Museum Alpha\n1 ORG Alpha AG: Alpha\n",
		},
		{
			"two listed names that the model took for one",
			"Alpha Beta.",
			[]found{{"Alpha Beta", 0, ORG, FormName}},
			"0 ORG Alpha AG: Alpha\n1 ORG Beta: Beta\n",
		},
		{
			"a name that a part lies in stays",
			"Das Alpha-Stadion, das Alpha-Stadion.",
			[]found{{"Alpha-Stadion", 0, LOC, FormName}},
			"0 LOC Alpha-Stadion: Alpha-Stadion\n1 ORG Alpha AG: Alpha (part), Alpha (part)\n",
		},
		{
			"a part that the model has too",
			"Der Alpha-Chef.",
			[]found{{"Alpha", 0, ORG, FormPart}},
			"0 ORG Alpha AG: Alpha (part)\n",
		},
		{
			"a bare surname that the model has found",
			"Jane Roe spricht. Roe geht.",
			[]found{{"Jane Roe", 0, PER, FormName}, {"Roe", 1, PER, FormName}},
			"0 PER Jane Roe (feminine): Jane Roe, Roe\n",
		},
		{
			"a bare surname of two: the one named last",
			"Kim Poe kommt. Tim Poe geht. Poe spricht.",
			[]found{{"Poe", 2, PER, FormName}},
			"0 PER Kim Poe: Kim Poe\n1 PER Tim Poe: Tim Poe, Poe\n",
		},
		{
			"a person whom the document does not name is nobody's surname",
			"Roe, Beta.",
			[]found{{"Roe", 0, PER, FormName}},
			"0 PER Roe: Roe\n1 ORG Beta: Beta\n",
		},
		{
			"further spellings are one entity, whatever Group thinks",
			"Die Chefin schweigt, Jane Roe nicht. Der Norddeutsche Rundfunk ist der NDR.",
			nil,
			"0 PER Jane Roe (feminine): Die Chefin, Jane Roe\n1 ORG Norddeutscher Rundfunk: Norddeutsche Rundfunk, NDR\n",
		},
		{
			"two lines are two entities, whatever Group thinks",
			"Gamma Nord (Gamma), Gamma und Gamma Nord.",
			nil,
			"0 ORG Gamma Nord: Gamma Nord, Gamma Nord\n1 ORG Gamma: Gamma, Gamma\n",
		},
	} {
		d := extract.Parse(c.text)
		var names []Named
		for _, f := range c.model {
			at := -1
			for range f.n + 1 {
				at += 1 + strings.Index(c.text[at+1:], f.text)
			}
			names = append(names, Named{extract.Span{Start: at, End: at + len(f.text)}, f.label, f.form})
		}
		var got strings.Builder
		for _, e := range extractor.own.group(d, names, nil) {
			fmt.Fprintf(&got, "%d %v %s", e.ID.Index(), e.Label, e.Name)
			if e.Gender == Feminine {
				got.WriteString(" (feminine)")
			}
			separator := ": "
			for _, m := range e.Mentions {
				got.WriteString(separator + d.Slice(m.Span))
				if m.Form != FormName {
					fmt.Fprintf(&got, " (%v)", m.Form)
				}
				separator = ", "
			}
			got.WriteString("\n")
		}
		if got.String() != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.why, got.String(), c.want)
		}
	}
}

// TestSettle gives settle groups that are as wrong as can be: two lines in one
// group, one line in two groups.
func TestSettle(t *testing.T) {
	l := newExtractor(t, map[Label]string{ORG: "Alpha\nBeta"}).own
	at := func(start int) Mention { return Mention{Span: extract.Span{Start: start, End: start + 5}} }
	own := []ownMatch{{at(10).Span, FormName, 0, 0}, {at(20).Span, FormName, 1, 1}, {at(40).Span, FormName, 0, 0}}
	es := []Entity{
		{Name: "X", Label: PER, Gender: Feminine, Mentions: []Mention{at(0), at(10), at(20)}},
		{Name: "Y", Label: LOC, Mentions: []Mention{at(5)}},
		{Name: "Z", Label: LOC, Mentions: []Mention{at(30), at(40)}},
	}
	want := []Entity{
		{ID: 1, Name: "Alpha", Label: ORG, Mentions: []Mention{at(0), at(10), at(30), at(40)}},
		{ID: 2, Name: "Y", Label: LOC, Mentions: []Mention{at(5)}},
		{ID: 3, Name: "Beta", Label: ORG, Mentions: []Mention{at(20)}},
	}
	if got := l.settle(es, own); !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
}
