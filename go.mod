module github.com/laut-nlp/laut

go 1.26
