package claims_test

import (
	"os"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// TestWho reads testdata/claims/who/names.txt: short texts with the names of those who speak.
func TestWho(t *testing.T) {
	data, err := os.ReadFile("../testdata/claims/who/names.txt")
	if err != nil {
		t.Fatal(err)
	}
	var d *extract.Document
	var cs []claims.Claim
	right, all := 0, 0
	for n, line := range strings.Split(string(data), "\n") {
		if text, ok := strings.CutPrefix(line, "> "); ok {
			d = extract.Parse(text)
			cs = claims.Extract(d, entities.Extract(d))
			continue
		}
		line, gap := strings.CutPrefix(line, "gap ")
		if line == "" || line[0] == '#' || line[0] == '=' {
			continue
		}
		said, want, _ := strings.Cut(line, ": ")
		got := "no claim"
		for _, c := range cs {
			if strings.Contains(d.Text(c.Content...), said) {
				got = strings.TrimSpace(c.Speaker.Name + " ")
				if got == "" {
					got = "-"
				}
			}
		}
		all++
		if got == want {
			right++
		}
		switch {
		case got == want && gap:
			t.Errorf("names.txt:%d: %q is no gap any more", n+1, said)
		case got != want && !gap:
			t.Errorf("names.txt:%d: %q is said by %q, want %q", n+1, said, got, want)
		}
	}
	t.Logf("%d of %d", right, all)
}
