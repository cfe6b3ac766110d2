// Package claim has what the stages of attribution share: a claim whose parts are tokens,
// the names of kinds, mediums and stances, and arithmetic with ascending tokens.
package claim
