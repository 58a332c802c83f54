"""Frozen values at a small price: dataclasses whose functions are not compiled by class.

`dataclass(frozen=True, slots=True)` writes six functions for each class and compiles
them: 0.7 ms, and a start loads seventy such classes in each of its two processes. Here
all functions are shared but `__init__`, which is written when the first value is made
(docs/decisions/0006-start.md).
"""

from collections.abc import Callable
from dataclasses import (
    MISSING,
    Field,
    FrozenInstanceError,
    dataclass,
    field,
    fields,
)
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

_T = TypeVar("_T")

_Getter = Callable[[Any], tuple[Any, ...]]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[_T]) -> type[_T]:
    """The class as a dataclass that is frozen and has slots.

    What the class itself defines is kept, as `dataclass` does.
    """
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    every: tuple[Field[Any], ...] = fields(made)
    names = [one.name for one in every]
    compared = _getter([one.name for one in every if one.compare])
    functions = {
        "__init__": _init(made),
        "__repr__": _representing([one.name for one in every if one.repr]),
        "__eq__": _equal(compared),
        "__hash__": lambda self: hash(compared(self)),
        "__getstate__": lambda self: [getattr(self, name) for name in names],
        "__setstate__": _filled(made, names),
        "__setattr__": _not_assigned,
        "__delattr__": _not_deleted,
    }
    for name, function in functions.items():
        if name not in cls.__dict__:
            setattr(made, name, function)
    return made  # type: ignore[no-any-return] # it is `cls` with slots


def _not_assigned(_self: object, name: str, _value: object) -> NoReturn:
    message = f"cannot assign to field {name!r}"
    raise FrozenInstanceError(message)


def _not_deleted(_self: object, name: str) -> NoReturn:
    message = f"cannot delete field {name!r}"
    raise FrozenInstanceError(message)


def _getter(names: list[str]) -> _Getter:
    """What gives the attributes of those names as a tuple, however many they are."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _representing(names: list[str]) -> Callable[[object], str]:
    def represent(self: object) -> str:
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({told})"

    return represent


def _equal(get: _Getter) -> Callable[[object, object], object]:
    def equal(self: object, other: object) -> object:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return get(self) == get(other)

    return equal


def _filled(made: type, names: list[str]) -> Callable[[object, list[Any]], None]:
    def fill(self: object, state: list[Any]) -> None:
        for name, value in zip(names, state, strict=True):
            getattr(made, name).__set__(self, value)

    return fill


def _init(made: Any) -> Callable[..., Any]:  # noqa: ANN401 - a class
    def first(self: object, *values: object, **named: object) -> None:
        made.__init__ = _written(made)
        made.__init__(self, *values, **named)

    return first


def _written(made: Any) -> Callable[..., Any]:  # noqa: ANN401 - a class
    """The `__init__` that `dataclass` would write, by the setters of the slots."""
    known: dict[str, Any] = {"MISSING": MISSING}
    taken, lines = ["self"], []
    for one in fields(made):
        name = one.name
        known[f"_set_{name}"] = getattr(made, name).__set__
        value = name
        if one.default_factory is not MISSING:
            known[f"_new_{name}"] = one.default_factory
            value = f"_new_{name}() if {name} is MISSING else {name}"
            default = "=MISSING"
        elif one.default is not MISSING:
            known[f"_default_{name}"] = one.default
            default = f"=_default_{name}"
        else:
            default = ""
        if one.init:
            taken.append(f"{name}{default}")
        else:
            value = f"_new_{name}()" if default == "=MISSING" else f"_default_{name}"
        lines.append(f"    _set_{name}(self, {value})")
    if hasattr(made, "__post_init__"):
        lines.append("    self.__post_init__()")
    text = f"def __init__({', '.join(taken)}):\n" + "\n".join(lines or ["    pass"])
    exec(text, known)  # noqa: S102 - names of fields of our own classes
    written: Callable[..., Any] = known["__init__"]
    written.__qualname__ = f"{made.__qualname__}.__init__"
    return written
