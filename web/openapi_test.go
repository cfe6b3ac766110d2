package web

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/internal/record"
)

// described is what of the description the code must agree with.
type described struct {
	OpenAPI string
	Paths   map[string]map[string]struct {
		Parameters []struct {
			Name, In string
			Schema   struct{ Enum []any }
		}
		RequestBody struct{ Content map[string]any }
		Responses   map[string]struct{ Content map[string]any }
	}
	Components struct {
		Schemas map[string]struct {
			Required   []string
			Properties map[string]struct {
				Enum  []string
				Items struct{ Required []string }
			}
		}
	}
}

func TestOpenAPI(t *testing.T) {
	var d described
	if err := json.Unmarshal([]byte(openAPI), &d); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(d.OpenAPI, "3.1.") {
		t.Errorf("version %s", d.OpenAPI)
	}
	same := func(what string, want, got []string) {
		t.Helper()
		if diff := cmp.Diff(slices.Sorted(slices.Values(want)), slices.Sorted(slices.Values(got))); diff != "" {
			t.Errorf("%s (-code +description):\n%s", what, diff)
		}
	}

	h := newHandler(t).(*handler)
	var routes, operations []string
	for path, r := range h.routes {
		if a, ok := assets()[path]; ok && a.name != "openapi.json" {
			continue // the page is no API
		}
		for method := range r {
			if method != "HEAD" {
				routes = append(routes, strings.ToLower(method)+" "+path)
			}
		}
	}
	for path, methods := range d.Paths {
		for method := range methods {
			operations = append(operations, method+" "+path)
		}
	}
	same("operations", routes, operations)

	read := d.Paths["/v1/read"]["post"]
	names := make([]string, len(read.Parameters))
	enums := make(map[string][]any)
	for i, p := range read.Parameters {
		names[i] = p.Name
		enums[p.Name] = p.Schema.Enum
		if p.In != "query" {
			t.Errorf("the parameter %s is in %s", p.Name, p.In)
		}
		for _, v := range p.Schema.Enum {
			b, _ := json.Marshal(v)
			if err := parameters[p.Name](&settings{}, strings.Trim(string(b), `"`)); err != nil {
				t.Errorf("the description has %s=%s: %v", p.Name, b, err)
			}
		}
	}
	same("parameters", slices.Collect(maps.Keys(parameters)), names)
	var formatNames, mediaTypes, units []string
	for _, f := range formats {
		formatNames = append(formatNames, f.name)
		if m := bareType(f); !slices.Contains(mediaTypes, m) {
			mediaTypes = append(mediaTypes, m)
		}
	}
	for u := export.Bytes; u.String() != "invalid"; u++ {
		units = append(units, u.String())
	}
	same("formats", formatNames, texts(enums["format"]))
	same("units", units, texts(enums["offsets"]))
	same("media types of answers", mediaTypes, slices.Collect(maps.Keys(read.Responses["200"].Content)))
	same("media types of bodies", strings.Split(bodyTypes, ", "), slices.Collect(maps.Keys(read.RequestBody.Content)))

	var types []string
	for _, p := range problems {
		types = append(types, p.Type)
	}
	same("problems", types, d.Components.Schemas["Problem"].Properties["type"].Enum)
	statuses := map[string]bool{"200": true}
	for _, p := range problems {
		if p != notFound && p != methodNotAllowed { // those are no answers of read
			b, _ := json.Marshal(p.Status)
			statuses[string(b)] = true
		}
	}
	same("statuses", slices.Collect(maps.Keys(statuses)), slices.Collect(maps.Keys(read.Responses)))

	same("keys of a problem", keys[problem](), slices.Collect(maps.Keys(d.Components.Schemas["Problem"].Properties)))
	same("keys of a record", keys[record.Record](), slices.Collect(maps.Keys(d.Components.Schemas["Record"].Properties)))
	same("keys of a token", keys[record.Token](), d.Components.Schemas["Record"].Properties["tokens"].Items.Required)
	mayLack := "ref"
	same("keys of an entity", keys[record.Entity](), append(d.Components.Schemas["Record"].Properties["entities"].Items.Required, mayLack))
	same("keys of a claim", keys[record.Claim](), d.Components.Schemas["Claim"].Required)
}

// bareType returns the media type of a format without its parameters.
func bareType(f *format) string {
	mediaType, _, _ := strings.Cut(f.MediaType, ";")
	return mediaType
}

func texts(values []any) (out []string) {
	for _, v := range values {
		out = append(out, v.(string))
	}
	return out
}

// keys returns the keys of a struct in JSON.
func keys[T any]() (names []string) {
	for _, f := range reflect.VisibleFields(reflect.TypeFor[T]()) {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" {
			names = append(names, name)
		}
	}
	return names
}
