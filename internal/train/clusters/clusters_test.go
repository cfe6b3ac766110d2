package main

import (
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/clusters"
	"github.com/laut-nlp/laut/internal/train/table"
)

var (
	people = strings.Fields("Meier Lehmann Kowalski Sommer Brandt Yılmaz")
	towns  = strings.Fields("Bremen Jena Ulm Passau Linz Chur")
)

// news makes up sentences in which people speak and towns are lived in.
func news(n int) *text {
	rng := rand.New(rand.NewPCG(1, 1))
	pick := func(words ...string) string { return words[rng.IntN(len(words))] }
	c := newCounter()
	for range n {
		switch rng.IntN(3) {
		case 0:
			c.add("Das " + pick("sagte", "betonte", "meinte") + " " + pick(people...) + " " + pick("am Montag", "im Rat") + ".")
		case 1:
			c.add(pick("Wir", "Sie") + " " + pick("wohnen", "arbeiten", "leben") + " in " + pick(towns...) + " und warten.")
		case 2:
			c.add(pick("Herr", "Frau") + " " + pick(people...) + " kommt aus " + pick(towns...) + ".")
		}
	}
	return c.text(2)
}

// classesOf returns the clusters in which words are, and how many others are in them.
func classesOf(t *text, cluster []int32, words []string) (in []int32, others int) {
	for _, w := range words {
		in = append(in, cluster[slices.Index(t.forms, w)])
	}
	slices.Sort(in)
	in = slices.Compact(in)
	for i, c := range cluster {
		if slices.Contains(in, c) && !slices.Contains(words, t.forms[i]) {
			others++
		}
	}
	return in, others
}

func TestExchange(t *testing.T) {
	text := news(3000)
	c := contextsOf(text)
	run := func() *exchange {
		e := newExchange(c, 10)
		e.start()
		before := e.information()
		for range 5 {
			e.iterate()
			after := e.information()
			if after < before-1e-9 {
				t.Errorf("information falls from %f to %f", before, after)
			}
			before = after
		}
		return e
	}
	e := run()
	for _, words := range [][]string{people, towns} {
		if in, others := classesOf(text, e.class, words); len(in) != 1 || others != 0 {
			t.Errorf("%v are in the classes %v, with %d others", words, in, others)
		}
	}
	if again := run(); !slices.Equal(e.class, again.class) {
		t.Error("a second run gives other classes")
	}
	// What was kept up to date at each move is what a count from scratch gives.
	fresh := newExchange(c, 10)
	for w, class := range e.class {
		fresh.put(w, class)
	}
	if a, b := e.information(), fresh.information(); math.Abs(a-b) > 1e-9 {
		t.Errorf("information is %f, counted afresh %f", a, b)
	}
	if !slices.Equal(e.size, fresh.size) || !slices.Equal(e.members, fresh.members) {
		t.Error("sizes of classes are wrong")
	}
}

// The gain of a move is what the information rises by.
func TestExchangeGain(t *testing.T) {
	c := contextsOf(news(300))
	for _, classes := range []int{4, 12} { // with rows of counters, and with lists
		e := newExchange(c, classes)
		e.start()
		for w := range e.class {
			if e.members[e.class[w]] == 1 {
				continue
			}
			old, best := e.class[w], e.best(w)
			most := int32(-1)
			for class, top := int32(0), math.Inf(-1); class < int32(classes); class++ {
				e.take(w)
				e.put(w, class)
				if x := e.information(); x > top+1e-9 {
					most, top = class, x
				}
			}
			e.take(w)
			e.put(w, best)
			a := e.information()
			e.take(w)
			e.put(w, most)
			if b := e.information(); a < b-1e-9 {
				t.Errorf("%d classes, form %d: class %d is worse than %d: %f, %f", classes, w, best, most, a, b)
			}
			e.take(w)
			e.put(w, old)
		}
	}
}

func TestMerge(t *testing.T) {
	// Two and two are alike, but for how often they occur.
	counts := [][]uint32{{8, 1, 0, 0}, {0, 1, 7, 8}, {80, 12, 1, 0}, {0, 0, 3, 4}}
	levels := merge(counts, []int{4, 2, 1})
	want := [][]int32{{0, 1, 2, 3}, {0, 1, 0, 1}, {0, 0, 0, 0}}
	for i := range want {
		if !slices.Equal(levels[i], want[i]) {
			t.Errorf("level %d: %v, want %v", i, levels[i], want[i])
		}
	}
}

func TestByClass(t *testing.T) {
	c := newCounter()
	c.add("a b a c")
	text := c.text(1)
	contexts := contextsOf(text)
	class := make([]int32, 3)
	class[slices.Index(text.forms, "a")] = 1 // b and c are class 0
	counts := contexts.byClass(class, 2)
	// Left: class 0, class 1, boundary and three kinds of rare forms; then right.
	want := [][]uint32{{0, 2, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0}, {1, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0}}
	for i := range want {
		if !slices.Equal(counts[i], want[i]) {
			t.Errorf("class %d: %v, want %v", i, counts[i], want[i])
		}
	}
}

func TestDampen(t *testing.T) {
	c := newCounter()
	for range 16 {
		c.add("a b")
	}
	c.add("b")
	contexts := contextsOf(c.text(1))
	contexts.dampen()
	// b is the more frequent one: 16 times after a and once alone, 17 times last.
	got := contexts.of(0)
	want := []uint32{32, 4, 33}
	for i := range want {
		if got[i].count != want[i] {
			t.Errorf("contexts %v, want the counts %v", got, want)
			break
		}
	}
	if contexts.total[0] != 69 {
		t.Errorf("%d in all", contexts.total[0])
	}
}

