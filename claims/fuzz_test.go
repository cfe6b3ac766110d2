package claims_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

func FuzzExtract(f *testing.F) {
	paths, _ := filepath.Glob("../testdata/claims/*.txt")
	articles, _ := filepath.Glob("../testdata/articles/*.txt")
	for _, path := range append(paths, articles...) {
		file, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		if strings.Contains(path, "articles") {
			f.Add(string(file))
			continue
		}
		for line := range strings.Lines(string(file)) {
			if text, ok := strings.CutPrefix(line, "> "); ok {
				f.Add(text)
			}
		}
	}
	for _, text := range []string{"", "so", ", so X", "laut", "„", "“sagte", ": „“", "Das sagte", "Wie", "\xff„\xfe“, sagte", "dass, dass, sagte er", "zufolge", "„A“, sagte X, „B“, sagte Y, „C“", "„Ja“, sagte der Wirt bei"} {
		f.Add(text)
	}
	f.Add("Mausgefa Jonas Hartmann kam z\x91 spät. Sein Spre\x1ch\xea\xea\xea\xeaur sagte, der Zu@ sei ausgefallen.\n")
	f.Fuzz(func(t *testing.T, text string) {
		d := extract.Parse(text)
		es := entities.Extract(d)
		x, err := claims.New(claims.WithMinScore(.1))
		if err != nil {
			t.Fatal(err)
		}
		for name, find := range map[string]finder{"rules": claims.ByRules, "all": x.Extract} {
			cs := find(d, es)
			check(t, d, es, cs)
			if again := find(d, es); !reflect.DeepEqual(cs, again) {
				t.Errorf("%s: two runs differ:\n%s\n%s", name, renderClaims(d, es, cs), renderClaims(d, es, again))
			}
			// Without entities the claims are others, but sound too.
			check(t, d, nil, find(d, nil))
		}
	})
}

// check makes sure that claims are as their documentation says, whatever was found.
func check(t *testing.T, d *extract.Document, es []entities.Entity, cs []claims.Claim) {
	t.Helper()
	starts, ends := make(map[int]bool), make(map[int]bool)
	for _, token := range d.Tokens() {
		starts[token.Start], ends[token.End] = true, true
	}
	for i, c := range cs {
		for name, spans := range map[string][]extract.Span{
			"content": c.Content, "cue": c.Cue, "frame": c.Frame, "addressee": c.Addressee, "speaker": c.Speaker.Spans,
		} {
			end := 0
			for _, s := range spans {
				if s.Start < end || s.End <= s.Start || s.End > len(d.String()) {
					t.Errorf("claim %d: %s has spans %v in a text of %d bytes", i, name, spans, len(d.String()))
				}
				if !starts[s.Start] || !ends[s.End] {
					t.Errorf("claim %d: %s %v does not lie on tokens", i, name, s)
				}
				end = s.End
			}
		}
		switch {
		case len(c.Content) == 0:
			t.Errorf("claim %d has no content", i)
			continue
		case c.Kind.String() == "invalid" || c.Kind == 0:
			t.Errorf("claim %d is of kind %d", i, c.Kind)
		case c.Medium.String() == "invalid" || c.Medium == 0:
			t.Errorf("claim %d has medium %d", i, c.Medium)
		case c.Stance.String() == "invalid" || c.Stance == 0:
			t.Errorf("claim %d has stance %d", i, c.Stance)
		case c.Speaker.Via.String() == "invalid":
			t.Errorf("claim %d has via %d", i, c.Speaker.Via)
		case !(c.Score >= 0 && c.Score <= 1):
			t.Errorf("claim %d has score %v", i, c.Score)
		case i > 0 && c.Content[0].Start < cs[i-1].Content[0].Start:
			t.Errorf("claim %d begins before the claim in front of it", i)
		}
		s := c.Speaker
		named := len(s.Spans) > 0
		switch {
		case s.Entity < 0 || s.Entity.Index() >= len(es):
			t.Errorf("claim %d has entity %d of %d", i, s.Entity, len(es))
		case s.Entity != 0 && s.Name != es[s.Entity.Index()].Name && !strings.Contains(s.Name, claims.Several):
			t.Errorf("claim %d has the name %q of an entity %q", i, s.Name, es[s.Entity.Index()].Name)
		case len(s.Others) > 0 && (s.Entity == 0 || len(s.Others) > strings.Count(s.Name, claims.Several)):
			t.Errorf("claim %d has more entities than names: %+v", i, s)
		case !(s.Score >= 0 && s.Score <= 1):
			t.Errorf("claim %d has a speaker with the score %v", i, s.Score)
		case !named && s.Name != "" || named != (s.Via != claims.ViaNone) || !named && s.Entity != 0:
			t.Errorf("claim %d has a speaker in parts: %+v", i, s)
		}
		if c.Parent == 0 {
			continue
		}
		// Acyclic, since a parent comes first.
		if c.Parent < 0 || c.Parent.Index() >= i {
			t.Errorf("claim %d has parent %d", i, c.Parent)
			continue
		}
		if !cs[c.Parent.Index()].Span().Contains(c.Span()) {
			t.Errorf("claim %d lies outside its parent %d", i, c.Parent)
		}
	}
}
