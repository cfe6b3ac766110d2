package main

import (
	"encoding/gob"
	"os"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/roles"
)

// writeFound writes the claims that were found in each article, by its id, by models that have
// not seen it: what internal/train/who learns from.
func (t *trainer) writeFound(name string) error {
	var s roles.Scratch
	found := make(map[string][]claim.Claim)
	for n, a := range t.articles {
		f, m := roles.New(a.reading, a.who), t.ofFold(n)
		f.FindStances(&s, m.stances, m.mediums, a.found, a.who.Voice)
		found[a.ID] = a.found
	}
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return gob.NewEncoder(f).Encode(found)
}
