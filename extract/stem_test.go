package extract_test

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/cputime"
)

func ExampleStem() {
	for _, word := range []string{"Häuser", "HAEUSER", "Hauses", "Lehrerinnen", "Peter’s", "Verantwortlichkeiten"} {
		fmt.Println(extract.Stem(word))
	}
	// Output:
	// haus
	// haus
	// haus
	// lehr
	// peter
	// verantwort
}

func ExampleAppendStem() {
	var buf []byte // reused, so that no word needs memory of its own
	for _, word := range []string{"Maßnahmen", "Massnahme"} {
		buf = extract.AppendStem(buf[:0], word)
		fmt.Printf("%s\n", buf)
	}
	// Output:
	// massnahm
	// massnahm
}

// stemData returns the lines of a file in testdata/stem.
func stemData(t testing.TB, name string) []string {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "testdata", "stem", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatalf("%s: %v", f.Name(), err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		t.Fatalf("%s: %v", f.Name(), err)
	}
	return strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
}

// TestStemVocabulary compares the stemmer, and the second one that the fuzz test
// measures it by, with the stems that the Snowball project publishes.
func TestStemVocabulary(t *testing.T) {
	words, stems := stemData(t, "voc.txt.gz"), stemData(t, "output.txt.gz")
	if len(words) != 35033 || len(stems) != len(words) {
		t.Fatalf("%d words and %d stems, want 35033 of each", len(words), len(stems))
	}
	for i, word := range words {
		if got := extract.Stem(word); got != stems[i] {
			t.Errorf("voc.txt:%d: Stem(%q) = %q, want %q", i+1, word, got, stems[i])
		}
		if got := referenceStem(word); got != stems[i] {
			t.Errorf("voc.txt:%d: referenceStem(%q) = %q, want %q", i+1, word, got, stems[i])
		}
	}
}

