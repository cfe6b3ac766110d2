package entities

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/normal"
)

// ownNames are the names of the user's lists, by the hashes of their pieces: a
// trie without nodes. A hash of the first pieces of a name is a key, that of all
// its pieces leads to the name. Equal hashes of different names cost time only,
// since each name that is found is compared.
type ownNames struct {
	entities  []ownEntity
	spellings []spelling
	index     map[uint64]int32 // 1 + the head of a chain in refs, 0 for the beginning of a name
	refs      []ownRef
}

type ownEntity struct {
	name  string
	label Label
	ref   string
	full  bool  // has a name beside its abbreviations
	last  int32 // of its spellings, a chain
}

// String is how errors name the entity.
func (e ownEntity) String() string {
	if e.ref == "" {
		return fmt.Sprintf("%q (%s)", e.name, e.label)
	}
	return fmt.Sprintf("%q (%s, key %q)", e.name, e.label, e.ref)
}

type spelling struct {
	text   string
	entity int32
	before int32 // the spelling of the entity that was read before, -1 for none
}

// ownRef is one way to cut a spelling.
type ownRef struct {
	spelling int32
	next     int32  // 1 + the next of the same hash
	size     uint16 // of its pieces
	cut      cutting
}

// longestName is in bytes of a spelling. No name of an organisation comes near it.
const longestName = 200

// ownReader takes in lists.
type ownReader struct {
	names    *ownNames
	entities map[ownKey]int32
	taken    map[string]int32 // by spellingKey: the entity
	cutter   cutter
}

// ownKey is what entries of one entity have in common.
type ownKey struct {
	name  string
	label Label
}

func newOwnReader() *ownReader {
	return &ownReader{
		names:    &ownNames{index: map[uint64]int32{}},
		entities: map[ownKey]int32{},
		taken:    map[string]int32{},
	}
}

// entry adds an entity and returns what is wrong with it.
func (o *ownReader) entry(e Listed) (wrong []error) {
	name := oneLine(e.Name)
	switch {
	case !validLabel(e.Label):
		return []error{fmt.Errorf("unknown label %d", e.Label)}
	case !utf8.ValidString(e.Ref):
		return []error{errors.New("key is not UTF-8")}
	case name == "":
		return []error{errors.New("no name")}
	}
	entity := int32(-1)
	for i := range 1 + len(e.Aliases) {
		text := name
		if i > 0 {
			text = oneLine(e.Aliases[i-1])
		}
		switch {
		case text == "":
			continue
		case !utf8.ValidString(text):
			wrong = append(wrong, fmt.Errorf("%.20q is not UTF-8", text))
			continue
		case len(text) > longestName:
			wrong = append(wrong, fmt.Errorf("%.20q… is longer than %d bytes", text, longestName))
			continue
		case !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }):
			wrong = append(wrong, fmt.Errorf("%q has neither letter nor digit", text))
			continue
		}
		o.cutter.readName(text)
		key := spellingKey(text, o.cutter.pieces)
		if i == 0 {
			entity = o.entity(name, e)
		}
		switch have, ok := o.taken[key]; {
		case !ok && entity >= 0:
			o.taken[key] = entity
			o.add(text, entity)
		case ok && have != entity:
			wrong = append(wrong, fmt.Errorf("%q already stands for %s", text, o.names.entities[have]))
		}
	}
	return wrong
}

// oneLine returns a name in the normal form of texts, with single blanks.
func oneLine(s string) string {
	form := normal.Of(s, nil).Form
	return strings.Join(strings.Fields(form), " ")
}

// entity returns the entity of an entry. Entries of the same name and label are one, unless
// their keys differ.
func (o *ownReader) entity(name string, e Listed) int32 {
	key := ownKey{name, e.Label}
	first, ok := o.entities[key]
	if ok {
		switch have := &o.names.entities[first]; {
		case have.ref == "":
			have.ref = e.Ref
			return first
		case e.Ref == "" || e.Ref == have.ref:
			return first
		}
	}
	i := int32(len(o.names.entities))
	o.names.entities = append(o.names.entities, ownEntity{name: name, label: e.Label, ref: e.Ref, last: -1})
	if !ok {
		o.entities[key] = i
	}
	return i
}

// add puts a spelling whose pieces have been found into the index, in each way to cut it.
func (o *ownReader) add(text string, entity int32) {
	l := o.names
	number := int32(len(l.spellings))
	e := &l.entities[entity]
	l.spellings = append(l.spellings, spelling{text, entity, e.last})
	e.last = number
	e.full = e.full || !isCapitals(text) && (!isCapitals(e.name) || stands(e.name, text))
	pieces, last := o.cutter.pieces, 0
	for cut := everywhere; cut <= nowhere; cut++ {
		pieces = cut.join(pieces, text)
		if len(pieces) == last {
			continue
		}
		last = len(pieces)
		h, size := uint64(0), int32(0)
		for i, p := range pieces {
			h = p.after(h)
			size += p.size
			if _, ok := l.index[h]; !ok {
				l.index[h] = 0
			}
			if i == last-1 {
				l.refs = append(l.refs, ownRef{number, l.index[h], uint16(size), cut})
				l.index[h] = int32(len(l.refs))
			}
		}
	}
}
