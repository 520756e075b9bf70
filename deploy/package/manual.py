#!/usr/bin/env python3
"""Writes wiredesk.1 beside this file from what the executable says of itself.

    python3 deploy/package/manual.py .build/release/wiredesk           write it
    python3 deploy/package/manual.py .build/release/wiredesk --check   fail if it says something else

Options and their texts come from `--experimental-dump-help`, which swift-argument-parser gives every command, so the page
is never behind the program. Its own generator of manuals builds the package once more and knows neither exit codes nor
environment, which stand here.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parent / "wiredesk.1"

ENVIRONMENT = [
    ("WIREDESK_SERVER", "The server that analyze, batch, ping and stats use if none is named."),
    ("WIREDESK_TOKEN_FILE", "A file with the token that the server asks for, NAME SECRET."),
    ("TRACEPARENT", "A W3C trace context, which goes with every request to a server, into its log and into error messages."),
    ("NO_COLOR", "If it is set, output has no colour."),
]
EXIT_CODES = [
    ("0", "All went well."),
    ("1", "Some inputs failed; the others have their results."),
    ("64", "The command was used wrongly."),
    ("65", "The input cannot be analysed."),
    ("69", "The server is not there, or refuses."),
    ("75", "The server is busy or went away: try again later."),
    ("130", "Interrupted."),
]
FILES = [("/etc/wiredesk/", "Tokens, certificate and key of the server that wiredesk.service runs.")]
EXAMPLES = [
    ("Read a page in the terminal", "wiredesk analyze page.html"),
    ("One JSON object for each file", "wiredesk analyze --format json *.html"),
    ("A corpus, which goes on where it was when it is started again",
     "wiredesk batch --input articles.jsonl --output results.jsonl --resume results.log"),
    ("A server for this machine, and a question to it", "wiredesk serve & wiredesk ping"),
]  # fmt: skip


def escaped(text: str) -> str:
    """Text for troff: no escapes, no hyphens that are minus signs, no line that begins like a request."""
    lines = text.replace("\\", "\\e").replace("-", "\\-").splitlines()
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in lines)


def paragraphs(text: str) -> str:
    return "\n.PP\n".join(escaped(one.replace("\n", " ")) for one in text.split("\n\n"))


def name_of(argument: dict[str, Any]) -> str:
    names = ["-" + one["name"] if one["kind"] == "short" else "--" + one["name"] for one in argument.get("names", [])]
    value = argument.get("valueName", "")
    if argument["kind"] == "positional":
        return f"\\fI{escaped(value)}\\fR"
    shown = ", ".join(f"\\fB{escaped(name)}\\fR" for name in names)
    return shown + (f" \\fI{escaped(value)}\\fR" if argument["kind"] == "option" else "")


def meaning(argument: dict[str, Any]) -> str:
    text = argument.get("abstract", "")
    values = argument.get("allValues", [])
    if any(value not in text for value in values):
        text += f" One of {', '.join(values)}."
    if (default := argument.get("defaultValue")) and "(default" not in text:
        text += f" Default: {default}."
    return escaped(text)


def usage(command: dict[str, Any]) -> str:
    words = [f"\\fBwiredesk {command['commandName']}\\fR", "[\\fIoptions\\fR]"]
    for argument in command.get("arguments", []):
        if argument["kind"] == "positional":
            words.append(f"[\\fI{argument['valueName']}\\fR]" + ("..." if argument["isRepeating"] else ""))
    return " ".join(words)


def section(command: dict[str, Any]) -> list[str]:
    lines = [f".SS {escaped(command['commandName'])}", usage(command), ".PP", paragraphs(command.get("abstract", ""))]
    if discussion := command.get("discussion"):
        lines += [".PP", paragraphs(discussion)]
    for argument in command.get("arguments", []):
        if argument.get("shouldDisplay", True) and argument.get("preferredName", {}).get("name") not in ("version", "help"):
            lines += [".TP", name_of(argument), meaning(argument)]
    return lines


def table(title: str, rows: list[tuple[str, str]]) -> list[str]:
    lines = [f".SH {title}"]
    for name, text in rows:
        lines += [".TP", f"\\fB{escaped(name)}\\fR", escaped(text)]
    return lines


def page(command: dict[str, Any], version: str) -> str:
    commands = [one for one in command["subcommands"] if one["commandName"] != "help" and one.get("shouldDisplay", True)]
    lines = [
        f'.TH WIREDESK 1 "" "wiredesk {version}" "User Commands"',
        ".SH NAME",
        f"wiredesk \\- {escaped(command['abstract'].rstrip('.'))}",
        ".SH SYNOPSIS",
    ]
    for index, one in enumerate(commands):
        lines += ([".br"] if index else []) + [usage(one)]
    if discussion := command.get("discussion"):
        lines += [".SH DESCRIPTION", paragraphs(discussion)]
    lines += [".SH COMMANDS", "Every command has \\fB\\-\\-help\\fR and \\fB\\-\\-version\\fR."]
    for one in commands:
        lines += section(one)
    lines += table("EXIT STATUS", EXIT_CODES) + table("ENVIRONMENT", ENVIRONMENT) + table("FILES", FILES)
    lines += [".SH EXAMPLES"]
    for index, (title, example) in enumerate(EXAMPLES):
        lines += ([".PP"] if index else []) + [f"{escaped(title)}:", ".PP", ".RS 4", ".nf", escaped(example), ".fi", ".RE"]
    return "\n".join(line for line in lines if line) + "\n"


def main() -> int:
    program = sys.argv[1]
    described = subprocess.run([program, "--experimental-dump-help"], capture_output=True, text=True, check=True).stdout
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split()[0]
    written = page(json.loads(described)["command"], version)
    if "--check" in sys.argv[2:]:
        if PAGE.read_text(encoding="utf-8") == written:
            return 0
        print(f"{PAGE} is out of date: python3 deploy/package/manual.py {program}", file=sys.stderr)
        return 1
    PAGE.write_text(written, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
