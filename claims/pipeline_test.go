package claims

import (
	"bytes"
	"encoding/binary"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/blob"
	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/linear"
	model "github.com/laut-nlp/laut/internal/model/attribution"
	"github.com/laut-nlp/laut/internal/roles"
	"github.com/laut-nlp/laut/internal/spans"
	"github.com/laut-nlp/laut/internal/testkit"
	train "github.com/laut-nlp/laut/internal/train/linear"
	"github.com/laut-nlp/laut/internal/trees"
)

// smallModel returns the parts of a model that knows nothing: no feature has a weight
// that came from text, and the filter takes everything.
func smallModel(t testing.TB) (parts model.Parts) {
	t.Helper()
	weights := func(labels []string, signature uint64) string {
		d, err := train.NewData(labels...)
		if err != nil {
			t.Fatal(err)
		}
		var q linear.Sequence
		gold := make([]linear.Label, len(labels))
		for y := range gold {
			q.Begin(0)
			q.Add(linear.Feature(hash.Seed(uint64(y))))
			gold[y] = linear.Label(y)
		}
		if err := d.Add(&q, gold); err != nil {
			t.Fatal(err)
		}
		w, err := train.CRF(d, nil, train.Options{Decoding: linear.Viterbi, Signature: signature, Epochs: 1})
		if err != nil {
			t.Fatal(err)
		}
		file, _, err := w.Encode(train.Packing{})
		if err != nil {
			t.Fatal(err)
		}
		return string(file)
	}
	parts.Tokens = weights(spans.Labels(), spans.Signature())
	parts.Roles = weights(roles.Labels(), roles.Signature())
	parts.Clauses = weights(spans.ClauseLabels(), spans.ClauseSignature())
	parts.Mediums = weights(roles.MediumLabels(), roles.ClaimSignature())
	parts.Stances = weights(roles.StanceLabels(), roles.ClaimSignature())
	parts.Filter = string(trees.AppendFile(nil, trees.Head{Features: spans.FilterFeatures, Bias: 1}, nil))
	parts.Speakers = string(trees.AppendFile(nil, trees.Head{Features: roles.SpeakerFeatures}, nil))
	parts.Slope = 1
	return parts
}

func TestOpenErrors(t *testing.T) {
	parts := smallModel(t)
	file := func(change func(parts *model.Parts)) string {
		p := parts
		change(&p)
		return string(model.Append("note\n", p))
	}
	ok := file(func(*model.Parts) {})
	if _, err := open(ok); err != nil {
		t.Fatal(err)
	}
	calibrated := func(slope, offset float32) string {
		return file(func(p *model.Parts) { p.Slope, p.Offset = slope, offset })
	}
	r, err := blob.Open(ok, model.Magic)
	if err != nil {
		t.Fatal(err)
	}
	body := r.Rest()
	with := func(body string) string { return string(blob.Seal(model.Magic, []byte(body))) }
	length := func(n uint32) string {
		return with(string(binary.LittleEndian.AppendUint32(nil, n)) + body[4:])
	}
	nan := float32(math.NaN())
	for _, tt := range []struct{ name, data, want string }{
		{"empty", "", "not a file of this format"},
		{"no zero byte", model.Magic, "not a file of this format"},
		{"a model of another kind", "laut linear 1\n\x00", "not a file of this format"},
		{"nothing behind the text", model.Magic + "\x00", "cut off"},
		{"nothing sealed", with(""), "lengths"},
		{"a part that is too long", length(math.MaxUint32), "lengths"},
		{"a part without length", length(0), "lengths"},
		{"bytes left", with(body + "x"), "lengths"},
		{"slope 0", calibrated(0, 0), "calibration"},
		{"slope below 0", calibrated(-1, 0), "calibration"},
		{"slope NaN", calibrated(nan, 0), "calibration"},
		{"offset NaN", calibrated(1, nan), "calibration"},
		{"offset infinite", calibrated(1, float32(math.Inf(1))), "calibration"},
		{"no filter", file(func(p *model.Parts) { p.Filter = "" }), "the filter"},
		{"filter of other features", file(func(p *model.Parts) {
			p.Filter = string(trees.AppendFile(nil, trees.Head{Features: spans.FilterFeatures + 1}, nil))
		}), "the filter"},
		{"no choice of speakers", file(func(p *model.Parts) { p.Speakers = "" }), "the choice of speakers"},
		{"no tokens", file(func(p *model.Parts) { p.Tokens = "" }), "the model of tokens"},
		{"no clauses", file(func(p *model.Parts) { p.Clauses = "" }), "the model of clauses"},
		{"no stances", file(func(p *model.Parts) { p.Stances = "" }), "the model of stances"},
		{"no mediums", file(func(p *model.Parts) { p.Mediums = "x" }), "the model of mediums"},
		{"parts in the wrong order", file(func(p *model.Parts) {
			p.Tokens, p.Roles = p.Roles, p.Tokens
		}), "the model of tokens"},
	} {
		m, err := open(tt.data)
		if err == nil || m != nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: model %v, error %v, want …%s…", tt.name, m, err, tt.want)
		}
	}
}

