package extract

// breakBetween reports whether the white space text[i:j] ends a paragraph: the end of a
// line does, since lines that are only cut to a width are put together in the normal form.
func breakBetween(text string, i, j int) bool {
	for ; i < j; i++ {
		switch text[i] {
		case '\n', '\f', '\v':
			return true
		}
	}
	return false
}
