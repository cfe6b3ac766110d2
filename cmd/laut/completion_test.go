package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// completions are command lines, with what stands to be completed last, and some of what is
// offered.
var completions = []struct {
	words  string
	want   string // joined by spaces; with -- in front what must not be offered
	reason string
}{
	{"laut gr", "grep", "a command"},
	{"laut ", "eval grep completion b.txt", "commands and files"},
	{"laut -resu", "-resume", "a flag"},
	{"laut grep -", "-speaker -stance -l -h", "the flags of a command"},
	{"laut eval -", "-block -subcorpus --speaker", "of another command"},
	{"laut -format js", "jsonl --table", "the values of a flag"},
	{"laut grep -stance de", "denies demands --doubts", "of a command's flag"},
	{"laut grep -medium ", "speech/writing thought", "values with a slash"},
	{"laut -o ", "b.txt", "a file as a value"},
	{"laut a", "a b.txt", "a file with a space"},
	{"laut eval ", "quotes entities tokens", "words of a command"},
	{"laut completion z", "zsh", "shells"},
	{"laut peo", "people", "a command"},
	{"laut people -", "-statements -label -n --speaker", "its flags"},
	{"laut people -label ", "PER ORG", "values in capitals"},
	{"laut people -format ", "csv json --brat", "a flag that has other values here"},
	{"laut grep -quiet b", "b.txt --quotes", "files after the flags"},
}

// checkCompletions asks a shell what it offers.
func checkCompletions(t *testing.T, shell string, offered func(script, words string) []string) {
	t.Helper()
	if _, err := exec.LookPath(shell); err != nil {
		t.Skipf("%s is not installed", shell)
	}
	t.Chdir(t.TempDir())
	for _, name := range []string{"a b.txt", "b.txt"} {
		if err := os.WriteFile(name, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var script strings.Builder
	if status := run([]string{"completion", shell}, nil, &script, nil); status != done {
		t.Fatalf("status %d", status)
	}
	path := filepath.Join(t.TempDir(), "script")
	if err := os.WriteFile(path, []byte(script.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, tt := range completions {
		got := offered(path, tt.words)
		wants := strings.Fields(tt.want)
		if strings.HasPrefix(tt.want, "a b") {
			wants = []string{tt.want}
		}
		for _, want := range wants {
			not, unwanted := strings.CutPrefix(want, "--")
			if unwanted && slices.ContainsFunc(got, func(s string) bool { return strings.TrimLeft(s, "-") == not }) {
				t.Errorf("%s: %q offers %s among %q", tt.reason, tt.words, not, got)
			} else if !unwanted && !slices.Contains(got, want) {
				t.Errorf("%s: %q offers %q, want %s", tt.reason, tt.words, got, want)
			}
		}
	}
}

func TestCompletionBash(t *testing.T) {
	checkCompletions(t, "bash", func(script, words string) []string {
		const ask = `source "$1"; COMP_WORDS=($2); [[ $2 == *' ' ]] && COMP_WORDS+=(''); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_laut; printf '%s\n' "${COMPREPLY[@]}"; complete -p laut >&2`
		out, err := exec.Command("bash", "--norc", "-c", ask, "bash", script, words).Output()
		if err != nil {
			t.Fatal(err)
		}
		return strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	})
}

func TestCompletionFish(t *testing.T) {
	checkCompletions(t, "fish", func(script, words string) []string {
		out, err := exec.Command("fish", "--no-config", "-c", `source $argv[1]; complete -C $argv[2]`, script, words).Output()
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for line := range strings.Lines(string(out)) {
			name, _, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
			got = append(got, strings.ReplaceAll(name, `\ `, " "))
		}
		return got
	})
}

// zsh completes only while somebody types, so the test types: it replaces the function that
// offers words by one that prints them.
func TestCompletionZsh(t *testing.T) {
	checkCompletions(t, "zsh", func(script, words string) []string {
		const ask = `zmodload zsh/zpty
zpty z zsh -f -i
ask() { zpty -w z "$1"; zpty -r -m z out "*$2*" >/dev/null }
ask 'PS1=; PROMPT_EOL_MARK=; autoload -U compinit; compinit -u -d '"${1:h}"'/dump; echo re''ady' ready
ask "source $1; echo sour''ced" sourced
ask 'compadd() {
	if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd "$@"; return; fi
	local -a hits; builtin compadd -A hits "$@"; print -rl -- "<"${^hits}">"; builtin compadd "$@"
}; echo def''ined' defined
ask 'finish() { print; print en""d; exit }; zle -N finish; bindkey "^X" finish; zstyle ":completion:*" list-max 0; LISTMAX=10000; echo bou""nd' bound
zpty -w -n z "$2"$'\t'$'\x18'
zpty -r -m z out '*end*'
print -r -- "$out"`
		out, err := exec.Command("zsh", "-f", "-c", ask, "zsh", script, words).Output()
		if err != nil {
			t.Fatal(fmt.Errorf("%w: %s", err, out))
		}
		var got []string
		for _, part := range strings.Split(string(out), "<")[1:] {
			name, _, _ := strings.Cut(part, ">")
			got = append(got, strings.ReplaceAll(name, `\ `, " "))
		}
		return got
	})
}

// helps are the commands with the text of their help.
func helps(t *testing.T) map[string]string {
	t.Helper()
	texts := make(map[string]string)
	for _, c := range commands() {
		var out, errs strings.Builder
		if status := c.run([]string{"-h"}, streams{out: &out, err: &errs}); status != done || errs.Len() > 0 {
			t.Fatalf("laut %s -h: status %d, %s", c.name, status, errs.String())
		}
		texts[c.name] = out.String()
	}
	return texts
}

var described = regexp.MustCompile(`(?m)^ {2,4}-([a-z-]+)\b`)

// Each flag stands in the help of its command, and the help has no flag that is not there.
func TestHelpHasFlags(t *testing.T) {
	texts := helps(t)
	for _, c := range commands() {
		var got, want []string
		for _, m := range described.FindAllStringSubmatch(texts[c.name], -1) {
			if m[1] != "h" {
				got = append(got, m[1])
			}
		}
		c.flags().VisitAll(func(f *flag.Flag) {
			want = append(want, f.Name)
			if f.Usage == "" {
				t.Errorf("laut %s: -%s does not say what it does", c.name, f.Name)
			}
		})
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("laut %s: the help has %q, the command %q", c.name, got, want)
		}
	}
}

// Help is read on terminals of 80 columns.
func TestHelpWidth(t *testing.T) {
	for name, text := range helps(t) {
		for line := range strings.Lines(text) {
			if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > helpWidth {
				t.Errorf("laut %s -h: %d columns: %s", name, n, line)
			}
		}
	}
}

// The help of laut names each command and each format.
func TestHelpNamesAll(t *testing.T) {
	text := helps(t)[""]
	for _, c := range commands() {
		if !strings.Contains(text, fmt.Sprintf("\n    %s ", strings.TrimSpace("laut "+c.name))) {
			t.Errorf("the synopsis lacks laut %s", c.name)
		}
	}
	for _, f := range formats {
		if !strings.Contains(text, fmt.Sprintf("\n    %-14s%s\n", f.Name, f.About)) {
			t.Errorf("the help lacks the format %s", f.Name)
		}
	}
}
