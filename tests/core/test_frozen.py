"""Frozen values: what a dataclass that is frozen and has slots can do."""

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, dataclass, fields
from decimal import Decimal
from functools import cached_property

import pytest

from core.frozen import field, frozen, names_of, replace


@frozen
class Thing:
    """A value of all kinds of fields."""

    name: str
    size: int = 3
    parts: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list, init=False, compare=False, repr=False)
    mark: str = field(default="x", init=False)


@frozen
class Larger(Thing):
    """One that has more than another."""

    colour: str = "đỏ"


@frozen
class Own:
    """One with functions of its own."""

    name: str

    def __repr__(self) -> str:
        """In its own words."""
        return f"<{self.name}>"

    def __eq__(self, other: object) -> bool:
        """Equal whatever the case."""
        return isinstance(other, Own) and self.name.lower() == other.name.lower()

    def __hash__(self) -> int:
        """As equality needs."""
        return hash(self.name.lower())


@frozen
class Checked:
    """One that is looked at when it is made."""

    number: int

    def __post_init__(self) -> None:
        """Refuse what is less than nothing."""
        if self.number < 0:
            message = "less than nothing"
            raise ValueError(message)


@frozen
class Nothing:
    """One without a field."""


@dataclass(frozen=True, slots=True)
class Usual:
    """The like of `Alike`, made by `dataclass`."""

    number: Decimal
    name: str = ""


@frozen
class Alike:
    """The like of `Usual`."""

    number: Decimal
    name: str = ""


def test_a_value_has_what_it_is_given_and_else_its_defaults() -> None:
    thing = Thing("a", parts=["b"])
    assert (thing.name, thing.size, thing.parts, thing.kept, thing.mark) == (
        "a",
        3,
        ["b"],
        [],
        "x",
    )
    assert Thing("a", 4).size == 4
    assert Thing("a").parts is not Thing("a").parts


def test_the_first_values_of_a_class_are_made_as_the_later_ones() -> None:
    """After a few its `__init__` is written; what is given and refused is the same."""

    @frozen
    class Counted:
        name: str
        size: int = 3
        parts: list[str] = field(default_factory=list)

        def __post_init__(self) -> None:
            if not self.name:
                message = "no name"
                raise ValueError(message)

    first = Counted("a", parts=["b"])
    for _ in range(20):
        assert Counted("a", parts=["b"]) == Counted(name="a", size=3, parts=["b"])
        assert Counted("a") == replace(first, parts=[])
        with pytest.raises(ValueError, match="no name"):
            Counted("")


def test_a_field_of_dataclasses_is_refused() -> None:
    with pytest.raises(TypeError, match=r"not of core\.frozen"):

        @frozen
        class Mixed:
            parts: list[str] = dataclasses.field(default_factory=list)


def test_what_cannot_be_made_is_refused_where_it_is_written() -> None:
    with pytest.raises(TypeError, match="'size' has no default"):

        @frozen
        class Disordered:
            name: str = ""
            size: int  # type: ignore[misc] # that is what is tried

    with pytest.raises(TypeError, match="share the default of 'parts'"):

        @frozen
        class Shared:
            parts: list[str] = []  # noqa: RUF012 - that is what is tried


def test_a_class_with_cached_properties_may_follow_another() -> None:
    @frozen
    class First:
        name: str

        @cached_property
        def small(self) -> str:
            return self.name.lower()

    @frozen
    class Second(First):
        size: int = 1

        @cached_property
        def large(self) -> str:
            return self.name.upper()

    assert Second("a").large == "A"
    assert Second("B").small == "b"


def test_a_class_with_cached_properties_keeps_what_they_gave() -> None:
    @frozen
    class Keeping:
        names: tuple[str, ...]

        @cached_property
        def longest(self) -> str:
            return max(self.names, key=len)

    value = Keeping(("a", "bc"))
    assert value.longest == "bc"
    assert value.__dict__ == {"longest": "bc"}
    assert value == Keeping(("a", "bc"))


def test_what_a_class_does_not_take_is_not_replaced() -> None:
    with pytest.raises(ValueError, match="mark"):
        replace(Thing("a"), mark="y")
    assert replace(Usual(Decimal(1)), name="b") == Usual(Decimal(1), "b")
    assert names_of(Larger) == ("name", "size", "parts", "kept", "mark", "colour")


def test_a_value_is_looked_at_once_it_is_made() -> None:
    assert Checked(0).number == 0
    with pytest.raises(ValueError, match="less than nothing"):
        Checked(-1)
    with pytest.raises(ValueError, match="less than nothing"):
        replace(Checked(1), number=-1)


@pytest.mark.parametrize("make", [Usual, Alike])
@pytest.mark.parametrize("given", [(), (1, 2, 3)])
def test_too_few_or_too_many_are_refused(make: type, given: tuple[int, ...]) -> None:
    with pytest.raises(TypeError):
        make(*given)
    with pytest.raises(TypeError):
        make(1, colour="đỏ")


def test_a_value_is_not_changed() -> None:
    thing = Thing("a")
    with pytest.raises(FrozenInstanceError):
        thing.name = "b"  # type: ignore[misc] # that is what is tried
    with pytest.raises(FrozenInstanceError):
        thing.new = "b"  # type: ignore[attr-defined] # that is what is tried
    with pytest.raises(FrozenInstanceError):
        del thing.name
    assert thing.name == "a"
    assert not hasattr(thing, "__dict__")


def test_values_are_equal_by_what_they_hold_and_by_their_class() -> None:
    thing, other = Thing("a"), Thing("a")
    other.kept.append("not compared")
    assert thing == other
    assert thing != Thing("b")
    assert thing != Larger("a")
    assert Nothing() == Nothing()
    odd = Decimal("NaN")
    assert Alike(odd) == Alike(odd)


def test_equal_values_have_one_hash() -> None:
    assert hash(Alike(Decimal(1))) == hash(Alike(Decimal("1.0")))
    assert len({Alike(Decimal(1)), Alike(Decimal(1)), Alike(Decimal(2))}) == 2
    assert hash(Alike(Decimal(1), "a")) == hash(Usual(Decimal(1), "a"))
    with pytest.raises(TypeError):
        hash(Thing("a"))  # it holds a list


def test_a_value_reads_as_it_is_written() -> None:
    assert repr(Larger("a")) == (
        "Larger(name='a', size=3, parts=[], mark='x', colour='đỏ')"
    )
    assert repr(Alike(Decimal(1))) == repr(Usual(Decimal(1))).replace("Usual", "Alike")


def test_what_a_class_defines_itself_is_kept() -> None:
    assert repr(Own("a")) == "<a>"
    assert Own("a") == Own("A")
    assert len({Own("a"), Own("A")}) == 1


def test_a_value_is_replaced_matched_and_looked_through_as_a_dataclass() -> None:
    larger = replace(Larger("a"), colour="xanh")
    assert larger == Larger("a", colour="xanh")
    assert [one.name for one in fields(larger)][-1] == "colour"
    match larger:
        case Thing(name, size):
            assert (name, size) == ("a", 3)
        case _:
            pytest.fail("it is a Thing")


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_value_comes_back_from_a_pickle_and_a_copy(protocol: int) -> None:
    thing = Larger("a", parts=["b"], colour="xanh")
    thing.kept.append("kept")
    back = pickle.loads(pickle.dumps(thing, protocol))  # noqa: S301 - our own
    assert back == thing
    assert back.kept == ["kept"]
    assert copy.deepcopy(thing) == thing