// topics makes up sentences of two topics in one word order.
func topics() *text {
	rng := rand.New(rand.NewPCG(2, 2))
	words := [][]string{
		strings.Fields("Tor Elfmeter Stürmer Liga Trainer Pokal Abseits Verein"),
		strings.Fields("Zins Aktie Börse Anleihe Gewinn Umsatz Dividende Kurs"),
	}
	c := newCounter()
	for range 4000 {
		w := words[rng.IntN(2)]
		pick := func() string { return w[rng.IntN(len(w))] }
		c.add("Der " + pick() + " und das " + pick() + " sind ein " + pick() + " mit " + pick() + ".")
	}
	return c.text(1)
}

func TestSkipgram(t *testing.T) {
	text := topics()
	s := skipgram{dim: 16, window: 5, negative: 5, epochs: 4, rate: 0.05, sample: 1e-2, seed: 1}
	run := func() ([]float32, []int32) {
		vectors := s.train(text, func(int) {})
		var nouns []float32
		for i, form := range text.forms {
			if len(form) > 3 && form != "sind" {
				nouns = append(nouns, vectors[i*s.dim:][:s.dim]...)
			}
		}
		cluster, _ := kmeans(nouns, s.dim, 2, 20, 1)
		return vectors, cluster
	}
	vectors, cluster := run()
	var nouns []string
	for _, form := range text.forms {
		if len(form) > 3 && form != "sind" {
			nouns = append(nouns, form)
		}
	}
	sport := cluster[slices.Index(nouns, "Elfmeter")]
	for i, form := range nouns {
		isSport := strings.Contains("Tor Elfmeter Stürmer Liga Trainer Pokal Abseits Verein", form)
		if isSport != (cluster[i] == sport) {
			t.Errorf("%s is in cluster %d, Elfmeter in %d", form, cluster[i], sport)
		}
	}
	again, _ := run()
	if !slices.Equal(vectors, again) {
		t.Error("a second run gives other vectors")
	}
}

func TestKmeans(t *testing.T) {
	vectors := []float32{1, 0, 2, 0.1, 0, 3, 0.1, 1, 0, 0, 5, 0.2}
	cluster, cosine := kmeans(vectors, 2, 2, 10, 1)
	if cluster[0] != cluster[1] || cluster[0] != cluster[5] || cluster[2] != cluster[3] || cluster[0] == cluster[2] {
		t.Errorf("clusters %v", cluster)
	}
	if cosine < 0.8 || cosine > 1 { // 5/6 at most: one vector has no direction
		t.Errorf("mean cosine %f", cosine)
	}
	if cluster, _ := kmeans(vectors, 2, 99, 10, 1); len(cluster) != 6 || slices.Max(cluster) > 5 {
		t.Errorf("more clusters than vectors: %v", cluster)
	}
}

func TestText(t *testing.T) {
	c := newCounter()
	c.add("„Rat“ von 1848, Rat von 2024 – »Rat«: Selten selten \xff")
	c.add(" \n")
	c.add("Rat")
	text := c.text(2)
	if want := []string{"Rat", "“", "„", "0000", "von"}; text.forms[0] != "Rat" || !slices.Equal(slices.Sorted(slices.Values(text.forms)), slices.Sorted(slices.Values(want))) {
		t.Errorf("forms %q, want %q", text.forms, want)
	}
	if text.counts[0] != 4 {
		t.Errorf("Rat is counted %d times", text.counts[0])
	}
	at := func(i int) int32 { return text.tokens[len(text.tokens)-i] }
	// …, Selten, selten, \xff, boundary, Rat, boundary: an empty paragraph has none.
	if got := []int32{at(6), at(5), at(4), at(3), at(2), at(1)}; !slices.Equal(got, []int32{rareCapital, rareSmall, rareOther, boundary, 0, boundary}) {
		t.Errorf("the last tokens are %v", got)
	}
}

// From a text to a table.
func TestDivisions(t *testing.T) {
	data := t.TempDir()
	var wiki strings.Builder
	for range 20 {
		wiki.WriteString("Herr Meier kommt aus Ulm.\nFrau Sommer kommt aus Jena.\n\n")
	}
	if err := os.WriteFile(filepath.Join(data, "a.txt"), []byte(wiki.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	c := newCounter()
	if err := c.addFile(filepath.Join(data, "a.txt")); err != nil {
		t.Fatal(err)
	}
	text := c.text(5)
	quiet := func(string, ...any) {}
	divisions := []table.Division{byNeighbours(text, []int{6, 3}, quiet), byTopic(text, []int{4, 2}, quiet)}
	file, err := table.Pack(note, table.Layout(len(text.forms), 9), text.forms, divisions)
	if err != nil {
		t.Fatal(err)
	}
	table, err := clusters.Open(string(file))
	if err != nil {
		t.Fatal(err)
	}
	if table.Levels() != 4 || !strings.Contains(table.Note(), "Licence:") {
		t.Errorf("%d levels, note %q", table.Levels(), table.Note())
	}
	if err := c.addFile(filepath.Join(data, "b.txt")); err == nil || !strings.Contains(err.Error(), "b.txt") {
		t.Errorf("a file that is not there: %v", err)
	}
}
