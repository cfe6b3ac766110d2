package letters

import "testing"

func TestBothGenders(t *testing.T) {
	for form, want := range map[string]string{
		"Lehrer*innen": "Lehrerinnen", "Lehrer:in": "Lehrerin", "Kolleg·innen": "Kolleginnen", "Kund/innen": "Kundinnen", "Ärzt_innen": "Ärztinnen",
		"Lehrer*innenmangel": "Lehrerinnenmangel", "MitarbeiterInnen": "Mitarbeiterinnen", "MitarbeiterIn": "Mitarbeiterin",
		"Kolleg(inn)en": "Kolleginnen", "Schüler(innen)": "Schülerinnen", "Schüler(in)": "Schülerin",
		"Lehrerinnen": "", "LINNEN": "", "In": "", "*innen": "", "in": "", "jede*r": "", "": "", "nn": "", "Spinne": "", "a*inn": "", "er:innert": "",
	} {
		front, back, end, ok := BothGenders(form)
		if got := front + back + end; got != want || ok != (want != "") {
			t.Errorf("%q is %q, want %q", form, got, want)
		}
	}
}
