//go:build js && wasm

// Reader is laut for the browser: a program that sets globalThis.lautRead. Package main of
// examples/wasm compiles it.
package main

import (
	"errors"
	"fmt"
	"strings"
	"syscall/js"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
)

func main() {
	js.Global().Set("lautRead", js.FuncOf(func(_ js.Value, args []js.Value) any {
		output, err := answer(args[0].String(), args[1])
		if err != nil {
			return map[string]any{"problem": map[string]any{"detail": err.Error()}}
		}
		return map[string]any{"output": output}
	}))
	select {} // functions of a program that has ended cannot be called
}

// answer reads a text and writes it as the options say: id, format, offsets. A format is
// called as the API of laut serve calls it.
func answer(text string, options js.Value) (string, error) {
	var settings export.Settings
	if v := options.Get("offsets"); v.Type() == js.TypeString {
		if err := settings.Offsets.UnmarshalText([]byte(v.String())); err != nil {
			return "", err
		}
	}
	name := options.Get("format").String()
	bare := name == "html" // for the view, which has the frame
	switch name {
	case "json":
		name = "jsonl"
	case "page":
		name = "html"
	case "excel":
		name, settings.Excel = "csv", true
	}
	info, ok := export.FormatNamed(name)
	if !ok {
		return "", fmt.Errorf("unknown format %q", name)
	}
	var b strings.Builder
	format := info.New(settings)
	id, article := export.StringID(options.Get("id").String()), laut.Read(text)
	if bare {
		err := format.Write(&b, id, article)
		return b.String(), err
	}
	w := export.NewWriter(&b, format)
	err := errors.Join(w.Write(id, article), w.Close())
	return b.String(), err
}
