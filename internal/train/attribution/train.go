package main

import (
	"math"
	"slices"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/linear"
	model "github.com/laut-nlp/laut/internal/model/attribution"
	"github.com/laut-nlp/laut/internal/roles"
	"github.com/laut-nlp/laut/internal/spans"
	train "github.com/laut-nlp/laut/internal/train/linear"
	boost "github.com/laut-nlp/laut/internal/train/trees"
	"github.com/laut-nlp/laut/internal/trees"
)

// Settings of the training. The values were chosen by cross-validation.
const (
	folds    = 5
	minCount = 2 // of a feature
	orders   = 3 // trainings whose weights are averaged, by the order of the sequences

	tokenEpochs, tokenL2             = 5, 1
	clauseEpochs, clauseL2           = 10, 6
	roleEpochs, roleL2               = 8, 2
	mediumEpochs, mediumL2, stanceL2 = 10, 10, 2

	filterLeaves = 25  // of the trees that choose candidates
	least        = .35 // value that they must give a claim

	tokenBytes, clauseBytes, roleBytes = 2_000_000, 700_000, 1_500_000 // of the weights at most
)

// models are what was learned from a subset of the articles.
type models struct {
	tokens, clauses, roles, mediums, stances *linear.Model
	filter, speakers                         *trees.Model
	files                                    model.Parts
}

// trainer trains the models one after another. What the next one learns from is what
// those before say of articles that they have not seen, so that training does not look
// more certain than use: models[k] has not seen the articles of fold k, models[folds]
// has seen all.
type trainer struct {
	articles    []*article
	models      [folds + 1]*models
	calibration claim.Calibration
	say         func(format string, args ...any)
}

// foldOf returns the fold of article n.
func foldOf(n int) int { return n % folds }

// ofFold returns the models that have not seen article n.
func (t *trainer) ofFold(n int) *models { return t.models[foldOf(n)] }

func (t *trainer) train() error {
	for k := range t.models {
		t.models[k] = &models{}
	}
	var s spans.Scratch
	var rs roles.Scratch
	if err := t.trainClauses(&s); err != nil {
		return err
	}
	for n, a := range t.articles {
		a.reading = a.view.ReadClauses(&s, t.ofFold(n).clauses)
	}
	if err := t.trainTokens(&s); err != nil {
		return err
	}
	for n, a := range t.articles {
		a.reading.ReadTokens(&s, t.ofFold(n).tokens)
	}
	if err := t.trainFilter(); err != nil {
		return err
	}
	for n, a := range t.articles {
		a.found = a.reading.Choose(&s, t.ofFold(n).filter, least)
	}
	if err := t.trainRoles(&rs); err != nil {
		return err
	}
	for n, a := range t.articles {
		a.found = roles.New(a.reading, a.who).FindRoles(&rs, t.ofFold(n).roles, nil, a.found)
	}
	if err := t.trainSpeakers(&rs); err != nil {
		return err
	}
	for n, a := range t.articles {
		a.found = contentsOf(a.found)
		a.found = roles.New(a.reading, a.who).FindRoles(&rs, t.ofFold(n).roles, t.ofFold(n).speakers, a.found)
	}
	return t.trainMediums(&rs)
}

func (t *trainer) trainTokens(s *spans.Scratch) error {
	data, err := newSequences(spans.Labels())
	if err != nil {
		return err
	}
	for n, a := range t.articles {
		a.reading.EachUnit(s, a.gold, func(q *linear.Sequence, gold []linear.Label) { data.add(n, q, gold) })
	}
	o := train.Options{Decoding: linear.Viterbi, Signature: spans.Signature(), Epochs: tokenEpochs, L2: tokenL2, MinCount: minCount}
	return t.each("tokens", data, func(m *models, subset []int) (err error) {
		m.files.Tokens, m.tokens, err = data.train(subset, o, tokenBytes)
		return err
	})
}

func (t *trainer) trainClauses(s *spans.Scratch) error {
	data, err := newSequences(spans.ClauseLabels())
	if err != nil {
		return err
	}
	for n, a := range t.articles {
		a.view.EachClauses(s, a.gold, func(q *linear.Sequence, gold []linear.Label) { data.add(n, q, gold) })
	}
	o := train.Options{Decoding: linear.Viterbi, Signature: spans.ClauseSignature(), Epochs: clauseEpochs, L2: clauseL2, MinCount: 1}
	return t.each("clauses", data, func(m *models, subset []int) (err error) {
		m.files.Clauses, m.clauses, err = data.train(subset, o, clauseBytes)
		return err
	})
}

