"""Reads JSON bodies as protocol.md, "Bodies", has them: strictly in what is known, skipping what is not."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Any, Literal, NoReturn, NotRequired, TypeVar, cast, get_args, get_origin, get_type_hints, is_typeddict

T = TypeVar("T")
Check = Callable[[Any], Any]
DEPTH = 32


class BadBody(ValueError):
    """The body is not what protocol.md allows."""


def read(kind: type[T], data: bytes) -> T:
    """The body, checked against a type of `results`. Keys that it does not know are left as they are."""
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise BadBody(f"no JSON body: {error}") from None
    _bound_depth(value)
    # A type is as hashable as anything; mypy does not see it in a type variable.
    return cast(T, _checker(cast(Any, kind))(value))


class _Twice(dict[str, Any]):
    """A map in which keys occur twice: refused if one of them is known."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.repeated = {key for key, count in Counter(key for key, _ in pairs).items() if count > 1}


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else _Twice(pairs)


def _no_number(text: str) -> NoReturn:
    raise BadBody(f"{text} is no number")


def _bound_depth(value: Any) -> None:
    level = [value]
    for _ in range(DEPTH):
        level = [
            item
            for outer in level
            if isinstance(outer, (dict, list))
            for item in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(item, (dict, list))
        ]
        if not level:
            return
    raise BadBody(f"nested deeper than {DEPTH}")


@cache
def _checker(kind: Any) -> Check:
    """What takes a value and gives it back as the type has it, or raises BadBody."""
    origin = get_origin(kind)
    if origin is NotRequired:
        return _checker(get_args(kind)[0])
    if origin is list:
        return _list_checker(_checker(get_args(kind)[0]))
    if origin is Literal:
        labels = get_args(kind)
        return lambda value: value if _text(value) in labels else labels[0]
    if is_typeddict(kind):
        return _map_checker(kind)
    return {str: _text, int: _integer, float: _number, bool: _boolean}[kind]


def _map_checker(kind: Any) -> Check:
    fields = {name: _checker(hint) for name, hint in get_type_hints(kind).items()}
    required: frozenset[str] = kind.__required_keys__

    def check(value: Any) -> Any:
        if not isinstance(value, dict):
            raise BadBody(f"{value!r} is no {kind.__name__}")
        if isinstance(value, _Twice) and any(name in fields for name in value.repeated):
            raise BadBody(f"a field of {kind.__name__} twice")
        for name in required:
            if name not in value:
                raise BadBody(f"{kind.__name__} without {name}")
        return {name: fields[name](item) if name in fields else item for name, item in value.items()}

    return check


def _list_checker(item: Check) -> Check:
    def check(value: Any) -> Any:
        if not isinstance(value, list):
            raise BadBody(f"{value!r} is no list")
        return [item(one) for one in value]

    return check


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise BadBody(f"{value!r} is no text")
    # Half a surrogate pair, which `\u` can write and UTF-8 cannot.
    return value if value.isascii() else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _integer(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not -(2**63) <= value < 2**63:
        raise BadBody(f"{value!r} is no integer of 64 bits")
    return value


def _number(value: Any) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not math.isfinite(value):
        raise BadBody(f"{value!r} is no number")
    return value


def _boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise BadBody(f"{value!r} is no boolean")
    return value
