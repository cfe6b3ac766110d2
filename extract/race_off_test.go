//go:build !race

package extract_test

// raceEnabled says that the race detector makes everything slow.
const raceEnabled = false
