package who

import "github.com/laut-nlp/laut/internal/claim"

// history is who has spoken so far.
type history struct {
	spoke   []int32       // by figure: 1 + the last claim that it makes
	decided []int32       // by claim: the figure, or -1
	claims  []claim.Claim // all of the text, in order
	meant   map[int]int32 // by the first token of a speaker's words: the figure that they meant
}

func newHistory(claims []claim.Claim, figures int) *history {
	return &history{claims: claims, spoke: make([]int32, figures), meant: make(map[int]int32)}
}

// grow makes room for figures that are new.
func (h *history) grow(figures int) {
	for len(h.spoke) < figures {
		h.spoke = append(h.spoke, 0)
	}
}

// add adds the answer to a question.
func (h *history) add(q *question, k int32) {
	h.decided = append(h.decided, k)
	if len(q.words) > 0 {
		h.meant[q.words[0]] = k
	}
	if k >= 0 {
		h.spoke[k] = int32(len(h.decided))
	}
}

// fill fills the features of a figure, or of nobody, -1.
func (h *history) fill(row []uint8, q *question, k int32) {
	n := len(h.decided)
	row[gSpokeBack] = 20
	switch {
	case k < 0 && n > 0 && h.decided[n-1] < 0:
		row[gSpokeBack] = 2
	case k >= 0 && h.spoke[k] != 0:
		row[gSpokeBack] = uint8(min(n-int(h.spoke[k])+1, 15)) + 1
	}
	if p := q.c.Parent; p >= 0 && p < n {
		row[gSpokeParent] = 1 + flag(h.decided[p] == k)
	}
	if len(q.words) > 0 {
		if e, ok := h.meant[q.words[0]]; ok {
			row[gSpokeSame] = 1 + flag(e == k)
		}
	}
}

// around returns who speaks the quotation that the words of a question stand in, or -1.
func (h *history) around(q *question) int32 {
	p := q.c.Parent
	if p < 0 || p >= len(h.decided) || q.c.Carried || len(q.words) == 0 {
		return -1
	}
	if c := &h.claims[p]; c.Kind != claim.Direct || !claim.Contains(c.Content, q.words[0]) {
		return -1
	}
	return h.decided[p]
}
