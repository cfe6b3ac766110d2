package bench

// Contestant is one way of doing a task. Units is how much of the task a Run
// does, counted in the task's unit.
type Contestant struct {
	Name  string
	Units int
	Run   func()
}

// Task is work whose contestants are compared with each other.
type Task struct {
	Name        string
	Unit        string  // "byte" or "word"
	Tokens      float64 // laut's tokens in a unit of text, whoever cuts it; 0 for words
	Reference   string  // the contestant that ratios refer to
	Contestants []Contestant
}

// Tasks returns everything whose speed is measured. The tokenizers read a
// megabyte of text; the pipelines, up to a thousand times slower, one article.
// words is the stemmers' vocabulary; without it there is no such task.
func Tasks(words []string) []Task {
	text := Text(1 << 20)
	tasks := []Task{
		textTask("tokens", "uax29 words", text, Tokenizers()),
		textTask("tokens and sentences", "uax29 words", text, Splitters()),
		textTask("everything at once", "prose v3 NewDocument", Article, Pipelines()),
	}
	if len(words) == 0 {
		return tasks
	}
	stems := Task{Name: "stems", Unit: "word", Reference: "snowballstem"}
	for _, s := range Stemmers() {
		stems.Contestants = append(stems.Contestants, Contestant{s.Name, len(words), func() { s.Run(words) }})
	}
	return append(tasks, stems)
}

func textTask(name, reference, text string, ts []Tokenizer) Task {
	tokens := float64(lautTokens(text)) / float64(len(text))
	task := Task{Name: name, Unit: "byte", Tokens: tokens, Reference: reference}
	for _, t := range ts {
		task.Contestants = append(task.Contestants, Contestant{t.Name, len(text), func() { t.Run(text) }})
	}
	return task
}
