package ner

import (
	"strings"

	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// isNoun reports whether a compound with a hyphen is an ordinary noun: SPD-Chef,
// Mobilfunk-Ausrüster, but not Berlin-Mitte.
func (r *Recogniser) isNoun(front, head string) bool {
	head = wordlist.WithoutGender(head)
	f := lexicon.Mask(head)
	if f.OnlyNoun() {
		return true
	}
	if len(r.lists.Names[wordlist.KeyOf(head)]) > 0 {
		return false // McLaren-Mercedes
	}
	if gazetteer.Lookup(head)&^gazetteer.Company != 0 || f != 0 && !f.HasAny(lexicon.Adjective) {
		return false
	}
	if h := lexicon.Head(head); h.Known() && (isWord(head[:h.HeadStart()]) || nounEnd(head)) {
		return true
	}
	if wordlist.Form(head)&(wordlist.AllCaps|wordlist.Camel) != 0 {
		return false // Chat-GPT
	}
	first, _, _ := strings.Cut(front, "-")
	return nounEnd(head) || shortHead(head) || wordlist.Form(first)&wordlist.AllCaps == 0 && lexicon.Mask(first).HasAny(lexicon.Noun)
}

// isRegion reports whether s is a part of a known place: Süddeutschland,
// Niederbayern.
func isRegion(s string) bool {
	for _, p := range [...]string{"Nord", "Süd", "Ost", "West", "Mittel", "Zentral", "Nieder", "Ober", "Unter", "Südost", "Südwest", "Nordost", "Nordwest", "Groß", "Gross"} {
		rest, ok := strings.CutPrefix(s, p)
		if !ok || len(rest) < 4 {
			continue
		}
		for _, e := range [...]string{"", "s"} {
			if base, ok := strings.CutSuffix(rest, e); ok && lexicon.Mask(letters.Title(base)).HasAny(lexicon.Country|lexicon.Region|lexicon.Town) {
				return true
			}
		}
	}
	return false
}

// isWord reports whether s can stand at the front of a compound: a word of the
// lexicon, with or without a linking element, or a compound itself.
func isWord(s string) bool {
	if len(s) < 3 {
		return false
	}
	if hasWord(s) || lexicon.Head(s).Known() {
		return true
	}
	for _, e := range [...]string{"s", "n", "en", "es", "er", "e"} {
		if base, ok := strings.CutSuffix(s, e); ok && hasWord(base) {
			return true
		}
	}
	return hasWord(s+"e") || hasWord(s+"en")
}

func hasWord(s string) bool { return len(s) >= 3 && lexicon.Lookup(s).Known() }

// nounEnd reports whether s ends like a German noun that any verb or adjective
// makes.
func nounEnd(s string) bool {
	if len(s) < 8 {
		return false
	}
	for _, e := range [...]string{"ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "ierung", "ismus", "ität", "täten"} {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// shortHead reports whether s is a noun and a head that is too short for
// lexicon.Head, or no noun: Gemeinderat, Datenklau.
func shortHead(s string) bool {
	for i := range s {
		if i < 4 || len(s)-i < 3 || len(s)-i > 6 {
			continue
		}
		if s[i] == '-' || !hasWord(s[i:]) {
			continue
		}
		if lexicon.Mask(s[:i]).OnlyNoun() {
			return true
		}
		if s[i-1] == 's' && i > 4 && lexicon.Mask(s[:i-1]).HasAny(lexicon.Noun) {
			return true
		}
	}
	return false
}
