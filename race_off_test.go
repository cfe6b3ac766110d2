//go:build !race

package laut_test

// raceEnabled says that the race detector makes everything slow.
const raceEnabled = false
