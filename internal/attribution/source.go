package attribution

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// sources finds phrases that name the source of the sentence around them: laut
// Polizei, nach Angaben der Polizei, der Polizei zufolge, so die Polizei.
func (r *rules) sources(u int) {
	un := &r.units[u]
	last := r.contentEnd(un.first, un.last)
	for i := un.first; i < last; i++ {
		if r.ws[i].quoted || r.claimed[i] >= 0 {
			continue
		}
		f := found{Claim: Claim{Kind: Indirect, Medium: SpeechOrWriting, Stance: Asserts, Score: .88}, by: bySource, unit: u}
		first, end := 0, 0 // of the phrase
		switch w := r.ws[i].lower(); w {
		case "laut", "gemäß", "gemäss":
			if w != "laut" && i+1 < last && isSection(r.ws[i+1].text) {
				continue
			}
			end = r.sourcePhrase(i, last)
			first = i
			f.Cue, f.Speaker = []int{i}, tokens(i+1, end)
		case "nach", "aus":
			if e := r.sourcePhrase(i, last); e > i+1 && (r.headIsSource(i+1, e) && (w == "nach" || r.isView(i+1, e)) || w == "aus" && r.ofView(i+1, e)) {
				first, end = i, e
				f.Cue, f.Speaker = []int{i}, tokens(i+1, end)
			} else if i > un.first && w == "nach" && r.ws[i-1].capital && cueList().isSource(r.ws[i-1].text) && (i+1 >= last || r.ws[i+1].finite || r.isPunct(i+1, ",")) {
				first, end = r.phraseStart(i, un.first), i+1 // Meinung nach
				f.Cue, f.Speaker = []int{i}, tokens(first, i)
			}
		case "zufolge":
			first, end = r.phraseStart(i, un.first), i+1
			f.Cue, f.Speaker = []int{i}, tokens(first, i)
		case "demnach", "demzufolge":
			if i == un.first || r.ws[i-1].finite {
				first, end = i, i+1
				f.Cue, f.Speaker = []int{i}, []int{i}
			}
		case "so":
			if i > un.first && r.isPunct(i-1, ",") {
				stop := i + 1
				for stop < last && !r.isPunct(stop, ".;:!?") {
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
		switch r.ws[i].lower() {
		case "nach", "aus":
			if r.isView(first, end) {
				f.Medium, f.Stance = SpeechOrThought, Believes
			}
		}
		r.source(u, &f, first, end, last)
		i = end - 1
		if r.claimed[first] >= 0 {
			return
		}
	}
}

// isSection reports whether w is a part of a law: what is done gemäß Absatz 2
// is done by it, not said.
func isSection(w string) bool {
	switch w {
	case "§", "Absatz", "Abs.", "Artikel", "Art.", "Paragraf", "Paragraph", "Satz", "Ziffer":
		return true
	}
	return false
}

// source adds a claim whose frame is the phrase [first, end): the content is
// the sentence around it, or the subordinate clause that the phrase is part of.
func (r *rules) source(u int, f *found, first, end, last int) {
	un := &r.units[u]
	frame := tokens(first, end)
	from, to := un.first, last
	main := 0
	for _, c := range r.unitClauses(u) {
		if c.first <= first && first < c.last {
			switch {
			case c.kind == clauseRelative || c.bracket:
				from, to = c.first, min(c.last, last)
			case c.kind == clauseMain && main > 0 && first > c.first:
				from = c.first // a main clause behind another
			}
		}
		if c.kind == clauseMain && c.last <= first {
			main++
		}
	}
	if first > from && r.isPunct(first-1, ",") {
		frame = append([]int{first - 1}, frame...)
		if end < to && r.isPunct(end, ",") {
			frame = append(frame, end)
		}
	} else if first == from && end < to && r.isPunct(end, ",") {
		frame = append(frame, end)
	}
	f.Content = without(from, to, frame)
	for len(f.Content) > 0 && r.ws[f.Content[len(f.Content)-1]].text == "," {
		f.Content = f.Content[:len(f.Content)-1]
	}
	f.Frame = frame
	if len(f.Content) == 0 {
		return
	}
	var own []int
	for _, t := range f.Content {
		if c := r.claimed[t]; c < 0 || r.list[c].Kind != Direct {
			own = append(own, t)
		}
	}
	if len(own)*2 < len(f.Content) {
		return
	}
	r.add(*f)
}

// sourcePhrase returns the end of the phrase behind the preposition at i. At
// the start of a sentence it reaches to the finite verb, which stands second.
func (r *rules) sourcePhrase(i, limit int) int {
	if r.claimed[i] < 0 && r.isStart(i) {
		if v := r.firstFinite(i+1, limit); v > i {
			for k := i + 1; k < v; k++ {
				if r.isPunct(k, ",") && !r.ws[k].quoted {
					e := r.phrase(i+1, k)
					if e == k && !r.ws[k+1].finite && r.ws[k+1].role != roleRelative && r.phrase(k+1, v) > k+1 { // an apposition
						return min(v, r.phrase(k+1, v))
					}
					return k
				}
			}
			return v
		}
	}
	end := r.phrase(i+1, limit)
	if end > i+1 && end < limit && r.isPunct(end, ",") && !r.ws[end-1].quoted { // laut dem Leiter, Klaus Meier, …
		stop := r.phrase(end+1, limit)
		if stop > end+1 && stop < limit && r.isPunct(stop, ",") && r.mention[end+1] >= 0 {
			return stop
		}
	}
	return end
}

func (r *rules) isStart(i int) bool {
	return i == 0 || r.isPunct(i-1, ".!?:;") || r.ws[i].capital
}

// headIsSource reports whether one of the first nouns of a phrase says that
// something is reported.
func (r *rules) headIsSource(first, end int) bool {
	n := 0
	for i := first; i < end && n < 2; i++ {
		w := &r.ws[i]
		if w.capital && w.Kind == extract.Word && !w.quoted {
			if cueList().isSource(w.text) {
				return true
			}
			n++
		}
	}
	return false
}

// isView reports whether a source is an opinion: nach Ansicht, meiner Meinung nach.
func (r *rules) isView(first, end int) bool {
	for i := first; i < end; i++ {
		switch r.ws[i].text {
		case "Ansicht", "Meinung", "Auffassung", "Einschätzung", "Überzeugung", "Sicht", "Expertenmeinung":
			return true
		}
	}
	return false
}

// ofView reports whether a phrase behind aus is a view with its owner: aus
// Sicht der Anwälte, not: aus rechtlicher Sicht.
func (r *rules) ofView(first, end int) bool {
	if r.ws[first].text == "der" {
		first++
	}
	return first+1 < end && r.ws[first].text == "Sicht"
}

// phraseStart returns the start of the noun phrase that ends before token i.
func (r *rules) phraseStart(i, first int) int {
	k := i
	for k > first {
		w := &r.ws[k-1]
		switch {
		case w.quoted:
		case w.Kind == extract.Punctuation && w.text != "(" && w.text != ")", w.Kind == extract.Dash, w.finite && !w.capital:
			return k
		case w.role == rolePrep && !attaches(w.text) && w.text != "in" && w.text != "im":
			return k
		case w.role == roleAdverb, w.role == rolePronoun, w.role == roleCoord && w.text != "und":
			return k
		}
		k--
		if k > first+1 && w.capital && cueList().isSource(w.text) && r.ws[k-1].capital && !r.ws[k-1].quoted && r.ws[k-1].f.HasAny(lexicon.Noun) {
			return k // nimmt die Gruppe Schätzungen zufolge
		}
		if w.role == roleDeterminer || w.role == roleRelative {
			// A determiner begins the phrase, unless it is a genitive behind a noun.
			if k == first || !r.ws[k-1].capital || r.ws[k-1].finite || !genitive(w.text) {
				return k
			}
		}
	}
	return k
}

// soSource reads ", so X": token i is "so". It sets cue, speaker, frame.
func (r *rules) soSource(f *found, i, last int, frame []int) bool {
	if i+1 >= last {
		return false
	}
	end, so := i+1, i
	if r.ws[i+1].finite { // so schätzen die Forscher
		cs := r.clauses(i+1, last)
		if len(cs) == 0 || cs[0].kind != clauseVerbFirst {
			return false
		}
		k, ok := r.cueIn(cs[0])
		if !ok {
			return false
		}
		r.fill(f, k, cs, 0, nil)
		f.Cue = append([]int{i}, f.Cue...)
		end = cs[0].last
	} else {
		for i+1 < last && r.ws[i+1].role == roleAdverb {
			i++
		}
		end = r.phrase(i+1, last)
		if end == i+1 || !r.nominative(i+1, end) || r.ws[i+1].f == 0 && !r.ws[i+1].capital && r.ws[i+1].role == roleNone {
			return false
		}
		if so < 2 || !r.ws[so-2].finite || r.ws[so-2].capital { // "Es sei, so die Richterin, ein Irrtum": no apposition
			end = r.apposition(end, end)
		}
		f.Cue, f.Speaker = []int{i}, tokens(i+1, end)
		f.Medium, f.Stance = Speech, Asserts
		if end < last && !r.isPunct(end, ",.;") && r.ws[end].finite {
			return false // so die Polizei hätte …
		}
	}
	if frame == nil {
		stop := end
		for stop < last && !r.isPunct(stop, ",") {
			if r.ws[stop].finite {
				break
			}
			stop++
		}
		if stop < last && r.ws[stop].finite {
			stop = end
		}
		frame = tokens(i, stop)
	}
	f.Frame = frame
	return true
}
