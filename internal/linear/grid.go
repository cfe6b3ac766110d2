package linear

// Edge is the value of every attribute before the first and behind the last
// token.
const Edge = ^uint64(0)

// Grid holds the attributes of the tokens of a sequence: a row a token, a
// column an [Attr]. The value 0 means that the token does not have the attribute.
// Words and affixes are best given as hash.Text, bit sets and small numbers as they
// are.
//
// A Grid is scratch space: it keeps its memory from one sequence to the next
// and must not be used by two goroutines at once. The zero Grid is ready for
// use.
type Grid struct {
	values     []uint64
	width, pad int
}

// Reset makes room for n tokens, all their attributes absent.
func (g *Grid) Reset(t *Templates, n int) {
	g.width, g.pad = t.width, t.pad
	size := (n + 2*g.pad) * g.width
	if cap(g.values) < size {
		g.values = make([]uint64, size+size/2)
	}
	g.values = g.values[:size]
	clear(g.values)
	edge := g.pad * g.width
	for i := range edge {
		g.values[i] = Edge
		g.values[size-1-i] = Edge
	}
}

// Row returns the attributes of token i, to be filled in.
func (g *Grid) Row(i int) []uint64 {
	return g.values[(g.pad+i)*g.width : (g.pad+i+1)*g.width : (g.pad+i+1)*g.width]
}
