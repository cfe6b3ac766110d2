package lexicon

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"unicode"
)

// words returns words of news text, in their order.
func words(b *testing.B) []string {
	b.Helper()
	f, err := os.Open("../../../shared/data/quotes/dev.jsonl.gz")
	if err != nil {
		b.Skipf("no data: %v", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	in := bufio.NewScanner(z)
	in.Buffer(nil, 1<<24)
	var list []string
	for in.Scan() {
		var article struct{ Text string }
		if err := json.Unmarshal(in.Bytes(), &article); err != nil {
			b.Fatal(err)
		}
		list = append(list, strings.FieldsFunc(article.Text, func(r rune) bool {
			return !unicode.IsLetter(r) && r != '-'
		})...)
	}
	if len(list) < 1000 {
		b.Fatalf("%d words", len(list))
	}
	return list
}

func BenchmarkLookup(b *testing.B) {
	list := words(b)
	known := 0
	for _, w := range list {
		if Lookup(w).Known() {
			known++
		}
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		Lookup(list[i%len(list)])
	}
	b.ReportMetric(100*float64(known)/float64(len(list)), "%known")
}

func BenchmarkMask(b *testing.B) {
	list := words(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		Mask(list[i%len(list)])
	}
}

// All readings of a form and the lemma of each.
func BenchmarkReadings(b *testing.B) {
	list := words(b)
	buf := make([]byte, 0, 256)
	n := 0
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		w := list[i%len(list)]
		i++
		for r := range Lookup(w).Readings() {
			buf = r.AppendLemma(buf[:0], w)
			n++
		}
	}
	b.ReportMetric(float64(n)/float64(i), "readings/op")
}

// Forms that the lexicon lacks.
func BenchmarkHead(b *testing.B) {
	var list []string
	for _, w := range words(b) {
		if !Lookup(w).Known() {
			list = append(list, w)
		}
	}
	found := 0
	for _, w := range list {
		if Head(w).Known() {
			found++
		}
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		Head(list[i%len(list)])
	}
	b.ReportMetric(100*float64(found)/float64(len(list)), "%found")
}

func BenchmarkOpen(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := open(embedded); err != nil {
			b.Fatal(err)
		}
	}
}
