package export

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// CoNLLU writes an article as CoNLL-U, the format of Universal Dependencies: a line a
// token with form, lemma, UPOS, STTS tag and the features of verbs; HEAD and DEPREL are
// empty, since laut draws no trees. A contracted "zum" is one token. Lemmas are those of
// [extract.Document.WordLemma]. An article without tokens writes nothing.
//
// Entities stand in MISC in the way of CorefUD: (a1.e0-PER-1 begins a mention of entity 0
// of document a1, a1.e0) ends it, (a1.e0-PER-1) is one of a single token. The document is
// named since CorefUD has no two with the same entity. The 1 says that the first token is
// the head, as UD has it of names. After it, form:part and form:derived tell what is no
// name by itself, and text: the letters of a mention that is not whole tokens:
//
//	Entity=(a1.e2-ORG-1-form:part,text:Open%2DAI)
//
// Claims are marked on each of their tokens: Claim=0:content,2:speaker is a word of what
// is said in claim 0 and of the speaker of claim 2. The parts are content, cue, frame,
// speaker and addressee. The rest stands in comments: entities before the first sentence
// of the document, each claim before the sentence in which it begins. What is empty is
// left out; entity (of several with commas between them), name and speaker_score are
// the speaker's, parent is the enclosing claim:
//
//	# entity = id=a1.e0|label=PER|name=Lea%20Brunner
//	# claim = id=3|kind=direct|medium=speech|stance=promises|entity=a1.e0|name=Lea%20Brunner|via=name|parent=2|score=0.25|speaker_score=0.5
//
// In values white space and what would end them are percent-encoded. In forms and "# text"
// white space is one space, control characters are left out, and invalid bytes are U+FFFD.
type CoNLLU struct{}

// Write writes the article in one call of w.Write. The error is the writer's, or names the id of
// an article that is not valid ([laut.Article.Validate]).
func (CoNLLU) Write(w io.Writer, id ID, a *laut.Article) error {
	if err := validate(id, a); err != nil {
		return err
	}
	if len(a.Document.Tokens()) == 0 {
		return nil
	}
	c := &conllu{Article: a, misc: make([]conlluMisc, len(a.Document.Tokens()))}
	if document := percent(id.String(), conlluReserved); document != "" {
		c.eid = document + "."
	}
	c.markEntities()
	c.comments = make([][]string, len(a.Document.Sentences()))
	c.markClaims()
	c.document(fold(id.String()))
	_, err := w.Write(c.b.Bytes())
	return err
}

// conlluReserved is what would end a value in Entity, or in a comment.
const conlluReserved = "-,:()[]|="

// conllu is an article on its way out.
type conllu struct {
	*laut.Article
	eid      string       // what ids of entities begin with
	misc     []conlluMisc // of each token
	comments [][]string   // on the claims that begin in each sentence
	b        bytes.Buffer
}

// conlluMisc is what the last column says of entities and claims.
type conlluMisc struct {
	opens, singles, closes string
	claims                 []string
}

// entity returns the brackets so that they are well nested where the mentions are: what
// ends goes before what begins, and a single token before the end of what it lies in.
func (m conlluMisc) entity() string {
	if m.opens == "" {
		return m.singles + m.closes
	}
	return m.closes + m.opens + m.singles
}

func (c *conllu) markEntities() {
	type mention struct {
		first, last int
		id, head    string
	}
	tokens := c.Document.Tokens()
	var ms []mention
	for _, e := range entities.Located(c.Document, c.Entities) {
		id := c.entityID(e.ID)
		for _, m := range e.Mentions {
			if m.First == m.Last {
				continue
			}
			var other []string
			if form := m.Form.String(); m.Form != 0 {
				other = append(other, "form:"+form)
			}
			if m.Start != tokens[m.First].Start || m.End != tokens[m.Last-1].End {
				other = append(other, "text:"+percent(c.Document.Slice(m.Span), conlluReserved))
			}
			head := fmt.Sprintf("(%s-%s-1", id, e.Label)
			if len(other) > 0 {
				head += "-" + strings.Join(other, ",")
			}
			ms = append(ms, mention{m.First, m.Last - 1, id, head})
		}
	}
	slices.SortStableFunc(ms, func(a, b mention) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(b.last, a.last))
	})
	for _, m := range ms {
		if m.first == m.last {
			c.misc[m.first].singles += m.head + ")"
		} else {
			c.misc[m.first].opens += m.head
		}
	}
	for _, m := range slices.Backward(ms) { // what began last ends first
		if m.first != m.last {
			c.misc[m.last].closes += m.id + ")"
		}
	}
}

