package roles

import (
	"github.com/laut-nlp/laut/internal/saying"
)

// act returns the verb or noun in a reported act that says most.
func (f *Finder) act(content []int) []int {
	most, at := saying.NotSaying, -1
	for _, i := range content {
		if s := f.says.At(i).Strength.OfClause(); s > most && !f.ws[i].Quoted {
			most, at = s, i
		}
	}
	if at < 0 {
		return nil
	}
	if c := f.reading.ClauseAt(at); c != nil {
		if q, ok := f.says.CueIn(c.Clause); ok {
			return q.Tokens
		}
	}
	return []int{at}
}
