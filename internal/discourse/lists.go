package discourse

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/internal/memo"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/sections"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// speakersFile is the list's name in errors.
const speakersFile = "words/speakers.txt"

//go:embed words/speakers.txt
var speakersText string

// sameOffice is the section whose lines hold words for one office.
const sameOffice = "same office"

// Kind is a set of what words/speakers.txt tells of a noun.
type Kind uint16

// What words/speakers.txt tells of nouns.
const (
	KindWords        Kind = 1 << iota // stands for what is said: Angaben
	KindSpeaksFor                     // speaks for others: Sprecherin
	KindCompany                       // a company
	KindMedia                         // a medium
	KindParty                         // a party
	KindOrganisation                  // any organisation
	KindDescription                   // says of somebody known what else he is: 45-Jährige
	KindApart                         // is another thing than its end: Ministerpräsident
	KindMute                          // cannot speak
	KindPart                          // part of a text: Absatz
	KindOfMedium                      // works for a medium; the words are those of saying.StaffOfMedia
	KindOwned                         // is always somebody's: Vorstand
	KindAuthor                        // wrote the text that is spoken of
	KindCarrier                       // never speaks itself: Angaben, of whose they are
)

var nounKinds = map[string]Kind{
	"words": KindWords, "speaks for": KindSpeaksFor, "companies": KindCompany, "media": KindMedia, "parties": KindParty,
	"any organisation": KindOrganisation, "descriptions": KindDescription, "stand apart": KindApart, "cannot speak": KindMute, "parts of texts": KindPart, "only carry": KindCarrier, "owned": KindOwned, "authors": KindAuthor,
}

// KindsOfOrganisation are the kinds that a name can be of.
const KindsOfOrganisation = KindCompany | KindMedia | KindParty

// holderLists is words/speakers.txt, and which names are of parties and media. It
// is immutable once read, but for what it remembers. Keys of nouns are stems.
type holderLists struct {
	forms   memo.Table[nounForm] // the nouns read last, also from one document to the next
	kinds   map[string]Kind
	longest int // bytes of a stem
	same    map[string][]string
	names   map[string]Kind // by wordlist.KeyOf
}

// holders returns the lists, which are read on first use. A test checks that they
// have no mistakes; a line with one would be left out.
var holders = sync.OnceValue(func() *holderLists {
	l, _ := readHolders(speakersText)
	for _, w := range saying.StaffOfMedia() {
		w = newStem(w)
		l.kinds[w] |= KindOfMedium
		l.longest = max(l.longest, len(w))
	}
	wordlist.Sections("names", func(section, line string) error {
		kind := map[string]Kind{"parties ORG": KindParty, "media ORG": KindMedia, "companies ORG": KindCompany}[section]
		if kind != 0 {
			l.names[wordlist.KeyOf(strings.TrimRight(line, " ?~"))] |= kind
		}
		return nil
	})
	return l
})

// readHolders reads words/speakers.txt. Lines with mistakes are left out; the error
// names each with its file and line.
func readHolders(text string) (*holderLists, error) {
	l := &holderLists{kinds: map[string]Kind{}, same: map[string][]string{}, names: map[string]Kind{}}
	err := sections.Read(speakersFile, text, func(section, line string) error {
		f := strings.Fields(line)
		for i := range f {
			f[i] = newStem(f[i])
		}
		kind := nounKinds[section]
		for _, w := range f {
			switch {
			case section == sameOffice:
				l.same[w] = append(l.same[w], f...)
				continue
			case kind == 0:
				return fmt.Errorf("unknown section %q", section)
			case l.kinds[w]&kind != 0:
				return fmt.Errorf("%q is there already", w)
			}
			l.kinds[w] |= kind
			l.longest = max(l.longest, len(w))
		}
		return nil
	})
	for w := range l.same {
		l.longest = max(l.longest, len(w))
	}
	return l, err
}

// nounForm is what is known of the form of a noun.
type nounForm struct {
	stem string
	kind Kind
}

// form returns what is known of a noun.
func (l *holderLists) form(noun string) *nounForm {
	if f := l.forms.Get(noun, 0); f != nil {
		return f
	}
	e := new(memo.Entry[nounForm])
	e.Value.stem = strings.Clone(newStem(noun)) // or it would keep the whole text in memory
	e.Value.kind = l.kind(e.Value.stem)
	l.forms.Put(noun, 0, e)
	return &e.Value
}

