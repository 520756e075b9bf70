"""A client of the Wiredesk protocol in Python's standard library, written from protocol.md.

    with Client("wiredesk://127.0.0.1:7411") as client:
        print(client.analyze("Mara Quill opened the bridge on Monday.")["entities"])
"""

from .addresses import DEFAULT_SERVER, tls_context
from .client import Client
from .errors import WiredeskError
from .results import Options, Result
from .tokens import Token

__all__ = ["DEFAULT_SERVER", "Client", "Options", "Result", "Token", "WiredeskError", "tls_context"]
