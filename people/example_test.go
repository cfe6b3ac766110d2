package people_test

import (
	"fmt"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/people"
)

// Altman is Sam Altman, since no other Altman is named. He speaks in both articles.
func Example() {
	var c people.Counter
	c.Add("monday", laut.Read("„Wir wachsen“, sagte Altman am Montag. Kritiker erklärten, das sei ungesund."))
	c.Add("tuesday", laut.Read("Sam Altman bestritt, dass Open AI zu schnell wachse. Er sagte, man sei vorsichtig."))
	r := c.Report()
	for _, v := range r.Voices {
		fmt.Println(v.Name, v.Claims, "claims in", v.Articles, "articles,", v.Stances[claims.Denies], "denied")
	}
	fmt.Println(r.Unnamed, "of nobody with a name")
	// Output:
	// Sam Altman 3 claims in 2 articles, 1 denied
	// 1 of nobody with a name
}

// Statements are kept if that is asked for, each with its place.
func ExampleCounter_statements() {
	c := people.Counter{Statements: true}
	c.Add("a.txt", laut.Read("Die Fähre liegt still.\nDie Gewerkschaft Verdi forderte, die Reederei müsse zahlen."))
	for _, v := range c.Report().Voices {
		for _, s := range v.Statements {
			fmt.Printf("%s:%d:%d: %s (%s): %s\n", s.Article, s.Line, s.Column, v.Name, s.Stance, s.Text)
		}
	}
	// Output:
	// a.txt:2:34: Verdi (demands): die Reederei müsse zahlen
}
