// Package people counts who is quoted over many articles.
//
//	var c people.Counter
//	for id, text := range articles {
//		c.Add(id, laut.Read(text))
//	}
//	for _, v := range c.Report().Voices {
//		fmt.Println(v.Name, v.Claims, v.Articles)
//	}
//
// A [Voice] is whoever has a claim: persons and organisations, and also the countries and
// other names that speak. The command laut people prints the report.
//
// # Who is one
//
// Within an article the entities of the article are taken as they are. Names of different
// articles are one voice if they have the same label and
//
//   - are equal but for case, blanks, hyphens, ß and ss, and of others than persons the
//     article before them and the legal form after them: Open AI and OpenAI, Siemens AG
//     and Siemens;
//   - one is the surname of the other, and of nobody else whom any of the articles names,
//     speaking or not: "Altman" is Sam Altman. A gender that is known has to agree, so
//     "Frau Roth" is Lea Roth although there is a Jan Roth;
//   - one is a short form of the other, which an article gives it, and of nobody else:
//     IEA, where one of the articles has "die Internationale Energieagentur (IEA)".
//
// In doubt they stay apart. Of two Altmans each is counted by the articles that give the
// full name, and what is said by an "Altman" of whom an article tells no more is a third
// voice. Two names that an article knows as two are never put together. But two persons with the
// same full name are counted as one: nothing tells them apart.
//
// # What is counted
//
// Each claim of an entity counts once, and one of several for each of them. One that lies inside a claim of the same entity does
// not count, since it is part of what is counted already; inside a claim of somebody else
// it does. Claims of speakers who are no entity ("Kritiker", "der Betriebsrat" without a
// name) are left out, and [Report.Unnamed] is their number.
//
// # Performance
//
// A Counter keeps no article. Its memory grows with the names in the articles, also of
// those who do not speak, less than a kilobyte each, and not with the articles; with
// [Counter.Statements] also with what is said. [Counter.Add] takes little time beside that
// of reading the article; the report of 700 articles is ready in 20 milliseconds.
//
// # Concurrency
//
// A Counter is for one goroutine at a time. The report does not change when more articles
// are added, and depends on their order only where two spellings are equally frequent
// and in the order of the statements.
package people
