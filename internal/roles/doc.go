// Package roles finds cue, frame, addressee, the words of the speaker, medium and stance of
// claims whose contents are known. Package who finds out who the speaker is.
//
// [Model.Find] takes a [spans.Reading] and the claims chosen in it. The role model, a
// conditional random field over the window of each claim (target.go), finds cue, frame,
// addressee, and where the speaker may be (roles.go, role_templates.go,
// role_attributes.go). Trees choose the speaker among whole phrases and nobody
// (speaker.go): by those probabilities, by how the phrase stands to the claim and its cue
// (speaker_features.go), and by noun, pronoun, case and number (speaker_noun.go). The claim
// keeps the likelier of the phrases that were not chosen, too: whom they name is known only
// later. The models of mediums and stances, two more conditional random fields, run over the
// claims of the text (report.go), and are told what the list of cues says (claim_features.go)
// and, for the medium, what the same voice said elsewhere (claim_neighbours.go). What the
// models learn from is in learning.go.
package roles
