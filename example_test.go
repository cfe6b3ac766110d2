package laut_test

import (
	"encoding/json"
	"fmt"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/entities"
)

const council = `„Wir zahlen“, sagte Anna Meier, „aber nicht allein.“ Der Bund habe sein Wort gebrochen. ` +
	`Der Sprecher des Finanzministers bestritt, dass Meier je gefragt habe.`

// What a claim says, whatever stands between its parts.
func ExampleArticle_Said() {
	article := laut.Read(council)
	for _, c := range article.Claims {
		fmt.Println(article.Said(c))
	}
	// Output:
	// „Wir zahlen“ … „aber nicht allein.“
	// Der Bund habe sein Wort gebrochen.
	// dass Meier je gefragt habe
}

// Who says it: somebody who is named in the article, or words that say what he or she is.
func ExampleArticle_Speaker() {
	article := laut.Read(council)
	for _, c := range article.Claims {
		if who, ok := article.Speaker(c); ok {
			fmt.Println(who.Name, "is named, a", who.Label)
		} else {
			fmt.Println(c.Speaker.Name, "is not, a", c.Speaker.Head)
		}
	}
	// Output:
	// Anna Meier is named, a PER
	// Anna Meier is named, a PER
	// Sprecher des Finanzministers is not, a Sprecher
}

// What somebody says, and what is said about her.
func ExampleArticle_ClaimsBy() {
	article := laut.Read(council)
	meier := article.Entities[0]
	for c := range article.ClaimsBy(meier) {
		fmt.Println(meier.Name, c.Stance, article.Said(c))
	}
	for c := range article.ClaimsAbout(meier) {
		fmt.Println(c.Speaker.Name, c.Stance, article.Said(c))
	}
	// Output:
	// Anna Meier asserts „Wir zahlen“ … „aber nicht allein.“
	// Anna Meier asserts Der Bund habe sein Wort gebrochen.
	// Sprecher des Finanzministers denies dass Meier je gefragt habe
}

// An article that a program changes is checked before it is written.
func ExampleArticle_Validate() {
	article := laut.Read(council)
	article.Entities = []entities.Entity{}
	fmt.Println(article.Validate())
	// Output: claim 1: its speaker is entity 1, which does not exist
}

// An article is the JSON object that the command prints, without an id.
func ExampleArticle_MarshalJSON() {
	data, err := json.Marshal(laut.Read("Anna Meier schweigt."))
	fmt.Println(string(data), err)
	var article laut.Article
	fmt.Println(json.Unmarshal(data, &article), article.Entities[0].Name)
	// Output:
	// {"id":"","text":"Anna Meier schweigt.","sentences":[{"start":0,"end":20}],"entities":[{"start":0,"end":10,"label":"PER","form":"name","id":0,"name":"Anna Meier"}],"claims":[]} <nil>
	// <nil> Anna Meier
}
