// Package normal gives the normal form of a text: what it would be if nobody had typeset,
// scraped, exported or narrowed it. Stages read that form, so that no look-up and no feature
// sees anything else; a [Text] leads from its bytes to those of the text as given and back.
//
// In the normal form letters are composed and ligatures taken apart, soft hyphens, joiners,
// marks of direction and the tags of HTML are left out, its entities are characters, each
// blank is one space, each end of a line one \n, and hyphens and quotation marks have one
// spelling: ‑ is -, << is «, and "" is „ or “ in a text that doubles all its marks. Lines that were cut
// to a width are put together again, with the words that were cut. So a single \n ends a
// paragraph.
//
// Time and memory are linear in the text. Bytes that are not UTF-8 stay as they are.
package normal
