package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/version"
	"io"
	"maps"
	"slices"
	"strings"
)

// A report is what govulncheck found in one module.
type report struct {
	findings map[string]*finding // by vulnerability
}

// A finding is the nearest that the module comes to one vulnerability.
type finding struct {
	id, summary   string
	module        string // "stdlib" for the standard library
	version       string
	fixed         string // the version that mends it, if there is one
	near          nearness
	caller, calls string // with reached: the first and the last function of a call
}

type nearness int

const (
	required nearness = iota // the module is, the package is not
	imported
	reached
)

func (n nearness) String() string { return [...]string{"required", "imported", "REACHED"}[n] }

const standard = "stdlib"

// An event is one object of govulncheck's JSON.
type event struct {
	OSV     *struct{ ID, Summary string }
	Finding *struct {
		OSV   string
		Fixed string `json:"fixed_version"`
		Trace []struct{ Module, Version, Package, Function string }
	}
}

// read reads govulncheck's JSON. Every entry about a module in use is told, also where
// the version is sound, so without entries the database was not read.
func read(r io.Reader) (*report, error) {
	summaries := make(map[string]string)
	rep := &report{make(map[string]*finding)}
	for dec := json.NewDecoder(r); ; {
		var e event
		if err := dec.Decode(&e); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		if e.OSV != nil {
			summaries[e.OSV.ID] = e.OSV.Summary
		}
		if f := e.Finding; f != nil && len(f.Trace) > 0 {
			at := f.Trace[0] // the vulnerable end of the call
			near := required
			switch {
			case at.Function != "":
				near = reached
			case at.Package != "":
				near = imported
			}
			if old := rep.findings[f.OSV]; old != nil && old.near >= near {
				continue
			}
			first := f.Trace[len(f.Trace)-1]
			rep.findings[f.OSV] = &finding{
				id: f.OSV, module: at.Module, version: at.Version, fixed: f.Fixed, near: near,
				caller: first.Package + "." + first.Function, calls: at.Package + "." + at.Function,
			}
		}
	}
	if len(summaries) == 0 {
		return nil, errors.New("the database was not read: it has nothing about the standard library")
	}
	for id, f := range rep.findings {
		f.summary = summaries[id]
	}
	return rep, nil
}

// imported counts the vulnerabilities of others' packages that the module imports.
func (r *report) imported() int { return r.count(imported) }

// reached counts those that a call of the module leads to.
func (r *report) reached() int { return r.count(reached) }

func (r *report) count(least nearness) (n int) {
	for _, f := range r.findings {
		if f.module != standard && f.near >= least {
			n++
		}
	}
	return n
}

// text tells each vulnerability in a line, those of the standard library in one.
func (r *report) text(dir string) string {
	var b strings.Builder
	var lib []string
	var have, need string
	for _, id := range slices.Sorted(maps.Keys(r.findings)) {
		f := r.findings[id]
		if f.module == standard {
			if f.near >= imported {
				lib = append(lib, id)
				have, need = f.version, later(need, f.fixed)
			}
			continue
		}
		fmt.Fprintf(&b, "%s: %s %s %s@%s, mended in %s: %s\n", dir, f.near, id, f.module, f.version, f.fixed, f.summary)
		if f.near == reached {
			fmt.Fprintf(&b, "\t%s leads to %s\n", f.caller, f.calls)
		}
	}
	if len(lib) > 0 {
		fmt.Fprintf(&b, "%s: the installed Go %s has %d known vulnerabilities in packages in use, mended in %s: %s\n",
			dir, have, len(lib), need, strings.Join(lib, " "))
	}
	return b.String()
}

// later returns the later of two versions of Go, written as v1.26.9.
func later(a, b string) string {
	if version.Compare("go"+strings.TrimPrefix(a, "v"), "go"+strings.TrimPrefix(b, "v")) < 0 {
		return b
	}
	return a
}
