package eval

import "testing"

func TestInterval(t *testing.T) {
	// Half of the articles are all right, half all wrong: F1 is the share of right ones
	// among 100 draws of a fair coin, of which 95% lie within 1.96 standard deviations of 5
	// points: 40 to 60.
	var scores []Score
	for i := range 100 {
		scores = append(scores, Score{float64(i % 2), 1, float64(i % 2), 1})
	}
	low, high := Interval(scores)
	if low < .38 || low > .42 || high < .58 || high > .62 {
		t.Errorf("interval %.3f to %.3f, want about .40 to .60", low, high)
	}
	if again, _ := Interval(scores); again != low {
		t.Errorf("the same scores give %v and %v", low, again)
	}
	if low, high := Interval(nil); low != 0 || high != 0 {
		t.Errorf("an interval of nothing, %v to %v", low, high)
	}
	if low, high := Interval([]Score{{1, 2, 1, 1}}); low != 2./3 || high != 2./3 { // P 1/2, R 1
		t.Errorf("one article always gives the same: %v to %v", low, high)
	}
}

func TestScore(t *testing.T) {
	var s Score
	if s.P() != 0 || s.R() != 0 || s.F1() != 0 || (Share{}).Value() != 0 {
		t.Error("nothing of nothing is not 0")
	}
	s.Add(Score{1, 2, 1, 1})
	s.Add(Score{1, 2, 1, 3})
	if s.P() != .5 || s.R() != .5 || s.F1() != .5 { // 2 of 4 on both sides
		t.Errorf("P %v R %v F1 %v, want .5 of each", s.P(), s.R(), s.F1())
	}
}
