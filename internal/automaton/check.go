package automaton

import "fmt"

// Check reads the whole automaton and reports the first fault: an arc or a
// target outside of the file, a loop, an end that no string reaches, a string
// longer than MaxLen. A file that passes has finitely many strings and every
// path through it leads to one. Time and memory are linear in the file.
func (a *Automaton) Check() error {
	if a.root == 0 {
		return nil
	}
	c := checker{a: a, height: make([]int16, len(a.arcs))}
	return c.check(a.root.node(), 1)
}

const onPath = -1

type checker struct {
	a      *Automaton
	height []int16 // by node: the longest string below it, onPath while it is being checked
}

func (c *checker) check(node, depth int) error {
	if depth > MaxLen {
		return fmt.Errorf("automaton: node %d: a string of more than %d bytes", node, MaxLen)
	}
	c.height[node] = onPath
	height := int16(0)
	for i := node; ; {
		r, ok := c.a.arc(i)
		if !ok {
			return fmt.Errorf("automaton: arc %d: runs over the end", i)
		}
		t := c.a.target(r)
		switch {
		case t == 0 && r.flags&bitNext == 0 && c.a.arcs[r.at] != 0 || t == 0 && r.flags&bitNext != 0:
			return fmt.Errorf("automaton: arc %d: target outside of the file", i)
		case t == 0 && r.flags&bitFinal == 0:
			return fmt.Errorf("automaton: arc %d: leads nowhere", i)
		case t == 0:
			height = max(height, 1)
		default:
			if c.height[t] == onPath {
				return fmt.Errorf("automaton: arc %d: leads back to node %d", i, t)
			}
			if c.height[t] == 0 {
				if err := c.check(t, depth+1); err != nil {
					return err
				}
			}
			height = max(height, 1+c.height[t])
		}
		if height > MaxLen {
			return fmt.Errorf("automaton: node %d: a string of more than %d bytes", node, MaxLen)
		}
		if r.flags&bitLast != 0 {
			break
		}
		i = r.end
	}
	c.height[node] = height
	return nil
}
