package saying

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/syntax"
)

// marked is a sentence whose cue stands in brackets and whose content stands in
// braces: "Er [sagte], {es regne}."
func marked(t *testing.T, s string) (a *Sayings, cue, frame, content []int) {
	t.Helper()
	var text strings.Builder
	var kinds []byte // of each byte of the text
	kind := byte(' ')
	for _, c := range []byte(s) {
		switch c {
		case '[', '{':
			kind = c
		case ']', '}':
			kind = ' '
		default:
			text.WriteByte(c)
			kinds = append(kinds, kind)
		}
	}
	a = Find(syntax.New(extract.Parse(text.String()), nil, Cues()))
	for i := range a.ws {
		switch kinds[a.ws[i].Start] {
		case '[':
			cue = append(cue, i)
			frame = append(frame, i)
		case '{':
			content = append(content, i)
		default:
			frame = append(frame, i)
		}
	}
	if len(cue) == 0 {
		t.Fatalf("%s: no cue is marked", s)
	}
	return a, cue, frame, content
}

func TestStance(t *testing.T) {
	for _, tt := range []struct {
		why, text string
		want      claim.Stance
		medium    claim.Medium
	}{
		{"a plain verb", "Die Ministerin [sagte], {sie bleibe im Amt}.", claim.Asserts, claim.Speech},
		{"a verb of writing", "Die Zeitung [schrieb], {das Werk sei verkauft}.", claim.Asserts, claim.Writing},
		{"a separated prefix", "Der Konzern [teilte] am Montag [mit], {man baue um}.", claim.Asserts, claim.SpeechOrWriting},
		{"a prefix that the cue leaves out", "Der Konzern [kündigte] einen Umbau [an], {der lange dauere}.", claim.Announces, claim.Speech},
		{"only the verb of a separated pair is marked", "Die Partei [warf] dem Minister vor, {er habe gelogen}.", claim.Criticises, claim.SpeechOrWriting},
		{"a prefix in its verb", "Weil der Verband [einräumte], {dass Geld fehle}, trat er zurück.", claim.Admits, claim.Speech},
		{"a perfect", "Der Chef [hatte] den Umbau [angekündigt], {er werde hart}.", claim.Announces, claim.Speech},
		{"a passive", "Dem Amt [wurde vorgeworfen], {geschlafen zu haben}.", claim.Criticises, claim.SpeechOrWriting},
		{"a passive perfect", "Von der Firma [ist bestätigt worden], {dass sie sucht}.", claim.Asserts, claim.SpeechOrWriting},
		{"an impersonal passive", "[Es wird vermutet], {dass der Damm brach}.", claim.Believes, claim.SpeechOrThought},
		{"a modal", "Der Vorstand [musste einräumen], {dass Geld fehlt}.", claim.Admits, claim.Speech},
		{"hearsay of a saying", "Er [soll gesagt haben], {das Boot sei leck}.", claim.Asserts, claim.Speech},
		{"heißt es", "In dem Brief [heißt es], {die Miete steige}.", claim.Asserts, claim.SpeechOrWriting},
		{"an accusation", "Die Klägerin [bezichtigte] den Arzt, {gelogen zu haben}.", claim.Criticises, claim.Speech},
		{"a verb that the lexicon lacks", "{Das wird nichts}, [orakelte] der Wirt.", claim.Believes, claim.Speech},
		{"a voice", "„{Raus hier}“, [brüllte] der Wirt.", claim.Asserts, claim.Speech},
		{"a demand", "Die Lehrer [forderten], {dass Klassen kleiner werden}.", claim.Demands, claim.SpeechOrWriting},
		{"a question", "Ein Kind [fragte], {wann die Ferien beginnen}.", claim.Asks, claim.Speech},
		{"a promise", "Der Rat [sicherte zu], {dass der Park bleibt}.", claim.Promises, claim.Speech},
		{"a threat", "Die Firma [drohte], {das Werk zu schließen}.", claim.Warns, claim.Speech},
		{"a warning with its preposition", "Ärzte [warnten davor], {dass Betten fehlen}.", claim.Warns, claim.Speech},
		{"praise", "Die Jury [lobte], {dass der Film kurz ist}.", claim.Praises, claim.Speech},
		{"doubt", "Forscher [bezweifeln], {dass das Verfahren hält}.", claim.Doubts, claim.SpeechOrThought},
		{"a denial", "Der Trainer [bestritt], {dass er geht}.", claim.Denies, claim.Speech},
		{"a denial with its prefix apart", "Sie [wies] den Vorwurf [zurück], {Akten vernichtet zu haben}.", claim.Denies, claim.Speech},
		{"silence", "Der Kassierer [verschwieg], {dass Geld fehlt}.", claim.Withholds, claim.Speech},

		{"a noun alone", "[Die Forderung], {dass Klassen kleiner werden}, ist alt.", claim.Demands, claim.SpeechOrWriting},
		{"a noun with a light verb", "Der Verband [erhob den Vorwurf], {es fehle Geld}.", claim.Criticises, claim.SpeechOrWriting},
		{"a noun with sein", "Der Richter [ist der Ansicht], {dass die Strafe mild ist}.", claim.Believes, claim.SpeechOrThought},
		{"a noun with äußern, itself a verb of saying", "Er [äußerte die Hoffnung], {dass es hält}.", claim.Believes, claim.SpeechOrThought},
		{"a noun in the plural", "Es [gibt Zweifel daran], {dass der Plan hält}.", claim.Doubts, claim.SpeechOrThought},
		{"a compound", "[Die Kernforderung], {dass Löhne steigen}, bleibt.", claim.Demands, claim.SpeechOrWriting},
		{"a noun and a verb that tells more", "Er [lehnte die Forderung ab], {das Werk zu schließen}.", claim.Denies, claim.SpeechOrWriting},

		{"a phrase", "Der Zeuge [gab zu Protokoll], {er habe geschlafen}.", claim.Asserts, claim.SpeechOrWriting},
		{"a phrase whose verb alone is marked", "Die Sprecherin [stellte] das in Abrede: {Es sei nichts geflossen}.", claim.Denies, claim.SpeechOrWriting},
		{"an adjective", "Der Trainer [zeigte sich überzeugt], {dass die Abwehr hält}.", claim.Believes, claim.SpeechOrThought},
		{"an adjective that criticises", "Die Eltern [zeigten sich enttäuscht], {dass der Bus ausfällt}.", claim.Criticises, claim.SpeechOrThought},
		{"an adjective with sein", "Die Forscherin [ist skeptisch], {dass es reicht}.", claim.Doubts, claim.SpeechOrThought},
		{"a promise in a phrase", "Der Nachbar [erklärte sich bereit], {das Tor zu streichen}.", claim.Promises, claim.Speech},
		{"a phrase with lassen", "Der Verein [ließ durchblicken], {dass er zahlt}.", claim.Asserts, claim.Speech},
		{"a question in a phrase", "Der Reporter [wollte wissen], {wer zahlt}.", claim.Asks, claim.Speech},
		{"a phrase with a negation in it", "Sie [machte] daraus [kein Hehl], {dass sie geht}.", claim.Admits, claim.Speech},
		{"a question left open", "Der Minister [ließ offen], {ob er bleibt}.", claim.Withholds, claim.SpeechOrWriting},

		{"laut", "[Laut] Polizei {fuhr der Wagen zu schnell}.", claim.Asserts, claim.SpeechOrWriting},
		{"nach with a view", "[Nach] Ansicht der Anwälte {ist der Vertrag nichtig}.", claim.Believes, claim.SpeechOrThought},
		{"a view before nach", "Seiner Meinung [nach] {reicht das nicht}.", claim.Believes, claim.SpeechOrThought},
		{"zufolge", "Berichten [zufolge] {brannte es zwei Tage}.", claim.Asserts, claim.Writing},
		{"so", "{Das reiche nicht}, [so] die Richterin.", claim.Asserts, claim.Speech},
		{"a marker is not denied", "[Laut] Polizei war der Fahrer nicht betrunken.", claim.Asserts, claim.SpeechOrWriting},

		{"not said", "Er [sagte] nicht, {wer gewonnen hat}.", claim.Withholds, claim.Speech},
		{"not confirmed", "Die Firma [wollte] den Bericht nicht [bestätigen], {dass sie sucht}.", claim.Withholds, claim.SpeechOrWriting},
		{"neither confirmed nor denied", "Das Amt [wollte] das weder [bestätigen] noch [dementieren]: {Es gebe Gespräche}.", claim.Withholds, claim.Speech},
		{"not believed", "Der Trainer [glaubt] nicht, {dass sein Torwart spielt}.", claim.Doubts, claim.SpeechOrThought},
		{"hardly believed", "Der Trainer [glaubt] kaum, {dass sein Torwart spielt}.", claim.Doubts, claim.SpeechOrThought},
		{"not denied", "Der Rat [bestritt] nie, {dass der Bau teuer wird}.", claim.Admits, claim.Speech},
		{"not excluded", "Der Vorstand [schloss] nicht [aus], {dass Stellen wegfallen}.", claim.Believes, claim.SpeechOrThought},
		{"not admitted", "Der Angeklagte [gab] die Tat nicht [zu], {er habe geschlafen}.", claim.Denies, claim.Speech},
		{"no doubt", "Die Richterin [hatte keinen Zweifel], {dass er log}.", claim.Believes, claim.SpeechOrThought},
		{"not doubted", "Niemand [zweifelt] daran, {dass der Damm hält}.", claim.Believes, claim.SpeechOrThought},
		{"not demanded", "Die Kammer [verlangte] nicht, {dass das Werk schließt}.", claim.Withholds, claim.SpeechOrWriting},
		{"not concealed", "Der Kassierer [verschwieg] nicht, {dass Geld fehlt}.", claim.Admits, claim.Speech},
		{"without saying", "Sie trat ab, ohne [zu sagen], {wer folgt}.", claim.Withholds, claim.Speech},
		{"not without stressing", "Er ging nicht, ohne [zu betonen], {dass er wiederkomme}.", claim.Asserts, claim.Speech},
		{"not only", "Er [sagte] nicht nur, {dass es regnet}.", claim.Asserts, claim.Speech},
		{"the denial is the content's", "Er [sagte], {er komme nicht}.", claim.Asserts, claim.Speech},
		{"the denial is the content's, between the parts of the cue", "Der Chef [hatte], {was nicht stimmte}, [angekündigt].", claim.Announces, claim.Speech},
		{"a denied participle before a noun", "Ein nicht genannter Beamter [erklärte], {man prüfe}.", claim.Asserts, claim.Speech},
		{"the denial of a relative clause", "Die Lehrerin, die nicht dabei war, [meinte], {es sei laut gewesen}.", claim.Believes, claim.Speech},
		{"the denial of another verb", "Das war nicht alles und sie [fürchtet], {dass mehr kommt}.", claim.Believes, claim.SpeechOrThought},

		{"a question in marks", "„{Wer zahlt das?}“, [sagte] die Wirtin.", claim.Asks, claim.Speech},
		{"more than a question", "„{Wer zahlt das? Ich nicht.}“, [sagte] die Wirtin.", claim.Asserts, claim.Speech},
		{"a thought with ob", "Der Rat [überlegt], {ob er den Weg sperrt}.", claim.Asks, claim.SpeechOrThought},
		{"a belief turned to a question", "Die Stadt [erwägt], {ob der Platz reicht}.", claim.Asks, claim.SpeechOrThought},
		{"nobody knows the word", "Der Minister [strickte]: {Das reicht nicht}.", claim.Asserts, 0},
	} {
		a, cue, frame, content := marked(t, tt.text)
		if got := a.StanceOf(cue, frame, content); got != tt.want {
			t.Errorf("%s: %s\n\thas the stance %s, want %s", tt.why, tt.text, got, tt.want)
		}
		e, ok := a.EntryOf(cue)
		if e.Medium != tt.medium || ok != (tt.medium != 0) {
			t.Errorf("%s: %s\n\thas the medium %q, want %q", tt.why, tt.text, e.Medium, tt.medium)
		}
	}
}

