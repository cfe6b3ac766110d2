package rules

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
)

// sources finds phrases that name the source of the sentence around them: laut
// Polizei, nach Angaben der Polizei, der Polizei zufolge, so die Polizei.
func (r *finder) sources(u int) {
	un := &r.text.Units[u]
	last := r.text.ContentEnd(un.First, un.Last)
	for i := un.First; i < last; i++ {
		if r.ws[i].Quoted || r.claimed[i] >= 0 {
			continue
		}
		f := Claim{Claim: claim.Claim{Kind: claim.Indirect, Medium: claim.SpeechOrWriting, Stance: claim.Asserts}, By: bySource, unit: u}
		first, end := 0, 0 // of the phrase
		switch w := r.ws[i].Lower(); w {
		case "laut", "gemäß", "gemäss":
			if w != "laut" && i+1 < last && is(r.ws[i+1].Text, partOfLaw) {
				continue
			}
			end = r.sourcePhrase(i, last)
			first = i
			f.Cue, f.Speaker = []int{i}, claim.Tokens(i+1, end)
		case "nach", "aus":
			if e := r.sourcePhrase(i, last); e > i+1 && (r.headIsSource(i+1, e) && (w == "nach" || r.isView(i+1, e)) || w == "aus" && r.ofView(i+1, e)) {
				first, end = i, e
				f.Cue, f.Speaker = []int{i}, claim.Tokens(i+1, end)
			} else if i > un.First && w == "nach" && r.ws[i-1].Capital && saying.Cues().IsSource(r.ws[i-1].Text) && (i+1 >= last || r.ws[i+1].Finite || r.text.IsPunct(i+1, ",")) && r.says.Heeder(i) == nil {
				first, end = r.phraseStart(i, un.First), i+1 // Meinung nach
				f.Cue, f.Speaker = []int{i}, claim.Tokens(first, i)
			}
		case "zufolge":
			first, end = r.dativeStart(r.phraseStart(i, un.First), i), i+1
			f.Cue, f.Speaker = []int{i}, claim.Tokens(first, i)
		case "demnach", "demzufolge":
			if i == un.First || r.ws[i-1].Finite {
				first, end = i, i+1
				f.Cue, f.Speaker = []int{i}, []int{i}
			}
		case "so":
			if i > un.First && r.text.IsPunct(i-1, ",") {
				stop := i + 1
				for stop < last && !r.text.IsPunct(stop, ".;:!?") {
					stop++
				}
				if !r.soSource(&f, i, stop, nil) {
					continue
				}
				first, end = i, f.Frame[len(f.Frame)-1]+1
			}
		}
		if end <= first || len(f.Speaker) == 0 {
			continue
		}
		switch r.ws[i].Lower() {
		case "nach", "aus":
			if r.isView(first, end) {
				f.Medium, f.Stance = claim.SpeechOrThought, claim.Believes
			}
		}
		r.source(u, &f, first, end, last)
		i = end - 1
		if r.claimed[first] >= 0 {
			return
		}
	}
}

// source adds a claim whose frame is the phrase [first, end): the content is
// the sentence around it, or the subordinate clause that the phrase is part of.
func (r *finder) source(u int, f *Claim, first, end, last int) {
	un := &r.text.Units[u]
	frame := claim.Tokens(first, end)
	from, to := un.First, last
	main := 0
	for _, c := range r.says.Clauses(u) {
		if c.First <= first && first < c.Last {
			switch {
			case c.Kind == syntax.RelativeClause || c.Bracket:
				from, to = c.First, min(c.Last, last)
			case c.Kind == syntax.MainClause && main > 0 && first > c.First:
				from = c.First // a main clause after another
			}
		}
		if c.Kind == syntax.MainClause && c.Last <= first {
			main++
		}
	}
	if first > from && r.text.IsPunct(first-1, ",") {
		frame = append([]int{first - 1}, frame...)
		if end < to && r.text.IsPunct(end, ",") {
			frame = append(frame, end)
		}
	} else if first == from && end < to && r.text.IsPunct(end, ",") {
		frame = append(frame, end)
	}
	f.Content = claim.Without(from, to, frame)
	for len(f.Content) > 0 && r.ws[f.Content[len(f.Content)-1]].Text == "," {
		f.Content = f.Content[:len(f.Content)-1]
	}
	f.Frame = frame
	if len(f.Content) == 0 {
		return
	}
	var own []int
	for _, t := range f.Content {
		if c := r.claimed[t]; c < 0 || r.list[c].Kind != claim.Direct {
			own = append(own, t)
		}
	}
	if len(own)*2 < len(f.Content) {
		return
	}
	r.add(*f)
}

