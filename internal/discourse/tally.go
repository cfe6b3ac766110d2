package discourse

// Tally sums up how salient a few referents or figures are, by their numbers. The zero value is
// empty.
type Tally struct {
	list [FarPlaces]struct {
		number int32
		score  int
	}
	n int
}

// Add adds to the score of a number. It must not be called for a new one once Full.
func (t *Tally) Add(number int32, score int) {
	i := 0
	for i < t.n && t.list[i].number != number {
		i++
	}
	if i == t.n {
		t.list[i].number = number
		t.n++
	}
	t.list[i].score += score
}

// Full reports whether there is no room for further numbers.
func (t *Tally) Full() bool { return t.n == len(t.list) }

// Best returns the number with the largest score, of equal ones the first added, -1 if there is
// none.
func (t *Tally) Best() int32 {
	best := -1
	for i := range t.n {
		if best < 0 || t.list[i].score > t.list[best].score {
			best = i
		}
	}
	if best < 0 {
		return -1
	}
	return t.list[best].number
}