// Stem makes forms of a noun for persons alike, whatever their gender: Sprecher,
// Sprecherin, Vorsitzender, Vorsitzende.
func Stem(noun string) string { return holders().form(noun).stem }

// newStem is Stem for the words of lists.
func newStem(noun string) string {
	s := strings.ToLower(noun)
	if len(s) > 6 {
		s = strings.TrimSuffix(s, "in")
	}
	if len(s) > 3 && !strings.HasSuffix(s, "iker") { // Kritiker are no Kritik
		s = strings.TrimSuffix(strings.TrimSuffix(s, "r"), "e")
	}
	return s
}

// KindOfNoun returns what the list tells of the longest end of a noun; of a noun of
// few letters only as a whole.
func KindOfNoun(noun string) Kind { return holders().form(noun).kind }

// KindOfStem is [KindOfNoun] for the stem of a noun.
func KindOfStem(stem string) Kind { return holders().kind(stem) }

// KindOfName returns what the lists of names tell of the name of an organisation.
func KindOfName(name string) Kind { return holders().names[wordlist.KeyOf(name)] }

// Alike returns how well the stems of two nouns go together: 3 if they are equal, 2
// if one is the end of the other (Minister, Innenminister), 1 if they tell the same
// office in other words, else 0.
func Alike(a, b string) int { return holders().alike(a, b) }

// Front returns the first part of a compound, by its stem, that ends with a noun for words or
// for who speaks for others, "" if it is none: ministeriums of Ministeriumssprecher.
func Front(stem string) string {
	l := holders()
	if l.kinds[stem] != 0 {
		return ""
	}
	for i := 3; i < len(stem)-2; i++ {
		if l.kinds[stem[i:]]&(KindSpeaksFor|KindWords) != 0 {
			return strings.TrimSuffix(stem[:i], "-")
		}
	}
	return ""
}

// kind returns what the list tells of the longest end of a stem.
func (l *holderLists) kind(s string) Kind {
	for i := range s {
		if n := len(s) - i; n > l.longest || i > 0 && n < 3 {
			continue
		}
		if k := l.kinds[s[i:]]; k != 0 {
			if i > 0 {
				k &^= KindApart | KindMute
			}
			return k
		}
	}
	return 0
}

// apart reports whether a noun ends with a word that its own end does not stand for.
func (l *holderLists) apart(stem string) bool {
	for i := range stem {
		if len(stem)-i <= l.longest && l.kinds[stem[i:]]&KindApart != 0 {
			return true
		}
	}
	return false
}

// alike is [Alike].
func (l *holderLists) alike(a, b string) int {
	if a == b {
		return 3
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if strings.HasSuffix(b, a) && len(a) >= 3 {
		if front := b[:len(b)-len(a)]; strings.HasPrefix(front, "ex") || strings.HasPrefix(front, "alt") || strings.HasPrefix(front, "vize") || l.apart(b) && !l.apart(a) {
			return 0
		}
		return 2
	}
	for _, w := range l.same[l.office(a)] {
		if w == l.office(b) {
			return 1
		}
	}
	return 0
}

// office returns the longest end of a stem that has words for the same office.
func (l *holderLists) office(stem string) string {
	for i := range stem {
		if len(stem)-i > l.longest {
			continue
		}
		if _, ok := l.same[stem[i:]]; ok {
			return stem[i:]
		}
	}
	return stem
}

// KindUnknown is the kind of names that no list tells.
const KindUnknown Kind = 1 << 15

// KindOf returns the kind of an organisation: what the lists and the nouns that
// the text links to it tell.
func (x *Discourse) KindOf(entity int) Kind {
	if x.kinds[entity] == 0 {
		x.kinds[entity] = x.readKind(&x.Text.Entities[entity])
	}
	return x.kinds[entity]
}

func (x *Discourse) readKind(e *entities.Entity) Kind {
	kind := KindOfName(e.Name)
	for _, r := range e.Roles {
		if r.Kind != entities.RoleAffiliation {
			kind |= KindOfNoun(r.Lemma)
		}
	}
	for w := range strings.FieldsSeq(e.Name) {
		kind |= KindOfNoun(w) & KindsOfOrganisation
		switch w {
		case "GmbH", "AG", "SE", "KG", "eG", "KGaA", "Ltd", "Inc", "Inc.", "SA":
			kind |= KindCompany
		}
	}
	if kind&(KindsOfOrganisation|KindOrganisation) == 0 {
		return KindUnknown
	}
	return kind
}
