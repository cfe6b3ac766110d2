// Package eval compares what was read in an article with what is right, such as what laut
// finds with what a person has corrected.
//
//	var report eval.Report
//	for _, right := range corrected {
//		c, err := eval.Compare(laut.Read(right.Document.String()), right)
//		if err != nil {
//			return err
//		}
//		for _, d := range c.Differences {
//			fmt.Println(d)
//		}
//		report.Add(c.Counts)
//	}
//	fmt.Print(&report)
//
// [Compare] tells of one article what differs and where, and counts what is right;
// [Report] adds articles up and prints the table that the command laut eval claims prints.
// export.JSONLines and export.Brat read what people have corrected.
//
// # What is counted
//
// A claim is found if its content shares at least half of the bytes of both contents
// together with the content of a right one (Jaccard index); claims are paired one to one,
// those that share most first. Of a pair kind, stance, medium, name and parent are compared.
//
// A claim that is found is named if its speaker has the right name. If the speaker is an
// entity, the words of its name or of any of its spellings in the text lie within those of
// the right name, or the other way round; articles and endings do not count. Else the two
// names share more than half of all their words. Of names joined by " / " each must be
// there, and nobody is nobody.
//
// An entity is found if its name or a mention, words made of the name left out, is written
// as the name or a mention of the right one is; a genitive s does not count. They are paired one to
// one, those of the same label first. An entity whose mentions are all words made of its name
// counts on neither side.
//
// # Performance and concurrency
//
// Time grows with the square of the claims and entities of an article. All functions are
// safe for concurrent use and change none of their arguments; a Report is for one goroutine
// at a time.
package eval
