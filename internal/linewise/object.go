package linewise

import (
	"encoding/json"
	"errors"
)

// Object is a line of JSON Lines that is an article. It is a map because keys must match
// exactly: encoding/json would take "Text" for "text" in a struct.
type Object map[string]json.RawMessage

// ParseObject reads a line. The error has no place.
func ParseObject(line []byte) (Object, error) {
	var o Object
	err := json.Unmarshal(line, &o)
	if _, ok := errors.AsType[*json.UnmarshalTypeError](err); ok || err == nil && o == nil {
		return nil, errors.New("not a JSON object")
	}
	return o, BrokenJSON(err)
}

// Has reports whether there is a key whose value is not null.
func (o Object) Has(key string) bool { return o[key] != nil && string(o[key]) != "null" }

// Text returns the value of "text". It is an error if that is no string.
func (o Object) Text() (text string, err error) {
	if !o.Has("text") {
		return "", errors.New(`no "text"`)
	}
	if json.Unmarshal(o["text"], &text) != nil {
		return "", errors.New(`"text" is not a string`)
	}
	return text, nil
}

// ID reads the value of "id" into id, and leaves it as it is if there is none.
func (o Object) ID(id json.Unmarshaler) error {
	if !o.Has("id") {
		return nil
	}
	return id.UnmarshalJSON(o["id"])
}
