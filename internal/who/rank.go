package who

// rank fills the features that compare candidates.
func rank(rows [][]uint8) {
	for i, row := range rows {
		row[gCandidates] = uint8(min(len(rows), 30))
		salient := 0
		for k, other := range rows {
			if k == i || other[gAgrees] < 2 || other[gSalience] <= row[gSalience] {
				continue
			}
			switch figureClass(other[gClass]) {
			case namedPerson, namedBody, somePerson, someBody:
				salient++
			}
		}
		row[gSalienceRank] = uint8(min(salient, 10))
	}
}
