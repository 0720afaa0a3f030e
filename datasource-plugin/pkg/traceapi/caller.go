package traceapi

import (
	"context"
	"net/http"
)

// Caller is for whom a call is made, as far as its answer depends on that.
type Caller struct {
	// Headers that Grafana sends with the caller's request. The client forwards the OAuth identity and cookies among them
	// when the settings say so, and nothing else.
	Headers http.Header
	// ContentsWithheld says that the caller may not see prompts and answers. The calls of such callers share no answer
	// with those of others.
	ContentsWithheld bool
}

type callerKey struct{}

// WithCaller says for whom calls with this context are made. Calls without a caller forward nothing.
func WithCaller(ctx context.Context, caller Caller) context.Context {
	return context.WithValue(ctx, callerKey{}, caller)
}

func callerOf(ctx context.Context) Caller {
	caller, _ := ctx.Value(callerKey{}).(Caller)
	return caller
}

// Names of headers that can be forwarded.
const (
	authorizationHeader = "Authorization"
	idTokenHeader       = "X-Id-Token"
	cookieHeader        = "Cookie"
)

func (c *Client) forwarded(caller Caller) http.Header {
	var names []string
	if c.settings.ForwardIdentity {
		names = append(names, authorizationHeader, idTokenHeader)
	}
	if c.settings.ForwardCookies {
		names = append(names, cookieHeader)
	}
	headers := http.Header{}
	for _, name := range names {
		if value := caller.Headers.Get(name); value != "" {
			headers.Set(name, value)
		}
	}
	return headers
}

// authorize says who asks. The caller's own identity goes before the API key, which would otherwise hide it; the key is
// for callers without one, such as alert rules. A custom header or basic authentication is set by the SDK: the first
// replaces what is set here, the second only fills in.
func (c *Client) authorize(request *http.Request, forwarded http.Header) {
	for name, values := range forwarded {
		request.Header[name] = values
	}
	if request.Header.Get(authorizationHeader) == "" && c.settings.APIKey != "" {
		request.Header.Set(authorizationHeader, bearer(c.settings.APIKey))
	}
}

func bearer(key string) string {
	return "Bearer " + key
}
