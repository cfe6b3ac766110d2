package linewise

import (
	"bufio"
	"compress/flate"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Unpack returns what r holds, unpacked if it begins as gzip does, whatever it is named.
// Errors of the packing are [Damage]; those of r stay as they are.
func Unpack(r io.Reader, name string) (io.Reader, error) {
	b := bufio.NewReaderSize(r, 1<<16)
	head, err := b.Peek(2)
	switch {
	case err != nil && err != io.EOF:
		return nil, err
	case string(head) == "\x1f\x8b":
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, damaged(err)
		}
		return packed{z}, nil
	case len(head) < 2 && strings.HasSuffix(strings.ToLower(name), ".gz"):
		return nil, damaged(io.ErrUnexpectedEOF) // cut off before it can be told from text
	}
	return b, nil
}

// packed reads gzip of any number of members.
type packed struct{ z *gzip.Reader }

func (p packed) Read(b []byte) (int, error) {
	n, err := p.z.Read(b)
	if err != nil && err != io.EOF {
		err = damaged(err)
	}
	return n, err
}

// Damage is what is wrong with a gzip file itself, so that it will be wrong next time too.
type Damage struct{ error }

// damaged explains an error of gzip. An error of the file below stays as it is.
func damaged(err error) error {
	_, corrupt := errors.AsType[flate.CorruptInputError](err)
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return Damage{errors.New("the gzip file is cut off")}
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), corrupt:
		return Damage{fmt.Errorf("the gzip file is damaged: %w", err)}
	}
	return err
}
