package entities

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/extract"
)

// extractor returns one with a list of each label.
func newExtractor(t testing.TB, lists map[Label]string) *Extractor {
	t.Helper()
	var options []Option
	for l := PER; l <= MISC; l++ {
		if list, ok := lists[l]; ok {
			options = append(options, WithNamesFrom(strings.NewReader(list), l))
		}
	}
	extractor, err := New(options...)
	if err != nil {
		t.Fatal(err)
	}
	return extractor
}

// marked returns a text with the names that the lists find in brackets, parts
// with a ~ after them.
func marked(extractor *Extractor, text string) string {
	d := extract.Parse(text)
	var b strings.Builder
	at := 0
	for _, m := range extractor.own.find(d.Normal(), nil) {
		m.Span = d.FromNormal(m.Span)
		b.WriteString(text[at:m.Start] + "[" + text[m.Start:m.End])
		if m.Form == FormPart {
			b.WriteString("~")
		}
		b.WriteString("]")
		at = m.End
	}
	return b.String() + text[at:]
}

func TestFind(t *testing.T) {
	for _, group := range []struct {
		label Label
		list  string
		cases [][2]string // a text with the names in brackets, why
	}{
		{ORG, "Rheinmetall", [][2]string{
			{"Die Aktie von [Rheinmetall] steigt.", "as written"},
			{"[Rheinmetalls] Aktie, [Rheinmetall's] Aktie, [Rheinmetall’s] Aktie", "genitive, with an apostrophe too"},
			{"Der [Rheinmetall~]-Chef und die [Rheinmetall~]-Aktie", "front of a compound"},
			{"der [Rheinmetall~]‑Chef", "a hyphen that does not break"},
			{"der Ex-[Rheinmetall~]-Chef und die Anti-[Rheinmetall~]-Demonstranten", "between front and head"},
			{"die [Rheinmetall~]-Mitarbeiter:innen", "head with a gender mark"},
			{"[Rheinmetall~]- und Airbus-Aktien", "the head comes later"},
			{"[RHEINMETALL] STEIGT, AKTIE VON [RHEINMETALLS] TOCHTER", "headline in capitals"},
			{"[Rhein\u00ADmetall] steigt.", "soft hyphen"},
			{"([Rheinmetall]), „[Rheinmetall]“, [Rheinmetall].", "signs around"},
			{"[Rheinmetall] AG, [Rheinmetall]/KNDS", "what stands around is not the name"},
			{"Rheinmetaller, rheinmetall, Rheinmetallchef, #Rheinmetall, @Rheinmetall", "other words"},
			{"https://www.example.org/Rheinmetall", "an address names no one"},
		}},
		{ORG, "Deutsche Bank", [][2]string{
			{"Die [Deutsche Bank] und der Chef der [Deutschen Bank]", "adjective inflected"},
			{"mit [Deutscher Bank], ein Kurs der [DEUTSCHEN BANK]", "the same without article, in capitals"},
			{"[Deutsche-Bank~]-Chef, [Deutsche Bank~]-Chef", "in compounds, with a blank too"},
			{"Deutsche, Bank; eine deutsche Bank; Deutsche Banken; Deutschebank", "not the name"},
			{"Deutsche. Bank", "two sentences"},
			{"Die [Deutsche\u00A0Bank], die [Deutsche  Bank]", "other blanks"},
		}},
		{ORG, "Open AI", [][2]string{
			{"[Open AI], [Open-AI], [OpenAI], [OPENAI], [OPEN AI], [OPEN-AI]", "ways to write one name"},
			{"[OpenAIs] Gründer, [Open-AI~]-Gründer, [OpenAI~]-Gründer", "inflected, in compounds"},
			{"open ai, Open, AI, Openair", "not the name"},
		}},
		{MISC, "TikTok\niPhone\nFIFA Cup", [][2]string{
			{"[TikTok], [Tiktok], [TIKTOK], [Tik-Tok]", "a capital inside is often lost"},
			{"tiktok, Tik", "small letters are not the name"},
			{"[iPhone], [IPhone], [Iphone], [IPHONE]", "first letter"},
			{"der [Fifa Cup]", "capitals that newspapers write small"},
		}},
		{ORG, "Softbank\nEbay\nTHYSSENKRUPP\nOpenai Labs\nExo", [][2]string{
			{"[SoftBank], [SoftBanks] Fonds, [SOFTBANK], der [SoftBank~]-Chef, Ex-[SoftBank~]-Chef", "a capital inside that the list has not"},
			{"[eBay], [EBay], ebay, [softBank]", "the first letter small before a capital"},
			{"[ThyssenKrupp], [Thyssenkrupp]", "a list in capitals"},
			{"[OpenAI Labs], [Openai Labs], OpenAI", "in one of several words"},
			{"ExO, Soft Bank, Soft-Bank, SoftBanking", "not the name"},
		}},
		{ORG, "Exo\nSAP Labs\nSAP\nVW\nMAN\nE.ON\nEon Ruhr", [][2]string{
			{"[SAP] und [VW], [SAPs] und [VWs] Gewinn, die [SAP~]-Aktie", "short names"},
			{"EXO, Sap Labs, Sap, sap, vw, SAPS, Vw", "their capitals count"},
			{"So macht man das. Man sagt, [MAN] baut.", "the pronoun is not the company"},
			{"[E.ON], [EON] und [E.ONs] Gewinn, Eon", "a dot is no part of the name"},
		}},
		{ORG, "Meta\nAbout You\ntrivago\nBild\nDie Zeit\nLinke\nSpiegel\nStern", [][2]string{
			{"[Meta] und [META], aber eine meta Ebene", "as written or in capitals"},
			{"[About You] und [ABOUT YOU], not about you, about You", "the same for two words"},
			{"[trivago], Trivago, TRIVAGO", "a name in small letters"},
			{"[Bild] schreibt, ein [Bild] hängt", "an ordinary word is found as written, whatever it means"},
			{"Bilder, des Bildes, BILD, das bild", "not in other forms"},
			{"[Die Zeit] drängt, [Die Zeit]", "the same"},
			{"die Zeit, DIE ZEIT, in der Zeit, Zeit, Die Zeiten", "not otherwise"},
			{"Die [Linke] stimmt zu, linke Politik, Linker Protest, Linkes Lager", "an adjective has no other ending"},
			{"Recherchen des [Spiegels]", "an ordinary word has the genitive"},
			{"Sterne, STERN, Sternen", "and nothing else"},
		}},
		{PER, "Hans\nKarl Marx\nAnna Lange\nUrsula von der Leyen\tvon der Leyen\nJürgen Weiß\nBenz\nAnna Has", [][2]string{
			{"[Hans'] Auto, [Hans’] Auto, [Hans's] Auto", "genitive of names on s"},
			{"[Karl Marx] und [Karl Marx'] Werk, [KARL MARX]", "on x"},
			{"Anna Hass", "s behind s is another name"},
			{"[Anna Lange], [Anna Langes] Haus, Anna Langer, Anna Langen", "a surname is no adjective"},
			{"[Von der Leyen] sagt, [Ursula von der Leyens] Plan, [URSULA VON DER LEYEN]", "particles"},
			{"von Der Leyen, Von Der Leyen", "capitals inside are another name"},
			{"[Jürgen Weiß], [Jürgen Weiss], [JÜRGEN WEISS], [Ju\u0308rgen Weiss]", "ß, umlauts of two characters"},
			{"Benz-Westernhagen", "nor is what two surnames are made of"},
			{"Mercedes-Benz, [Benz~]-Motor, der Ex-[Benz~]", "the last part of a compound is another thing"},
		}},
		{LOC, "Baden\nDeutschland\nVereinigte Staaten\nÖsterreich\nAu\nHal\nWahle\nBunde", [][2]string{
			{"[Au], [Au~]-Reise, Aus der Stadt, AUS, vor den Wahlen", "an ordinary word is no form of a name"},
			{"[Hal] und [Hal's], am Hals", "nor of this"},
			{"[Bunde], des Bundes", "the genitive of another word"},
			{"Baden-Baden, Baden-Württemberg, [Baden], [Baden~]-Urlaub", "longer names"},
			{"den [Vereinigten Staaten], der [Vereinigten Staaten]", "plural"},
			{"[O\u0308sterreichs] Kanzler, [ÖSTERREICHS] KANZLER", "umlaut of two characters"},
			{"[Deutschland~]-China-Gipfel", "of three parts"},
		}},
		{ORG, "Bundesgerichtshof\nWeißes Haus\nStadtwerke Ulm\nBund der Steuerzahler\nH&M\nSat.1\nSchalke 04\nYahoo!\nDr. Oetker\nCDU\nCSU\nUnion/FDP\n1. FC Köln", [][2]string{
			{"des [Bundesgerichtshofs], des [Bundesgerichtshofes]", "genitive with es"},
			{"des [Weißen Hauses], im [Weissen Haus]", "adjective and genitive, Swiss"},
			{"mit den [Stadtwerken Ulm]", "dative plural"},
			{"des [Bundes der Steuerzahler]", "genitive inside"},
			{"[H&M], [H & M], [H&M~]-Filiale, H M", "signs"},
			{"[Sat.1], [Sat 1], [Schalke 04], [1. FC Köln]", "numbers and dots"},
			{"Bei [Yahoo]! Und [Yahoo]", "a sign at the end may be missing"},
			{"[Dr. Oetker], [Dr Oetkers] Pizza", "abbreviations"},
			{"[CDU~]/[CSU~]-Fraktion, [CDU~]/[CSU~], die [CDU] und [CSU]", "joined by a slash"},
			{"[Union/FDP], Union FDP", "a slash is no blank"},
		}},
		{ORG, "Kuwe Bau\nKuwer Holz\nKuwera", [][2]string{
			{"Kuwer Bau, Kuwern Holz, Kuwenes Bau, Kuweraes", "endings of adjectives and nouns are for those"},
		}},
		{ORG, "Alpha\nAlpha Bank\nAlpha Bank Nord\nBank Nord Süd", [][2]string{
			{"[Alpha], [Alpha Bank], [Alpha Bank Nord], [Alpha] Bankhaus", "the longest"},
			{"[Alpha Bank Nord] Süd", "of names that overlap the first"},
		}},
	} {
		extractor := newExtractor(t, map[Label]string{group.label: group.list})
		for _, c := range group.cases {
			text := strings.NewReplacer("[", "", "]", "", "~", "").Replace(c[0])
			if got := marked(extractor, text); got != c[0] {
				t.Errorf("%s: got\n\t%s\nwant\n\t%s", c[1], got, c[0])
			}
		}
	}
}