// sourcePhrase returns the end of the phrase after the preposition at i. At
// the start of a sentence it reaches to the finite verb, which stands second.
func (r *finder) sourcePhrase(i, limit int) int {
	if r.claimed[i] < 0 && r.isStart(i) {
		if v := r.text.FirstFinite(i+1, limit); v > i {
			for k := i + 1; k < v; k++ {
				if r.text.IsPunct(k, ",") && !r.ws[k].Quoted {
					e := r.text.Phrase(i+1, k)
					if e == k && !r.ws[k+1].Finite && r.ws[k+1].Function != syntax.Relative && r.text.Phrase(k+1, v) > k+1 { // an apposition
						return min(v, r.text.Phrase(k+1, v))
					}
					return k
				}
			}
			return v
		}
	}
	end := r.text.Phrase(i+1, limit)
	if end > i+1 && end < limit && r.text.IsPunct(end, ",") && !r.ws[end-1].Quoted { // laut dem Leiter, Klaus Meier, …
		stop := r.text.Phrase(end+1, limit)
		if stop > end+1 && stop < limit && r.text.IsPunct(stop, ",") && r.text.Entity[end+1] >= 0 {
			return stop
		}
	}
	return end
}

func (r *finder) isStart(i int) bool {
	return i == 0 || r.text.IsPunct(i-1, ".!?:;") || r.ws[i].Capital
}

// headIsSource reports whether one of the first nouns of a phrase says that
// something is reported.
func (r *finder) headIsSource(first, end int) bool {
	n := 0
	for i := first; i < end && n < 2; i++ {
		w := &r.ws[i]
		if w.Capital && w.Kind == extract.Word && !w.Quoted {
			if saying.Cues().IsSource(w.Text) {
				return true
			}
			n++
		}
	}
	return false
}

// isView reports whether a source is an opinion: nach Ansicht, meiner Meinung nach.
func (r *finder) isView(first, end int) bool {
	for i := first; i < end; i++ {
		if is(r.ws[i].Text, view) {
			return true
		}
	}
	return false
}

// ofView reports whether a phrase after aus is a view with its owner: aus
// Sicht der Anwälte, not: aus rechtlicher Sicht.
func (r *finder) ofView(first, end int) bool {
	if r.ws[first].Text == "der" {
		first++
	}
	return first+1 < end && r.ws[first].Text == "Sicht"
}

// phraseStart returns the start of the noun phrase that ends before token i.
func (r *finder) phraseStart(i, first int) int {
	k := i
	for k > first {
		w := &r.ws[k-1]
		switch {
		case w.Quoted:
		case w.Kind == extract.Punctuation && w.Text != "(" && w.Text != ")", w.Kind == extract.Dash, w.Finite && !w.Capital:
			return k
		case w.Function == syntax.Preposition && !syntax.Attaches(w.Text) && w.Text != "in" && w.Text != "im":
			return k
		case w.Function == syntax.Adverb, w.Function == syntax.Pronoun, w.Function == syntax.Coordinator && w.Text != "und":
			return k
		}
		k--
		if k > first+1 && w.Capital && saying.Cues().IsSource(w.Text) && r.ws[k-1].Capital && !r.ws[k-1].Quoted && r.ws[k-1].Features.HasAny(lexicon.Noun) {
			return k // nimmt die Gruppe Schätzungen zufolge
		}
		if w.Function == syntax.Determiner || w.Function == syntax.Relative {
			// A determiner begins the phrase, unless it is a genitive after a noun.
			if k == first || !r.ws[k-1].Capital || r.ws[k-1].Finite || !syntax.Genitive(w.Text) {
				return k
			}
		}
	}
	return k
}

