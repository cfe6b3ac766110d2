package export

import (
	"fmt"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/cputime"
	"github.com/laut-nlp/laut/internal/offsets"
	"github.com/laut-nlp/laut/internal/testkit"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestBratGolden(t *testing.T) {
	a := handmade(t)
	testkit.Golden(t, "testdata/brat.txt", bratText(t, a)+"-- annotation --\n"+write(t, Brat{}, ID{}, a))
}

func bratText(t testing.TB, a *laut.Article) string {
	t.Helper()
	var b strings.Builder
	if err := (Brat{}).WriteText(&b, a); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// kept drops what no format keeps of entities.
func kept(es []entities.Entity) (out []entities.Entity) {
	for _, e := range es {
		out = append(out, entities.Entity{ID: e.ID, Name: e.Name, Label: e.Label, Mentions: e.Mentions})
	}
	return out
}

func sameArticle(t *testing.T, want, got *laut.Article, but ...cmp.Option) {
	t.Helper()
	if diff := cmp.Diff(kept(want.Entities), kept(got.Entities), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("entities (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want.Claims, got.Claims, append(but, cmpopts.EquateEmpty())...); diff != "" {
		t.Errorf("claims (-want +got):\n%s", diff)
	}
	if want, got := offsets.Valid(want.Document.String()), got.Document.String(); want != got {
		t.Errorf("text %q, want %q", got, want)
	}
}

func TestBratReadBack(t *testing.T) {
	for name, a := range articles(t) {
		t.Run(name, func(t *testing.T) {
			got, err := Brat{}.Read(strings.NewReader(bratText(t, a)), strings.NewReader(write(t, Brat{}, ID{}, a)), name)
			if err != nil {
				t.Fatal(err)
			}
			sameArticle(t, a, got, cmpopts.IgnoreFields(claims.Speaker{}, "Head")) // which brat has no place for
		})
	}
}

// Every line that brat reads fits the text and the configuration: what brat itself checks.
func TestBratStrict(t *testing.T) {
	for name, a := range articles(t) {
		text := []rune(bratText(t, a))
		for line := range strings.Lines(write(t, Brat{}, ID{}, a)) {
			line = strings.TrimSuffix(line, "\n")
			f := strings.Split(line, "\t")
			if strings.ContainsFunc(strings.Join(f, ""), breaksLine) {
				t.Errorf("%s: %q has a character that ends lines", name, line)
			}
			data := strings.Fields(f[1])
			switch line[0] {
			case 'T':
				var words []string
				kind, offsets, _ := strings.Cut(f[1], " ")
				for fragment := range strings.SplitSeq(offsets, ";") {
					var start, end int
					if _, err := fmt.Sscanf(fragment, "%d %d", &start, &end); err != nil {
						t.Fatal(err)
					}
					words = append(words, string(text[start:end]))
				}
				if got := strings.Join(words, " "); got != f[2] {
					t.Errorf("%s: %q, but the text has %q", name, line, got)
				}
				if !strings.Contains(BratConfig, "\n"+kind+"\n") {
					t.Errorf("%s: the configuration lacks type %s", name, kind)
				}
			case 'R':
				if len(data) != 3 || !strings.Contains(BratConfig, "\n"+data[0]+"\tArg1:Claim, Arg2:") {
					t.Errorf("%s: the configuration lacks relation %q", name, line)
				}
			case 'A':
				_, rest, ok := strings.Cut(BratConfig, "\n"+data[0]+"\tArg:")
				rest, _, _ = strings.Cut(rest, "\n")
				_, values, _ := strings.Cut(rest, "Value:")
				if !ok || len(data) != 3 || !strings.Contains("|"+values+"|", "|"+data[2]+"|") {
					t.Errorf("%s: the configuration lacks attribute %q", name, line)
				}
			case '#', '*':
			default:
				t.Errorf("%s: %q is no annotation", name, line)
			}
		}
	}
}

// The configuration has every value, also those that no article of these tests has.
func TestBratConfigComplete(t *testing.T) {
	has := func(attribute, value string) {
		t.Helper()
		_, rest, _ := strings.Cut(BratConfig, "\n"+attribute+"\t")
		rest, _, _ = strings.Cut(rest, "\n")
		_, values, _ := strings.Cut(rest, "Value:")
		if value != "" && !strings.Contains("|"+values+"|", "|"+strings.ReplaceAll(value, "/", "_or_")+"|") {
			t.Errorf("%s lacks %s", attribute, value)
		}
	}
	for i := range uint8(20) {
		for attribute, s := range map[string]fmt.Stringer{"Kind": claims.Kind(i), "Medium": claims.Medium(i), "Stance": claims.Stance(i), "Via": claims.Via(i)} {
			if s.String() != "invalid" {
				has(attribute, s.String())
			}
		}
		if f := entities.Form(i); f != entities.FormName && f.String() != "invalid" {
			has("Form", f.String())
		}
	}
}

// Annotations never cross the end of a line, and come back whole.
func TestFragments(t *testing.T) {
	tests := []struct {
		text   string
		want   []string
		reason string
	}{
		{"eins zwei", []string{"eins zwei"}, "one line stays whole"},
		{"eins\nzwei", []string{"eins", "zwei"}, "cut at the end of a line"},
		{"eins \r\n\t zwei", []string{"eins", "zwei"}, "white space there belongs to none"},
		{"eins\u2028zwei\u0085drei\vvier", []string{"eins", "zwei", "drei", "vier"}, "Python ends lines there too"},
		{" eins\n", []string{" eins"}, "white space elsewhere stays"},
		{"\n\n", nil, "no letter is left"},
		{"ä\n\xff", []string{"ä", "\xff"}, "any bytes"},
	}
	for _, tt := range tests {
		whole := extract.Span{Start: 0, End: len(tt.text)}
		fs := fragments(tt.text, []extract.Span{whole})
		var got []string
		for _, f := range fs {
			got = append(got, tt.text[f.Start:f.End])
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
		if back := joined(tt.text, fs); len(fs) > 0 && len(back) != 1 {
			t.Errorf("%s: %d spans come back, want 1", tt.reason, len(back))
		}
	}
}

const bratSample = "„Wir zahlen“, sagte Anna Meier. Meier lachte. Die CSU sagt, sie zahle."

// What annotators do in brat is read, and each line that makes no sense is told.
func TestBratRead(t *testing.T) {
	tests := []struct {
		ann    string
		want   string
		errs   string
		reason string
	}{
		{"", "", "", "nothing"},
		{"T1\tPER 20 30\tAnna Meier\nT2\tPER 32 37\tMeier\n", "PER Anna Meier: 20-30 | PER Meier: 32-37", "", "no Equiv, no notes"},
		{"*\tEquiv T1 T2\nT2\tPER 32 37\tMeier\nT1\tPER 20 30\tAnna Meier\n", "PER Anna Meier: 20-30 32-37", "", "lines in any order"},
		{"T1\tPER 20 30\tAnna Meier\nT2\tORG 32 37\tMeier\n*\tEquiv T1 T2\n", "PER Anna Meier: 20-30 | ORG Meier: 32-37", "", "a label that was changed leaves the Equiv"},
		{"T1\tPER 25 30\tMeier\n#1\tAnnotatorNotes T1\tname: Dr. Meier\n", "PER Dr. Meier: 25-30", "", "the note is the name"},
		{"T1\tPER 25 30\tMeier\n#1\tAnnotatorNotes T1\tsicher?\n", "PER Meier: 25-30", "", "another note is not"},
		{"T1\tPER 25 30\n", "PER Meier: 25-30", "", "brat can do without the words"},
		{"T7\tClaim 0 12\t„Wir zahlen“\n", "direct/// „Wir zahlen“ by -1  via  1", "", "a claim that somebody drew, with a quotation mark"},
		{"T7\tClaim 60 69\tsie zahle\n", "indirect/// sie zahle by -1  via  1", "", "and without"},
		{"T1\tPER 20 30\tAnna Meier\nT7\tClaim 0 12\t„Wir zahlen“\nT8\tSpeaker 20 30\tAnna Meier\nR1\tHasSpeaker Arg1:T7 Arg2:T8\nR2\tSaidBy Arg1:T7 Arg2:T1\nA1\tVia T7 name\n",
			"PER Anna Meier: 20-30 | direct/// „Wir zahlen“ by 0 Anna Meier via name 1", "", "who said it"},
		{"T7\tClaim 0 12\t„Wir zahlen“\nT8\tSpeaker 20 30\tAnna Meier\nR1\tHasSpeaker Arg1:T7 Arg2:T8\n#1\tAnnotatorNotes T7\tscore: 0.5; name: Meier, Anna\n",
			"direct/// „Wir zahlen“ by -1 Meier, Anna via  0.5", "", "a speaker that is no entity has the note's name"},
		{"T7\tClaim 0 12\t„Wir zahlen“\nA1\tVia T7 name\n#1\tAnnotatorNotes T7\tscore: 0.5; name: Meier, Anna\n",
			"direct/// „Wir zahlen“ by -1  via  0.5", "", "a speaker that was deleted is nobody"},
		{"T7\tClaim 0 12\t„Wir zahlen“\nT8\tSpeaker 32 37\tMeier\nT9\tSpeaker 20 30\tAnna Meier\nR1\tHasSpeaker Arg1:T7 Arg2:T8\nR2\tHasSpeaker Arg1:T7 Arg2:T9\n",
			"direct/// „Wir zahlen“ by -1 Anna Meier … Meier via  1", "", "two speakers are one in two parts"},
		{"T7\tClaim 0 12\t„Wir zahlen“\nT8\tClaim 1 11\tWir zahlen\nR1\tWithin Arg1:T8 Arg2:T7\n",
			"direct/// „Wir zahlen“ by -1  via  1 | indirect/// Wir zahlen by -1  via  1 in 0", "", "nested"},

		{"T1\tPER 20 30\tAnna Maier\nT2\tPER 32 37\tMeier\n", "PER Meier: 32-37", `a.ann:1: T1: the text has "Anna Meier" there, not "Anna Maier"`, "the text was changed"},
		{"\nT1\tPER 69 72\tx\n", "", "a.ann:2: [69,72) lies outside the text of 70 runes", "after the end"},
		{"T1\tPER 2\n", "", `a.ann:1: "2" is no range of characters`, "half a range"},
		{"T1\tPER 2 2\t\n", "", `a.ann:1: "2 2" is no range of characters`, "nothing in it"},
		{"T1\tHUMAN 20 30\tAnna Meier\n", "", `a.ann:1: unknown type "HUMAN"`, "another project's type"},
		{"T1 PER 20 30\n", "", "a.ann:1: no tab between id and type", "blanks for tabs"},
		{"T01\tPER 20 30\tAnna Meier\n", "", `a.ann:1: "T01" is no id`, "no id"},
		{"T1\tPER 20 30\tAnna Meier\nT1\tPER 32 37\tMeier\n", "PER Anna Meier: 20-30", "a.ann:2: T1 is there twice", "two of one id"},
		{"T1\tPER 20 24;32 37\tAnna Meier\n", "", "a.ann:1: T1: a name of several parts", "laut's names are whole"},
		{"R1\tSaidBy Arg1:T7 Arg2:T1\nT1\tPER 20 30\tAnna Meier\n", "PER Anna Meier: 20-30", "a.ann:1: T7 is not there", "the claim was deleted by hand"},
		{"T7\tClaim 0 12\t„Wir zahlen“\nA1\tKind T7 said\nA2\tStance T7\n", "direct/// „Wir zahlen“ by -1  via  1",
			"a.ann:2: unknown kind \"said\": want direct, indirect, continued, free_indirect or reported\na.ann:3: \"A2\\tStance T7\" is no annotation that laut knows", "wrong attributes"},
		{"T7\tClaim 0 12\t„Wir zahlen“\nA1\tForm T7 part\n", "direct/// „Wir zahlen“ by -1  via  1", "a.ann:2: no attribute Form of a Claim", "an attribute of names"},
		{"T7\tClaim 0 12\t„Wir zahlen“\nT8\tClaim 1 11\tWir zahlen\nR1\tWithin Arg1:T7 Arg2:T8\n",
			"direct/// „Wir zahlen“ by -1  via  1 | indirect/// Wir zahlen by -1  via  1", "a.ann:3: the enclosing claim does not begin before the claim", "the wrong way round"},
		{"T1\tPER 20 30\tAnna Meier\nT2\tORG 50 53\tCSU\nT7\tClaim 0 12\t„Wir zahlen“\nR1\tSaidBy Arg1:T7 Arg2:T1\nR2\tSaidBy Arg1:T7 Arg2:T2\n",
			"PER Anna Meier: 20-30 | ORG CSU: 50-53 | direct/// „Wir zahlen“ by 0 1 Anna Meier / CSU via  1", "", "several say it together"},
		{"T1\tPER 20 30\tAnna Meier\nT7\tClaim 0 12\t„Wir zahlen“\nR1\tHasCue Arg1:T7 Arg2:T1\nR2\tSaidBy Arg1:T1 Arg2:T1\nR3\tSaidBy T7 T1\n*\tEquiv T7 T1\n",
			"PER Anna Meier: 20-30 | direct/// „Wir zahlen“ by -1  via  1",
			"a.ann:3: no relation HasCue to a PER\na.ann:4: SaidBy begins at a PER, not at a Claim\na.ann:5: \"T7\" does not begin with Arg1:\na.ann:6: Equiv of a Claim", "relations between other things"},
		{"T7\tClaim 0 12\t„Wir zahlen“\n#1\tAnnotatorNotes T7\tscore: 7\n", "direct/// „Wir zahlen“ by -1  via  1", `a.ann:2: "7" is no score from 0 to 1`, "a score that is none"},
		{"E1\tClaim:T1\nN1\tReference T1 Wiki:1\tx\n#1\tAnnotatorNotes R1\tx\n?\n", "",
			"a.ann:1: \"E1\\tClaim:T1\" is no annotation that laut knows\na.ann:4: \"?\" is no annotation that laut knows", "events; links and other notes are not missed"},
	}
	for _, tt := range tests {
		a, err := Brat{}.Read(strings.NewReader(bratSample), strings.NewReader(tt.ann), "a.ann")
		var got []string
		for _, e := range a.Entities {
			s := fmt.Sprintf("%s %s:", e.Label, e.Name)
			for _, m := range e.Mentions {
				s += fmt.Sprintf(" %d-%d", m.Start-4, m.End-4) // less the bytes that the marks have more
			}
			got = append(got, s)
		}
		for _, c := range a.Claims {
			s := fmt.Sprintf("%s/%s/%s/ %s by %s %s via %s %v", c.Kind, c.Medium, c.Stance, a.Document.Text(c.Content...), joinedIndexes(append(c.Speaker.Entities(), c.Speaker.Entity)[:max(1, len(c.Speaker.Entities()))]), c.Speaker.Name, c.Speaker.Via, c.Score)
			if c.Parent != 0 {
				s += fmt.Sprintf(" in %d", c.Parent.Index())
			}
			got = append(got, s)
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, " | ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
		message := ""
		if err != nil {
			message = err.Error()
		}
		if diff := cmp.Diff(tt.errs, message); diff != "" {
			t.Errorf("%s: errors (-want +got):\n%s", tt.reason, diff)
		}
	}
}

func TestBratReadErrors(t *testing.T) {
	if a, err := (Brat{}).Read(iotest.ErrReader(errFull), strings.NewReader(""), "a.ann"); a != nil || err == nil || !strings.HasPrefix(err.Error(), "a.ann: ") {
		t.Errorf("article %v, error %v, want no article and the name", a, err)
	}
	a, err := Brat{}.Read(strings.NewReader("Anna"), iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader("T1\tPER 0 4\n"))), "a.ann")
	if err == nil || !strings.HasPrefix(err.Error(), "a.ann: ") || a == nil || a.Document.String() != "Anna" {
		t.Errorf("article %v, error %v, want the text and the error", a, err)
	}
}

// A long chain of Equivs costs little.
func TestBratLinear(t *testing.T) {
	const n = 50_000
	var ann strings.Builder
	for i := range n {
		fmt.Fprintf(&ann, "T%d\tPER %d %d\n", i, 2*i, 2*i+1)
	}
	for i := range n - 1 {
		fmt.Fprintf(&ann, "*\tEquiv T%d T%d\n", i+1, i)
	}
	a, err := Brat{}.Read(strings.NewReader(strings.Repeat("a ", n)), strings.NewReader(ann.String()), "a.ann")
	if err != nil || len(a.Entities) != 1 || len(a.Entities[0].Mentions) != n {
		t.Errorf("%d entities, %v, want one of %d mentions", len(a.Entities), err, n)
	}
}

// Claims of two parts with a long line between them cost little.
func TestBratFarParts(t *testing.T) {
	const n = 20_000
	text := "a" + strings.Repeat(" b", 2*n) + " c"
	a := &laut.Article{Document: extract.Parse(text), Claims: make([]claims.Claim, n)}
	for i := range a.Claims {
		a.Claims[i] = claims.Claim{Content: []extract.Span{{Start: 0, End: 1}, {Start: len(text) - 1, End: len(text)}}}
	}
	start := cputime.Now()
	if out := write(t, Brat{}, ID{}, a); !strings.Contains(out, fmt.Sprintf("T%d\tClaim 0 1;%d %d\ta c\n", n, len(text)-1, len(text))) {
		t.Error("the last claim is not there")
	}
	if d := cputime.Now() - start; d > 5*time.Second {
		t.Errorf("%d claims in one line took %s", n, d)
	}
}

// Whatever the files hold, reading returns a valid article, and what it reads comes back.
func FuzzBratRead(f *testing.F) {
	a := handmade(f)
	f.Add(bratText(f, a), write(f, Brat{}, ID{}, a))
	f.Add(bratSample, "T1\tPER 20 30\tAnna Meier\nT7\tClaim 0 3;4 6\nA1\tKind T7 direct\nR1\tSaidBy Arg1:T7 Arg2:T1\n*\tEquiv T1 T1\n")
	f.Add("\xff\n\xfe", "T1\tClaim 0 3\n#1\tAnnotatorNotes T1\tscore: NaN; name: \x00\n")
	f.Fuzz(func(t *testing.T, text, ann string) {
		a, _ := Brat{}.Read(strings.NewReader(text), strings.NewReader(ann), "a.ann")
		checkValid(t, a)
		got, err := Brat{}.Read(strings.NewReader(bratText(t, a)), strings.NewReader(write(t, Brat{}, ID{}, a)), "a.ann")
		if err != nil {
			t.Fatalf("%v\n%s", err, write(t, Brat{}, ID{}, a))
		}
		checkValid(t, got)
		if len(got.Claims) > len(a.Claims) || len(got.Entities) > len(a.Entities) {
			t.Errorf("%d claims and %d entities became %d and %d", len(a.Claims), len(a.Entities), len(got.Claims), len(got.Entities))
		}
	})
}
