package export

import (
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/extract"
)

// claimPart is a part of a claim: what is said, and what stands around it.
type claimPart struct {
	name     string
	bratType string // of the annotation in brat, to which the relation "Has" leads
	of       func(*claims.Claim) *[]extract.Span
}

// claimParts are all of them, what is said first.
var claimParts = []claimPart{
	{"content", bratClaim, func(c *claims.Claim) *[]extract.Span { return &c.Content }},
	{"cue", "Cue", func(c *claims.Claim) *[]extract.Span { return &c.Cue }},
	{"frame", "Frame", func(c *claims.Claim) *[]extract.Span { return &c.Frame }},
	{"speaker", "Speaker", func(c *claims.Claim) *[]extract.Span { return &c.Speaker.Spans }},
	{"addressee", "Addressee", func(c *claims.Claim) *[]extract.Span { return &c.Addressee }},
}
