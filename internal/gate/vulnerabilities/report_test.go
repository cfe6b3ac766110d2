package main

import (
	"strings"
	"testing"
)

// entry and finding are what govulncheck writes, shortened.
func entry(id string) string { return `{"osv":{"id":"` + id + `","summary":"a crash"}}` }

func found(id, trace string) string {
	return `{"finding":{"osv":"` + id + `","fixed_version":"v1.26.9","trace":[` + trace + `]}}`
}

func TestRead(t *testing.T) {
	const (
		module   = `{"module":"example.org/m","version":"v1.2.0"}`
		pack     = `{"module":"example.org/m","version":"v1.2.0","package":"example.org/m/p"}`
		function = `{"module":"example.org/m","version":"v1.2.0","package":"example.org/m/p","function":"F"}`
		ours     = `{"module":"example.org/own","package":"example.org/own","function":"main"}`
		library  = `{"module":"stdlib","version":"v1.26.8","package":"net/http","function":"Get"}`
	)
	tests := []struct {
		reason            string
		in                []string
		imported, reached int
		text              string
	}{
		{"sound: an entry alone is about another version", []string{entry("GO-1")}, 0, 0, ""},
		{"a module of which nothing vulnerable is imported", []string{entry("GO-1"), found("GO-1", module)}, 0, 0,
			"dir: required GO-1 example.org/m@v1.2.0, mended in v1.26.9: a crash\n"},
		{"the nearest finding counts, wherever it stands", []string{entry("GO-1"), found("GO-1", pack), found("GO-1", module)}, 1, 0,
			"dir: imported GO-1 example.org/m@v1.2.0, mended in v1.26.9: a crash\n"},
		{"a call from our own code", []string{found("GO-1", module), found("GO-1", function+","+ours), entry("GO-1")}, 1, 1,
			"dir: REACHED GO-1 example.org/m@v1.2.0, mended in v1.26.9: a crash\n\texample.org/own.main leads to example.org/m/p.F\n"},
		{"the standard library is the installed Go's", []string{entry("GO-2"), found("GO-2", library+","+ours)}, 0, 0,
			"dir: the installed Go v1.26.8 has 1 known vulnerabilities in packages in use, mended in v1.26.9: GO-2\n"},
	}
	for _, tt := range tests {
		r, err := read(strings.NewReader(strings.Join(tt.in, "\n")))
		if err != nil {
			t.Errorf("%s: %v", tt.reason, err)
			continue
		}
		if r.imported() != tt.imported || r.reached() != tt.reached {
			t.Errorf("%s: %d imported, %d reached", tt.reason, r.imported(), r.reached())
		}
		if got := r.text("dir"); got != tt.text {
			t.Errorf("%s:\n%swant\n%s", tt.reason, got, tt.text)
		}
	}
}

func TestReadErrors(t *testing.T) {
	for reason, in := range map[string]string{
		"no database gives no entries": `{"config":{"db":"file:///nowhere"}}`,
		"half an answer":               entry("GO-1") + `{"finding":`,
	} {
		if _, err := read(strings.NewReader(in)); err == nil {
			t.Errorf("%s: no error", reason)
		}
	}
}

func TestLater(t *testing.T) {
	if got := later("v1.26.9", later("", "v1.26.10")); got != "v1.26.10" {
		t.Errorf("got %s: ten is more than nine", got)
	}
}
