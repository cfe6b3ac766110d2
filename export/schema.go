package export

import _ "embed"

// RecordSchema is the JSON Schema (draft 2020-12) of a line of [JSONLines], with a
// description of each key. What it allows beyond what laut writes are other keys, since
// later versions may add some.
//
//go:embed schema/record.schema.json
var RecordSchema string
