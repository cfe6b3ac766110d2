package claims_test

import (
	"strings"
	"testing"
	"time"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// TestLinear holds that time grows with the length of the text and no faster,
// on texts that invite a rule to look at everything for everything.
func TestLinear(t *testing.T) {
	if testing.Short() || raceEnabled {
		t.Skip("measures time")
	}
	for _, c := range []struct{ name, text string }{
		{"one word", "Haus "},
		{"one verb", "sagte "},
		{"verbs and commas", "sagte, "},
		{"frames without end", "Er sagte, er komme, "},
		{"frames in brackets", "(sagte er) "},
		{"opening marks", "„"},
		{"opening and closing marks", "„“"},
		{"words in marks", "„Ja“ "},
		{"quotations in one sentence", "„Das geht so“, sagte er, "},
		{"quotations with und", "„Das geht so“ und "},
		{"quotations by themselves", "„Das geht so.“ "},
		{"laut", "laut "},
		{"sources", "nach Angaben von Müller "},
		{"sources in asides", ", so Müller, "},
		{"zufolge", "Berichten zufolge "},
		{"commas", ","},
		{"stops", "."},
		{"und", "und sagte "},
		{"adjectives", "große, "},
		{"genitives", "der Sprecher des Sprechers "},
		{"dass", "dass er sagte, "},
		{"wie", "wie er, "},
		{"relative clauses", "der Mann, der sagte, "},
		{"sentences", "Er sagte, dass er komme. "},
		{"Konjunktiv", "Er habe nichts gesagt. "},
		{"pronouns", "Er sagt, er komme. Sie sagt, sie gehe. "},
		{"sentences in one quotation", "Er sagte: „Das ist so. "},
		{"names", "Anna Beck sagte Karl Roth, Anna Beck komme. "},
		{"paragraphs", "Man müsse gehen.\n\n"},
		{"long sentences", strings.Repeat("sagte, und laut Müller, ", 300) + ".\n\n"},
	} {
		linear(t, c.name, "", c.text)
	}
	linear(t, "a long frame", "„Das geht so“, sagte ", "wie er, sagte, ")
}

// linear compares the time for head and many pieces with that for four times
// as many. It may be ten times as long: caches and garbage collection have their
// say. Quadratic work would take sixteen times. Another process may hold up a
// run; the best of several tells.
func linear(t *testing.T, name, head, piece string) {
	t.Run(name, func(t *testing.T) {
		const short, times, tries = 64 << 10, 4, 12
		measureShort, measureLarge := measure(head, piece, short), measure(head, piece, short*times)
		small, large := measureShort(), measureLarge()
		for range tries {
			if large <= 10*small+10*time.Millisecond {
				return
			}
			small, large = min(small, measureShort()), min(large, measureLarge())
		}
		t.Errorf("%d KB in %v, %d KB in %v", short>>10, small, short*times>>10, large)
	})
}

// measure returns a function that measures claims in a text of about n bytes.
func measure(head, piece string, n int) func() time.Duration {
	d := extract.Parse(head + strings.Repeat(piece, max(1, n/len(piece))))
	es := entities.Tag(d)
	return func() time.Duration {
		start := time.Now()
		claims.Rules().Extract(d, es)
		return time.Since(start)
	}
}
