// Package corpus is the laut newsroom corpus, who says what in German news: 120 articles
// with their claims and entities, and the annotation of 300 more from German Wikinews.
// README.md in its folder tells what it is, its licence (CC BY 4.0), how it came about and
// the form of the files; GUIDE.md and ENTITIES.md tell what is annotated.
//
// The package contains the corpus. [Own] yields the own articles of a split, [Wikinews] the
// others, whose texts come from a file of yours; [Load] reads own articles from a folder,
// where you may have changed some. Train on [Train] and on Wikinews, measure on [Dev].
//
//	for a, err := range corpus.Own(corpus.Train) {
//		if err != nil {
//			return err
//		}
//		for _, c := range a.Claims {
//			fmt.Println(a.Genre, c.Kind, c.Name)
//		}
//	}
//
// All that is yielded is the caller's; functions may be called at the same time. It is no
// part of what other packages of laut link.
package corpus
