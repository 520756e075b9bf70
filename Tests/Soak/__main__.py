#!/usr/bin/env python3
"""Puts the server's promises to the test, for long: see README.md."""

import sys

from soak.command import main

if __name__ == "__main__":
    sys.exit(main())
