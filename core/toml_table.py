"""A TOML table that complains in words a clerk can follow."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from core.errors import UsageError
from core.figures import clean
from core.frozen import frozen


@frozen
class TomlTable:
    """A table of a settings file, and how a complaint names it.

    Attributes:
        data: As read.
        source: What the file is called in a complaint.
        path: The table's own name and a dot; empty for the file itself.
    """

    data: Mapping[str, Any]
    source: str
    path: str = ""

    def wrong(self, name: str, why: str) -> UsageError:
        """The complaint about an entry of this table."""
        return UsageError(f"{self.source}: mục “{self.path}{name}” {why}.")

    def refuse_others(self, known: Iterable[str]) -> None:
        """Refuse an entry that no profile has: it is a typing error."""
        for name in self.data:
            if name not in known:
                raise self.wrong(name, "không có trong mẫu")

    def text(self, name: str, empty: str = "") -> str:
        """The text `name`; `empty` where it is not there."""
        value = self.data.get(name, empty)
        if not isinstance(value, str):
            raise self.wrong(name, "phải là chữ")
        return clean(value)

    def needed(self, name: str) -> str:
        """The text `name`, which may not be empty."""
        if value := self.text(name):
            return value
        raise self.wrong(name, "đang để trống")

    def texts(self, name: str) -> tuple[str, ...]:
        """The list of texts `name`; none where it is not there."""
        values = self.data.get(name, [])
        if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
            raise self.wrong(name, "phải là danh sách chữ")
        return tuple(clean(value) for value in values)

    def day(self, name: str) -> date | None:
        """The day `name`, or None where it is not there."""
        value = self.data.get(name)
        if value is not None and type(value) is not date:
            raise self.wrong(name, "phải là ngày, như 2024-12-31")
        return value

    def number(self, name: str) -> Decimal:
        """The number `name`, which must be there."""
        value = self.data.get(name)
        try:
            level = Decimal(str(value))
        except InvalidOperation:
            level = Decimal("NaN")
        if isinstance(value, bool) or not level.is_finite():
            raise self.wrong(name, 'phải là số, như 52 hoặc "52.5"')
        return level

    def table(self, name: str) -> "TomlTable":
        """The table `name`; an empty one where it is not there."""
        value = self.data.get(name, {})
        if not isinstance(value, dict):
            raise self.wrong(name, "phải là một bảng")
        return TomlTable(value, self.source, f"{self.path}{name}.")

    def tables(self, name: str) -> list["TomlTable"]:
        """The tables `[[name]]`, in order."""
        values = self.data.get(name, [])
        if not isinstance(values, list) or not all(isinstance(v, dict) for v in values):
            raise self.wrong(name, "phải là các bảng [[…]]")
        numbered = enumerate(values, start=1)
        return [
            TomlTable(value, self.source, f"{self.path}{name} {number}.")
            for number, value in numbered
        ]
