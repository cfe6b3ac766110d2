package export

// colors says whether to colour what a person reads at a terminal.
type colors bool

// The colours, as parameters of the control sequence SGR. Each goes with a light and a
// dark background.
const (
	labelColor    = "36" // cyan
	speakerColor  = "1"  // bold
	kindColor     = "32" // green
	idColor       = "35" // magenta
	positionColor = labelColor
)

// paint colours s, which holds no control characters of its own.
func (c colors) paint(color, s string) string {
	if !c || s == "" {
		return s
	}
	return "\x1b[" + color + "m" + s + "\x1b[m"
}
