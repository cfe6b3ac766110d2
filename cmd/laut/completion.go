package main

import (
	"flag"
	"fmt"
	"io"
	"regexp"
	"strings"
)

var shells = map[string]func([]completed) string{"bash": bashScript, "zsh": zshScript, "fish": fishScript}

var shellNames = []string{"bash", "zsh", "fish"}

func runCompletion(args []string, std streams) int {
	flags := newFlags()
	if status, stop := parse(flags, args, "completion", &std); stop {
		return status
	}
	script := shells[flags.Arg(0)]
	if script == nil || flags.NArg() != 1 {
		return std.misused("completion needs %s", list(shellNames))
	}
	_, err := io.WriteString(std.out, script(each(commands(), completedOf)))
	return printed(err, std.err)
}

// completed is a command as a shell sees it.
type completed struct {
	command
	flags []completedFlag
}

type completedFlag struct {
	name  string
	about string   // the beginning of what its help says
	words []string // what it takes; nil if not one of some words
	value string   // what stands for the value in the help; empty if it takes none
}

func completedOf(c command) completed {
	out := completed{command: c}
	c.flags().VisitAll(func(f *flag.Flag) {
		value, usage := flag.UnquoteUsage(f)
		x := completedFlag{name: f.Name, value: value, about: firstClause(strings.TrimPrefix(usage, value))}
		if enumerated.MatchString(value) && !strings.Contains(value, "FILE") {
			x.words = strings.Split(value, "|")
		}
		out.flags = append(out.flags, x)
	})
	out.flags = append(out.flags, completedFlag{name: "h", about: "print the help"})
	return out
}

// enumerated are values like table|jsonl and PER|ORG; FILE|FOLDER/ stands for something else.
var enumerated = regexp.MustCompile(`^[A-Za-z0-9_/]+(\|[A-Za-z0-9_/]+)+$`)

// firstClause returns a usage up to its first mark, without what a shell would interpret.
func firstClause(usage string) string {
	if i := strings.IndexAny(usage, ".:,;("); i >= 0 {
		usage = usage[:i]
	}
	return strings.Join(strings.Fields(strings.NewReplacer(`'`, "", `"`, "", `\`, "", "[", "", "]", "", "$", "", "`", "").Replace(usage)), " ")
}

// names returns the commands that have a name.
func names(cs []completed) (names []string) {
	for _, c := range cs {
		if c.name != "" {
			names = append(names, c.name)
		}
	}
	return names
}

func bashScript(cs []completed) string {
	var values, words strings.Builder
	for _, c := range cs {
		for _, f := range c.flags {
			if f.words != nil {
				fmt.Fprintf(&values, "\t%s:-%s) COMPREPLY=($(compgen -W '%s' -- \"$cur\")); return ;;\n", c.name, f.name, strings.Join(f.words, " "))
			}
		}
		more := c.words
		if c.name == "" {
			more = names(cs)
		}
		fmt.Fprintf(&words, "\t'%s') flags='%s'; words='%s' ;;\n", c.name, strings.Join(each(c.flags, func(f completedFlag) string { return "-" + f.name }), " "), strings.Join(more, " "))
	}
	return `# Completion of laut for bash: source <(laut completion bash)
_laut() {
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= flags= words=
	COMPREPLY=()
	case $cur in =) cur= ;; *) [[ $prev == = ]] && prev=${COMP_WORDS[COMP_CWORD-2]} ;; esac
	if ((COMP_CWORD > 1)); then
		case ${COMP_WORDS[1]} in ` + strings.Join(names(cs), "|") + `) command=${COMP_WORDS[1]} ;; esac
	fi
	case $command:$prev in
` + values.String() + `	esac
	case $command in
` + words.String() + `	esac
	if [[ $cur == -* ]]; then
		COMPREPLY=($(compgen -W "$flags" -- "$cur"))
		return
	fi
	if ((COMP_CWORD == 1)) || [[ -n $command ]]; then
		COMPREPLY=($(compgen -W "$words" -- "$cur"))
	fi
	local IFS=$'\n'
	COMPREPLY+=($(compgen -f -- "$cur"))
}
complete -o filenames -F _laut laut
`
}

func zshScript(cs []completed) string {
	var b strings.Builder
	b.WriteString("#compdef laut\n# Completion of laut for zsh: source <(laut completion zsh)\n_laut() {\n\tcase $words[2] in\n")
	for _, c := range cs {
		if c.name != "" {
			rest := "'*:file:_files'"
			if c.words != nil {
				rest = fmt.Sprintf(`'1:what:(%s)' '*:file:_files'`, strings.Join(c.words, " "))
			}
			fmt.Fprintf(&b, "\t%s)\n\t\tif ((CURRENT > 2)); then\n\t\t\tshift words\n\t\t\t((CURRENT--))\n\t\t\t_arguments -S %s%s\n\t\t\treturn\n\t\tfi ;;\n", c.name, zshFlags(c), rest)
		}
	}
	b.WriteString("\tesac\n")
	for _, c := range cs {
		if c.name == "" {
			fmt.Fprintf(&b, "\t_arguments -S %s'1: :_laut_first' '*:file:_files'\n", zshFlags(c))
		}
	}
	b.WriteString("}\n_laut_first() {\n\t_alternative 'commands:command:((")
	for _, c := range cs {
		if c.name != "" {
			fmt.Fprintf(&b, ` %s\:"%s"`, c.name, c.about)
		}
	}
	b.WriteString("))' 'files:file:_files'\n}\nif [[ $funcstack[1] == _laut ]]; then _laut \"$@\"; else compdef _laut laut; fi\n")
	return b.String()
}

func zshFlags(c completed) string {
	var b strings.Builder
	for _, f := range c.flags {
		value := ""
		switch {
		case f.words != nil:
			value = fmt.Sprintf(":%s:(%s)", f.name, strings.Join(f.words, " "))
		case strings.Contains(f.value, "FILE"):
			value = fmt.Sprintf(":%s:_files", f.name)
		case f.value != "":
			value = fmt.Sprintf(":%s: ", f.name)
		}
		fmt.Fprintf(&b, "'*-%s[%s]%s' ", f.name, f.about, value)
	}
	return b.String()
}

func fishScript(cs []completed) string {
	var b strings.Builder
	b.WriteString("# Completion of laut for fish: laut completion fish > ~/.config/fish/completions/laut.fish\n")
	all := strings.Join(names(cs), " ")
	for _, c := range cs {
		where := "__fish_seen_subcommand_from " + c.name
		if c.name == "" {
			where = "not __fish_seen_subcommand_from " + all
		} else {
			fmt.Fprintf(&b, "complete -c laut -n 'not __fish_seen_subcommand_from %s' -a %s -d '%s'\n", all, c.name, c.about)
		}
		if c.words != nil {
			fmt.Fprintf(&b, "complete -c laut -n '%s' -a '%s'\n", where, strings.Join(c.words, " "))
		}
		for _, f := range c.flags {
			kind, value := "-o", ""
			if len(f.name) == 1 {
				kind = "-s"
			}
			switch {
			case f.words != nil:
				value = fmt.Sprintf(" -x -a '%s'", strings.Join(f.words, " "))
			case strings.Contains(f.value, "FILE"):
				value = " -r"
			case f.value != "":
				value = " -x"
			}
			fmt.Fprintf(&b, "complete -c laut -n '%s' %s %s%s -d '%s'\n", where, kind, f.name, value, f.about)
		}
	}
	return b.String()
}
