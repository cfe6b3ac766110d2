package main

// note is the head of the model file.
const note = `Sources:
GermEval 2014 NER, training part:              CC BY 4.0
SmartData corpus, news:                        CC BY 4.0
Deutscher Bundestag, three annotated sittings: Apache License 2.0
Wikipedia (German), long articles:             CC BY-SA 4.0
Deutscher Bundestag, speeches:                 official works, section 5 UrhG
Features from: german-pos-dict, LanguageTool;  CC BY-SA 4.0
Retrieved: 2026-11-23
Changed:   annotations brought to one guideline; weights and clusters learned from them
Licence:   CC BY-SA 4.0
Built by:  go generate ./internal/model/ner
`
