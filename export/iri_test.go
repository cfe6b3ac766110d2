package export

import "testing"

func TestSource(t *testing.T) {
	tests := []struct{ base, id, want, reason string }{
		{"", "a1", "urn:laut:article:a1", "a URN where there is no base"},
		{"", "", "urn:laut:article:", "an empty id has an IRI too"},
		{"https://example.org/artikel/", "a1", "https://example.org/artikel/a1", "the id is appended"},
		{"https://example.org/faehre.html", "", "https://example.org/faehre.html", "a base that is the address of the one article"},
		{"https://example.org/", "politik/fähre <1>.txt", "https://example.org/politik/f%C3%A4hre%20%3C1%3E.txt", "a path stays a path"},
		{"https://example.org/?id=", "a&b=c+d#e?f", "https://example.org/?id=a%26b%3Dc%2Bd%23e%3Ff", "no id ends the query or begins a fragment"},
		{"", "a%2Fb", "urn:laut:article:a%252Fb", "an escaped slash is no slash"},
		{"", "\xff\n\"", "urn:laut:article:%FF%0A%22", "broken bytes and control characters"},
		{"", "https://example.org/2026/faehre?seite=1", "https://example.org/2026/faehre?seite=1", "a web address is an IRI"},
		{"https://example.com/", "https://example.org/faehre", "https://example.org/faehre", "also where there is a base"},
		{"", "https://example.org/#a", "urn:laut:article:https%3A//example.org/%23a", "not one with a fragment, which could have no second one"},
		{"", "https://example.org/a b", "urn:laut:article:https%3A//example.org/a%20b", "nor one that is not written as an IRI"},
		{"", "https://example.org/100%", "urn:laut:article:https%3A//example.org/100%25", "nor one with a lone percent sign"},
		{"", "https://example.org/%fähre", "urn:laut:article:https%3A//example.org/%25f%C3%A4hre", "nor one whose percent sign has no two digits"},
		{"", "http://[::1]:80/%e4?a=b&c", "http://[::1]:80/%e4?a=b&c", "an escaped byte"},
		{"", "https://müller.example/fähre/日本", "https://müller.example/fähre/日本", "an IRI has letters of every script"},
		{"", "https://example.org/\u202ea", "urn:laut:article:https%3A//example.org/%E2%80%AEa", "but nothing that changes direction"},
		{"", "https://example.org/\xff", "urn:laut:article:https%3A//example.org/%FF", "and no broken bytes"},
		{"", "https://", "urn:laut:article:https%3A//", "an address of nothing is none"},
		{"", "javascript:alert(1)", "urn:laut:article:javascript%3Aalert%281%29", "no other scheme is taken over"},
	}
	for _, tt := range tests {
		if got := source(tt.base, StringID(tt.id)); got != tt.want {
			t.Errorf("%s: %q below %q is %s, want %s", tt.reason, tt.id, tt.base, got, tt.want)
		}
	}
}
