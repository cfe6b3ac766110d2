package roles

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/spans"
)

// voices are who makes the claims of a text, and which mediums the list gives the cues of
// each.
type voices struct {
	of      []uint64 // by claim; 0 is nobody
	entries []uint64 // by claim: the medium that the list gives its cue as a number, 1 if none
	counts  map[uint64]*[mediumEntries]int
	total   [mediumEntries]int
}

func newVoices(claims []claim.Claim, reports []report, voice func(*claim.Claim) uint64) *voices {
	v := &voices{counts: make(map[uint64]*[mediumEntries]int)}
	for n := range claims {
		k, e := voice(&claims[n]), uint64(1)
		if reports[n].ok {
			e = mediumEntry(reports[n].entry.Medium)
		}
		v.of, v.entries = append(v.of, k), append(v.entries, e)
		if v.counts[k] == nil {
			v.counts[k] = new([mediumEntries]int)
		}
		v.counts[k][e]++
		v.total[e]++
	}
	return v
}

// share puts how many of the claims have a medium by the list into one of six classes.
func (v *voices) share(m claim.Medium) uint64 {
	return uint64(5 * v.total[mediumEntry(m)] / max(len(v.of), 1))
}

// mediumEntries is how many numbers mediumEntry has, from 1 on.
const mediumEntries = 10

func mediumEntry(m claim.Medium) uint64 { return uint64(m) + 2 }

// farClaim is how many claims before one are looked at.
const farClaim = 12

// neighbours adds which mediums the cues of the other claims of the same voice have, and of a
// claim without a cue the cue of that which it goes on from.
func (x *claimFeatures) neighbours() {
	v := x.voices
	voice, own := v.of[x.n], v.entries[x.n]
	if voice == 0 {
		return
	}
	set := uint64(0)
	for e, count := range v.counts[voice] {
		if uint64(e) == own {
			count--
		}
		if count > 0 {
			set |= 1 << e
			x.addMedium(mNeighbourSame, uint64(e), x.kind)
		}
	}
	x.addMedium(mParagraph, set)
	if len(x.c.Cue) > 0 {
		return
	}
	for n := x.n - 1; n >= max(0, x.n-farClaim); n-- {
		if v.of[n] != voice || v.entries[n] == 1 {
			continue
		}
		for _, i := range x.list[n].Cue {
			x.addMedium(mSourceCue, hash.Folded(x.text.Doc.Lemma(i)))
		}
		break
	}
}

// article adds how many of the claims of the article the list calls spoken and written.
func (x *claimFeatures) article() {
	for _, m := range [...]claim.Medium{claim.Speech, claim.Writing} {
		s := x.voices.share(m)
		x.addMedium(mArticle, uint64(m), s)
		x.addMedium(mArticle, uint64(m), s, x.entry)
	}
}

// place adds what stands around the claim.
func (x *claimFeatures) place(before []claim.Claim) {
	c := x.c
	u := x.outer.reading.UnitAt(c.Content[0])
	if x.outer.text.Units[u].Heading {
		x.addStance(mUnit, x.kind)
	}
	same, near := false, uint64(9)
	if n := len(before); n > 0 {
		p := &before[n-1]
		same = len(c.Speaker) > 0 && len(p.Speaker) > 0 && c.Speaker[0] == p.Speaker[0]
		near = uint64(min(u-x.outer.reading.UnitAt(p.Content[0]), 4))
	}
	x.addStance(mNear, near, uint64(spans.Flag(same)), x.kind)
	x.addMedium(mNested, uint64(spans.Flag(c.Parent >= 0)), x.kind)
}

// unitNouns adds the nouns around the claim that may tell how something was said: Brief,
// Interview.
func (x *claimFeatures) unitNouns() {
	u := x.reading.UnitAt(x.c.Content[0])
	un := &x.text.Units[u]
	for i := un.First; i < min(un.Last, un.First+80); i++ {
		if x.tags[i].POS == extract.NOUN && !x.ws[i].Quoted && !claim.Contains(x.c.Content, i) {
			x.addMedium(mUnitNoun, hash.Folded(x.text.Doc.Lemma(i)))
		}
	}
}
