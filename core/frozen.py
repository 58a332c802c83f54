"""Frozen values at a small price: dataclasses to everybody, made without the module.

`dataclass(frozen=True, slots=True)` writes six functions for each class and compiles
them: 0.7 ms, and a start loads seventy such classes in each of its two processes; the
module itself takes 8 ms more. Here all functions are shared but `__init__`, which is
written once several values are made, and what `dataclasses.fields` asks for is made when
it is asked (docs/decisions/0006-start.md).
"""

from collections.abc import Callable, Mapping
from functools import cached_property
from operator import attrgetter
from typing import Any, ClassVar, NoReturn, TypeVar, dataclass_transform

_T = TypeVar("_T")

_Getter = Callable[[Any], tuple[Any, ...]]

_MISSING: Any = object()

_FEW = 8
"""Values of a class that are made before its `__init__` is written."""

_GIVEN = "__frozen_fields__"
"""Name of the attribute of a class that holds its fields by name."""


class _Field:
    """A field: how it is filled where nothing is given, and what counts it in."""

    __slots__ = ("annotation", "compare", "default", "default_factory", "init", "repr")

    def __init__(
        self,
        default: Any,  # noqa: ANN401 - a field holds anything
        default_factory: Callable[[], Any] | None = None,
        *,
        init: bool = True,
        repr: bool = True,  # noqa: A002 - as of `dataclasses.field`
        compare: bool = True,
    ) -> None:
        self.default = default
        self.default_factory = default_factory
        self.init, self.repr, self.compare = init, repr, compare
        self.annotation: Any = None


def field(
    *,
    default: Any = _MISSING,  # noqa: ANN401 - a field holds anything
    default_factory: Callable[[], Any] | None = None,
    init: bool = True,
    repr: bool = True,  # noqa: A002 - as of `dataclasses.field`
    compare: bool = True,
) -> Any:  # noqa: ANN401 - as of `dataclasses.field`
    """What `dataclasses.field` says of a field, for a class that is `frozen`."""
    return _Field(default, default_factory, init=init, repr=repr, compare=compare)


