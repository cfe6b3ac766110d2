package syntax_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
)

// TestInside checks which units the insides of quotations have, and which words are quoted
// there.
func TestInside(t *testing.T) {
	for _, tt := range []struct {
		text   string
		units  []string
		quoted string // words in units
	}{
		{"Lang sagte: „Er hat mir gesagt, er komme. Ich glaube ihm.“ Es regnet.", []string{"Er hat mir gesagt, er komme.", "Ich glaube ihm."}, ""},
		{"„Man hat mich gefragt: ‚Wer sind Sie? Was tun Sie?‘ Ich schwieg“, sagte Lang.", []string{"Man hat mich gefragt: ‚Wer sind Sie? Was tun Sie?‘", "Ich schwieg"}, "‚ Wer sind Sie ? Was tun Sie ? ‘"},
		{"Sie las „Der Name der Rose“ und „Die Blechtrommel“.", nil, ""},
		{"„Ich gehe“, sagte Lang.", nil, ""},
		{"„Ich gehe heute nicht“, sagte Lang, „ich habe es ihm versprochen.“", []string{"Ich gehe heute nicht", "ich habe es ihm versprochen."}, ""},
	} {
		d := extract.Parse(tt.text)
		in := syntax.New(d, entities.Extract(d), saying.Cues()).Inside(saying.Cues())
		var units, quoted []string
		if in != nil {
			for _, un := range in.Units {
				units = append(units, d.Slice(in.Span(un.First, un.Last)))
				for i := un.First; i < un.Last; i++ {
					if in.Words[i].Quoted {
						quoted = append(quoted, in.Words[i].Text)
					}
				}
			}
		}
		if !slices.Equal(units, tt.units) {
			t.Errorf("%s: the units are %q, want %q", tt.text, units, tt.units)
		}
		if got := strings.Join(quoted, " "); got != tt.quoted {
			t.Errorf("%s: quoted is %q, want %q", tt.text, got, tt.quoted)
		}
	}
}
