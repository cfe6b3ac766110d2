package corpus

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func row10(id, form, misc string) string {
	return strings.Join([]string{id, form, strings.ToLower(form), "X", "XY", "_", "0", "root", "_", misc}, "\t") + "\n"
}

func TestCoNLLU(t *testing.T) {
	for _, c := range []struct {
		why, in string
		text    []string
		tokens  [][]string
		errs    []string
	}{{
		why:    "a contracted form is one token with two words; SpaceAfter of the range counts",
		in:     "# text = Er geht zum Arzt.\n" + row10("1", "Er", "_") + row10("2", "geht", "_") + "3-4\tzum" + strings.Repeat("\t_", 8) + "\n" + row10("3", "zu", "_") + row10("4", "dem", "_") + row10("5", "Arzt", "SpaceAfter=No") + row10("6", ".", "_") + "\n",
		text:   []string{"Er geht zum Arzt."},
		tokens: [][]string{{"Er", "geht", "zum", "Arzt", "."}},
	}, {
		why:    "without # text, SpaceAfter alone makes the text; sentences are joined by a space",
		in:     row10("1", "Ja", "SpaceAfter=No") + row10("2", ".", "_") + "\n" + row10("1", "A", "_") + row10("2", ".", "_") + "\n",
		text:   []string{"Ja. A ."},
		tokens: [][]string{{"Ja", ".", "A", "."}},
	}, {
		why:    "no white space anywhere: the text is rebuilt; the headline is a paragraph of its own",
		in:     "# meta::header = Gut !\n" + row10("1", "Gut", "_") + row10("2", "!", "_") + "\n" + row10("1", "Ja", "_") + row10("2", ".", "_") + "\n",
		text:   []string{"Gut!\n\nJa."},
		tokens: [][]string{{"Gut", "!", "Ja", "."}},
	}, {
		why:    "documents and paragraphs; blank lines more than one, no blank line at the end, Windows line ends",
		in:     "# newdoc id = x\n# newpar\n# text = a\n" + row10("1", "a", "_") + "\n\n# newpar id = p2\r\n# text = b\r\n" + row10("1", "b", "_") + "\n# newdoc\n# text = c\n" + row10("1", "c", "_"),
		text:   []string{"a\n\nb", "c"},
		tokens: [][]string{{"a", "b"}, {"c"}},
	}, {
		why:    "a broken sentence that begins a paragraph leaves the paragraph to the next; a mark left open does not reach into it",
		in:     row10("1", "\"", "_") + row10("2", "a", "_") + "\n# newpar\n1\tb\n\n" + row10("1", "c", "_") + row10("2", "\"", "_") + row10("3", "d", "_") + "\n",
		text:   []string{"\"a\n\nc \"d"},
		tokens: [][]string{{"\"", "a", "c", "\"", "d"}},
		errs:   []string{"t.conllu:5: 2 columns, want 10; the sentence is left out"},
	}, {
		why:    "an empty node stands for no word; # as a token is no comment",
		in:     "# text = a #\n" + row10("1", "a", "_") + row10("1.1", "b", "_") + row10("2", "#", "_") + "\n",
		text:   []string{"a #"},
		tokens: [][]string{{"a", "#"}},
	}, {
		why:    "a broken sentence is left out, once, and the others stay",
		in:     "# text = a\n" + row10("1", "a", "_") + "\n# text = b\n1\tb\n2\tb\n\n# text = c\n" + row10("1", "c", "_"),
		text:   []string{"a c"},
		tokens: [][]string{{"a", "c"}},
		errs:   []string{"t.conllu:5: 2 columns, want 10; the sentence is left out"},
	}, {
		why:    "numbers out of order, a range that leads nowhere, a bad head, a text that is not the tokens'",
		in:     row10("2", "a", "_") + "\n1-3\ta" + strings.Repeat("\t_", 8) + "\n" + row10("1", "a", "_") + "\n1\ta\t_\t_\t_\t_\t7\t_\t_\t_\n\n# text = b c\n" + row10("1", "b", "_") + "\n# text = d\n" + row10("1", "d", "_"),
		text:   []string{"d"},
		tokens: [][]string{{"d"}},
		errs: []string{
			`t.conllu:1: token number "2", want 1; the sentence is left out`,
			"t.conllu:3: a range goes to token 3 of 1; the sentence is left out",
			"t.conllu:6: token 1 has head 7, the sentence has 1 tokens; it is left out",
			`t.conllu:9: "c" of "# text" has no token; the sentence is left out`,
		},
	}} {
		docs, err := Collect(CoNLLU(strings.NewReader(c.in), "t.conllu"))
		var text []string
		var tokens [][]string
		for i := range docs {
			if err := check(&docs[i]); err != nil {
				t.Errorf("%s: %v", c.why, err)
			}
			text = append(text, docs[i].Text)
			tokens = append(tokens, words(&docs[i]))
		}
		if diff := cmp.Diff(c.text, text); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.why, diff)
		}
		if diff := cmp.Diff(c.tokens, tokens); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.why, diff)
		}
		if diff := cmp.Diff(c.errs, errorLines(err)); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.why, diff)
		}
	}
}

func TestCoNLLUWords(t *testing.T) {
	in := "# newdoc id = d\n# text = Er komme\n" +
		"1\tEr\ter\tPRON\tPPER\tNumber=Sing\t2\tnsubj\t_\t_\n" +
		"2\tkomme\tkommen\tVERB\tVVFIN\tMood=Sub|Number=Sing\t0\troot\t_\tSpaceAfter=No\n\n" +
		"# text = _\n1\t_\t_\t_\t_\tnumber=sg|mood=subj\t_\t_\t_\t_\n"
	docs, err := Collect(CoNLLU(strings.NewReader(in), "t.conllu"))
	if err != nil || len(docs) != 1 || docs[0].ID != "d" {
		t.Fatalf("%+v, error %v", docs, err)
	}
	want := []Word{
		{Token: 0, Form: "Er", Lemma: "er", UPOS: "PRON", XPOS: "PPER", Feats: "Number=Sing", Head: 1, Deprel: "nsubj"},
		{Token: 1, Form: "komme", Lemma: "kommen", UPOS: "VERB", XPOS: "VVFIN", Feats: "Mood=Sub|Number=Sing", Head: -1, Deprel: "root"},
		{Token: 2, Form: "_", Lemma: "_", Feats: "number=sg|mood=subj", Head: -1}, // a token "_" is not an empty one
	}
	if diff := cmp.Diff(want, docs[0].Words); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if docs[0].Text != "Er komme_" {
		t.Errorf("text %q: SpaceAfter=No holds at the end of a sentence too", docs[0].Text)
	}
	for i, want := range []string{"", "sub", "sub"} {
		if got := docs[0].Words[i].Mood(); got != want {
			t.Errorf("mood of word %d is %q, want %q", i, got, want)
		}
	}
}
