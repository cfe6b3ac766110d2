package entities

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
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
}

type spelling struct {
	text   string
	entity int32
}

// ownRef is one way to cut a spelling.
type ownRef struct {
	spelling int32
	next     int32  // 1 + the next of the same hash
	size     uint16 // of its pieces
	cut      cutting
}

// The limits of a list. No name of an organisation comes near them.
const (
	longestName = 200     // bytes of a spelling
	longestLine = 1 << 16 // bytes; what is longer is no list
)

// ownReader reads lists.
type ownReader struct {
	names    *ownNames
	entities map[ownEntity]int32
	taken    map[string]int32 // by spellingKey: the entity
	cutter   cutter
}

func newOwnReader() *ownReader {
	return &ownReader{
		names:    &ownNames{index: map[uint64]int32{}},
		entities: map[ownEntity]int32{},
		taken:    map[string]int32{},
	}
}

// read adds a list. It goes on after a line that is wrong.
func (o *ownReader) read(r io.Reader, label Label) error {
	var errs []error
	file := ""
	if f, ok := r.(interface{ Name() string }); ok {
		file = f.Name()
	}
	in := bufio.NewReaderSize(r, longestLine)
	for n := 1; ; n++ {
		line, err := in.ReadSlice('\n')
		tooLong := errors.Is(err, bufio.ErrBufferFull)
		for errors.Is(err, bufio.ErrBufferFull) {
			_, err = in.ReadSlice('\n')
		}
		if err != nil && err != io.EOF {
			return errors.Join(append(errs, &ListError{file, n, err})...) // the line is cut: nothing is to be said of it
		}
		wrong := []error{fmt.Errorf("longer than %d bytes", longestLine)}
		if !tooLong {
			if n == 1 {
				line = bytes.TrimPrefix(line, []byte("\uFEFF")) // as Windows programs begin a file
			}
			wrong = o.line(line, label)
		}
		for _, err := range wrong {
			errs = append(errs, &ListError{file, n, err})
		}
		if err == io.EOF {
			return errors.Join(errs...)
		}
	}
}

// line adds the entity of a line and returns what is wrong with it.
func (o *ownReader) line(line []byte, label Label) (wrong []error) {
	if t := bytes.TrimSpace(line); len(t) == 0 || t[0] == '#' {
		return nil
	}
	if !utf8.Valid(line) {
		return []error{errors.New("invalid UTF-8")}
	}
	entity := int32(-1)
	for i, column := range strings.Split(string(line), "\t") {
		text := strings.Join(strings.Fields(column), " ")
		switch {
		case text == "" && i == 0:
			return []error{errors.New("no name before the first tab")}
		case text == "":
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
			entity = o.entity(ownEntity{text, label})
		}
		switch have, ok := o.taken[key]; {
		case !ok && entity >= 0:
			o.taken[key] = entity
			o.add(text, entity)
		case ok && have != entity:
			e := o.names.entities[have]
			wrong = append(wrong, fmt.Errorf("%q already stands for %q (%s)", text, e.name, e.label))
		}
	}
	return wrong
}

func (o *ownReader) entity(e ownEntity) int32 {
	i, ok := o.entities[e]
	if !ok {
		i = int32(len(o.names.entities))
		o.names.entities = append(o.names.entities, e)
		o.entities[e] = i
	}
	return i
}

// add puts a spelling whose pieces have been found into the index, in each way to cut it.
func (o *ownReader) add(text string, entity int32) {
	l := o.names
	number := int32(len(l.spellings))
	l.spellings = append(l.spellings, spelling{text, entity})
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