func TestStem(t *testing.T) {
	tests := []struct{ word, want, why string }{
		// What 3.0 changed; each branch is in the vocabulary too.
		{"gerichtet", "gericht", "-et is an ending"},
		{"planeten", "planet", "but not after plan"},
		{"geordneten", "geordnet", "nor after geordn"},
		{"internet", "internet", "nor after intern"},
		{"vertreter", "vertret", "nor after tr"},
		{"segeln", "segel", "-ln becomes -l"},
		{"segelns", "segel", "and so does -lns"},
		{"lehrerinnen", "lehr", "-erinnen like -er"},
		{"lehrerin", "lehr", "-erin like -er"},
		{"sonnensystem", "sonnensystem", "-em stays in -system"},
		{"quelle", "quell", "the ue of que is no ü"},
		{"muede", "mud", "that of muede is"},
		{"feuer", "feu", "the u between vowels is a consonant, so ue is no ü here"},

		// The apostrophe of 3.1.
		{"peter's", "peter", "'s goes, and what is left is not stemmed again: -er stays"},
		{"hans'", "hans", "an apostrophe at the end goes alone"},
		{"grimm'sche", "grimm", "'sch goes, once its ending has"},
		{"grimm'schen", "grimm", "in every case of the adjective"},
		{"ku's", "ku", "two characters before it are enough"},
		{"k's", "k's", "one is not"},
		{"'s", "'s", "none is not"},
		{"'", "'", "an apostrophe alone stays"},
		{"ab'", "ab", "two characters before a bare apostrophe"},
		{"a'", "a'", "one character before a bare apostrophe"},
		{"öé's", "oé", "characters count, not bytes"},
		{"é's", "é's", "of which this has one"},
		{"ku'damm", "ku'damm", "inside a word it stays"},
		{"wie'n", "wie'n", "and so does one before other letters"},
		{"rock'n'roll", "rock'n'roll", "however many there are"},
		{"ab''", "ab'", "only one is removed"},
		{"''s", "''s", "an apostrophe is a character too, but only one stands before 's"},
		{"a''s", "a'", "here there are two"},
		{"grimm's'", "grimm's", "the rule is applied once"},
		{"ab'sch", "ab", "'sch as a whole, not only its s"},
		{"a'sch", "a'sch", "which needs two characters as well"},
		{"peter’s", "peter", "the typographic apostrophe"},
		{"peter‘s", "peter", "its mirror image"},
		{"peterʼs", "peter", "the modifier letter"},
		{"peter´s", "peter", "the acute accent on its own key"},
		{"peter′s", "peter", "the prime"},
		{"PETER’S", "peter", "in capitals"},
		{"d’accord", "d'accord", "it is folded where it stays, too"},

		// Capitals.
		{"Haus", "haus", "nouns"},
		{"HÄUSER", "haus", "umlauts"},
		{"Übung", "ubung", "a leading umlaut: -ung is not in R2"},
		{"STRASSE", "strass", "ss"},
		{"STRAẞE", "strass", "ẞ by way of ß"},
		{"Straße", "strass", "ß"},
		{"YACHTEN", "yacht", "Y is not taken for the consonant that the algorithm writes Y"},
		{"AUUE", "auu", "nor U"},
		{"RENÉ", "rené", "letters of other languages"},
		{"ΑΘΗΝΑ", "αθηνα", "and scripts"},
		{"İSTANBUL", "istanbul", "İ becomes the small i with one dot"},

		// NFD.
		{"ha\u0308user", "haus", "a + diaeresis is ä"},
		{"HA\u0308USER", "haus", "in capitals"},
		{"o\u0308ffnung", "offnung", "ö"},
		{"u\u0308bungen", "ubung", "ü"},
		{"cafe\u0301", "café", "é is no vowel to the algorithm, the e alone would be"},
		{"Erdog\u0306an", "erdoğan", "names"},
		{"I\u0307stanbul", "istanbul", "İ apart"},
		{"\u0308a", "\u0308a", "a mark with no letter before it stays"},
		{"q\u0308", "q\u0308", "and so does one that its letter does not take"},
		{"aße\u0308", "assë", "a mark joins the letter next to it"},
		{"ß\u030c", "ss\u030c", "ß takes none, nor does the s that it becomes"},

		// Invisible characters.
		{"Häu\u00adser", "haus", "soft hyphen"},
		{"Auf\u200clage", "auflag", "zero-width non-joiner, against a ligature"},
		{"Auf\u200dlage", "auflag", "zero-width joiner"},
		{"\u00ad", "", "nothing is left of a soft hyphen alone"},
		{"a\u00ade", "a", "what it parts is together: ae is ä"},

		// What is no letter.
		{"", "", "empty"},
		{"2024", "2024", "digits"},
		{"ab\xff\xfe", "ab\xff\xfe", "bytes that are not UTF-8"},
		{"häus\xc3", "haus\xc3", "a letter cut in two"},
		{"Pr\xe4sidenten", "pr\xe4sident", "Latin-1: the suffix goes, the byte stays"},
		{"\xa4\xc3", "\xa4\xc3", "the bytes of ä in the wrong order"},
		{"\ufffden", "\ufffden", "the replacement character is one like others"},
		{"aée", "aée", "R1 begins behind three characters, not three bytes"},
		{"eébst", "eébst", "-st needs a letter and three characters before it, not bytes"},
		{"Arbeiter*innen", extract.Stem("Arbeiterinnen"), "both genders"},
		{"Kolleg·innen", extract.Stem("Kolleginnen"), "with another mark"},
		{"Student(inn)en", extract.Stem("Studentinnen"), "in brackets"},
		{"LehrerInnen", extract.Stem("Lehrerinnen"), "by a capital"},
		{"Lehrer:in", extract.Stem("Lehrerin"), "in the singular"},
		{"CDU-Abgeordneten", "cdu-abgeordnet", "a hyphen is a consonant"},
	}
	for _, tt := range tests {
		if got := extract.Stem(tt.word); got != tt.want {
			t.Errorf("Stem(%q) = %q, want %q: %s", tt.word, got, tt.want, tt.why)
		}
	}
}

