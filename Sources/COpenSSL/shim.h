// OpenSSL 3, and under names of our own what it has as macros only.
#ifndef WIREDESK_COPENSSL_H
#define WIREDESK_COPENSSL_H

#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <string.h>

static inline int wiredesk_set_tls13_only(SSL_CTX *context) {
    return SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION);
}

static inline void wiredesk_set_modes(SSL_CTX *context) {
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
}

static inline int wiredesk_set_server_name(SSL *tls, const char *host) {
    return (int)SSL_set_tlsext_host_name(tls, host);
}

// The bytes that wait in a memory BIO, in place.
static inline long wiredesk_pending(BIO *bio, char **bytes) {
    return BIO_get_mem_data(bio, bytes);
}

static inline int wiredesk_clear(BIO *bio) {
    return BIO_reset(bio);
}

// Takes `wiredesk/1` if the client offers it, and refuses a client that offers only others: a request made for another
// protocol must not be taken for ours (the ALPACA attack).
static int wiredesk_select_protocol(
    SSL *tls, const unsigned char **chosen, unsigned char *chosen_length, const unsigned char *offered,
    unsigned int offered_length, void *unused
) {
    static const unsigned char ours[] = "\x0awiredesk/1";
    (void)tls;
    (void)unused;
    if (SSL_select_next_proto(
            (unsigned char **)chosen, chosen_length, ours, sizeof(ours) - 1, offered, offered_length
        ) != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_ALERT_FATAL;
    return SSL_TLSEXT_ERR_OK;
}

static inline void wiredesk_require_protocol(SSL_CTX *context) {
    SSL_CTX_set_alpn_select_cb(context, wiredesk_select_protocol, NULL);
}

static inline int wiredesk_offer_protocol(SSL_CTX *context) {
    static const unsigned char ours[] = "\x0awiredesk/1";
    return SSL_CTX_set_alpn_protos(context, ours, sizeof(ours) - 1);
}

#endif
