package linear

import "strings"

// BIO returns the chain of labels such as B-PER, I-PER and O: I-PER may only
// follow B-PER and I-PER. Labels of any other form may stand everywhere.
func BIO(labels []string) *Chain {
	all := ^uint64(0) >> (64 - len(labels))
	c := &Chain{Final: all}
	for range len(labels) + 1 {
		c.Follow = append(c.Follow, all)
	}
	for y, label := range labels {
		kind, inside := strings.CutPrefix(label, "I-")
		if !inside {
			continue
		}
		for x := range c.Follow {
			if x == len(labels) || labels[x] != "B-"+kind && labels[x] != label {
				c.Follow[x] &^= 1 << y
			}
		}
	}
	return c
}
