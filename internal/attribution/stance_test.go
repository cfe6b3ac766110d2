package attribution

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/extract"
)

// marked is a sentence whose cue stands in brackets and whose content stands in
// braces: "Er [sagte], {es regne}."
func marked(t *testing.T, s string) (a *analysis, cue, frame, content []int) {
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
	a = analyse(extract.Parse(text.String()), nil)
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
		want      Stance
		medium    Medium
	}{
		{"a plain verb", "Die Ministerin [sagte], {sie bleibe im Amt}.", Asserts, Speech},
		{"a verb of writing", "Die Zeitung [schrieb], {das Werk sei verkauft}.", Asserts, Writing},
		{"a separated prefix", "Der Konzern [teilte] am Montag [mit], {man baue um}.", Asserts, SpeechOrWriting},
		{"a prefix that the cue leaves out", "Der Konzern [kündigte] einen Umbau [an], {der lange dauere}.", Announces, Speech},
		{"only the verb of a separated pair is marked", "Die Partei [warf] dem Minister vor, {er habe gelogen}.", Criticises, SpeechOrWriting},
		{"a prefix in its verb", "Weil der Verband [einräumte], {dass Geld fehle}, trat er zurück.", Admits, Speech},
		{"a perfect", "Der Chef [hatte] den Umbau [angekündigt], {er werde hart}.", Announces, Speech},
		{"a passive", "Dem Amt [wurde vorgeworfen], {geschlafen zu haben}.", Criticises, SpeechOrWriting},
		{"a passive perfect", "Von der Firma [ist bestätigt worden], {dass sie sucht}.", Asserts, SpeechOrWriting},
		{"an impersonal passive", "[Es wird vermutet], {dass der Damm brach}.", Believes, SpeechOrThought},
		{"a modal", "Der Vorstand [musste einräumen], {dass Geld fehlt}.", Admits, Speech},
		{"hearsay of a saying", "Er [soll gesagt haben], {das Boot sei leck}.", Asserts, Speech},
		{"heißt es", "In dem Brief [heißt es], {die Miete steige}.", Asserts, SpeechOrWriting},
		{"an accusation", "Die Klägerin [bezichtigte] den Arzt, {gelogen zu haben}.", Criticises, Speech},
		{"a verb that the lexicon lacks", "{Das wird nichts}, [orakelte] der Wirt.", Believes, Speech},
		{"a voice", "„{Raus hier}“, [brüllte] der Wirt.", Asserts, Speech},
		{"a demand", "Die Lehrer [forderten], {dass Klassen kleiner werden}.", Demands, SpeechOrWriting},
		{"a question", "Ein Kind [fragte], {wann die Ferien beginnen}.", Asks, Speech},
		{"a promise", "Der Rat [sicherte zu], {dass der Park bleibt}.", Promises, Speech},
		{"a threat", "Die Firma [drohte], {das Werk zu schließen}.", Warns, Speech},
		{"a warning with its preposition", "Ärzte [warnten davor], {dass Betten fehlen}.", Warns, Speech},
		{"praise", "Die Jury [lobte], {dass der Film kurz ist}.", Praises, Speech},
		{"doubt", "Forscher [bezweifeln], {dass das Verfahren hält}.", Doubts, SpeechOrThought},
		{"a denial", "Der Trainer [bestritt], {dass er geht}.", Denies, Speech},
		{"a denial with its prefix apart", "Sie [wies] den Vorwurf [zurück], {Akten vernichtet zu haben}.", Denies, Speech},
		{"silence", "Der Kassierer [verschwieg], {dass Geld fehlt}.", Withholds, Speech},

		{"a noun alone", "[Die Forderung], {dass Klassen kleiner werden}, ist alt.", Demands, SpeechOrWriting},
		{"a noun with a light verb", "Der Verband [erhob den Vorwurf], {es fehle Geld}.", Criticises, SpeechOrWriting},
		{"a noun with sein", "Der Richter [ist der Ansicht], {dass die Strafe mild ist}.", Believes, SpeechOrThought},
		{"a noun with äußern, itself a verb of saying", "Er [äußerte die Hoffnung], {dass es hält}.", Believes, SpeechOrThought},
		{"a noun in the plural", "Es [gibt Zweifel daran], {dass der Plan hält}.", Doubts, SpeechOrThought},
		{"a compound", "[Die Kernforderung], {dass Löhne steigen}, bleibt.", Demands, SpeechOrWriting},
		{"a noun and a verb that tells more", "Er [lehnte die Forderung ab], {das Werk zu schließen}.", Denies, SpeechOrWriting},

		{"a phrase", "Der Zeuge [gab zu Protokoll], {er habe geschlafen}.", Asserts, SpeechOrWriting},
		{"a phrase whose verb alone is marked", "Die Sprecherin [stellte] das in Abrede: {Es sei nichts geflossen}.", Denies, SpeechOrWriting},
		{"an adjective", "Der Trainer [zeigte sich überzeugt], {dass die Abwehr hält}.", Believes, SpeechOrThought},
		{"an adjective that criticises", "Die Eltern [zeigten sich enttäuscht], {dass der Bus ausfällt}.", Criticises, SpeechOrThought},
		{"an adjective with sein", "Die Forscherin [ist skeptisch], {dass es reicht}.", Doubts, SpeechOrThought},
		{"a promise in a phrase", "Der Nachbar [erklärte sich bereit], {das Tor zu streichen}.", Promises, Speech},
		{"a phrase with lassen", "Der Verein [ließ durchblicken], {dass er zahlt}.", Asserts, Speech},
		{"a question in a phrase", "Der Reporter [wollte wissen], {wer zahlt}.", Asks, Speech},
		{"a phrase with a negation in it", "Sie [machte] daraus [kein Hehl], {dass sie geht}.", Admits, Speech},
		{"a question left open", "Der Minister [ließ offen], {ob er bleibt}.", Withholds, SpeechOrWriting},

		{"laut", "[Laut] Polizei {fuhr der Wagen zu schnell}.", Asserts, SpeechOrWriting},
		{"nach with a view", "[Nach] Ansicht der Anwälte {ist der Vertrag nichtig}.", Believes, SpeechOrThought},
		{"a view before nach", "Seiner Meinung [nach] {reicht das nicht}.", Believes, SpeechOrThought},
		{"zufolge", "Berichten [zufolge] {brannte es zwei Tage}.", Asserts, Writing},
		{"so", "{Das reiche nicht}, [so] die Richterin.", Asserts, Speech},
		{"a marker is not denied", "[Laut] Polizei war der Fahrer nicht betrunken.", Asserts, SpeechOrWriting},

		{"not said", "Er [sagte] nicht, {wer gewonnen hat}.", Withholds, Speech},
		{"not confirmed", "Die Firma [wollte] den Bericht nicht [bestätigen], {dass sie sucht}.", Withholds, SpeechOrWriting},
		{"neither confirmed nor denied", "Das Amt [wollte] das weder [bestätigen] noch [dementieren]: {Es gebe Gespräche}.", Withholds, Speech},
		{"not believed", "Der Trainer [glaubt] nicht, {dass sein Torwart spielt}.", Doubts, SpeechOrThought},
		{"hardly believed", "Der Trainer [glaubt] kaum, {dass sein Torwart spielt}.", Doubts, SpeechOrThought},
		{"not denied", "Der Rat [bestritt] nie, {dass der Bau teuer wird}.", Admits, Speech},
		{"not excluded", "Der Vorstand [schloss] nicht [aus], {dass Stellen wegfallen}.", Believes, SpeechOrThought},
		{"not admitted", "Der Angeklagte [gab] die Tat nicht [zu], {er habe geschlafen}.", Denies, Speech},
		{"no doubt", "Die Richterin [hatte keinen Zweifel], {dass er log}.", Believes, SpeechOrThought},
		{"not doubted", "Niemand [zweifelt] daran, {dass der Damm hält}.", Believes, SpeechOrThought},
		{"not demanded", "Die Kammer [verlangte] nicht, {dass das Werk schließt}.", Withholds, SpeechOrWriting},
		{"not concealed", "Der Kassierer [verschwieg] nicht, {dass Geld fehlt}.", Admits, Speech},
		{"without saying", "Sie trat ab, ohne [zu sagen], {wer folgt}.", Withholds, Speech},
		{"not without stressing", "Er ging nicht, ohne [zu betonen], {dass er wiederkomme}.", Asserts, Speech},
		{"not only", "Er [sagte] nicht nur, {dass es regnet}.", Asserts, Speech},
		{"the denial is the content's", "Er [sagte], {er komme nicht}.", Asserts, Speech},
		{"the denial is the content's, between the parts of the cue", "Der Chef [hatte], {was nicht stimmte}, [angekündigt].", Announces, Speech},
		{"a denied participle before a noun", "Ein nicht genannter Beamter [erklärte], {man prüfe}.", Asserts, Speech},
		{"the denial of a relative clause", "Die Lehrerin, die nicht dabei war, [meinte], {es sei laut gewesen}.", Believes, Speech},
		{"the denial of another verb", "Das war nicht alles und sie [fürchtet], {dass mehr kommt}.", Believes, SpeechOrThought},

		{"a question in marks", "„{Wer zahlt das?}“, [sagte] die Wirtin.", Asks, Speech},
		{"more than a question", "„{Wer zahlt das? Ich nicht.}“, [sagte] die Wirtin.", Asserts, Speech},
		{"a thought with ob", "Der Rat [überlegt], {ob er den Weg sperrt}.", Asks, SpeechOrThought},
		{"a belief turned to a question", "Die Stadt [erwägt], {ob der Platz reicht}.", Asks, SpeechOrThought},
		{"nobody knows the word", "Der Minister [strickte]: {Das reicht nicht}.", Asserts, 0},
	} {
		a, cue, frame, content := marked(t, tt.text)
		if got := a.stanceOf(cue, frame, content); got != tt.want {
			t.Errorf("%s: %s\n\thas the stance %s, want %s", tt.why, tt.text, got, tt.want)
		}
		e, ok := a.entryOf(cue)
		if e.medium != tt.medium || ok != (tt.medium != 0) {
			t.Errorf("%s: %s\n\thas the medium %q, want %q", tt.why, tt.text, e.medium, tt.medium)
		}
	}
}

