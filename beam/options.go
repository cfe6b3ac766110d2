package lautbeam

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
)

// Options say how articles are read and how they are written. They travel to the workers
// as JSON. The zero value reads as laut.Read does and writes what export.JSONLines{} writes.
type Options struct {
	Reader  string      // the name of a registered reader; empty: "default", which reads as laut.Read does
	Tokens  bool        // write the tokens too
	Offsets export.Unit // what offsets count

	MinSpeakerScore float64 // speakers with a smaller score are nobody, as claims.WithMinSpeakerScore makes them
}

// standard is the name of the reader that is always registered.
const standard = "default"

var (
	readersMu sync.Mutex
	readers   = map[string]func() (*laut.Reader, error){
		standard: func() (*laut.Reader, error) { return new(laut.Reader), nil },
	}
)

// RegisterReader gives a name to a way of making a reader, such as one that knows names of
// the user's own. A reader cannot travel to the workers, a name can: call RegisterReader in
// an init function of the program, which the workers run too. Each worker process calls
// newReader once, when it meets the name, and shares the reader. RegisterReader panics if
// the name is taken, as "default" is.
func RegisterReader(name string, newReader func() (*laut.Reader, error)) {
	readersMu.Lock()
	defer readersMu.Unlock()
	if _, taken := readers[name]; taken {
		panic(fmt.Sprintf("lautbeam: two readers are registered as %q", name))
	}
	readers[name] = sync.OnceValues(newReader)
}

// reader returns the process's reader of a name.
func reader(name string) (*laut.Reader, error) {
	name = cmp.Or(name, standard)
	readersMu.Lock()
	newReader, ok := readers[name]
	known := strings.Join(slices.Sorted(maps.Keys(readers)), ", ")
	readersMu.Unlock()
	if !ok {
		return nil, fmt.Errorf("lautbeam: no reader is registered as %q, only %s", name, known)
	}
	return newReader()
}
