package corpus

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/internal/testkit"
)

// TestReadme checks the counts of README.md, between its two comments, and that its example
// is none of our own making. -update counts anew.
func TestReadme(t *testing.T) {
	page, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	const begin, end = "<!-- counted by go test ./corpus -update -->\n", "<!-- end of counts -->"
	head, rest, ok := strings.Cut(string(page), begin)
	_, tail, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatal("README.md has no place for counts")
	}
	_, example, _ := strings.Cut(string(page), "```text\n")
	example, _, _ = strings.Cut(example, "```")
	if file, err := files.ReadFile("train/sport.txt"); err != nil || example == "" || !strings.Contains(string(file), example) {
		t.Errorf("the example is not in train/sport.txt: %v", err)
	}
	testkit.Golden(t, "README.md", head+begin+counts(t)+end+tail)
}

// tally counts articles, by country, and what is annotated in them.
type tally struct {
	articles int
	country  map[string]int
	count    map[string]int
}

func newTally() *tally { return &tally{0, make(map[string]int), make(map[string]int)} }

// values are the names of all values of a type, which count from 1.
func values[V interface {
	~uint8
	fmt.Stringer
}]() (names []string) {
	for v := V(1); v.String() != "invalid"; v++ {
		names = append(names, v.String())
	}
	return names
}

func counts(t *testing.T) string {
	rows := make(map[string]*tally)
	row := func(name string) *tally {
		if rows[name] == nil {
			rows[name] = newTally()
		}
		return rows[name]
	}
	var genres []string
	for _, s := range []Split{Train, Dev} {
		for a, err := range Own(s) {
			if err != nil {
				t.Fatal(err)
			}
			genres = append(genres, a.Genre)
			for _, r := range []*tally{row(a.Genre), row(s.String())} {
				r.articles++
				r.country[a.Country]++
				for _, c := range a.Claims {
					r.count["claims"]++
					for _, value := range []string{c.Kind.String(), c.Medium.String(), c.Stance.String()} {
						r.count[value]++
					}
				}
				for _, e := range a.Entities {
					r.count["entities"]++
					r.count[e.Label.String()]++
				}
			}
			row("dev of " + a.Genre).articles += int(s - Train)
		}
	}
	// Of Wikinews the file is counted, since the texts are not here.
	file, err := files.ReadFile(wikinews)
	if err != nil {
		t.Fatal(err)
	}
	w, listing := row(wikinews), false
	for line := range strings.Lines(string(file)) {
		head, _, named := strings.Cut(line, ": ")
		f := strings.Fields(head)
		switch {
		case strings.HasPrefix(line, "== "):
			w.articles++
			listing = false
		case line == "entities\n":
			listing = true
		case listing && len(f) > 0:
			w.count["entities"]++
			w.count[f[0]]++
		case named && len(f) == 3 && !strings.HasPrefix(line, "#"):
			for _, value := range append(f, "claims") {
				w.count[value]++
			}
		}
	}

	var b strings.Builder
	kinds := values[claims.Kind]()
	fmt.Fprintf(&b, "\n| file | articles (of them dev) | AT, CH | claims | %s |\n|---|---|---|---|%s\n", strings.Join(kinds, " | "), strings.Repeat("---|", len(kinds)))
	line := func(name, articles string, r *tally) {
		fmt.Fprintf(&b, "| %s | %s | %d, %d | %d |", name, articles, r.country["AT"], r.country["CH"], r.count["claims"])
		for _, k := range kinds {
			fmt.Fprintf(&b, " %d |", r.count[k])
		}
		b.WriteByte('\n')
	}
	slices.Sort(genres)
	for _, g := range slices.Compact(genres) {
		r := row(g)
		line("`"+g+".txt`", fmt.Sprintf("%d (%d)", r.articles, row("dev of "+g).articles), r)
	}
	for _, name := range []string{"train", "dev"} {
		line("**all of "+name+"**", fmt.Sprint(row(name).articles), row(name))
	}
	line("`wikinews.txt`", fmt.Sprint(w.articles), w)

	b.WriteString("\n| | train | dev | Wikinews |\n|---|---|---|---|\n")
	for _, names := range [][]string{values[claims.Stance](), values[claims.Medium](), {"PER", "ORG", "LOC", "MISC"}} {
		for _, name := range names {
			fmt.Fprintf(&b, "| %s | %d | %d | %d |\n", name, row("train").count[name], row("dev").count[name], w.count[name])
		}
	}
	return b.String() + "\n"
}