// TestFindEntity holds which of two names a text means.
func TestFindEntity(t *testing.T) {
	for _, c := range []struct{ why, list, text, want string }{
		{"the spelling that is the same", "NVIDIA\nNvidia", "Nvidia", "Nvidia"},
		{"in either order", "Nvidia\nNVIDIA", "Nvidia", "Nvidia"},
		{"of equals the first of the list", "Alte Werft\nAlter Werft", "Alten Werft", "Alte Werft"},
		{"in either order", "Alter Werft\nAlte Werft", "Alten Werft", "Alter Werft"},
	} {
		extractor := newExtractor(t, map[Label]string{ORG: c.list})
		got := ""
		for _, m := range extractor.own.find(extract.Parse(c.text), nil) {
			got += extractor.own.entities[m.entity].name
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
}

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

// manyNames is a list of n names of one to three words, made of syllables.
func manyNames(n int) string {
	syllables := strings.Fields("ba del fur gan hol kem lar mon nis pek rol sta tur vek zor an bri dro el fa")
	words := func(b *strings.Builder, k int) {
		for i, length := 0, 3+k%2; i < length; i, k = i+1, k/len(syllables) {
			s := syllables[k%len(syllables)]
			if i == 0 {
				s = strings.ToUpper(s[:1]) + s[1:]
			}
			b.WriteString(s)
		}
	}
	var b strings.Builder
	for k := range n {
		words(&b, k)
		switch k % 3 {
		case 1:
			b.WriteString(" Stahl")
		case 2:
			b.WriteString(" ")
			words(&b, 7919*k+1)
			b.WriteString(" AG")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// BenchmarkNew loads 100,000 names.
func BenchmarkNew(b *testing.B) {
	list := manyNames(100_000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(WithNamesFrom(strings.NewReader(list), ORG)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFind looks for the names of lists in the texts of the golden files.
func BenchmarkFind(b *testing.B) {
	text := ReadArticles(b)
	d := extract.Parse(text)
	for _, list := range []struct{ name, names string }{
		{"1", "Nordlicht"},
		{"100000", manyNames(100_000) + "Nordlicht\nRostock\nKatharina Brandt\nUwe Petersen\n"},
	} {
		b.Run(list.name, func(b *testing.B) {
			extractor := newExtractor(b, map[Label]string{ORG: list.names})
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				extractor.own.find(d, nil)
			}
			b.ReportMetric(float64(len(d.Tokens()))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

// ReadArticles returns the articles of testdata, which the benchmarks read.
func ReadArticles(tb testing.TB) string {
	tb.Helper()
	var text strings.Builder
	for _, name := range []string{"hafen", "seilbahn"} {
		file, err := os.ReadFile("../testdata/articles/" + name + ".txt")
		if err != nil {
			tb.Fatal(err)
		}
		text.Write(file)
		text.WriteString("\n\n")
	}
	return text.String()
}
