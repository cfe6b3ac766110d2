package sections

import (
	"errors"
	"slices"
	"testing"
)

func TestRead(t *testing.T) {
	const list = "# a comment\nno heading\n\n[two words]\n  a b \n# [no heading]\n\nwrong\r\n[last]\nc"
	var got []string
	err := Read("list.txt", list, func(section, line string) error {
		if line == "wrong" {
			return errors.New("this is wrong")
		}
		got = append(got, section+": "+line)
		return nil
	})
	if want := []string{": no heading", "two words: a b", "last: c"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if err == nil || err.Error() != "list.txt:8: this is wrong" {
		t.Errorf("error %v", err)
	}
}