func TestStrength(t *testing.T) {
	const text = "Laut Polizei teilte er den Medienberichten angeblich nichts mit, sah einige Bilder, forderte Hilfe und vertrat zuversichtlich die Meinung."
	a := analyse(extract.Parse(text), nil)
	want := map[string]strength{
		"Laut": sourceWord, "Polizei": sourceNoun, "teilte": strongVerb, "mit": cuePart, "Medienberichten": sayingNoun, "zuversichtlich": sayingMood,
		"angeblich": sourceWord, "sah": weakVerb, "forderte": actVerb, "vertrat": lightVerb, "Meinung": sayingNoun,
	}
	for i := range a.ws {
		if got := a.strength(i); got != want[a.ws[i].text] {
			t.Errorf("%s has the strength %d, want %d", a.ws[i].text, got, want[a.ws[i].text])
		}
	}
	mit := strings.Index(text, " mit,") + 1
	first, _ := a.d.TokensOf(extract.Span{Start: mit, End: mit + len("mit")})
	if e, ok := a.entryAt(first); !ok || e.prefix != "mit" {
		t.Errorf("the separated prefix has the entry %v, want that of mitteilen", e)
	}
}

// TestStanceOfAnything holds that no tokens make trouble, whatever they are.
func TestStanceOfAnything(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 5))
	for _, text := range []string{"nicht", "ohne zu", "kein Hehl machte", "„“ sagte „nicht", "wies, wies zurück. \xff\xfe kaum zu \xc3 sagen",
		strings.Repeat("sagte nicht, dass er ", 50), strings.Repeat("teilte ", 500) + "mit"} {
		a := analyse(extract.Parse(text), nil)
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
			if s := a.stanceOf(cue, frame, content); s < Asserts || s > Withholds {
				t.Errorf("%q: the cue %v has the stance %d", text, cue, s)
			}
		}
		if s := a.stanceOf(nil, nil, nil); s != Asserts {
			t.Errorf("%q: no cue has the stance %s", text, s)
		}
	}
}