func (c *conllu) markClaims() {
	sentences := c.Document.Sentences()
	for i, cl := range c.Claims {
		sentence := 0
		for _, part := range claimParts {
			mark := strconv.Itoa(i) + ":" + part.name
			for k, s := range *part.of(&cl) {
				first, last := c.Document.TokensIn(s)
				for t := first; t < last; t++ {
					c.misc[t].claims = append(c.misc[t].claims, mark)
				}
				if k == 0 && part.name == "content" {
					sentence, _ = slices.BinarySearchFunc(sentences, first, func(s extract.Sentence, t int) int { return cmp.Compare(s.Last, t+1) })
				}
			}
		}
		parent, speakerScore := "", ""
		entity := strings.Join(each(cl.Speaker.Entities(), c.entityID), ",")
		if cl.Speaker.Name != "" {
			speakerScore = strconv.FormatFloat(cl.Speaker.Score, 'f', -1, 64)
		}
		if cl.Parent != 0 {
			parent = strconv.Itoa(cl.Parent.Index())
		}
		sentence = min(sentence, len(sentences)-1)
		c.comments[sentence] = append(c.comments[sentence], values("claim", "id", strconv.Itoa(i), "kind", cl.Kind.String(),
			"medium", cl.Medium.String(), "stance", cl.Stance.String(), "entity", entity, "name", percent(cl.Speaker.Name, "|="),
			"via", cl.Speaker.Via.String(), "parent", parent, "score", strconv.FormatFloat(cl.Score, 'f', -1, 64), "speaker_score", speakerScore))
	}
}

func (c *conllu) entityID(id entities.ID) string { return c.eid + "e" + strconv.Itoa(id.Index()) }

// values returns a comment with keys and encoded values, those that are empty left out.
func values(comment string, pairs ...string) string {
	var out []string
	for pair := range slices.Chunk(pairs, 2) {
		if pair[1] != "" {
			out = append(out, pair[0]+"="+pair[1])
		}
	}
	return fmt.Sprintf("# %s = %s\n", comment, strings.Join(out, "|"))
}

func (c *conllu) document(id string) {
	if id == "" {
		c.b.WriteString("# newdoc\n")
	} else {
		fmt.Fprintf(&c.b, "# newdoc id = %s\n", id)
	}
	c.b.WriteString("# global.Entity = eid-etype-head-other\n")
	for _, e := range c.Entities {
		c.b.WriteString(values("entity", "id", c.entityID(e.ID), "label", e.Label.String(), "name", percent(e.Name, "|=")))
	}
	prefix := percent(id, "/") // UD keeps the slash of a sent_id for languages
	if prefix != "" {
		prefix += "-"
	}
	paragraphs := c.Document.Paragraphs()
	for i, s := range c.Document.Sentences() {
		if len(paragraphs) > 0 && paragraphs[0].First == i {
			c.b.WriteString("# newpar\n")
			paragraphs = paragraphs[1:]
		}
		fmt.Fprintf(&c.b, "# sent_id = %s%d\n%s", prefix, i+1, strings.Join(c.comments[i], ""))
		c.sentence(s)
	}
}

// sentence writes a sentence. Its text is put together of its forms, so that each is in it.
func (c *conllu) sentence(s extract.Sentence) {
	c.b.WriteString("# text = ")
	for t := s.First; t < s.Last; t++ {
		c.b.WriteString(c.form(t))
		if t+1 < s.Last && !c.glued(t) {
			c.b.WriteByte(' ')
		}
	}
	c.b.WriteByte('\n')
	tags := c.Document.Tags()
	for t := s.First; t < s.Last; t++ {
		tag, m := tags[t], c.misc[t]
		var misc []string
		if len(m.claims) > 0 {
			misc = append(misc, "Claim="+strings.Join(m.claims, ","))
		}
		if e := m.entity(); e != "" {
			misc = append(misc, "Entity="+e)
		}
		if c.glued(t) {
			misc = append(misc, "SpaceAfter=No")
		}
		fmt.Fprintf(&c.b, "%d\t%s\t%s\t%s\t%s\t%s\t_\t_\t_\t%s\n", t-s.First+1, c.form(t), cmp.Or(fold(c.Document.WordLemma(t)), "_"),
			tag.POS, cmp.Or(tag.STTS(), "_"), cmp.Or(features(tag), "_"), cmp.Or(strings.Join(misc, "|"), "_"))
	}
	c.b.WriteByte('\n')
}

func (c *conllu) form(t int) string {
	return cmp.Or(fold(c.Document.Slice(c.Document.Tokens()[t].Span)), "_")
}

// glued reports whether there is no white space between a token and the next.
func (c *conllu) glued(t int) bool {
	tokens := c.Document.Tokens()
	return t+1 < len(tokens) && !strings.ContainsFunc(c.Document.String()[tokens[t].End:tokens[t+1].Start], unicode.IsSpace)
}

// features returns a verb's features under the names of UD, in their order.
func features(t extract.Tag) string {
	var out []string
	add := func(name string, value int, values ...string) {
		if value > 0 && value < len(values) {
			out = append(out, name+"="+values[value])
		}
	}
	add("Mood", int(t.Mood), "", "Ind", "Sub", "Imp")
	add("Number", int(t.Number), "", "Sing", "Plur")
	add("Person", int(t.Person), "", "1", "2", "3")
	add("Tense", int(t.Tense), "", "Pres", "Past")
	add("VerbForm", int(t.VerbForm), "", "Fin", "Inf", "Inf", "Part")
	return strings.Join(out, "|")
}
