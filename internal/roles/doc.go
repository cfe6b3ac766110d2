// Package roles finds cue, frame, addressee, the words of the speaker, medium and stance of
// claims whose contents are known. Package who finds out who the speaker is.
//
// [Model.Find] takes a [spans.Reading] and the claims chosen in it. The role model, a
// conditional random field over the window of each claim (target.go), finds cue, frame,
// addressee, and where the speaker may be (roles.go, role_templates.go,
// role_attributes.go). Trees choose the speaker among whole phrases (speaker.go,
// speaker_features.go). The medium model, another conditional random field, runs over the
// claims of the text (medium.go). Stances come from the list of cues (stances.go). What the
// models learn from is in learning.go.
package roles
