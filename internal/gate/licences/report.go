// Package licences tells under which licences laut, its dependencies and its data are,
// and holds that none is among them that users would not expect.
//
// The report is LICENCES.md at the top of the repository. The test of this package
// fails when the report is not true any more, and writes it with -update:
//
//	go test . -update
//
// It is a module of its own because it needs a package that recognises licences.
package licences

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/internal/gate/notice"
)

// The licences that code of others may be under: those that ask for no more than to be
// named. What only tests and measurements need may be under weaker copyleft as well.
var (
	permissive = []string{"0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MIT-0", "Unlicense", "Zlib"}
	weak       = []string{"MPL-2.0"}
)

// dataLicence are the licences that data may be under.
var dataLicence = regexp.MustCompile(`^(MIT|BSD 3-clause|Apache License 2\.0|CC BY(-SA)? \d\.\d|CC BY-NC-SA 4\.0)\b`)

// quotations is the one file that may exclude commercial use.
const quotations = "internal/model/attribution/german.model"

// Problems returns a line for each licence that is not allowed where it is.
func Problems(modules []*Module, data []notice.Entry) (lines []string) {
	for _, m := range modules {
		for _, id := range m.Licences {
			if slices.Contains(permissive, id) || len(m.Linked) == 0 && slices.Contains(weak, id) {
				continue
			}
			lines = append(lines, fmt.Sprintf("%s@%s is under %s", m.Path, m.Version, id))
		}
	}
	for _, e := range data {
		licence := dataLicence.FindString(e.Licence())
		if licence == "" || strings.Contains(licence, "-NC") && !slices.Equal(e.Paths, []string{quotations}) {
			lines = append(lines, fmt.Sprintf("%s is under %q", strings.Join(e.Paths, ", "), e.Licence()))
		}
	}
	return lines
}

const intro = `# Licences

laut's own code is under the MIT licence ([LICENSE](LICENSE)). Below is what others had a part in:
the modules that laut is built with, and the data in it. A test writes this file and holds it true
(internal/gate/licences). What Go itself brings into a program is under BSD-3-Clause.

`

// Report returns the text of LICENCES.md.
func Report(modules []*Module, data []notice.Entry) string {
	var b strings.Builder
	b.WriteString(intro)
	b.WriteString("## Modules\n\n")
	if !slices.ContainsFunc(modules, func(m *Module) bool { return slices.Contains(m.Linked, "the library") }) {
		b.WriteString("The library links no code of others.\n\n")
	}
	b.WriteString("| module | version | licence | linked by | needed by tests and tools of |\n|---|---|---|---|---|\n")
	for _, m := range modules {
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", m.Path, m.Version,
			strings.Join(m.Licences, ", "), strings.Join(m.Linked, ", "), strings.Join(m.Tested, ", "))
	}
	b.WriteString("\n## Data\n\nSources and dates are in [NOTICE](NOTICE).\n\n| file | licence |\n|---|---|\n")
	for _, e := range data {
		licence := dataLicence.FindString(e.Licence())
		if licence == "" {
			licence = e.Licence()
		}
		for _, path := range e.Paths {
			fmt.Fprintf(&b, "| %s | %s |\n", path, licence)
		}
	}
	return b.String()
}
