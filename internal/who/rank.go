package who

// rank fills the features that compare candidates.
func rank(rows [][]uint8) {
	for i, row := range rows {
		row[gCandidates] = uint8(min(len(rows), 30))
		recent, salient, rivals := 0, 0, 0
		for k, other := range rows {
			if k == i {
				continue
			}
			if other[gInWords] == 0 {
				row[gBestAlike] = max(row[gBestAlike], other[gAlike])
				row[gBestLinked] = max(row[gBestLinked], other[gLinked])
				row[gBestFront] = max(row[gBestFront], other[gFront])
				if other[gAgrees] >= 1 {
					row[gBestKind] = max(row[gBestKind], other[gKindFits])
					row[gBestFits] = max(row[gBestFits], other[gFits])
				}
			}
			if other[gAgrees] < 2 {
				continue
			}
			if other[gFits] == 3 && other[gSentences] <= 2 && other[gInWords] == 0 {
				rivals++
			}
			if other[gFits] == 3 && other[gSpokeBack] == 2 {
				row[gLastFits] = 1 + other[gAgrees]
			}
			if other[gClass] > uint8(namedBody) && other[gClass] != uint8(somePerson) && other[gClass] != uint8(someBody) {
				continue
			}
			if other[gSentences] < row[gSentences] {
				recent++
			}
			if other[gSalience] > row[gSalience] {
				salient++
			}
		}
		row[gRivals] = uint8(min(rivals, 10))
		row[gRecent], row[gSalienceRank] = uint8(min(recent, 10)), uint8(min(salient, 10))
	}
}
