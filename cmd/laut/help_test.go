package main

import (
	"flag"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

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
