package entities

import (
	"os"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/extract"
)

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
