// Package roles finds cue, frame, addressee, the words of the speaker, medium and stance of
// claims whose contents are known.
//
// It takes a [spans.Reading] and the claims chosen in it. The role model, a conditional
// random field over the window of each claim, finds cue, frame, addressee, and where the
// speaker may be (roles.go, attributes.go, templates.go); trees choose the speaker among
// whole phrases (speaker.go); a chain over the claims of the document tells mediums
// (medium.go); stances are told by the list of cues (stances.go). Package who tells
// who the speaker is.
package roles
