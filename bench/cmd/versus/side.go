package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/laut-nlp/laut/bench/stages"
)

// program is what is built with each revision, together with package stages as it is
// in the working tree.
const program = `package main

import (
	"fmt"
	"os"

	"github.com/laut-nlp/laut/bench/stages"
)

func main() {
	if err := stages.Serve(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
`

// build makes the program in dir and returns its path.
func build(dir, revision string) (string, error) {
	source, err := filepath.Abs("..")
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(filepath.Join(dir, "stages"), 0o755); err != nil {
		return "", err
	}
	if revision != "." {
		source = filepath.Join(dir, "laut")
		if err := checkOut(source, revision); err != nil {
			return "", err
		}
	}
	files, err := filepath.Glob("stages/*.go")
	if err != nil {
		return "", err
	}
	if len(files) == 0 {
		return "", errors.New("no package stages in this folder, which should be bench")
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		b, err := os.ReadFile(name)
		if err != nil {
			return "", err
		}
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o644); err != nil {
			return "", err
		}
	}
	// The sums of the revision's own requirements, so that nobody has to be asked for them.
	sums, err := os.ReadFile(filepath.Join(source, "go.sum"))
	if err != nil {
		return "", err
	}
	mod := "module github.com/laut-nlp/laut/bench\n\ngo 1.26.0\n\nrequire github.com/laut-nlp/laut v0.0.0\n\n" +
		"replace github.com/laut-nlp/laut => " + source + "\n"
	for name, text := range map[string]string{"go.mod": mod, "go.sum": string(sums), "main.go": program} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			return "", err
		}
	}
	path := filepath.Join(dir, "program.exe") // the suffix does no harm where it is not needed
	cmd := exec.Command("go", "build", "-mod=mod", "-o", path, ".")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%s does not build: %w\n%s", revision, err, out)
	}
	return path, nil
}

// checkOut writes the files of a revision to dir. It leaves git's own folders as they
// are, so nothing has to be put in order if the program is stopped.
func checkOut(dir, revision string) error {
	if err := os.Mkdir(dir, 0o755); err != nil {
		return err
	}
	archive := dir + ".tar"
	for _, args := range [][]string{
		{"git", "-C", "..", "archive", "--format=tar", "-o", archive, revision},
		{"tar", "-xf", archive, "-C", dir},
	} {
		if out, err := exec.Command(args[0], args[1:]...).CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w\n%s", strings.Join(args[:2], " "), err, out)
		}
	}
	return nil
}

// side is the process of one revision.
type side struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	enc *json.Encoder
	dec *json.Decoder
}

func start(path string, job stages.Job) (*side, error) {
	s := &side{cmd: exec.Command(path)}
	s.cmd.Stderr = os.Stderr
	in, err := s.cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	s.in, s.enc, s.dec = in, json.NewEncoder(in), json.NewDecoder(out)
	if err := s.cmd.Start(); err != nil {
		return nil, err
	}
	if err := s.enc.Encode(job); err != nil {
		return nil, errors.Join(err, s.end())
	}
	return s, nil
}

// ask waits for the answer, which only one of the sides works on at a time.
func (s *side) ask(question string, answer any) error {
	if err := s.enc.Encode(question); err != nil {
		return err
	}
	return s.dec.Decode(answer)
}

func (s *side) end() error {
	s.in.Close()
	return s.cmd.Wait()
}
