package normal

import (
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"plain text", "Der Rat tagt.\nEr „bleibt“ – bis 2. März.", "Der Rat tagt.\nEr „bleibt“ – bis 2. März."},
		{"soft hyphens and joiners", "Wis\u00adsing\u2060er \ufeffund\u200d", "Wissinger und"},
		{"a joiner in an emoji stays", "👩\u200d🚒", "👩\u200d🚒"},
		{"NFD", "Ka\u0308the Mu\u0308\u00dfig, Viê\u0323t", "Käthe Müßig, Viê\u0323t"},
		{"blanks", "Dr.\u00a0Huber,  20\u202f000\u2003Euro \u00a0da", "Dr. Huber, 20 000 Euro da"},
		{"ligatures", "ﬁnden, Auﬂage, Stoﬀ", "finden, Auflage, Stoff"},
		{"hyphens", "CDU‑Chef und Baden‐Baden", "CDU-Chef und Baden-Baden"},
		{"entities", "&bdquo;Ja&ldquo;, sagte Tom B&auml;r&nbsp;&amp; Ben M&#xfc;ller &unknown; A&B", "„Ja“, sagte Tom Bär & Ben Müller &unknown; A&B"},
		{"entities written twice", "B&amp;auml;r &amp;amp; Co", "Bär & Co"},
		{"an entity for a mark", "Ba&#776;r&shy;chen", "Bärchen"},
		{"tags", "<p>Er <b>sagt</b><br/>ja.</p> 3 < 4 <3 a<b <x@y.de>", "\n\nEr sagt\nja.\n\n 3 < 4 <3 a<b <x@y.de>"},
		{"quotations as tags", `<q class="x">Ja</q>, sagt er.`, "„Ja“, sagt er."},
		{"ends of lines", "a\r\nB\rC", "a\nB\nC"},
		{"doubled marks", `""Ja"", sagte er, ""und """.`, `„Ja“, sagte er, „und ".`},
		{"doubled where others are single", `Er sagt "Das Lied "Yesterday"" laut.`, `Er sagt "Das Lied "Yesterday"" laut.`},
		{"a field of CSV", `"Er sagt ""Ja"" und geht."`, `"Er sagt „Ja“ und geht."`},
		{"nothing between two marks", `Er sagt "" laut.`, `Er sagt "" laut.`},
		{"guillemets in ASCII", "<<Ja>>, sagt er, >>nein<<. << Gut >>.\n1 << 4", "«Ja», sagt er, »nein«. « Gut ».\n1 << 4"},
		{"a soft hyphen at the end of a line", "Fünf\u00ad\nund\u00adzwanzig", "Fünfundzwanzig"},
		{"a hyphen there", "Minister Wis-\nsing kam.", "Minister Wissing kam."},
		{"parts left out", "Ein-\nund Ausfuhr, 50-\nund mehr", "Ein- und Ausfuhr, 50- und mehr"},
		{"lines cut to a width", "Die Gemeinde will im nächsten Jahr sparen\nund das Bad, das seit vierzig Jahren steht,\nschliessen. Dagegen hat sich die CDU-\nFraktion gewandt, wie auch die US-\namerikanische Firma und die deutsch-\nfranzösische.\nEs ist alt.",
			"Die Gemeinde will im nächsten Jahr sparen und das Bad, das seit vierzig Jahren steht, schliessen. Dagegen hat sich die CDU-Fraktion gewandt, wie auch die US-amerikanische Firma und die deutsch-französische.\nEs ist alt."},
		{"bytes that are no UTF-8", "B\xe4r \xff\xc2", "B\xe4r \xff\xc2"},
		{"nothing", "", ""},
	} {
		got := Of(c.text, nil)
		if got.Form != c.want || got.Same() != (c.text == c.want) {
			t.Errorf("%s: %q becomes %q, want %q", c.why, c.text, got.Form, c.want)
		}
	}
}

// TestGiven leads words of the normal form back to where they were, and there again.
func TestGiven(t *testing.T) {
	text := "\ufeffVer\u00adkehrs\u00admi\u00adnis\u00adter Vol\u2060ker Wis-\nsing &amp; Ka\u0308the ﬁnden <b>\u00a0M&uuml;ller</b>.\u00ad"
	n := Of(text, nil)
	for _, c := range [][2]string{
		{"Verkehrsminister", "Ver\u00adkehrs\u00admi\u00adnis\u00adter"}, {"Volker", "Vol\u2060ker"}, {"Wissing", "Wis-\nsing"}, {"&", "&amp;"},
		{"Käthe", "Ka\u0308the"}, {"finden", "ﬁnden"}, {"Müller", "M&uuml;ller"}, {".", "."},
	} {
		at := strings.Index(n.Form, c[0])
		if at < 0 {
			t.Fatalf("no %q in %q", c[0], n.Form)
		}
		s := Span{at, at + len(c[0])}
		g := n.Given(s)
		if got := text[g.Start:g.End]; got != c[1] {
			t.Errorf("%q comes from %q, want %q", c[0], got, c[1])
		}
		if back := n.Formed(g); back != s {
			t.Errorf("%q becomes %v, want %v", c[1], back, s)
		}
	}
}

func FuzzOf(f *testing.F) {
	f.Add("Wis-\nsing Ka\u0308the &amp;auml; \ufeff<p>a\u00ad \n b</p> \"\"Ja\"\" <<x>> \r\n ﬁ\u0308 a\u00ad\u0308")
	f.Add("<\x1d'\x03߾\n\x1a\xd8k \ufeff<p>\xc2\u00ad \n b</p> a\u00ad\u0308") // bytes that are no UTF-8 beside what is left out
	f.Fuzz(func(t *testing.T, text string) {
		n := Of(text, nil)
		if n.Same() != (n.Form == text) && n.Same() {
			t.Fatal("the same text is another")
		}
		end := 0
		for i, r := range n.Form {
			size := len(string(r))
			if r == 0xFFFD && !strings.HasPrefix(n.Form[i:], "\uFFFD") {
				size = 1
			}
			g := n.Given(Span{i, i + size})
			if g.Start < 0 || g.End > len(text) || g.Start >= g.End {
				t.Fatalf("%q at %d comes from %v of %d bytes", r, i, g, len(text))
			}
			if g.End < end {
				t.Fatalf("%q at %d comes from %v, what is before it from bytes up to %d", r, i, g, end)
			}
			end = g.End
			if back := n.Formed(g); back.Start > i || back.End < i+size {
				t.Fatalf("%q at [%d, %d) comes from %v, which becomes %v", r, i, i+size, g, back)
			}
		}
	})
}
