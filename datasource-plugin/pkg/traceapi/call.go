package traceapi

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
)

// Call is one request to the trace server. All calls of the data source only read, so every one may be repeated.
type Call struct {
	Method string
	// Path below the server's URL, its parts already escaped.
	Path  string
	Query url.Values
	// Body is sent as JSON; nil sends none.
	Body any
	// Range is sent as the header of this name; empty asks for the whole answer.
	Range string
	// Once keeps a refusal for now (429, 503) from being tried again: it is the answer that is wanted.
	Once bool
}

// String describes the call for people: Grafana's query inspector shows it.
func (call Call) String() string {
	text := call.Method + " " + call.Path
	if query := call.Query.Encode(); query != "" {
		text += "?" + query
	}
	if call.Body == nil {
		return text
	}
	body, err := json.MarshalIndent(call.Body, "", "  ")
	if err != nil {
		return text
	}
	return text + "\n" + string(body)
}

// prepared is a call as it is sent, by which identical ones are found and which can be sent more than once.
type prepared struct {
	call    Call
	address string
	body    []byte
	accept  string
	// forwarded headers are the caller's own: cookies and the OAuth identity.
	forwarded http.Header
	withheld  bool
}

func (c *Client) prepare(ctx context.Context, call Call, accept string) (prepared, error) {
	address, err := url.Parse(c.settings.URL.String() + call.Path)
	if err != nil {
		return prepared{}, pluginError(errors.New("the data source built a path that is not valid"))
	}
	address.RawQuery = call.Query.Encode()
	caller := callerOf(ctx)
	made := prepared{call: call, address: address.String(), accept: accept, forwarded: c.forwarded(caller), withheld: caller.ContentsWithheld}
	if call.Body != nil {
		if made.body, err = json.Marshal(call.Body); err != nil {
			return prepared{}, pluginError(errors.New("the data source could not write its request as JSON"))
		}
	}
	return made, nil
}

// request is made anew for every try.
func (c *Client) request(ctx context.Context, made prepared) (*http.Request, error) {
	var body io.Reader
	if made.body != nil {
		body = bytes.NewReader(made.body)
	}
	request, err := http.NewRequestWithContext(ctx, made.call.Method, made.address, body)
	if err != nil {
		return nil, pluginError(errors.New("the data source built a request that is not valid"))
	}
	request.Header.Set("Accept", made.accept)
	if made.body != nil {
		request.Header.Set("Content-Type", mediaJSON)
	}
	if made.call.Range != "" {
		request.Header.Set("Range", made.call.Range)
	}
	// An empty list is not sent. It tells Go's transport that a POST may be sent again when a kept connection turns out
	// to be closed, as after a restart of the trace server.
	request.Header["Idempotency-Key"] = []string{}
	c.authorize(request, made.forwarded)
	return request, nil
}

// key is the same for calls that get the same answer: the same request by callers whom the trace server, and the data
// source's own rule on contents, cannot tell apart.
func (made prepared) key() (flightKey, error) {
	text, err := json.Marshal([]any{made.call.Method, made.address, made.body, made.accept, made.call.Range, made.forwarded, made.withheld})
	return sha256.Sum256(text), err
}
