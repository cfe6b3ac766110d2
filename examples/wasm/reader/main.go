//go:build js && wasm

// Reader is laut for the browser: a program that sets globalThis.lautRead. Package main of
// examples/wasm compiles it, with the tag rules for claims by rules alone.
package main

import (
	"fmt"
	"strings"
	"syscall/js"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
)

func main() {
	read, err := newReader()
	if err != nil {
		panic(err)
	}
	js.Global().Set("lautRead", js.FuncOf(func(_ js.Value, args []js.Value) any {
		output, err := answer(read, args[0].String(), args[1])
		if err != nil {
			return map[string]any{"problem": map[string]any{"detail": err.Error()}}
		}
		return map[string]any{"output": output}
	}))
	select {} // functions of a program that has ended cannot be called
}

// formats are those that the page asks for: the view, and the menu.
var formats = map[string]func(export.Unit) export.Format{
	"html":          func(export.Unit) export.Format { return export.HTML{} },
	"page":          func(export.Unit) export.Format { return export.HTML{} },
	"json":          func(u export.Unit) export.Format { return export.JSONLines{Offsets: u} },
	"csv":           func(u export.Unit) export.Format { return export.CSV{Offsets: u} },
	"excel":         func(u export.Unit) export.Format { return export.CSV{Offsets: u, Excel: true} },
	"conllu":        func(export.Unit) export.Format { return export.CoNLLU{} },
	"schemaorg":     func(export.Unit) export.Format { return export.SchemaOrg{} },
	"webannotation": func(export.Unit) export.Format { return export.WebAnnotation{} },
}

// answer reads a text and writes it as the options say: id, format, offsets.
func answer(read func(string) *laut.Article, text string, options js.Value) (string, error) {
	unit := export.Bytes
	if v := options.Get("offsets"); v.Type() == js.TypeString {
		if err := unit.UnmarshalText([]byte(v.String())); err != nil {
			return "", err
		}
	}
	name := options.Get("format").String()
	format, ok := formats[name]
	if !ok {
		return "", fmt.Errorf("unknown format %q", name)
	}
	var b strings.Builder
	id, article := export.StringID(options.Get("id").String()), read(text)
	if name == "html" { // for the view, which has the frame
		err := format(unit).Write(&b, id, article)
		return b.String(), err
	}
	w := export.NewWriter(&b, format(unit))
	if err := w.Write(id, article); err != nil {
		return "", err
	}
	err := w.Close()
	return b.String(), err
}
