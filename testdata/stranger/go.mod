module example.com/stranger

go 1.26.0

require github.com/laut-nlp/laut v0.0.0

replace github.com/laut-nlp/laut => ../..