// TestDamaged checks that no damage passes: to a small file, of which every place is
// tried, and to the one that programs link.
func TestDamaged(t *testing.T) {
	open := func(file string) error { _, err := open(file); return err }
	testkit.RefusesDamage(t, string(model.Append("note\n", smallModel(t))), open)
	testkit.RefusesDamage(t, model.File(), open)
	r := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		noise := make([]byte, r.IntN(300))
		for i := range noise {
			noise[i] = byte(r.Uint32())
		}
		if open(string(blob.Seal(model.Magic, noise))) == nil {
			t.Errorf("opened %x", noise)
		}
	}
}

// TestIgnorant checks that a model which knows nothing still does no harm: it takes every
// candidate, and what it says lies in the text.
func TestIgnorant(t *testing.T) {
	m, err := open(string(model.Append("", smallModel(t))))
	if err != nil {
		t.Fatal(err)
	}
	if n := readAll(t, m); n == 0 {
		t.Error("found nothing")
	}
}

// readAll lets a model read a text with a bit of everything, and returns how many claims
// it finds.
func readAll(t *testing.T, m *models) int {
	t.Helper()
	d := extract.Parse("„Wir zahlen“, sagte Anna Meier. Das Geld sei da. Laut Polizei soll er geflohen sein.\n\n„Er sagte: ‚Nein.‘\xff“ Sie kritisierte den Bund.")
	claims := m.find(d, entities.Extract(d), 0, 0, nil)
	for n, c := range claims {
		if len(c.Content) == 0 || c.Kind < Direct || c.Kind > Reported || c.Medium == 0 || !(c.Score >= 0 && c.Score <= 1) || c.Parent.Index() >= n {
			t.Errorf("claim %d is %+v", n, c)
		}
		for _, s := range c.Content {
			if s.Start < 0 || s.End > len(d.String()) || s.Start >= s.End {
				t.Errorf("claim %d has the span %v", n, s)
			}
		}
	}
	return len(claims)
}

// FuzzOpen checks that whatever opens can be used, and that nothing panics. Checksums are
// corrected, which would keep everything out.
func FuzzOpen(f *testing.F) {
	parts := smallModel(f)
	body := func(file string) []byte {
		r, err := blob.Open(file, model.Magic)
		if err != nil {
			f.Fatal(err)
		}
		return []byte(r.Rest())
	}
	small := body(string(model.Append("note\n", parts)))
	f.Add([]byte(nil))
	f.Add(small)
	f.Add(small[:len(small)/2])
	f.Add(bytes.Repeat([]byte{0xff}, 64))
	f.Add(body(string(model.Append("", model.Parts{Slope: 1}))))
	steep := parts
	steep.Slope, steep.Offset = 50, -50
	f.Add(body(string(model.Append("", steep))))
	f.Add(body(model.File())[:4096])
	f.Fuzz(func(t *testing.T, data []byte) {
		open(string(data)) // as it is
		m, err := open(string(blob.Seal(model.Magic, data)))
		if (m == nil) == (err == nil) {
			t.Fatalf("model %v, error %v", m, err)
		}
		if err == nil {
			readAll(t, m)
		}
	})
}
