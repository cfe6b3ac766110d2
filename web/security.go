package web

import (
	"net"
	"net/http"
	"strings"
)

// Nothing that is not of the page's own files is loaded or run.
const pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// What the API answers is to be read by programs, and does nothing where a browser shows it.
const answerPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

// secure sets the headers that every answer has.
func (h *handler) secure(header http.Header, r *http.Request) {
	header.Set("Content-Security-Policy", answerPolicy)
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("Cross-Origin-Opener-Policy", "same-origin")
	header.Set("Cross-Origin-Resource-Policy", "same-origin")
	header.Set("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()")
	header.Set("Cache-Control", "no-store")
	if len(h.origins) == 0 {
		return
	}
	header.Add("Vary", "Origin")
	if origin := r.Header.Get("Origin"); h.origins[origin] {
		header.Set("Access-Control-Allow-Origin", origin)
		header.Set("Access-Control-Expose-Headers", "Retry-After, "+CharsetHeader)
	}
}

// options answers OPTIONS: what the path takes, and whether a page of another origin may
// send it (a preflight).
func (h *handler) options(w http.ResponseWriter, r *http.Request, allow string) *problem {
	header := w.Header()
	header.Set("Allow", allow)
	if r.Header.Get("Access-Control-Request-Method") != "" {
		if origin := r.Header.Get("Origin"); !h.origins[origin] {
			return crossOrigin.with("The origin %q may not use this server.", origin)
		}
		header.Add("Vary", "Access-Control-Request-Method, Access-Control-Request-Headers")
		header.Set("Access-Control-Allow-Methods", allow)
		header.Set("Access-Control-Allow-Headers", "Accept, Content-Type")
		header.Set("Access-Control-Max-Age", "600")
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// hostname returns the host without its port, the brackets of IPv6 and a final full stop.
func hostname(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	return strings.ToLower(strings.TrimSuffix(host, "."))
}
