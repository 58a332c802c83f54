"""A fault put into functions that are imported already, in place of their own code."""

import ast
import gc
import types
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Place(NamedTuple):
    """Where a function stands in its module."""

    name: str
    line: int


def functions_of(path: Path) -> dict[Place, list[types.FunctionType]]:
    """The functions made of the module at `path` that are there now."""
    found: dict[Place, list[types.FunctionType]] = {}
    for one in gc.get_objects():
        if isinstance(one, types.FunctionType) and one.__code__.co_filename == str(
            path
        ):
            found.setdefault(_place(one.__code__), []).append(one)
    return found


def swapped(
    tree: ast.Module, path: Path, functions: dict[Place, list[types.FunctionType]]
) -> bool:
    """Whether the functions now have the code of `tree`; they keep theirs otherwise."""
    codes = list(_codes(compile(tree, str(path), "exec")))
    often = Counter(_place(code) for code in codes)
    pairs = [
        (function, code)
        for code in codes
        for function in functions.get(_place(code), ())
        if function.__code__ != code
    ]
    if not pairs or any(not _fits(*pair, often) for pair in pairs):
        return False
    for function, code in pairs:
        function.__code__ = code
    return True


def _codes(code: types.CodeType) -> Iterator[types.CodeType]:
    for inner in code.co_consts:
        if isinstance(inner, types.CodeType):
            yield inner
            yield from _codes(inner)


def _place(code: types.CodeType) -> Place:
    return Place(code.co_qualname, code.co_firstlineno)


def _fits(
    function: types.FunctionType, code: types.CodeType, often: Counter[Place]
) -> bool:
    """Whether the code can be the function's, and no other at the same place is."""
    old = function.__code__
    return often[_place(code)] == 1 and old.co_freevars == code.co_freevars
