package attribution_test

import (
	"bytes"
	"encoding/binary"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/attribution"
	"github.com/laut-nlp/laut/internal/linear"
	model "github.com/laut-nlp/laut/internal/model/attribution"
	"github.com/laut-nlp/laut/internal/sealed"
	"github.com/laut-nlp/laut/internal/testkit"
	train "github.com/laut-nlp/laut/internal/train/linear"
	"github.com/laut-nlp/laut/internal/trees"
)

// files are the parts of a model file.
type files = [attribution.PartMediums + 1][]byte

// smallModel returns the parts of a model that knows nothing: no feature has a weight
// that came from text, and the filter takes everything.
func smallModel(t testing.TB) (parts files) {
	t.Helper()
	weights := func(labels []string, signature uint64) []byte {
		d, err := train.NewData(labels...)
		if err != nil {
			t.Fatal(err)
		}
		var q linear.Sequence
		gold := make([]linear.Label, len(labels))
		for y := range gold {
			q.Begin(0)
			q.Add(linear.Feature(linear.Seed(uint64(y))))
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
		return file
	}
	parts[attribution.PartTokens] = weights(attribution.TokenLabels(), attribution.TokenSignature())
	parts[attribution.PartRoles] = weights(attribution.RoleLabels(), attribution.RoleSignature())
	parts[attribution.PartMediums] = weights(attribution.MediumLabels(), attribution.MediumSignature())
	parts[attribution.PartFilter] = trees.AppendFile(nil, trees.Head{Features: attribution.FilterFeatures, Bias: 1}, nil)
	parts[attribution.PartSpeakers] = trees.AppendFile(nil, trees.Head{Features: attribution.SpeakerFeatures}, nil)
	return parts
}

var even = attribution.Calibration{Slope: 1}

func TestOpenErrors(t *testing.T) {
	parts := smallModel(t)
	file := func(change func(parts *files)) string {
		p := parts
		change(&p)
		return string(attribution.AppendFile("note\n", p, even))
	}
	ok := file(func(*files) {})
	if _, err := attribution.Open(ok); err != nil {
		t.Fatal(err)
	}
	calibrated := func(slope, offset float32) string {
		return string(attribution.AppendFile("", parts, attribution.Calibration{Slope: slope, Offset: offset}))
	}
	body, err := sealed.Open(ok, attribution.Magic)
	if err != nil {
		t.Fatal(err)
	}
	with := func(body string) string { return string(sealed.Seal(attribution.Magic, []byte(body))) }
	length := func(n uint32) string {
		return with(string(binary.LittleEndian.AppendUint32(nil, n)) + body[4:])
	}
	nan := float32(math.NaN())
	for _, tt := range []struct{ name, data, want string }{
		{"empty", "", "not a file of this format"},
		{"no zero byte", attribution.Magic, "not a file of this format"},
		{"a model of another kind", "laut linear 1\n\x00", "not a file of this format"},
		{"nothing behind the text", attribution.Magic + "\x00", "cut off"},
		{"nothing sealed", with(""), "lengths"},
		{"a part that is too long", length(math.MaxUint32), "lengths"},
		{"a part without length", length(0), "lengths"},
		{"bytes left", with(body + "x"), "lengths"},
		{"slope 0", calibrated(0, 0), "calibration"},
		{"slope below 0", calibrated(-1, 0), "calibration"},
		{"slope NaN", calibrated(nan, 0), "calibration"},
		{"offset NaN", calibrated(1, nan), "calibration"},
		{"offset infinite", calibrated(1, float32(math.Inf(1))), "calibration"},
		{"no filter", file(func(p *files) { p[attribution.PartFilter] = nil }), "the filter"},
		{"filter of other features", file(func(p *files) {
			p[attribution.PartFilter] = trees.AppendFile(nil, trees.Head{Features: attribution.FilterFeatures + 1}, nil)
		}), "the filter"},
		{"no choice of speakers", file(func(p *files) { p[attribution.PartSpeakers] = nil }), "the choice of speakers"},
		{"no tokens", file(func(p *files) { p[attribution.PartTokens] = nil }), "the model of tokens"},
		{"no mediums", file(func(p *files) { p[attribution.PartMediums] = []byte("x") }), "the model of mediums"},
		{"parts in the wrong order", file(func(p *files) {
			p[attribution.PartTokens], p[attribution.PartRoles] = p[attribution.PartRoles], p[attribution.PartTokens]
		}), "the model of tokens"},
	} {
		m, err := attribution.Open(tt.data)
		if err == nil || m != nil || !strings.HasPrefix(err.Error(), "attribution: ") || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: model %v, error %v, want …%s…", tt.name, m, err, tt.want)
		}
	}
}

