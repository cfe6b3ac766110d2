package export

import (
	"fmt"
	"strings"
)

// named returns the value whose String is name. The error calls what it is by its type:
// unknown kind "said".
func named[T interface {
	~uint8
	fmt.Stringer
}](name string) (T, error) {
	v := T(0)
	for ; v.String() != "invalid"; v++ { // beyond the last one
		if v.String() == name {
			return v, nil
		}
	}
	_, kind, _ := strings.Cut(fmt.Sprintf("%T", v), ".")
	return 0, fmt.Errorf("unknown %s %q", strings.ToLower(kind), name)
}
