// Package news makes up German news articles, as many as one likes, for tests and measures
// of many articles. Each is put together from sentences written for this purpose, and no
// two with different numbers are the same.
package news

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

var (
	people  = []string{"Maike Jessen", "Uwe Petersen", "Katharina Brandt", "Dr. Selim Aydın", "Reto Bänziger", "Anna-Lena Groß", "Franz Wallner", "Ines Kolditz"}
	roles   = []string{"Bürgermeisterin", "Sprecher", "Geschäftsführerin", "Ministerin", "Gewerkschafter", "Abgeordnete"}
	places  = []string{"Rostock", "Graz", "Winterthur", "Lübeck", "Dresden", "St. Pölten", "Bremerhaven", "Chur"}
	groups  = []string{"SPD", "CDU", "Verdi", "die Stadtwerke", "der Mieterbund", "die Reederei Nordlicht"}
	matters = []string{"der Ausbau des Hafens", "die neue Straßenbahn", "der Verkauf des Freibads", "die Sanierung der Brücke", "das Semesterticket", "der Haushalt"}

	leads = []string{
		"%[3]s. In %[4]s wird wieder gestritten: %[5]s soll teurer werden als geplant, rund %[6]d Millionen Euro stehen im Raum.",
		"%[3]s. Am Dienstag hat der Rat von %[4]s vertagt, worüber seit Wochen geredet wird: %[5]s.",
		"%[3]s. Nach einer Sitzung von %[6]d Stunden steht fest, dass %[5]s noch einmal geprüft wird.",
	}
	sentences = []string{
		"„Das wird so nicht kommen“, sagte %[1]s am Abend in %[4]s.",
		"%[1]s warnte davor, die Kosten von %[6]d Millionen Euro kleinzureden.",
		"Die Zahlen seien seit Monaten bekannt, erklärte %[1]s. Wer jetzt überrascht sei, habe nicht zugehört.",
		"%[2]s wies das zurück. „Wir haben %[6]d Gespräche geführt“, betonte %[1]s, „und keines war vergeblich.“",
		"Dagegen fordert %[2]s, dass zuerst die Anwohner gefragt werden.",
		"Nach Angaben von %[2]s fehlen allein in diesem Jahr %[6]d Stellen.",
		"In %[4]s hatten zuletzt %[6]d Menschen vor dem Rathaus demonstriert, die Polizei sprach von einem ruhigen Verlauf.",
		"Der Bau sollte ursprünglich im Frühjahr beginnen; inzwischen ist vom übernächsten Winter die Rede.",
		"«Mir fehlt dafür jedes Verständnis», so %[1]s, denn %[5]s gehe alle an.",
		"Ob das reicht, bezweifelt %[1]s: Man könne nicht jedes Mal von vorn anfangen.",
		"Auch %[2]s will sich bis zur nächsten Sitzung nicht festlegen, heißt es aus %[4]s.",
		"Er habe von %[5]s erst aus der Zeitung erfahren, klagte %[1]s.",
	}
)

// Article returns article n, of 60 to 150 words.
func Article(n int) string {
	r := rand.New(rand.NewPCG(uint64(n), 1))
	fill := func(format string) string {
		return fmt.Sprintf(format+"%.[1]0s%.[2]0s%.[3]0s%.[4]0s%.[5]0s%.[6]0d", pick(r, people), pick(r, groups), fmt.Sprintf("Meldung %d", n),
			pick(r, places), pick(r, matters), 2+r.IntN(90))
	}
	text := fill(pick(r, leads)) + " " + fill("Es geht auch darum, ob die "+pick(r, roles)+" %[1]s im Amt bleibt.") + "\n\n"
	order := r.Perm(len(sentences))
	words := 60 + r.IntN(70)
	for _, i := range order {
		if len(strings.Fields(text)) >= words {
			break
		}
		text += fill(sentences[i])
		if r.IntN(3) == 0 {
			text += "\n\n"
		} else {
			text += " "
		}
	}
	return strings.TrimSpace(text) + "\n"
}

func pick(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }

// Write writes n articles as JSON Lines, their ids being their numbers, into files of a
// folder: part-0000.jsonl and so on.
func Write(folder string, n, files int) error {
	for f := range files {
		out, err := os.Create(filepath.Join(folder, fmt.Sprintf("part-%04d.jsonl", f)))
		if err != nil {
			return err
		}
		b := bufio.NewWriter(out)
		e := json.NewEncoder(b)
		for i := f * n / files; i < (f+1)*n/files && err == nil; i++ {
			err = e.Encode(map[string]any{"id": i, "text": Article(i)})
		}
		if err == nil {
			err = b.Flush()
		}
		if closing := out.Close(); err == nil {
			err = closing
		}
		if err != nil {
			return err
		}
	}
	return nil
}
