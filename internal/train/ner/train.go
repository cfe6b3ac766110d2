package main

import (
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/blob"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/ner"
	train "github.com/laut-nlp/laut/internal/train/linear"
)

// What training can be told. The values were chosen by cross-validation.
const (
	firstEpochs = 5 // of the perceptron that labels the documents for their second pass
	minCount    = 3
	epochs      = 6
	newsTimes   = 3       // how often articles of newspapers are learned from: they are few, and what users read
	maxBytes    = 3600000 // of the weights
)

// trainer trains models on the documents of some corpora.
type trainer struct {
	templates *linear.Templates
	raw       []string // files of raw text
	tables    string   // folder that keeps what was seen between runs, or empty
	orders    int      // perceptrons whose weights are averaged
	seen      *seen    // what was seen in them; nil before the first training
	report    func(format string, args ...any)
}

// train returns a model file.
func (t *trainer) train(note string, docs []*document) (string, error) {
	if err := t.see(docs); err != nil {
		return "", err
	}
	untrained, err := t.untrained()
	if err != nil {
		return "", err
	}
	if err := t.labelFirst(untrained, docs); err != nil {
		return "", err
	}
	data, err := train.NewData(ner.Labels()...)
	if err != nil {
		return "", err
	}
	var s ner.Scratch
	var part []int
	for _, d := range docs {
		n := data.Len()
		if err := d.add(data, untrained[d.half][d.guide], &s); err != nil {
			return "", err
		}
		part = d.learn(part, n, data.Len())
	}
	weights, err := train.Perceptrons(data, part, t.orders, train.Options{
		Decoding: linear.Viterbi, Signature: t.templates.Signature(), Epochs: epochs, MinCount: minCount, Chain: chain(),
		Progress: func(p train.Progress) { t.report("epoch %d: %d of %d", p.Epoch, p.Right, p.Total) },
	})
	if err != nil {
		return "", err
	}
	file, report, err := weights.Encode(train.Packing{MaxBytes: maxBytes})
	if err != nil {
		return "", err
	}
	t.report("%v", report)
	return pack(note, file, string(t.seen.tables[0])), nil
}

func pack(note string, weights []byte, seen string) string {
	out := binary.LittleEndian.AppendUint32(nil, uint32(len(weights)))
	out = append(append(out, weights...), seen...)
	return string(blob.Seal(ner.Magic+note, out))
}

func chain() *train.Chain {
	follow, final := ner.Follow()
	return &train.Chain{Follow: follow, Final: final}
}

// labelFirst gives the documents of several sentences the labels that a first pass
// would, by a model that has seen only the others: what it says of one name it says
// wrongly of others, as it will in the documents of users. The articles of newspapers are
// labelled after their own guide, each half of them by a model that has seen the other.
func (t *trainer) labelFirst(u recognisers, docs []*document) error {
	data, err := train.NewData(ner.Labels()...)
	if err != nil {
		return err
	}
	var s ner.Scratch
	var long, news []*document
	for _, d := range docs {
		switch {
		case d.guide == ner.News:
			news = append(news, d)
		case len(d.doc.Sentences()) > 1:
			if d.first == nil {
				long = append(long, d)
			}
		default:
			if err := d.add(data, u[d.half][d.guide], &s); err != nil {
				return err
			}
		}
	}
	seen := string(t.seen.tables[0])
	if len(long)+len(news) > 0 {
		r, err := t.quick(data, nil, seen, ner.GermEval)
		if err != nil {
			return err
		}
		for _, d := range long {
			d.first = d.firstPass(r)
		}
		for _, d := range news {
			d.addDerived(d.firstPass(r))
		}
	}
	if len(news) == 0 {
		return nil
	}
	all := make([]int, data.Len()) // the sentences of GermEval
	for i := range all {
		all[i] = i
	}
	parts := [2][]int{all, slices.Clone(all)}
	for _, d := range news {
		n := data.Len()
		d.first = nil
		if err := d.add(data, u[d.half][d.guide], &s); err != nil {
			return err
		}
		parts[d.half-1] = d.learn(parts[d.half-1], n, data.Len())
	}
	for h := range parts {
		other := 2 - h // the half that it labels
		r, err := t.quick(data, parts[h], string(t.seen.tables[other]), ner.News)
		if err != nil {
			return err
		}
		for _, d := range news {
			if d.half == other {
				d.first = d.firstPass(r)
			}
		}
	}
	return nil
}

func (d *document) firstPass(r *ner.Recogniser) []linear.Label {
	tokens, ends := d.tokens()
	return r.FirstPass(tokens, ends)
}

// quick returns a recogniser that a short training makes of some sentences, nil for
// all.
func (t *trainer) quick(data *train.Data, part []int, seen string, g ner.Guide) (*ner.Recogniser, error) {
	weights, err := train.Perceptron(data, part, train.Options{
		Decoding: linear.Viterbi, Signature: t.templates.Signature(), Epochs: firstEpochs, Seed: 1, MinCount: minCount, Chain: chain(),
	})
	if err != nil {
		return nil, err
	}
	file, _, err := weights.Encode(train.Packing{})
	if err != nil {
		return nil, err
	}
	return ner.NewWith(pack("", file, seen), t.templates, g)
}

// add adds the sentences of a document whose labels are known.
func (d *document) add(data *train.Data, u *ner.Recogniser, s *ner.Scratch) error {
	tokens, ends := d.tokens()
	gold := ner.Encode(nil, len(tokens), d.mentions)
	var votes *ner.Votes
	if d.first != nil {
		votes = ner.Count(tokens, d.first)
	}
	first := 0
	for _, end := range ends {
		if d.known(first, end) {
			var own []linear.Label
			if votes != nil {
				own = d.first[first:end]
			}
			if seq := u.Sequence(s, tokens[first:end], votes, own); seq != nil {
				if err := data.Add(seq, gold[first:end]); err != nil {
					return fmt.Errorf("%s: %w", d.id, err)
				}
			}
		}
		first = end
	}
	return nil
}

// learn appends the sentences [from, to) of a document as often as they are learned from.
func (d *document) learn(part []int, from, to int) []int {
	times := 1
	if d.guide == ner.News {
		times = newsTimes
	}
	for n := from; n < to; n++ {
		for range times {
			part = append(part, n)
		}
	}
	return part
}

// known reports whether the corpus tells the labels of all tokens [first, end),
// and no mention crosses their borders.
func (d *document) known(first, end int) bool {
	return (d.unknown == nil || !slices.Contains(d.unknown[first:end], true)) &&
		!slices.ContainsFunc(d.mentions, func(m ner.Mention) bool {
			return m.First < end && m.Last > end || m.First < first && m.Last > first
		})
}

// tokens returns what the model is told of a document.
func (d *document) tokens() (tokens []ner.Token, ends []int) { return tokensOf(d.doc, 0) }

// tokensOf returns what the model is told of a text, without sentences that are
// longer than longest, if that is not 0.
func tokensOf(d *extract.Document, longest int) (tokens []ner.Token, ends []int) {
	all, tags := d.Tokens(), d.Tags()
	for _, s := range d.Sentences() {
		if longest > 0 && s.Last-s.First > longest {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			tokens = append(tokens, ner.Token{Form: d.Slice(all[i].Span), STTS: tags[i].STTS()})
		}
		ends = append(ends, len(tokens))
	}
	return tokens, ends
}
