package normal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sides says whether what stands around text[i:end] lets a quotation mark open there and
// whether it lets it close.
func sides(text string, i, end int) (opens, closes bool) {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[end:])
	opens = i == 0 || unicode.IsSpace(before) || strings.ContainsRune("([{/-–—>„“‚«»‹›;", before) // ; as the end of an entity
	closes = end == len(text) || unicode.IsSpace(after) || strings.ContainsRune(".,;:!?…)]}/-–—<&“”‘’«»‹›", after)
	return opens, closes
}

// doubled makes one quotation mark of two, as CSV has them, at text[i]: that of German print,
// which most texts have that are put into tables.
func (b *builder) doubled(text string, i int) int {
	end := runEnd(text, i)
	if end-i == 1 || !b.doubles() {
		return end
	}
	opens, closes := sides(b.text, i, end)
	switch {
	case end-i > 3 || end-i == 2 && opens && closes: // nothing is quoted
	case opens && !closes:
		b.replace(i, end, "„")
	case closes && !opens:
		b.replace(i, end, "“")
	default:
		b.replace(i, end, `"`)
	}
	return end
}

func runEnd(text string, i int) int {
	end := i
	for end < len(text) && text[end] == text[i] {
		end++
	}
	return end
}

// doubles reports whether all marks " of the text are doubled but for one at its beginning
// and one at its end. It is found out once.
func (b *builder) doubles() bool {
	if b.single == unknown {
		b.single = no
		text := strings.TrimSpace(b.text)
		for i := strings.IndexByte(text, '"'); i >= 0 && i < len(text); {
			end := runEnd(text, i)
			if end-i == 1 && i > 0 && end < len(text) {
				b.single = yes
				break
			}
			next := strings.IndexByte(text[end:], '"')
			if next < 0 {
				break
			}
			i = end + next
		}
	}
	return b.single == no
}

// answer is what has been found out.
type answer uint8

const (
	unknown answer = iota
	no
	yes
)

// angle deals with guillemets typed as << and >>, and with the tags of HTML.
func (b *builder) angle(text string, i int) int {
	if end := runEnd(text, i); end-i > 1 {
		if opens, closes := sides(b.text, i, end); end-i == 2 && (opens != closes || b.spaced(i, end)) {
			by := "«"
			if text[i] == '>' {
				by = "»"
			}
			b.replace(i, end, by)
		}
		return end
	}
	if text[i] == '<' {
		if end, by := tag(text, i); end > 0 {
			b.replace(i, end, by)
			return end
		}
	}
	return i + 1
}

// longestSpaced is how many bytes stand at most between << and >> that have blanks inside.
const longestSpaced = 500

// spaced reports whether the other mark of a pair stands next on the same line, as in
// << Ja >>.
func (b *builder) spaced(i, end int) bool {
	own := b.text[i:end]
	other := ">>"
	if own == other {
		other = "<<"
	}
	after, _, _ := strings.Cut(b.text[end:min(len(b.text), end+longestSpaced)], "\n")
	before := b.text[max(0, i-longestSpaced):i]
	before = before[strings.LastIndexByte(before, '\n')+1:]
	next, last := strings.Index(after, other), strings.LastIndex(before, other)
	return next >= 0 && !strings.Contains(after[:next], own) || last >= 0 && !strings.Contains(before[last:], own)
}

// longestTag is in bytes.
const longestTag = 1000

// tag returns the end of an HTML tag at text[i] and what stands for it, 0 if there is none.
func tag(text string, i int) (end int, by string) {
	if len(text) < i+3 || text[i+1] != '/' && text[i+1] != '!' && !isASCIILetter(text[i+1]) {
		return 0, ""
	}
	n := strings.IndexByte(text[i:min(len(text), i+longestTag)], '>')
	if n < 0 || strings.IndexByte(text[i+1:i+n], '<') >= 0 {
		return 0, ""
	}
	end = i + n + 1
	inside := text[i+1 : end-1]
	if strings.HasPrefix(inside, "!--") {
		return end, ""
	}
	name := strings.TrimPrefix(inside, "/")
	k := 0
	for k < len(name) && k < len("blockquote") && (isASCIILetter(name[k]) || k > 0 && '1' <= name[k] && name[k] <= '6') {
		k++
	}
	if k < len(name) && strings.IndexByte(" \t\n\r/", name[k]) < 0 {
		return 0, ""
	}
	by, ok := tags[strings.ToLower(name[:k])]
	if !ok {
		return 0, ""
	}
	if by == "„" && inside[0] == '/' {
		by = "“"
	}
	return end, by
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// tags are the tags that articles have, and what stands for them.
var tags = func() map[string]string {
	m := map[string]string{"br": "\n", "q": "„"}
	for by, names := range map[string]string{
		"":     "a abbr b cite code del em font i img ins mark s small span strong sub sup time u wbr",
		"\n\n": "article aside blockquote div figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p section table td th tr ul",
	} {
		for _, n := range strings.Fields(names) {
			m[n] = by
		}
	}
	return m
}()