// TestStemSpellings holds the rule that one word has one stem however it is
// written.
func TestStemSpellings(t *testing.T) {
	upper := strings.NewReplacer("ß", "ẞ")
	nfd := strings.NewReplacer("ä", "a\u0308", "ö", "o\u0308", "ü", "u\u0308", "é", "e\u0301")
	for _, word := range stemData(t, "voc.txt.gz") {
		want := extract.Stem(word)
		for _, spelling := range []string{
			strings.ToUpper(upper.Replace(word)),
			nfd.Replace(word),
			strings.ToUpper(nfd.Replace(upper.Replace(word))),
			strings.ReplaceAll(word, "ß", "ss"),
			strings.Join(strings.Split(word, ""), "\u00ad"),
		} {
			if got := extract.Stem(spelling); got != want {
				t.Errorf("Stem(%q) = %q, want %q as of %q", spelling, got, want, word)
			}
		}
	}
}

func TestAppendStem(t *testing.T) {
	for _, word := range []string{"", "haus", "Häuser", "STRAẞE", "peter’s", "\xff", strings.Repeat("ä", 500)} {
		for _, dst := range [][]byte{nil, []byte("Äpfel\xff"), append(make([]byte, 0, 4096), "Äe"...)} {
			want := string(dst) + extract.Stem(word)
			if got := extract.AppendStem(dst, word); string(got) != want {
				t.Errorf("AppendStem(%q, %q) = %q, want %q", dst, word, got, want)
			}
		}
	}
}

func TestStemAllocations(t *testing.T) {
	tests := []struct {
		word string
		stem float64 // allocations of Stem
		why  string
	}{
		{"häuser", 1, "the stem has another vowel"},
		{"Haus", 1, "the stem has another h"},
		{"hausen", 0, "the stem is the beginning of the word"},
		{"und", 0, "the stem is the word"},
		{"peter's", 0, "the stem is the beginning of the word"},
		{"STRAẞE", 1, "the stem is in small letters"},
		{"ha\u0308user", 1, "the stem is in small letters"},
		{"donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", 1, "umlaut"},
	}
	buf := make([]byte, 0, 128)
	for _, tt := range tests {
		if got := testing.AllocsPerRun(100, func() { buf = extract.AppendStem(buf[:0], tt.word) }); got != 0 {
			t.Errorf("AppendStem(buf, %q) allocates %v times, want 0", tt.word, got)
		}
		if got := testing.AllocsPerRun(100, func() { extract.Stem(tt.word) }); got != tt.stem {
			t.Errorf("Stem(%q) allocates %v times, want %v: %s", tt.word, got, tt.stem, tt.why)
		}
	}
}

// TestStemLongWord gives the stemmer words of some megabytes. A step that were
// quadratic would take hours.
func TestStemLongWord(t *testing.T) {
	const n = 2 << 20
	for _, part := range []string{"a", "u", "x", "ae", "qu", "yu", "ß", "ä", "'", "ernis", "ig", "a\u0308", "\u00ad", "\xff", "Ⱥ"} {
		word := strings.Repeat(part, n)
		start := cputime.Now()
		extract.Stem(word)
		if d := cputime.Now() - start; d > 5*time.Second {
			t.Errorf("%d times %q took %v", n, part, d)
		}
	}
}

func BenchmarkStem(b *testing.B) {
	words := stemData(b, "voc.txt.gz")
	size := int64(len(strings.Join(words, "")))
	perWord := func(b *testing.B) {
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(words)), "ns/word")
	}
	b.Run("AppendStem", func(b *testing.B) {
		b.SetBytes(size)
		b.ReportAllocs()
		var buf []byte
		for b.Loop() {
			for _, word := range words {
				buf = extract.AppendStem(buf[:0], word)
			}
		}
		perWord(b)
	})
	b.Run("Stem", func(b *testing.B) {
		b.SetBytes(size)
		b.ReportAllocs()
		for b.Loop() {
			for _, word := range words {
				extract.Stem(word)
			}
		}
		perWord(b)
	})
}
