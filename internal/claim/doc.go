// Package claim has what the stages of attribution share: a claim whose parts are tokens,
// the names of kinds, mediums, stances and ways to a speaker, and arithmetic with ascending
// tokens.
package claim
