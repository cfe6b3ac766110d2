package export

import "fmt"

// language is one that the page has words in.
type language int

var languages = [...]string{"de", "en"}

func (l language) String() string { return languages[l] }

func (f HTML) language() (language, error) {
	for i, name := range languages {
		if f.Lang == name || f.Lang == "" {
			return language(i), nil
		}
	}
	return 0, fmt.Errorf("export: no words in the language %q: want de or en", f.Lang)
}

// word returns a word of the page. What the table lacks stays as it is.
func (l language) word(key string) string {
	if w, ok := viewWords[key]; ok {
		return w[l]
	}
	return key
}

// viewWords are the page's own words, in the order of languages.
var viewWords = map[string][len(languages)]string{
	"who says what": {"Wer sagt was", "Who says what"},
	"names":         {"Namen", "Names"},
	"furniture":     {"Beiwerk der Website", "Web page furniture"},
	"claims":        {"Aussagen", "claims"},
	"of":            {"von", "of"},
	"kinds":         {"Arten der Wiedergabe", "Kinds of report"},
	"stance":        {"Haltung", "Stance"},
	"all":           {"alle", "all"},
	"show all":      {"Alle zeigen", "Show all"},
	"nobody":        {"Ohne Namen", "Nobody named"},
	"no claims":     {"Keine Aussagen gefunden.", "No claims found."},
	"no match":      {"Keine Aussage passt zur Auswahl.", "No claim matches the filters."},
	"according to":  {"laut", "according to"},
	"probability":   {"Wahrscheinlichkeit, dass jemand dies gesagt hat", "Probability that somebody said this"},

	"PER":  {"Personen", "Persons"},
	"ORG":  {"Organisationen", "Organisations"},
	"LOC":  {"Orte", "Places"},
	"MISC": {"Sonstige", "Other names"},

	"direct":        {"wörtlich", "direct"},
	"indirect":      {"indirekt", "indirect"},
	"continued":     {"fortgeführt", "continued"},
	"free_indirect": {"frei indirekt", "free indirect"},
	"reported":      {"berichtet", "reported"},

	"asserts":    {"sagt", "asserts"},
	"denies":     {"bestreitet", "denies"},
	"doubts":     {"bezweifelt", "doubts"},
	"demands":    {"fordert", "demands"},
	"asks":       {"fragt", "asks"},
	"promises":   {"verspricht", "promises"},
	"warns":      {"warnt", "warns"},
	"admits":     {"räumt ein", "admits"},
	"believes":   {"glaubt", "believes"},
	"announces":  {"kündigt an", "announces"},
	"criticises": {"kritisiert", "criticises"},
	"praises":    {"lobt", "praises"},
	"withholds":  {"gibt keine Auskunft", "withholds"},
}