func TestStrength(t *testing.T) {
	const text = "Laut Polizei teilte er den Medienberichten angeblich nichts mit, sah einige Bilder, forderte Hilfe und vertrat zuversichtlich die Meinung."
	a := Find(syntax.New(extract.Parse(text), nil, Cues()))
	want := map[string]Strength{
		"Laut": SourceWord, "Polizei": SourceNoun, "teilte": StrongVerb, "mit": cuePart, "Medienberichten": SayingNoun, "zuversichtlich": SayingAdjective,
		"angeblich": SourceWord, "sah": weakVerb, "forderte": ActVerb, "vertrat": lightVerb, "Meinung": SayingNoun,
	}
	for i := range a.ws {
		if got := a.At(i).Strength; got != want[a.ws[i].Text] {
			t.Errorf("%s has the strength %d, want %d", a.ws[i].Text, got, want[a.ws[i].Text])
		}
	}
	mit := strings.Index(text, " mit,") + 1
	first, _ := a.text.Doc.TokensIn(extract.Span{Start: mit, End: mit + len("mit")})
	if e, ok := a.entryAt(first); !ok || e.Prefix != "mit" {
		t.Errorf("the separated prefix has the entry %v, want that of mitteilen", e)
	}
}

// TestStanceOfAnything checks that no tokens make trouble, whatever they are.
func TestStanceOfAnything(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 5))
	for _, text := range []string{"nicht", "ohne zu", "kein Hehl machte", "„“ sagte „nicht", "wies, wies zurück. \xff\xfe kaum zu \xc3 sagen",
		strings.Repeat("sagte nicht, dass er ", 50), strings.Repeat("teilte ", 500) + "mit"} {
		a := Find(syntax.New(extract.Parse(text), nil, Cues()))
		pick := func(n int) []int {
			var ts []int
			for i := range a.ws {
				if rnd.IntN(n) == 0 {
					ts = append(ts, i)
				}
			}
			return ts
		}
		for n := 1; n < 9; n++ {
			cue, frame, content := pick(n), pick(2), pick(n)
			if s := a.StanceOf(cue, frame, content); s < claim.Asserts || s > claim.Withholds {
				t.Errorf("%q: the cue %v has the stance %d", text, cue, s)
			}
		}
		if s := a.StanceOf(nil, nil, nil); s != claim.Asserts {
			t.Errorf("%q: no cue has the stance %s", text, s)
		}
	}
}
