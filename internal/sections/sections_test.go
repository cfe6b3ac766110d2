package sections

import (
	"errors"
	"maps"
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

func TestWords(t *testing.T) {
	const list = "[small]\na b\na c\n[great]\nA a\n[none]\nd\n"
	got, err := Words("list.txt", list, map[string]uint8{"small": 1, "great": 2})
	if want := map[string]uint8{"a": 3, "b": 1, "c": 1, "A": 2}; !maps.Equal(got, want) {
		t.Errorf("%v", got)
	}
	const wrong = "list.txt:3: a stands there already\nlist.txt:7: there is no section \"none\""
	if err == nil || err.Error() != wrong {
		t.Errorf("error %v", err)
	}
}
