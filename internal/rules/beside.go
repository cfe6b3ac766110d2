package rules

import (
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/syntax"
)

// beside looks for who says a quotation that stands by itself in a name that stands by itself
// too, with no verb: behind it, after a dash, in brackets, on the next line, or as „…“ So
// Lang am Abend; or before it and a colon.
func (r *finder) beside(f *Claim, q extract.Quotation) bool {
	if q.Open > 0 && r.text.IsPunct(q.Open-1, ":") {
		return r.nameBefore(f, q)
	}
	return r.standsAlone(q) && r.nameBehind(f, q)
}

// standsAlone reports whether a quotation begins a line or a sentence.
func (r *finder) standsAlone(q extract.Quotation) bool {
	if q.Open == 0 || r.lineBegins(q.Open) || r.text.IsPunct(q.Open-1, ".!?") {
		return true
	}
	before := &r.ws[q.Open-1]
	return before.Kind == extract.CloseQuote || before.Text == ")"
}

// lineBegins reports whether a line of the text ends before token i.
func (r *finder) lineBegins(i int) bool {
	if i <= 0 || i >= len(r.ws) {
		return true
	}
	tokens := r.text.Doc.Tokens()
	return strings.ContainsAny(r.text.Doc.String()[tokens[i-1].End:tokens[i].Start], "\n\r")
}

// longestByline is how many tokens a name with its apposition has at most.
const longestByline = 14

// nameBehind looks behind a quotation.
func (r *finder) nameBehind(f *Claim, q extract.Quotation) bool {
	i := q.Close + 1
	if i >= len(r.ws) {
		return false
	}
	first, closing := i, ""
	switch w := &r.ws[i]; {
	case r.lineBegins(i):
		switch {
		case !r.lineBegins(q.Open):
			return false
		case w.Kind == extract.Dash:
			first++
		case q.Open == 0:
			return false // below the title stands who has written the article
		}
	case w.Text == "(":
		first, closing = i+1, ")"
	case w.Kind == extract.Dash, w.Text == ",", w.Text == ":":
		first++
	case w.Text == "So":
		return r.soBehind(f, i)
	case !r.lineBegins(q.Open):
		return false
	}
	end := first
	for end < len(r.ws) && end < first+longestByline && (end == first || !r.lineBegins(end)) && r.ws[end].Text != closing {
		if r.text.IsPunct(end, ".!?;") && closing == "" {
			break
		}
		end++
	}
	switch {
	case closing != "":
		if end >= len(r.ws) || r.ws[end].Text != closing || !r.ends(end+1) {
			return false
		}
	case !r.ends(end):
		return false
	}
	if !r.isByline(first, end) {
		return false
	}
	f.Speaker, f.Frame, f.Via = claim.Tokens(first, r.withoutPlace(first, end)), claim.Tokens(first, end), claim.ViaCaption
	return true
}

// withoutPlace returns the end of a byline without where the picture was taken, or where and
// when something was posted: Lang vor der Brücke, Lang (@lang) 3. Mai 2026.
func (r *finder) withoutPlace(first, last int) int {
	for i := first + 1; i < last; i++ {
		w := &r.ws[i]
		posted := strings.HasPrefix(w.Text, "@") || w.Text == "(" && i+1 < last && strings.HasPrefix(r.ws[i+1].Text, "@")
		if posted || w.Function == syntax.Preposition && r.text.Entity[i-1] >= 0 && w.Text != "von" && w.Text != "vom" && w.Text != "aus" {
			return i
		}
	}
	return last
}

// ends reports whether a sentence or a line ends before token i.
func (r *finder) ends(i int) bool {
	return i >= len(r.ws) || r.lineBegins(i) || r.text.IsPunct(i, ".!?") || r.text.IsPunct(i-1, ".!?")
}

// isByline reports whether the tokens [first, last) are somebody's name, with a title before
// and an apposition behind it, and nothing else.
func (r *finder) isByline(first, last int) bool {
	if last <= first || last-first > longestByline {
		return false
	}
	name := -1
	for i := first; i < last; i++ {
		w := &r.ws[i]
		switch {
		case w.Finite && !w.Capital, w.Kind == extract.OpenQuote, w.Kind == extract.Numeral && i == first, r.text.IsPunct(i, ":"):
			return false
		case name < 0 && r.text.Entity[i] >= 0:
			if r.text.Entities[r.text.Entity[i]].Label == entities.PER {
				name = i
			}
		}
	}
	return name >= 0 && r.titles(first, name)
}

// titles reports whether the tokens [first, name) are what stands before a name: nothing, or
// nouns for persons and what they hang on.
func (r *finder) titles(first, name int) bool {
	reader := nouns.NewReader(r.text.Doc, nil)
	for i := first; i < name; i++ {
		w := &r.ws[i]
		n, ok := reader.Noun(i, first, name)
		switch {
		case ok && n.Person(), w.Kind == extract.Abbreviation, r.text.Entity[i] >= 0, reader.Determiner(w.Lower()) != 0:
		case i > first && !w.Finite && w.Function != syntax.Preposition && w.Kind == extract.Word:
		default:
			return false
		}
	}
	return true
}

// soBehind finds „…“ So Lang am Abend.
func (r *finder) soBehind(f *Claim, so int) bool {
	last := so + 1
	for last < len(r.ws) && last < so+2*longestByline && !r.text.IsPunct(last, ".!?:;") {
		if r.ws[last].Finite && !r.ws[last].Capital || r.ws[last].Kind == extract.OpenQuote {
			return false
		}
		last++
	}
	end := r.text.Phrase(so+1, last)
	if end <= so+1 || !r.isVoice(so+1, end) {
		return false
	}
	f.Cue, f.Speaker, f.Frame, f.Via = []int{so}, claim.Tokens(so+1, end), claim.Tokens(so, last), claim.ViaName
	return true
}

// nameBefore looks before a quotation for a line that ends with a colon: Lang: „…“
func (r *finder) nameBefore(f *Claim, q extract.Quotation) bool {
	colon := q.Open - 1
	first := colon
	for first > 0 && colon-first < longestByline && !r.lineBegins(first) {
		first--
	}
	if !r.lineBegins(first) {
		return false
	}
	first = r.text.AfterTime(first, colon)
	end := colon
	for i := first + 1; i < colon; i++ {
		if r.ws[i].Text == "(" && r.ws[colon-1].Text == ")" { // Tagblatt (Wien)
			end = i
			break
		}
	}
	quoted := r.ws[first].Kind == extract.OpenQuote
	switch {
	case quoted && r.ws[end-1].Kind == extract.CloseQuote && end-first > 2: // „Tagblatt“ (Wien)
		f.Speaker = claim.Tokens(first+1, end-1)
	case !quoted && (r.isByline(first, end) || r.isVoice(first, end) || end < colon && r.isPaper(first, end, colon)):
		f.Speaker = claim.Tokens(first, end)
	default:
		return false
	}
	f.Frame, f.Via = claim.Tokens(first, colon+1), claim.ViaNameLine
	return true
}

// isPaper reports whether the label [first, end), behind which up to the colon stands a place
// in brackets, may be the name of a newspaper: it is in capitals.
func (r *finder) isPaper(first, end, colon int) bool {
	for i := first; i < end; i++ {
		if w := &r.ws[i]; w.Kind == extract.Word && strings.ToUpper(w.Text) != w.Text {
			return false
		}
	}
	for i := end; i < colon; i++ {
		if e := r.text.Entity[i]; e >= 0 && r.text.Entities[e].Label == entities.LOC {
			return true
		}
	}
	return false
}
