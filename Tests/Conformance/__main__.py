#!/usr/bin/env python3
"""Plays protocol.md to a server or to a client: see README.md."""

import sys

from conformance.command import main

if __name__ == "__main__":
    sys.exit(main())
