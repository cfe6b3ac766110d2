package main

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/laut-nlp/laut/entities"
)

// speaker is a person or an organisation with what it says, in the order of the
// files.
type speaker struct {
	label      entities.Label
	name       string
	statements []statement
}

// group returns who speaks in the articles, most statements first.
func group(articles []article) []speaker {
	type key struct {
		label entities.Label
		name  string
	}
	speakers := map[key]*speaker{}
	surnames := bySurname(articles)
	for _, a := range articles {
		for _, s := range a.statements {
			k := key{s.label, s.who.name}
			if s.label == entities.PER {
				k.name = fullName(s.who, surnames)
			}
			if speakers[k] == nil {
				speakers[k] = &speaker{label: k.label, name: k.name}
			}
			speakers[k].statements = append(speakers[k].statements, s)
		}
	}
	var out []speaker
	for _, s := range speakers {
		out = append(out, *s)
	}
	slices.SortFunc(out, func(a, b speaker) int {
		return cmp.Or(cmp.Compare(len(b.statements), len(a.statements)), cmp.Compare(a.name, b.name), cmp.Compare(a.label, b.label))
	})
	return out
}

// bySurname returns the persons that the articles call by their full name, by
// their surname.
func bySurname(articles []article) map[string][]person {
	persons := map[string][]person{}
	for _, a := range articles {
		for _, p := range a.persons {
			if s := surname(p.name); s != p.name && !slices.Contains(persons[s], p) {
				persons[s] = append(persons[s], p)
			}
		}
	}
	return persons
}

// fullName returns the name of the only person whom a surname can stand for, of
// the same gender as far as the articles tell it, else the name as it is.
func fullName(p person, surnames map[string][]person) string {
	name := p.name
	for _, full := range surnames[p.name] {
		switch {
		case p.gender != full.gender && p.gender != entities.GenderUnknown && full.gender != entities.GenderUnknown:
		case name == p.name:
			name = full.name
		case name != full.name:
			return p.name // it could be either
		}
	}
	return name
}

// surname returns the last word of a name and the small ones before it: "von der
// Heide" of "Anna von der Heide".
func surname(name string) string {
	parts := strings.Split(name, " ")
	first := len(parts) - 1
	for first > 0 && unicode.IsLower([]rune(parts[first-1] + " ")[0]) {
		first--
	}
	return strings.Join(parts[first:], " ")
}
