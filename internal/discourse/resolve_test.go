package discourse

import (
	"strings"
	"testing"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
)

// spanOf returns the bytes of the last occurrence of words in a text.
func spanOf(t *testing.T, text, words string) []extract.Span {
	t.Helper()
	if words == "" {
		return nil
	}
	i := strings.LastIndex(text, words)
	if i < 0 {
		t.Fatalf("%q is not in %q", words, text)
	}
	return []extract.Span{{Start: i, End: i + len(words)}}
}

// resolve returns the speaker that words of the document stand for; addressee are the words
// for who is spoken to, who is somebody else.
func resolve(x *Discourse, speaker, addressee []extract.Span) Speaker {
	return x.Speaker(&claim.Claim{Speaker: x.Text.Tokens(speaker), Addressee: x.Text.Tokens(addressee)})
}

// TestResolve resolves words that the rules would not take for a speaker in this
// form, or whose addressee they would not find; testdata/claims/speaker.txt has
// the others.
func TestResolve(t *testing.T) {
	for _, c := range []struct {
		why, text, speaker, addressee, want string
		via                                 claim.Via
	}{
		{"the addressee is not the speaker", "Karl Roth und Tobias Wendt warteten. Er gab ihm recht.", "Er", "Karl Roth", "Tobias Wendt", claim.ViaPronoun},
		{"a possessor is no speaker, whoever is spoken to", "Karl Roth kam. Sein Anwalt schwieg.", "Sein Anwalt", "", "", claim.ViaNoun},
		{"a woman of several offices", "Ruth Adler ist Ministerin. Tobias Wendt ist Sprecher. Die Ministerin geht.", "Die Ministerin", "", "Ruth Adler", claim.ViaNoun},
		{"the two as words of their own", "Anna Beck und Karl Roth kamen. Die beiden gingen.", "Die beiden", "", "Anna Beck", claim.ViaPronoun},
		{"nobody in particular", "Karl Roth kam. Man ging.", "Man", "", "", claim.ViaPronoun},
		{"who says ich is not told here", "Karl Roth kam. Ich ging.", "Ich", "", "", claim.ViaPronoun},
		{"an apposition in front", "Die Chefin der Werft, Eva Lang, kam.", "Die Chefin der Werft, Eva Lang", "", "Eva Lang", claim.ViaName},
		{"a genitive in front", "Deutschlands Kanzler Paul Kern kam.", "Deutschlands Kanzler Paul Kern", "", "Paul Kern", claim.ViaName},
		{"a name in brackets", "Der Chef (SPD) kam.", "Der Chef (SPD)", "", "", claim.ViaNoun},
		{"members of a party", "Einige in der SPD murren. Der Kreisverband der SPD kam.", "Der Kreisverband der SPD", "", "", claim.ViaNoun},
	} {
		d := extract.Parse(c.text)
		es := entities.Extract(d)
		s := resolve(Read(saying.Find(syntax.New(d, es, saying.Cues()))), spanOf(t, c.text, c.speaker), spanOf(t, c.text, c.addressee))
		got := ""
		if s.Entity >= 0 {
			got = es[s.Entity].Name
		}
		if got != c.want || s.Via != c.via {
			t.Errorf("%s: %q is %q (%v), want %q (%v)", c.why, c.speaker, got, s.Via, c.want, c.via)
		}
	}
}

// TestResolveAnywhere resolves each stretch of texts that are at the edge of what
// the discourse has: names at the very beginning, groups of somebody unnamed.
func TestResolveAnywhere(t *testing.T) {
	for _, text := range []string{
		"Karl Roth und Eva Lang und Paul Kern sagten, sie gehen.",
		"Der Richter und Karl Roth kamen. Die beiden sagten, sie gehen.",
		"Sie sagte. (Er) sagte, der sagte.", "Beide", "der", ", der", "Seiner Meinung", "\xff sagte \xfe.",
	} {
		d := extract.Parse(text)
		es := entities.Extract(d)
		r := Read(saying.Find(syntax.New(d, es, saying.Cues())))
		ts := d.Tokens()
		for i := range ts {
			for k := i; k < len(ts); k++ {
				s := resolve(r, []extract.Span{{Start: ts[i].Start, End: ts[k].End}}, nil)
				if s.Entity < -1 || s.Entity >= len(es) || s.Name == "" || s.Via == claim.ViaNone || len(s.Spans) == 0 {
					t.Errorf("%q: %+v", text, s)
				}
			}
		}
	}
}

// TestResolveNobody checks that no words give no speaker.
func TestResolveNobody(t *testing.T) {
	d := extract.Parse("Karl Roth kam.")
	s := resolve(Read(saying.Find(syntax.New(d, entities.Extract(d), saying.Cues()))), nil, nil)
	if s.Entity != -1 || s.Name != "" || s.Via != claim.ViaNone {
		t.Errorf("%+v", s)
	}
}
