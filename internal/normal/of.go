package normal

import "github.com/laut-nlp/laut/internal/stop"

// Of returns the normal form of a text.
// The sign, or nil, ends it.
func Of(text string, sign *stop.Sign) Text {
	b := builder{text: text, sign: sign}
	b.characters(0, len(text))
	return finished(&b, nil)
}

// OfTokens returns the normal form of a text that somebody has cut into tokens, which are in
// order: none vanishes, and nothing of two of them, or of one and what stands between, grows
// together.
func OfTokens(text string, tokens []Span) Text {
	b := builder{text: text}
	part := func(from, to int) {
		b.keep(from)
		b.floor = len(b.out)
		b.characters(from, to)
		b.keep(to)
	}
	end := 0
	for _, t := range tokens {
		part(end, t.Start)
		n := len(b.edits)
		if part(t.Start, t.End); len(b.out) == b.floor {
			b.edits, b.out = b.edits[:n], append(b.out, text[t.Start:t.End]...)
		}
		end = t.End
	}
	part(end, len(text))
	kept := make([]Span, 0, len(tokens))
	for _, t := range tokens {
		kept = append(kept, b.edits.formed(t))
	}
	return finished(&b, kept)
}

// finished ends the first stage and runs the second, which deals with lines. Only tokens, if
// there are any, may be joined over the end of one.
func finished(b *builder, tokens []Span) (t Text) {
	t.Form = b.finish()
	if len(b.edits) > 0 {
		t.stages = append(t.stages, b.edits)
	}
	second := builder{text: t.Form}
	second.lines(tokens)
	if len(second.edits) > 0 {
		t.Form = second.finish()
		t.stages = append(t.stages, second.edits)
	}
	return t
}
