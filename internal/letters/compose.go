package letters

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// SoftHyphen says where a word may be cut at the end of a line.
const SoftHyphen = '\u00ad'

// IsMark reports whether r is a mark that may be on a letter: those of Unicode's block of
// combining diacritical marks.
func IsMark(r rune) bool { return '\u0300' <= r && r <= '\u036f' }

// Next returns the first character of s and the bytes it takes. A letter and the mark
// after it are one character, where there is such a letter.
func Next(s string) (r rune, size int) {
	r, size = utf8.DecodeRuneInString(s)
	for size < len(s) && (s[size] == 0xCC || s[size] == 0xCD) { // where marks begin
		mark, n := utf8.DecodeRuneInString(s[size:])
		c := Compose(r, mark)
		if c == 0 {
			break
		}
		r, size = c, size+n
	}
	return r, size
}

// Compose returns the letter that a letter and a mark make, 0 if there is none. A dot
// on an i makes no other letter: so it is left of a Turkish İ in small letters.
func Compose(letter, mark rune) rune {
	i, ok := slices.BinarySearchFunc(compositions[:], mark, func(c composition, m rune) int { return int(c.mark - m) })
	if !ok {
		return 0
	}
	c := &compositions[i]
	n := 0
	for _, r := range c.letters {
		if r == letter {
			break
		}
		n++
	}
	for _, r := range c.becomes {
		if n == 0 {
			return r
		}
		n--
	}
	return 0
}

// compositions lists for each mark the letters that take it and what they become: the
// canonical compositions of Unicode 14.0.0 up to U+1FFF, which are the Latin, Greek and Cyrillic
// ones. Source: https://www.unicode.org/Public/14.0.0/ucd/UnicodeData.txt (2026-11-28; Unicode
// License v3, as the tables of package unicode).
type composition struct {
	mark             rune
	letters, becomes string
}

