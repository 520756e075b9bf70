#!/usr/bin/env python3
"""Writes the table of HTML's named character references as Swift.

    make.py > Sources/WiredeskEngine/Reading/HTML/Tokenizing/NamedCharacterReferences+List.swift

The source is `html.entities.html5` of Python's standard library, which is the table of the HTML standard (13.5).
"""
import textwrap
from html.entities import html5

words = []
for name in sorted(html5):
    if not name.endswith(";"):
        assert name + ";" in html5
        continue
    legacy = "*" if name[:-1] in html5 else ""
    words.append(f"{name[:-1]}{legacy}={'+'.join('%X' % ord(c) for c in html5[name])}")

print("// Made by Training/html-references/make.py. Do not edit.")
print()
print("extension NamedCharacterReferences {")
print("    /// Each name without its semicolon, a \"*\" if HTML knows it without one too, and its code points in hexadecimal.")
print('    static let list: StaticString = """')
lines = textwrap.wrap(" ".join(words), 108, break_long_words=False, break_on_hyphens=False)
print("\n".join("        " + line for line in lines))
print('        """')
print("}")