def replace(value: _T, /, **changes: Any) -> _T:  # noqa: ANN401 - values of any fields
    """A value like `value` but for the changes, as `dataclasses.replace` gives it.

    Raises:
        TypeError: It has no such field.
        ValueError: A change of what is no part of making one.
    """
    every: Mapping[str, _Field] | None = getattr(value, _GIVEN, None)
    if every is None:
        from dataclasses import replace as usual

        made: _T = usual(value, **changes)  # type: ignore[type-var] # told where it is none
        return made
    for name, one in every.items():
        if not one.init and name in changes:
            message = f"field {name!r} cannot be given"
            raise ValueError(message)
        if one.init and name not in changes:
            changes[name] = getattr(value, name)
    return type(value)(**changes)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[_T]) -> type[_T]:
    """The class as a dataclass that is frozen and has slots.

    What the class itself defines is kept, as `dataclass` does, its slots too. One with
    cached properties has a `__dict__` for them.
    """
    inherited: dict[str, _Field] = {}
    for base in reversed(cls.__mro__[1:]):
        inherited |= base.__dict__.get(_GIVEN, {})
    mine = _own_fields(cls)
    every = inherited | mine
    if "__init__" not in cls.__dict__:
        _refuse_disorder(every)
    slots = [*cls.__dict__.get("__slots__", (n for n in mine if n not in inherited))]
    is_keeping = any(isinstance(one, cached_property) for one in cls.__dict__.values())
    if is_keeping and not any(base.__dictoffset__ for base in cls.__mro__[1:]):
        slots.append("__dict__")
    left_out = {*mine, *slots, "__dict__", "__weakref__"}
    namespace = {
        **_functions(every),
        "__match_args__": tuple(name for name, one in every.items() if one.init),
        **{name: one for name, one in cls.__dict__.items() if name not in left_out},
        "__slots__": tuple(slots),
        "__dataclass_fields__": _FieldsWhenAsked(every),
        _GIVEN: every,
    }
    kind: Any = type(cls)
    made: Any = kind(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = cls.__qualname__
    return made  # type: ignore[no-any-return] # it is `cls` with slots


def _own_fields(cls: type) -> dict[str, _Field]:
    """The fields that a class itself names, in their order."""
    found = {}
    own = cls.__dict__.get("__annotations__", {})  # noqa: RUF063 - `inspect` is slow to load
    for name, annotation in own.items():
        if getattr(annotation, "__origin__", annotation) is ClassVar:
            continue
        given = cls.__dict__.get(name, _MISSING)
        if not isinstance(given, _Field) and hasattr(given, "default_factory"):
            message = f"{name!r} is a field of dataclasses, not of core.frozen"
            raise TypeError(message)
        one = given if isinstance(given, _Field) else _Field(given)
        one.annotation, found[name] = annotation, one
    return found


def _refuse_disorder(every: Mapping[str, _Field]) -> None:
    """Nothing, where `__init__` can be written: else that is seen at the ninth value.

    Raises:
        TypeError: A field that must be given follows one that need not, or all values
            would share what one of them changes.
    """
    is_given = False
    for name, one in every.items():
        if type(one.default).__hash__ is None:
            message = f"values would share the default of {name!r}"
            raise TypeError(message)
        has_default = one.default_factory is not None or one.default is not _MISSING
        if one.init and is_given and not has_default:
            message = f"{name!r} has no default, and follows one that has"
            raise TypeError(message)
        is_given = is_given or (one.init and has_default)


class _FieldsWhenAsked:
    """What `dataclasses` finds a class's fields by, made when it asks."""

    def __init__(self, every: Mapping[str, _Field]) -> None:
        self._every = every
        self._made: Any = None

    def __get__(self, _value: object, _cls: type) -> Any:  # noqa: ANN401 - as of dataclasses
        if self._made is None:
            import dataclasses

            lines = [(n, one.annotation, _usual(one)) for n, one in self._every.items()]
            made: Any = dataclasses.make_dataclass("_", lines, eq=False, kw_only=True)
            self._made = made.__dataclass_fields__
        return self._made


def _usual(one: _Field) -> Any:  # noqa: ANN401 - `dataclasses` calls it any type
    """A field as `dataclasses.field` gives it."""
    import dataclasses

    said: dict[str, Any] = {name: getattr(one, name) for name in _SAID}
    if one.default_factory is not None:
        said["default_factory"] = one.default_factory
    elif one.default is not _MISSING:
        said["default"] = one.default
    return dataclasses.field(**said)


_SAID = ("init", "repr", "compare")


def names_of(cls: type) -> tuple[str, ...]:
    """The names of the fields of a class that is `frozen`, in their order."""
    every: Mapping[str, _Field] = getattr(cls, _GIVEN)
    return tuple(every)


def _functions(every: Mapping[str, _Field]) -> dict[str, Callable[..., Any]]:
    """What each frozen class has, unless it has its own."""
    compared = _getter([name for name, one in every.items() if one.compare])
    names = list(every)
    return {
        "__init__": _init(every),
        "__repr__": _representing([name for name, one in every.items() if one.repr]),
        "__eq__": _equal(compared),
        "__hash__": lambda self: hash(compared(self)),
        "__getstate__": lambda self: [getattr(self, name) for name in names],
        "__setstate__": _filled(names),
        "__setattr__": _not_assigned,
        "__delattr__": _not_deleted,
    }


def _not_assigned(_self: object, name: str, _value: object) -> NoReturn:
    from dataclasses import FrozenInstanceError

    message = f"cannot assign to field {name!r}"
    raise FrozenInstanceError(message)


def _not_deleted(_self: object, name: str) -> NoReturn:
    from dataclasses import FrozenInstanceError

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


def _filled(names: list[str]) -> Callable[[object, list[Any]], None]:
    def fill(self: object, state: list[Any]) -> None:
        for name, value in zip(names, state, strict=True):
            getattr(type(self), name).__set__(self, value)

    return fill


def _init(every: Mapping[str, _Field]) -> Callable[..., Any]:
    """An `__init__` that is written once more than a few values are made.

    To write and compile it takes as long as to fill fifty values without it, and of most
    classes a start makes fewer.
    """
    made = 0

    def first(self: object, *values: object, **named: object) -> None:
        nonlocal made
        made += 1
        if made > _FEW or not _fill(self, every, values, named):
            cls: Any = next(
                one for one in type(self).__mro__ if one.__dict__.get(_GIVEN) is every
            )
            cls.__init__ = _written(cls, every)
            cls.__init__(self, *values, **named)

    return first


def _fill(
    made: Any,  # noqa: ANN401 - of any class
    every: Mapping[str, _Field],
    values: tuple[object, ...],
    named: Mapping[str, object],
) -> bool:
    """Fill a value; False where it is not given what it takes, and nothing is filled."""
    taken = [name for name, one in every.items() if one.init]
    given = dict(zip(taken, values, strict=False))
    if len(given) < len(values) or not given.keys().isdisjoint(named):
        return False
    given |= named
    if not given.keys() <= set(taken):
        return False
    for name, one in every.items():
        if name in given:
            continue
        if one.default_factory is not None:
            given[name] = one.default_factory()
        elif one.default is not _MISSING:
            given[name] = one.default
        else:
            return False
    for name, value in given.items():
        getattr(type(made), name).__set__(made, value)
    if hasattr(made, "__post_init__"):
        made.__post_init__()
    return True


def _written(made: Any, every: Mapping[str, _Field]) -> Callable[..., Any]:  # noqa: ANN401 - a class
    """The `__init__` that `dataclass` would write, by the setters of the slots."""
    known: dict[str, Any] = {"MISSING": _MISSING}
    taken, lines = ["self"], []
    for name, one in every.items():
        known[f"_set_{name}"] = getattr(made, name).__set__
        value = name
        if one.default_factory is not None:
            known[f"_new_{name}"] = one.default_factory
            value = f"_new_{name}() if {name} is MISSING else {name}"
            default = "=MISSING"
        elif one.default is not _MISSING:
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
