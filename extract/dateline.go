package extract

// dateline follows the first tokens of a paragraph to see whether they are a
// dateline: a place, perhaps a date, the agency in brackets, a dash; or a place
// in capitals and a dash. "BERLIN (dpa) –", "Bern, 2. Februar (sda) -",
// "WIEN/GRAZ –".
type dateline uint8

const (
	datelineStart  dateline = iota // no token yet
	datelinePlace                  // a place so far, capitalised
	datelineCaps                   // a place so far, all in capitals
	datelineAgency                 // inside the brackets
	datelineClosed                 // behind the brackets
	datelineNone                   // no dateline
)

// add takes the next token and reports whether it is the dash that ends a
// dateline.
func (d *dateline) add(t Token, w string, prev Kind) bool {
	if *d == datelineNone {
		return false
	}
	was := *d
	*d = datelineNone
	switch was {
	case datelineStart:
		if t.Kind == Word && isUpper(w) {
			*d = datelinePlace
			if allCaps(w) {
				*d = datelineCaps
			}
		}
	case datelinePlace, datelineCaps:
		switch {
		case t.Kind == Dash:
			return was == datelineCaps
		case w == "(":
			*d = datelineAgency
		case t.Kind == Word && (allCaps(w) || w == "am" || w == "an" || w == "der" || w == "im" || w == "ob"):
			*d = was
		case t.Kind == Word && isUpper(w) && prev != Word, t.Kind == Word && isMonth(w):
			*d = datelinePlace // the second of "Bern/Zürich"; two words side by side are a sentence
		case t.Kind == Number, t.Kind == Ordinal, t.Kind == Abbreviation, w == ",", w == "/", w == ".":
			*d = was
		}
	case datelineAgency:
		switch {
		case w == ")":
			*d = datelineClosed
		case t.Kind == Word && len(w) <= 8, w == "/", w == "-", t.Kind == Dash, t.Kind == Link:
			*d = datelineAgency
		}
	case datelineClosed:
		return t.Kind == Dash
	}
	return false
}

// allCaps reports whether a word of two or more letters has no lower-case ones.
func allCaps(w string) bool {
	n := 0
	for i, r := range w {
		if isLower(w[i:]) {
			return false
		}
		_ = r
		n++
	}
	return n >= 2
}