// dativeStart returns where the dative before zufolge begins in the phrase [first, end). Nouns that
// can be none belong to the clause: sparen Rentner und Studenten einer Umfrage zufolge.
func (r *finder) dativeStart(first, end int) int {
	for k := first; k < end; k++ {
		w := &r.ws[k]
		switch {
		case w.Function == syntax.Determiner || w.Function == syntax.Relative:
			return first
		case w.Capital && w.Kind == extract.Word && r.text.Entity[k] < 0 && !w.Quoted && !r.dative(w.Text):
			for k < end && r.ws[k].Function != syntax.Determiner && r.ws[k].Function != syntax.Relative {
				k++
			}
			if k < end {
				return k
			}
			return first
		}
	}
	return first
}

// dative reports whether a noun without an article can be a dative: not Männer, and not Rentner,
// whose plural has an n there. Bericht can, as in headlines.
func (r *finder) dative(noun string) bool {
	e := nouns.Entry(noun)
	if !e.Features().HasAny(lexicon.Noun) || saying.Cues().IsSource(noun) {
		return true
	}
	for d := range e.Readings() {
		if f := d.Features; f.Has(lexicon.Noun|lexicon.Dative) && (f.HasAny(lexicon.Plural) || f.HasAny(lexicon.Feminine)) {
			return true
		}
	}
	return false
}

// soSource reads ", so X": token i is "so". It sets cue, speaker, frame.
func (r *finder) soSource(f *Claim, i, last int, frame []int) bool {
	if i+1 >= last {
		return false
	}
	end, so := i+1, i
	if r.ws[i+1].Finite { // so schätzen die Forscher
		cs := r.says.ClausesIn(i+1, last)
		if len(cs) == 0 || cs[0].Kind != syntax.VerbFirst {
			return false
		}
		k, ok := r.says.CueIn(cs[0])
		if !ok {
			return false
		}
		r.fill(f, k, cs, 0, nil)
		f.Cue = append([]int{i}, f.Cue...)
		end = cs[0].Last
	} else {
		for i+1 < last && r.ws[i+1].Function == syntax.Adverb {
			i++
		}
		end = r.text.Phrase(i+1, last)
		if end < last && syntax.IsWie(r.ws[end].Text) { // so viele wie selten zuvor
			return false
		}
		if end == i+1 || !r.text.Nominative(i+1, end) || r.ws[i+1].Features == 0 && !r.ws[i+1].Capital && r.ws[i+1].Function == syntax.NoFunction {
			return false
		}
		if so < 2 || !r.ws[so-2].Finite || r.ws[so-2].Capital { // "Es sei, so die Richterin, ein Irrtum": no apposition
			end = r.says.Apposition(end, end)
		}
		f.Cue, f.Speaker = []int{i}, claim.Tokens(i+1, end)
		f.Medium, f.Stance = claim.Speech, claim.Asserts
		if end < last && !r.text.IsPunct(end, ",.;") && r.ws[end].Finite {
			return false // so die Polizei hätte …
		}
	}
	if frame == nil {
		stop := end
		for stop < last && !r.text.IsPunct(stop, ",") {
			if r.ws[stop].Finite {
				break
			}
			stop++
		}
		if stop < last && r.ws[stop].Finite {
			stop = end
		}
		frame = claim.Tokens(i, stop)
	}
	f.Frame = frame
	return true
}
