//go:build race

package claims_test

const raceEnabled = true
