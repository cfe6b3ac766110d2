package webpage_test

import (
	"errors"
	"fmt"
	"log"
	"strings"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/webpage"
)

// A page as a browser saves it; a program would open the file.
const saved = `<!DOCTYPE html>
<html lang="de">
<head><title>Seebrücke bleibt bis zum Sommer gesperrt | Küstenkurier</title></head>
<body>
<nav><a href="/">Startseite</a> <a href="/abo">Abo</a></nav>
<article>
<h1>Seebrücke bleibt bis zum Sommer gesperrt</h1>
<p>&bdquo;Das Holz ist morsch&ldquo;, sagte Gutachter <a href="/behn">Olaf Behn</a> am Dienstag in Graal-Müritz.</p>
<p>Bürgermeisterin Heike Lorenz wies das zurück. Sie rechne mit 900.000 Euro für die Sanierung.</p>
</article>
<footer><a href="/impressum">Impressum</a></footer>
</body>
</html>`

// Who says what in a saved web page.
func ExampleRead() {
	page, err := webpage.Read(strings.NewReader(saved), "")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s (%s)\n", page.Title, page.Language)
	article := laut.Read(page.Text)
	for _, c := range article.Claims {
		fmt.Printf("%s: %s\n", c.Speaker.Name, article.Said(c))
	}
	// Output:
	// Seebrücke bleibt bis zum Sommer gesperrt (de)
	// Olaf Behn: „Das Holz ist morsch“
	// Heike Lorenz: Bürgermeisterin Heike Lorenz wies das zurück.
	// Heike Lorenz: Sie rechne mit 900.000 Euro für die Sanierung.
}

// A page of links is told from one that cannot be read.
func ExampleRead_noArticle() {
	const links = `<a href="/1">Fähre fährt wieder</a> <a href="/2">So wird das Wetter</a>`
	_, err := webpage.Read(strings.NewReader(links), "text/html; charset=utf-8")
	if errors.Is(err, webpage.ErrNoArticle) {
		fmt.Println("left out:", err)
	}
	// Output:
	// left out: no article found in the web page
}
