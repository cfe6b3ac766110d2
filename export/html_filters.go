package export

import (
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// writeHead writes the id and the legend of the names. Buttons are disabled until the
// script has come: without it they are a legend.
func (v *view) writeHead(id ID) {
	v.printf("<header class=\"laut-head\" lang=\"%s\">\n", v.lang)
	if name := excerpt(nameColumns, id.String()); name != "" {
		v.printf("<p class=\"laut-id\"><bdi>%s</bdi></p>\n", name)
	}
	counts := tally(v.a.Entities, func(e entities.Entity) entities.Label { return e.Label })
	v.printf("<ul class=\"laut-legend\" aria-label=\"%s\">\n", v.lang.word("names"))
	for l := entities.PER; l <= entities.MISC; l++ {
		if counts[l] > 0 {
			v.printf("<li><button type=\"button\" disabled aria-pressed=\"true\" data-label=\"%s\">%s <span class=\"laut-number\">%d</span></button></li>\n",
				l, v.lang.word(l.String()), counts[l])
		}
	}
	roles := tally(v.a.Document.Paragraphs(), func(p extract.Paragraph) extract.ParagraphKind { return p.Kind })
	if furniture := roles[extract.Furniture]; furniture > 0 {
		v.printf("<li><button type=\"button\" disabled aria-pressed=\"false\" class=\"laut-more\">%s <span class=\"laut-number\">%d</span></button></li>\n",
			v.lang.word("furniture"), furniture)
	}
	v.WriteString("</ul>\n</header>\n")
}

// writeFilters writes what the claims can be chosen by, which is the legend of their
// kinds too.
func (v *view) writeFilters() {
	kinds := tally(v.a.Claims, func(c claims.Claim) claims.Kind { return c.Kind })
	stances := tally(v.a.Claims, func(c claims.Claim) claims.Stance { return c.Stance })
	v.printf("<ul class=\"laut-kinds\" aria-label=\"%s\">\n", v.lang.word("kinds"))
	for k := claims.Direct; k <= claims.Reported; k++ {
		if kinds[k] > 0 {
			v.printf("<li><button type=\"button\" disabled aria-pressed=\"false\" data-kind=\"%s\"><span class=\"laut-kind\" data-kind=\"%[1]s\">%s</span> <span class=\"laut-number\">%d</span></button></li>\n",
				k, v.lang.word(k.String()), kinds[k])
		}
	}
	v.printf("</ul>\n<p class=\"laut-choice\"><label hidden>%s <select><option value=\"\">%s</option>", v.lang.word("stance"), v.lang.word("all"))
	for s := claims.Asserts; s <= claims.Withholds; s++ {
		if stances[s] > 0 {
			v.printf("<option value=\"%s\">%s (%d)</option>", s, v.lang.word(s.String()), stances[s])
		}
	}
	v.printf("</select></label> <span role=\"status\"><span class=\"laut-shown\">%d</span> %s %[1]d %[3]s</span> <button type=\"button\" class=\"laut-reset\" hidden>%[4]s</button></p>\n",
		len(v.a.Claims), v.lang.word("of"), v.lang.word("claims"), v.lang.word("show all"))
}

// tally counts how many of xs have each value.
func tally[X any, V comparable](xs []X, value func(X) V) map[V]int {
	counts := make(map[V]int)
	for _, x := range xs {
		counts[value(x)]++
	}
	return counts
}
