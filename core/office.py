"""The office that writes (thông tin cơ quan) and the targets it was given."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum

from core.frozen import field, frozen


class LetterKind(Enum):
    """Which letter: a commune about itself, or a superior body about its units."""

    COMMUNE = "cap-xa"
    SUPERIOR = "cap-tren"


@frozen
class Target:
    """A level an office was told to reach (chỉ tiêu được giao).

    Attributes:
        indicator: Key of the indicator.
        level: In the indicator's own unit (mostly %).
        basis: Who set it, and where; empty when the office has not said.
    """

    indicator: str
    level: Decimal
    basis: str = ""


@frozen
class Targets:
    """Targets by year, then by indicator key (bảng chỉ tiêu được giao)."""

    years: Mapping[int, Mapping[str, Target]] = field(default_factory=dict)

    def find(self, indicator: str, year: int) -> Target | None:
        """The target of `indicator` for `year`, or None when none was given."""
        return self.years.get(year, {}).get(indicator)


@frozen
class Signatory:
    """Who signs (người ký): the lines of authority and title, and the name.

    Attributes:
        lines: In capitals, as printed: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", …
        name: Full name without degrees; empty until it is known.
    """

    lines: tuple[str, ...] = ()
    name: str = ""


@frozen
class Citation:
    """A further legal basis of the office's own (căn cứ địa phương).

    Attributes:
        text: The whole citation without "Căn cứ" and without end punctuation.
        valid_from: First day it may be cited, or None.
        valid_to: Last day it may be cited, or None.
    """

    text: str
    valid_from: date | None = None
    valid_to: date | None = None

    def is_valid_on(self, day: date) -> bool:
        """Whether the text is in force on `day`."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


OVERDUE = "overdue_total"
"""Key of the indicator that counts overdue files (hồ sơ quá hạn)."""


@frozen
class Task:
    """An instruction as this office gives it (việc cần làm).

    It takes the place of the wording's own instruction for the same indicators, and
    appears when that would; one with no indicators always appears, after the others.

    Attributes:
        indicators: Keys of the indicators it serves; empty for a general one.
        text: The sentence, with {slots} of the wording files; empty to keep the
            wording's own and add only who does it, by when.
        unit: Who does it; empty until the office has said.
        deadline: By when, in words; empty until the office has said.
    """

    text: str = ""
    indicators: tuple[str, ...] = ()
    unit: str = ""
    deadline: str = ""


@frozen
class DayOff:
    """A day that is off in this office, or worked in exchange (ngày nghỉ, làm bù).

    Attributes:
        day: The day.
        name: Why; may be empty.
        works: It is worked although others have it off.
    """

    day: date
    name: str = ""
    works: bool = False


@frozen
class OwnWord:
    """A spelling of this office's own, or an abbreviation that its readers know.

    Attributes:
        text: As written.
        full: What an abbreviation stands for; empty for a spelling.
    """

    text: str
    full: str = ""


@frozen
class OfficeProfile:
    """Who writes, to whom, who signs (thông tin cơ quan); docs/linh-vuc.md 4.2.

    Attributes:
        id: The file's stem (`xa-truong-tay`).
        kind: Which letter it writes unless told otherwise.
        name: "UBND xã Trường Tây": how sentences and tables name it.
        full_name: "Ủy ban nhân dân xã Trường Tây".
        area: "xã Trường Tây": the area, in the middle of a sentence.
        letterhead: Lines in capitals, broken at sense units:
            "ỦY BAN NHÂN DÂN", "XÃ TRƯỜNG TÂY".
        superior: Line above the letterhead (cơ quan chủ quản); empty for a UBND.
        place: Place in the date line (địa danh): "Trường Tây".
        symbol: "UBND-VP": what follows the number and "/".
        addressees: "Kính gửi", in order, without dashes and end punctuation.
        recipients: "Nơi nhận" between "Như trên" and "Lưu", in the same way.
        archive: What follows "Lưu: " ("VT, VP").
        signatory: Who signs.
        peers: Among whom it is ranked: "xã, phường".
        codes: Codes of the unit in exports.
        unit_names: Further names of it in exports.
        ordered: Who is told to act: "công chức chuyên môn".
        citations: Further legal bases.
        tasks: Instructions that this office words itself; empty to use the wording's.
        petition_to: Who a kiến nghị goes to, one of addressees or recipients; empty
            for none.
        targets: Targets by year.
        superior_area: "tỉnh Tây Ninh": the province (or district) above.
        cumulative_since: First day of the running totals in the annex (lũy kế), or
            None until the office has said.
        rules_off: Rules that the office has switched off: the reason by their ids.
        days_off: Days off and days worked of its own.
        words: Spellings and abbreviations of its own.
    """

    id: str
    kind: LetterKind
    name: str
    full_name: str
    area: str
    letterhead: tuple[str, ...]
    place: str
    symbol: str
    addressees: tuple[str, ...]
    superior: str = ""
    recipients: tuple[str, ...] = ()
    archive: str = "VT"
    signatory: Signatory = Signatory()
    peers: str = ""
    codes: tuple[str, ...] = ()
    unit_names: tuple[str, ...] = ()
    ordered: str = ""
    citations: tuple[Citation, ...] = ()
    tasks: tuple[Task, ...] = ()
    petition_to: str = ""
    targets: Targets = Targets()
    superior_area: str = ""
    cumulative_since: date | None = None
    rules_off: Mapping[str, str] = field(default_factory=dict)
    days_off: tuple[DayOff, ...] = ()
    words: tuple[OwnWord, ...] = ()
