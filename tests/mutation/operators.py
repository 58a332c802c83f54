"""Small faults planted in a module's code, one at a time.

Only what runs is changed: docstrings, annotations, decorators (what a rule says of itself,
its examples) and texts stay as they are.
"""

import ast
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_SUMS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one fault.

    Attributes:
        line: Where, in the module's source.
        told: What was changed: "< → <=".
        lines: Those of the statement, or of its head, that the fault is in.
        source: The module without the fault.
        number: Which of the nodes that run is changed.
    """

    line: int
    told: str
    lines: range
    source: str
    number: int

    @property
    def tree(self) -> ast.Module:
        """The whole module, changed."""
        tree = ast.parse(self.source)
        node, _ = next(itertools.islice(_running(tree), self.number, None))
        for _told, change in _changes(node):
            change(node)
        return ast.fix_missing_locations(tree)


def mutants(source: str) -> Iterator[Mutant]:
    """The module of `source` with each small fault in turn, in the order of its lines."""
    for number, (node, lines) in enumerate(_running(ast.parse(source))):
        for told, _change in _changes(node):
            yield Mutant(getattr(node, "lineno", 0), told, lines, source, number)


def _running(tree: ast.Module) -> Iterator[tuple[ast.AST, range]]:
    """The nodes inside functions that run, in order, each with its statement's lines."""
    for statement in tree.body:
        if isinstance(statement, ast.FunctionDef | ast.ClassDef):
            yield from _inside(statement, range(0))


def _inside(node: ast.AST, lines: range) -> Iterator[tuple[ast.AST, range]]:
    body = getattr(node, "body", None)
    if isinstance(node, ast.FunctionDef | ast.ClassDef) and isinstance(body, list):
        for statement in body:
            if not _is_text(statement):
                yield from _inside(statement, lines)
        return
    if isinstance(node, ast.AnnAssign):
        if node.value is not None:
            yield from _inside(node.value, _own_lines(node))
        return
    if isinstance(node, ast.stmt | ast.ExceptHandler | ast.match_case):
        lines = _own_lines(node)
    yield node, lines
    for child in ast.iter_child_nodes(node):
        yield from _inside(child, lines)


def _own_lines(node: ast.stmt | ast.ExceptHandler | ast.match_case) -> range:
    """The lines of a statement; of one with a body, of its head."""
    placed = node.pattern if isinstance(node, ast.match_case) else node
    body: list[ast.stmt] = getattr(node, "body", [])
    end = body[0].lineno - 1 if body else placed.end_lineno or placed.lineno
    return range(placed.lineno, max(end, placed.lineno) + 1)


def _is_text(statement: ast.AST) -> bool:
    """Whether a statement is a docstring."""
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


def _changes(node: ast.AST) -> Iterator[tuple[str, Callable[[ast.AST], object]]]:
    """What can be changed at `node`, each with what is told of it."""
    match node:
        case ast.Compare(ops=[operator]) if type(operator) in _COMPARISONS:
            other = _COMPARISONS[type(operator)]
            yield _named(operator, other), lambda one: _set(one, "ops", [other()])
        case ast.BoolOp():
            swapped = ast.Or if isinstance(node.op, ast.And) else ast.And
            yield _named(node.op, swapped), lambda one: _set(one, "op", swapped())
        case ast.BinOp() if type(node.op) in _SUMS:
            turned = _SUMS[type(node.op)]
            yield _named(node.op, turned), lambda one: _set(one, "op", turned())
        case ast.UnaryOp(op=ast.Not()):
            yield "not … → …", _plain
        case ast.Constant(value=bool(value)):
            yield f"{value} → {not value}", lambda one: _set(one, "value", not value)
        case ast.Constant(value=int(value)):
            more = int(value) + 1
            yield f"{value} → {more}", lambda one: _set(one, "value", more)
        case ast.If() | ast.IfExp() | ast.While() if not _is_negated(node.test):
            yield "if … → if not …", lambda one: _set(one, "test", _not(one))
        case ast.Return(value=ast.expr() as value) if not _is_said(value):
            yield "return … → return None", lambda one: _set(one, "value", None)
        case ast.Continue():
            yield "continue → break", lambda one: _set(one, "__class__", ast.Break)
        case _:
            return


def _plain(one: ast.AST) -> None:
    """Leave a negation out: twice negated is as it was."""
    _set(one, "operand", ast.UnaryOp(ast.Not(), one.operand))  # type: ignore[attr-defined]


def _is_negated(test: ast.expr) -> bool:
    """Whether the negation itself is turned round already."""
    return isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)


def _not(one: ast.AST) -> ast.expr:
    return ast.UnaryOp(ast.Not(), one.test)  # type: ignore[attr-defined]


def _is_said(value: ast.expr) -> bool:
    """Whether it is None already, or True or False: they are turned round instead."""
    known = (None, True, False)
    return isinstance(value, ast.Constant) and any(value.value is one for one in known)


def _set(one: ast.AST, name: str, value: object) -> None:
    setattr(one, name, value)


def _named(before: ast.AST, after: type[ast.AST]) -> str:
    return f"{type(before).__name__} → {after.__name__}"