var compositions = [...]composition{
	{'\u0300', "AEIOUaeiouÜüNnЕИеиĒēŌōWwÂâĂăÊêÔôƠơƯưYyἀἁἈἉἐἑἘἙἠἡἨἩἰἱἸἹὀὁὈὉὐὑὙὠὡὨὩαεηιουωΑΕΗ᾿ϊΙ῾ϋΥ¨ΟΩ", "ÀÈÌÒÙàèìòùǛǜǸǹЀЍѐѝḔḕṐṑẀẁẦầẰằỀềỒồỜờỪừỲỳἂἃἊἋἒἓἚἛἢἣἪἫἲἳἺἻὂὃὊὋὒὓὛὢὣὪὫὰὲὴὶὸὺὼᾺῈῊ῍ῒῚ῝ῢῪ῭ῸῺ"},
	{'\u0301', "AEIOUYaeiouyCcLlNnRrSsZzÜüGgÅåÆæØø¨ΑΕΗΙΟΥΩϊαεηιϋουωϒГКгкÇçĒēÏïKkMmÕõŌōPpŨũWwÂâĂăÊêÔôƠơƯưἀἁἈἉἐἑἘἙἠἡἨἩἰἱἸἹὀὁὈὉὐὑὙὠὡὨὩ᾿῾", "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹźǗǘǴǵǺǻǼǽǾǿ΅ΆΈΉΊΌΎΏΐάέήίΰόύώϓЃЌѓќḈḉḖḗḮḯḰḱḾḿṌṍṒṓṔṕṸṹẂẃẤấẮắẾếỐốỚớỨứἄἅἌἍἔἕἜἝἤἥἬἭἴἵἼἽὄὅὌὍὔὕὝὤὥὬὭ῎῞"},
	{'\u0302', "AEIOUaeiouCcGgHhJjSsWwYyZzẠạẸẹỌọ", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷẐẑẬậỆệỘộ"},
	{'\u0303', "ANOanoIiUuVvÂâĂăEeÊêÔôƠơƯưYy", "ÃÑÕãñõĨĩŨũṼṽẪẫẴẵẼẽỄễỖỗỠỡỮữỸỹ"},
	{'\u0304', "AaEeIiOoUuÜüÄäȦȧÆæǪǫÖöÕõȮȯYyИиУуGgḶḷṚṛαΑιΙυΥ", "ĀāĒēĪīŌōŪūǕǖǞǟǠǡǢǣǬǭȪȫȬȭȰȱȲȳӢӣӮӯḠḡḸḹṜṝᾱᾹῑῙῡῩ"},
	{'\u0306', "AaEeGgIiOoUuУИиуЖжАаЕеȨȩẠạαΑιΙυΥ", "ĂăĔĕĞğĬĭŎŏŬŭЎЙйўӁӂӐӑӖӗḜḝẶặᾰᾸῐῘῠῨ"},
	{'\u0307', "CcEeGgIZzAaOoBbDdFfHhMmNnPpRrSsŚśŠšṢṣTtWwXxYyſ", "ĊċĖėĠġİŻżȦȧȮȯḂḃḊḋḞḟḢḣṀṁṄṅṖṗṘṙṠṡṤṥṦṧṨṩṪṫẆẇẊẋẎẏẛ"},
	{'\u0308', "AEIOUaeiouyYΙΥιυϒЕІеіАаӘәЖжЗзИиОоӨөЭэУуЧчЫыHhÕõŪūWwXxt", "ÄËÏÖÜäëïöüÿŸΪΫϊϋϔЁЇёїӒӓӚӛӜӝӞӟӤӥӦӧӪӫӬӭӰӱӴӵӸӹḦḧṎṏṺṻẄẅẌẍẗ"},
	{'\u0309', "AaÂâĂăEeÊêIiOoÔôƠơUuƯưYy", "ẢảẨẩẲẳẺẻỂểỈỉỎỏỔổỞởỦủỬửỶỷ"},
	{'\u030a', "AaUuwy", "ÅåŮůẘẙ"},
	{'\u030b', "OoUuУу", "ŐőŰűӲӳ"},
	{'\u030c', "CcDdEeLlNnRrSsTtZzAaIiOoUuÜüGgKkƷʒjHh", "ČčĎďĚěĽľŇňŘřŠšŤťŽžǍǎǏǐǑǒǓǔǙǚǦǧǨǩǮǯǰȞȟ"},
	{'\u030f', "AaEeIiOoRrUuѴѵ", "ȀȁȄȅȈȉȌȍȐȑȔȕѶѷ"},
	{'\u0311', "AaEeIiOoRrUu", "ȂȃȆȇȊȋȎȏȒȓȖȗ"},
	{'\u0313', "αΑεΕηΗιΙοΟυωΩρ", "ἀἈἐἘἠἨἰἸὀὈὐὠὨῤ"},
	{'\u0314', "αΑεΕηΗιΙοΟυΥωΩρΡ", "ἁἉἑἙἡἩἱἹὁὉὑὙὡὩῥῬ"},
	{'\u031b', "OoUu", "ƠơƯư"},
	{'\u0323', "BbDdHhKkLlMmNnRrSsTtVvWwZzAaEeIiOoƠơUuƯưYy", "ḄḅḌḍḤḥḲḳḶḷṂṃṆṇṚṛṢṣṬṭṾṿẈẉẒẓẠạẸẹỊịỌọỢợỤụỰựỴỵ"},
	{'\u0324', "Uu", "Ṳṳ"},
	{'\u0325', "Aa", "Ḁḁ"},
	{'\u0326', "SsTt", "ȘșȚț"},
	{'\u0327', "CcGgKkLlNnRrSsTtEeDdHh", "ÇçĢģĶķĻļŅņŖŗŞşŢţȨȩḐḑḨḩ"},
	{'\u0328', "AaEeIiUuOo", "ĄąĘęĮįŲųǪǫ"},
	{'\u032d', "DdEeLlNnTtUu", "ḒḓḘḙḼḽṊṋṰṱṶṷ"},
	{'\u032e', "Hh", "Ḫḫ"},
	{'\u0330', "EeIiUu", "ḚḛḬḭṴṵ"},
	{'\u0331', "BbDdKkLlNnRrTtZzh", "ḆḇḎḏḴḵḺḻṈṉṞṟṮṯẔẕẖ"},
	{'\u0342', "ἀἁἈἉἠἡἨἩἰἱἸἹὐὑὙὠὡὨὩα¨η᾿ιϊ῾υϋω", "ἆἇἎἏἦἧἮἯἶἷἾἿὖὗὟὦὧὮὯᾶ῁ῆ῏ῖῗ῟ῦῧῶ"},
	{'\u0345', "ἀἁἂἃἄἅἆἇἈἉἊἋἌἍἎἏἠἡἢἣἤἥἦἧἨἩἪἫἬἭἮἯὠὡὢὣὤὥὦὧὨὩὪὫὬὭὮὯὰαάᾶΑὴηήῆΗὼωώῶΩ", "ᾀᾁᾂᾃᾄᾅᾆᾇᾈᾉᾊᾋᾌᾍᾎᾏᾐᾑᾒᾓᾔᾕᾖᾗᾘᾙᾚᾛᾜᾝᾞᾟᾠᾡᾢᾣᾤᾥᾦᾧᾨᾩᾪᾫᾬᾭᾮᾯᾲᾳᾴᾷᾼῂῃῄῇῌῲῳῴῷῼ"},
}

// BothGenders cuts a noun that names both genders into three pieces that make the women's
// form together: Lehrer and innen of Lehrer*innen, Mitarbeiter, i and nnen of
// MitarbeiterInnen, Kolleg, inn and en of Kolleg(inn)en. It fails for all other words.
func BothGenders(form string) (front, back, end string, ok bool) {
	i := strings.LastIndex(form, "nn") // of innen, or the n of in
	if i < 0 {
		i = strings.LastIndexByte(form, 'n')
	}
	if i < 3 || form[i-1] != 'i' && form[i-1] != 'I' {
		return "", "", "", false
	}
	at := i - 1
	back = form[at:]
	if form[at] == 'I' { // MitarbeiterIn
		front = form[:at]
		if r, _ := utf8.DecodeLastRuneInString(front); !unicode.IsLower(r) || back != "In" && back != "Innen" {
			return "", "", "", false
		}
		return front, "i", back[1:], true
	}
	mark, n := utf8.DecodeLastRuneInString(form[:at])
	front = form[:at-n]
	if r, _ := utf8.DecodeLastRuneInString(front); !unicode.IsLetter(r) {
		return "", "", "", false
	}
	switch mark {
	case '*', ':', '_', '·', '•', '/':
		if back == "in" || strings.HasPrefix(back, "innen") {
			return front, back, "", true
		}
	case '(':
		for _, b := range [...]string{"in", "inn", "innen"} {
			rest, ok := strings.CutPrefix(back, b+")")
			if ok && (rest == "" || b == "inn" && rest == "en") {
				return front, b, rest, true
			}
		}
	}
	return "", "", "", false
}
