package decoding

import "strings"

// plausible reports whether bytes are text in Windows-1252. In a text in CP850, Mac Roman or
// another encoding of one byte the umlauts are marks and signs there, which then stand inside
// words, or bytes that mean nothing.
func plausible(data []byte) bool {
	good, bad := 0, 0
	for i, b := range data {
		if b < 0x80 {
			continue
		}
		before, after := letterAt(data, i-1), letterAt(data, i+1)
		switch {
		case strings.IndexByte(undefined, b) >= 0:
			return false
		case strings.IndexByte(german, b) >= 0:
			good++
		case b == 0xff: // ÿ, which hardly a word has, and much that is no text
			bad++
		case b >= 0xc0 && b != 0xd7 && b != 0xf7, strings.IndexByte(capitals, b) >= 0: // a letter of another language
			good += boolean(before || after)
			bad += boolean(!before && !after)
		case strings.IndexByte(inner, b) >= 0:
			good++
		default: // a quotation mark, a dash, a sign
			good += boolean(!before || !after)
			bad += boolean(before && after)
		}
	}
	return 9*bad <= good
}

const (
	undefined = "\x81\x8d\x8f\x90\x9d"
	german    = "\xe4\xf6\xfc\xdf\xc4\xd6\xdc"     // ä ö ü ß Ä Ö Ü
	capitals  = "\x8a\x8c\x8e"                     // Š Œ Ž: the small ones are ö, £ and Ä of others
	inner     = "\x91\x92\x96\x97\xa0\xad\xb4\xb7" // apostrophes, dashes, spaces, hyphens, the dot of gender forms
)

// letterAt reports whether there is a letter at a place, a high byte only if it is one of
// German.
func letterAt(data []byte, i int) bool {
	if i < 0 || i >= len(data) {
		return false
	}
	b := data[i]
	return b|0x20 >= 'a' && b|0x20 <= 'z' || strings.IndexByte(german, b) >= 0
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}