func (t *trainer) trainRoles(s *roles.Scratch) error {
	data, err := newSequences(roles.Labels())
	if err != nil {
		return err
	}
	for n, a := range t.articles {
		for _, found := range [][]claim.Claim{a.found, a.gold} {
			roles.New(a.reading, a.who).EachRole(s, found, a.gold, func(q *linear.Sequence, gold []linear.Label) { data.add(n, q, gold) })
		}
	}
	o := train.Options{Decoding: linear.Viterbi, Signature: roles.Signature(), Epochs: roleEpochs, L2: roleL2, MinCount: minCount}
	return t.each("roles", data, func(m *models, subset []int) (err error) {
		m.files.Roles, m.roles, err = data.train(subset, o, roleBytes)
		return err
	})
}

func (t *trainer) trainSpeakers(s *roles.Scratch) error {
	var data boost.Data
	group := 0
	examples := &sequences{}
	for n, a := range t.articles {
		gold := roles.New(a.reading, a.who).FindRoles(s, t.ofFold(n).roles, nil, contentsOf(a.gold))
		for _, found := range [][]claim.Claim{a.found, gold} {
			roles.New(a.reading, a.who).EachSpeaker(s, t.ofFold(n).roles, found, a.gold, func(rows []uint8, right []bool) {
				if !slices.Contains(right, true) {
					return // the right words are not there to be chosen
				}
				group++
				for k, is := range right {
					target := float32(0)
					if is {
						target = 1
					}
					data.AddTo(group, rows[k*roles.SpeakerFeatures:(k+1)*roles.SpeakerFeatures], target)
					examples.article = append(examples.article, n)
				}
			})
		}
	}
	return t.each("speakers", examples, func(m *models, subset []int) (err error) {
		m.files.Speakers = string(boost.Train(&data, subset, boost.Default()))
		m.speakers, err = trees.New(m.files.Speakers, roles.SpeakerFeatures)
		return err
	})
}

func (t *trainer) trainMediums(s *roles.Scratch) error {
	mediums, err := newSequences(roles.MediumLabels())
	if err != nil {
		return err
	}
	stances, err := newSequences(roles.StanceLabels())
	if err != nil {
		return err
	}
	for n, a := range t.articles {
		for _, found := range [][]claim.Claim{a.found, a.gold} {
			roles.New(a.reading, a.who).EachClaim(s, found, a.gold, a.who.Voice, func(stance, medium *linear.Sequence, stanceGold, mediumGold []linear.Label) {
				stances.add(n, stance, stanceGold)
				mediums.add(n, medium, mediumGold)
			})
		}
	}
	o := train.Options{Decoding: linear.Viterbi, Signature: roles.ClaimSignature(), Epochs: mediumEpochs, L2: mediumL2, MinCount: minCount}
	if err := t.each("mediums", mediums, func(m *models, subset []int) (err error) {
		m.files.Mediums, m.mediums, err = mediums.train(subset, o, 0)
		return err
	}); err != nil {
		return err
	}
	return t.each("stances", stances, func(m *models, subset []int) (err error) {
		o := o
		o.L2 = stanceL2
		m.files.Stances, m.stances, err = stances.train(subset, o, 0)
		return err
	})
}

func (t *trainer) trainFilter() error {
	var data boost.Data
	var right []bool
	examples := &sequences{}
	for n, a := range t.articles {
		a.reading.EachCandidate(a.gold, func(row []uint8, truth float32, isRight bool) {
			data.Add(row, truth)
			right = append(right, isRight)
			examples.article = append(examples.article, n)
		})
	}
	err := t.each("filter", examples, func(m *models, subset []int) (err error) {
		o := boost.Default()
		o.Leaves = filterLeaves
		m.files.Filter = string(boost.Train(&data, subset, o))
		m.filter, err = trees.New(m.files.Filter, spans.FilterFeatures)
		return err
	})
	if err != nil {
		return err
	}
	values := make([]float64, len(right))
	loss := 0.0
	for i, row := range data.Rows {
		values[i] = float64(t.ofFold(examples.article[i]).filter.Score(row))
		d := 1/(1+math.Exp(-values[i])) - float64(data.Targets[i])
		loss += d * d
	}
	t.say("filter: mean squared error %.5f", loss/float64(len(right)))
	t.calibration = boost.Calibrate(values, right)
	t.say("calibration: slope %.3f, offset %.3f; a value of %.2f has the score %.3f", t.calibration.Slope, t.calibration.Offset, least, t.calibration.Score(least))
	return nil
}

// contentsOf returns claims with their kinds and contents alone.
func contentsOf(quotes []claim.Claim) []claim.Claim {
	out := slices.Clone(quotes)
	for i := range out {
		out[i] = claim.Claim{Kind: quotes[i].Kind, Content: quotes[i].Content, Inner: quotes[i].Inner}
	}
	return out
}