// TestDamaged holds that no damage passes: to a small file, of which every place is
// tried, and to the one that programs link.
func TestDamaged(t *testing.T) {
	open := func(file string) error { _, err := attribution.Open(file); return err }
	testkit.RefusesDamage(t, string(attribution.AppendFile("note\n", smallModel(t), even)), open)
	testkit.RefusesDamage(t, model.File(), open)
	r := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		noise := make([]byte, r.IntN(300))
		for i := range noise {
			noise[i] = byte(r.Uint32())
		}
		if open(string(sealed.Seal(attribution.Magic, noise))) == nil {
			t.Errorf("opened %x", noise)
		}
	}
}

// TestIgnorant holds that a model which knows nothing still does no harm: it takes every
// candidate, and what it says lies in the text.
func TestIgnorant(t *testing.T) {
	m, err := attribution.Open(string(attribution.AppendFile("", smallModel(t), even)))
	if err != nil {
		t.Fatal(err)
	}
	if n := readAll(t, m); n == 0 {
		t.Error("found nothing")
	}
}

// readAll lets a model read a text with a bit of everything, and returns how many claims
// it finds.
func readAll(t *testing.T, m *attribution.Model) int {
	t.Helper()
	d := extract.Parse("„Wir zahlen“, sagte Anna Meier. Das Geld sei da. Laut Polizei soll er geflohen sein.\n\n„Er sagte: ‚Nein.‘\xff“ Sie kritisierte den Bund.")
	claims := m.Extract(d, entities.Tag(d), 0)
	for n, c := range claims {
		if len(c.Content) == 0 || c.Kind < attribution.Direct || c.Kind > attribution.Reported || c.Medium == 0 || !(c.Score >= 0 && c.Score <= 1) || c.Parent >= n {
			t.Errorf("claim %d is %+v", n, c)
		}
		for _, s := range c.Content {
			if s.Start < 0 || s.End > len(d.Text()) || s.Start >= s.End {
				t.Errorf("claim %d has the span %v", n, s)
			}
		}
	}
	return len(claims)
}

// TestScore holds that scores are probabilities and grow with the value.
func TestScore(t *testing.T) {
	for _, c := range []attribution.Calibration{{Slope: 1}, {Slope: .1, Offset: -99}, {Slope: 99, Offset: 99}, {Slope: 1.5, Offset: .2}} {
		before := float32(0)
		for _, value := range []float32{-1, 0, 1e-30, .1, .5, .9, 1, 2, float32(math.Inf(1))} {
			p := c.Score(value)
			if !(p >= before && p <= 1) {
				t.Errorf("%+v: the value %v has the score %v, behind %v", c, value, p, before)
			}
			before = p
		}
	}
	if p := even.Score(.3); math.Abs(float64(p)-.3) > 1e-6 {
		t.Errorf("an even calibration makes %v of .3", p)
	}
}

// FuzzOpen holds that whatever opens can be used, and that nothing panics. Checksums are
// corrected, which would keep everything out.
func FuzzOpen(f *testing.F) {
	parts := smallModel(f)
	body := func(file string) []byte {
		rest, err := sealed.Open(file, attribution.Magic)
		if err != nil {
			f.Fatal(err)
		}
		return []byte(rest)
	}
	small := body(string(attribution.AppendFile("note\n", parts, even)))
	f.Add([]byte(nil))
	f.Add(small)
	f.Add(small[:len(small)/2])
	f.Add(bytes.Repeat([]byte{0xff}, 64))
	f.Add(body(string(attribution.AppendFile("", files{}, even))))
	f.Add(body(string(attribution.AppendFile("", parts, attribution.Calibration{Slope: 50, Offset: -50}))))
	f.Add(body(model.File())[:4096])
	f.Fuzz(func(t *testing.T, data []byte) {
		attribution.Open(string(data)) // as it is
		m, err := attribution.Open(string(sealed.Seal(attribution.Magic, data)))
		if (m == nil) == (err == nil) {
			t.Fatalf("model %v, error %v", m, err)
		}
		if err == nil {
			readAll(t, m)
		}
	})
}
