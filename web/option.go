package web

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"strings"
	"time"
)

// Option is a setting of the handler, made by functions such as [WithWorkers].
type Option func(*handler) error

// WithBodyLimit sets the largest body of a request in bytes; a larger one is refused. The
// default is 1 MiB, which is a long book for a newspaper. A web page that was saved with
// its pictures inside may need more.
func WithBodyLimit(bytes int64) Option {
	return func(h *handler) error {
		if bytes <= 0 {
			return fmt.Errorf("web: a limit of %d bytes lets no article in", bytes)
		}
		h.limit = bytes
		return nil
	}
}

// WithHeld sets how many bytes the bodies and answers of all requests may have together, from
// the first byte that comes to the last that the client has taken. What would be more is
// told to come again. The default is 128 MiB, and at least eight of the largest body.
func WithHeld(bytes int64) Option {
	return func(h *handler) error {
		if bytes <= 0 {
			return fmt.Errorf("web: with %d bytes held no article comes in", bytes)
		}
		h.held.max = bytes
		return nil
	}
}

// WithWorkers sets how many articles are analysed at once; the default is
// runtime.GOMAXPROCS.
func WithWorkers(n int) Option {
	return func(h *handler) error {
		if n <= 0 {
			return fmt.Errorf("web: %d workers read nothing", n)
		}
		h.turns = make(chan struct{}, n)
		return nil
	}
}

// WithWait sets how long a request waits for its turn before it is told to come again;
// the default is 30 seconds. A request whose context ends waits no longer.
func WithWait(d time.Duration) Option {
	return func(h *handler) error {
		if d <= 0 {
			return fmt.Errorf("web: a wait of %v is none", d)
		}
		h.wait = d
		return nil
	}
}

// WithOrigins lets pages of other origins use the API, such as
// "https://redaktion.example". The default is none.
func WithOrigins(origins ...string) Option {
	return func(h *handler) error {
		for _, o := range origins {
			u, err := url.Parse(o)
			if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || o != strings.ToLower(u.Scheme+"://"+u.Host) {
				return fmt.Errorf(`web: %q is no origin: want one such as "https://redaktion.example"`, o)
			}
			if err := h.foreign.AddTrustedOrigin(o); err != nil {
				return fmt.Errorf("web: %w", err)
			}
			h.origins[o] = true
		}
		return nil
	}
}

// WithHosts answers only requests for one of these host names or addresses, whatever the
// port. The default answers all. On a loopback address it keeps out pages that reach the
// server by a name of their own which resolves there (DNS rebinding).
func WithHosts(hosts ...string) Option {
	return func(h *handler) error {
		if h.hosts == nil {
			h.hosts = make(map[string]bool)
		}
		for _, name := range hosts {
			host := hostname(name)
			if host == "" || strings.ContainsAny(name, "/ ") || strings.Contains(host, ":") && net.ParseIP(host) == nil {
				return fmt.Errorf("web: %q is no host name", name)
			}
			h.hosts[host] = true
		}
		return nil
	}
}

// WithLogger sets where panics are logged; the default is slog.Default.
func WithLogger(l *slog.Logger) Option {
	return func(h *handler) error {
		if l == nil {
			return errors.New("web: the logger is nil")
		}
		h.logger = l
		return nil
	}
}
