package traceapi_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"

	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/settings"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/traceapi"
	"github.com/modeltrace/modeltrace-grafana/datasource-plugin/pkg/tracetest"
)

// identity is a certificate with its key, as PEM.
type identity struct{ certificate, key string }

// selfSigned is for 127.0.0.1 and the name given; it is its own authority.
func selfSigned(t *testing.T, name string, until time.Time) identity {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name}, DNSNames: []string{name},
		NotBefore: until.Add(-time.Hour), NotAfter: until, IsCA: true, BasicConstraintsValid: true,
		KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth},
	}
	if name == "" {
		template.DNSNames, template.IPAddresses = nil, []net.IP{net.IPv4(127, 0, 0, 1)}
	}
	certificate, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	encoded, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	text := func(kind string, der []byte) string {
		var out bytes.Buffer
		if err := pem.Encode(&out, &pem.Block{Type: kind, Bytes: der}); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	return identity{certificate: text("CERTIFICATE", certificate), key: text("EC PRIVATE KEY", encoded)}
}

func secureServer(t *testing.T, own identity, config *tls.Config) string {
	t.Helper()
	pair, err := tls.X509KeyPair([]byte(own.certificate), []byte(own.key))
	if err != nil {
		t.Fatal(err)
	}
	config.Certificates = []tls.Certificate{pair}
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(writer http.ResponseWriter, _ *http.Request) {
		tracetest.WriteJSON(writer, http.StatusOK, "{}")
	}))
	server.TLS, server.Config.ErrorLog = config, log.New(io.Discard, "", 0)
	server.StartTLS()
	t.Cleanup(server.Close)
	return server.URL
}

func TestWhatIsWrongWithTLSIsSaidWithWhatToDo(t *testing.T) {
	valid, expired := selfSigned(t, "", time.Now().Add(time.Minute)), selfSigned(t, "", time.Now().Add(-time.Minute))
	inner, person := selfSigned(t, "traces.inner", time.Now().Add(time.Minute)), selfSigned(t, "grafana", time.Now().Add(time.Minute))
	people := x509.NewCertPool()
	people.AppendCertsFromPEM([]byte(person.certificate))
	demanding := &tls.Config{ClientAuth: tls.RequireAndVerifyClientCert, ClientCAs: people}
	plain := tracetest.Serve(t, func(writer http.ResponseWriter, _ *http.Request) { tracetest.WriteJSON(writer, http.StatusOK, "{}") })
	plainAsTLS := strings.Replace(plain.URL, "http://", "https://", 1)
	for _, c := range []struct {
		name    string
		address string
		saved   settings.Settings
		tls     httpclient.TLSOptions
		want    string
	}{
		{"unknown authority", secureServer(t, valid, &tls.Config{}), settings.Settings{}, httpclient.TLSOptions{}, "authority that Grafana's server does not trust"},
		{"its authority entered", secureServer(t, valid, &tls.Config{}), settings.Settings{}, httpclient.TLSOptions{CACertificate: valid.certificate}, ""},
		{"verification off", secureServer(t, expired, &tls.Config{}), settings.Settings{}, httpclient.TLSOptions{InsecureSkipVerify: true}, ""},
		{"expired", secureServer(t, expired, &tls.Config{}), settings.Settings{}, httpclient.TLSOptions{CACertificate: expired.certificate}, "has expired"},
		{"another name", secureServer(t, inner, &tls.Config{}), settings.Settings{}, httpclient.TLSOptions{CACertificate: inner.certificate}, "another host name"},
		{"its name entered", secureServer(t, inner, &tls.Config{}), settings.Settings{TLSServerName: "traces.inner"}, httpclient.TLSOptions{CACertificate: inner.certificate}, ""},
		{"client certificate wanted", secureServer(t, valid, demanding.Clone()), settings.Settings{}, httpclient.TLSOptions{CACertificate: valid.certificate}, "client certificate"},
		{"client certificate of a stranger", secureServer(t, valid, demanding.Clone()), settings.Settings{}, httpclient.TLSOptions{CACertificate: valid.certificate, ClientCertificate: inner.certificate, ClientKey: inner.key}, "client certificate"},
		{"client certificate given", secureServer(t, valid, demanding.Clone()), settings.Settings{}, httpclient.TLSOptions{CACertificate: valid.certificate, ClientCertificate: person.certificate, ClientKey: person.key}, ""},
		{"no TLS there", plainAsTLS, settings.Settings{}, httpclient.TLSOptions{}, "does not speak TLS"},
		{"other TLS versions", secureServer(t, valid, &tls.Config{MinVersion: tls.VersionTLS13}), settings.Settings{}, httpclient.TLSOptions{InsecureSkipVerify: true, MaxVersion: tls.VersionTLS12}, "TLS versions"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := clientWith(t, c.address, c.saved, httpclient.Options{TLS: &c.tls}).JSON(context.Background(), columnsCall, &struct{}{})
			if c.want == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			if known := failure(t, err); known.Step != traceapi.StepTLS || !strings.Contains(known.Message, c.want) || !strings.HasPrefix(known.Message, "Cannot reach the trace server at https://") {
				t.Errorf("%s %q; cause %v", known.Step, known.Message, known.Unwrap())
			}
		})
	}
}
