package export

import (
	"net/url"
	"regexp"
	"strings"
)

// webAddress matches an http or https address that is written as an IRI must be and has
// no fragment, so that one can be appended.
var webAddress = regexp.MustCompile(`^https?://(?:[A-Za-z0-9._~:/?\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+$`)

// source returns the IRI of an article. An id that is a web address is the IRI; any other
// is percent-encoded, but for its slashes, and appended to base, or to a URN where there
// is none.
func source(base string, id ID) string {
	s := id.String()
	if webAddress.MatchString(s) {
		return s
	}
	if base == "" {
		base = "urn:laut:article:" // a URN must not end behind its namespace, and the id may be empty
	}
	return base + strings.NewReplacer("+", "%20", "%2F", "/").Replace(url.QueryEscape(s))
}
