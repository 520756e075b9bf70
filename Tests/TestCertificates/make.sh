# Makes the certificates of TestCertificates.swift in the current folder.
set -euo pipefail

key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1.key"; chmod 600 "$1.key"; }

authority() { key "$1"; openssl req -x509 -new -key "$1.key" -subj "/CN=$1" -days 2 -out "$1.pem"; }

# certificate NAME AUTHORITY SUBJECT-ALTERNATIVE-NAMES DAYS
certificate() {
    key "$1"
    echo "subjectAltName=$3" >names
    openssl req -new -key "$1.key" -subj "/CN=$1" -out request
    openssl x509 -req -in request -CA "$2.pem" -CAkey "$2.key" -CAcreateserial -days "$4" -extfile names -out "$1.pem"
}

authority root
authority other
certificate server root DNS:localhost,IP:127.0.0.1 2
certificate renewed root DNS:localhost,IP:127.0.0.1 2
certificate elsewhere root DNS:example.org 2
certificate expired root DNS:localhost,IP:127.0.0.1 -1
certificate client root DNS:client 2
certificate stranger other DNS:stranger 2
