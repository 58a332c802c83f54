"""What is in a data pack that lies open in a folder: each part read by its own loader.

A part that could not be used once it is installed is refused here, in a sentence that
names it: a file its loader cannot read, a sentence or a list of words that the program
asks for and the pack lacks.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from core import catalogue as catalogues
from core import holidays as days_off
from core import reference as references
from core.catalogue import Catalogue
from core.errors import UnreadableFileError
from core.holidays import Holidays
from core.letter import widths, wording
from core.letter.wording import Entry, Wording, slots_of
from core.reference import Reference

_T = TypeVar("_T")

_OF_CRITERIA = ("named.", "criterion.")
"""What lists of words and sentences begin with that belong to one index."""


@dataclass(frozen=True)
class Contents:
    """What is in a data pack.

    Attributes:
        catalogues: The editions of the index, the newest first.
        reference: Laws, words and limits of rules.
        wording: The sentences of letters.
        holidays: The days off.
    """

    catalogues: tuple[Catalogue, ...]
    reference: Reference
    wording: Wording
    holidays: Holidays


def load(folder: Path, source: str) -> Contents:
    """What is in the pack in `folder`; `source` names it in a complaint.

    Raises:
        UnreadableFileError: A part cannot be used.
    """

    def part(name: str, read: Callable[[Path], _T]) -> _T:
        try:
            return read(folder / name)
        except Exception as error:  # a loader fails in many ways on data of others
            detail = f"{type(error).__name__}: {error}"
            raise wrong(source, name, "viết sai", detail) from error

    made = Contents(
        catalogues=part("catalogue", catalogues.load_all),
        reference=part("reference", references.load),
        wording=part("wording", wording.load),
        holidays=part("holidays", days_off.load),
    )
    faces = part("typography", widths.load)
    if not made.catalogues or not all(one.criteria for one in made.catalogues):
        raise wrong(source, "catalogue", "không có tiêu chí nào")
    if not made.holidays.years:
        raise wrong(source, "holidays", "không có năm nào")
    if any(width < 0 for face in faces.values() for width in face.values()):
        raise wrong(source, "typography", "có bề rộng chữ âm")
    return made


def check_against(made: Contents, bundled: Contents, source: str) -> None:
    """Nothing, for a pack with all that the program asks for by name.

    Args:
        made: The pack's contents.
        bundled: Those of the pack that comes with the program.
        source: Names the pack in a complaint.

    Raises:
        UnreadableFileError: It lacks a key of the index, a sentence or a list, or a
            sentence has a blank that nothing fills.
    """
    for one, key in _forgotten(made, bundled):
        raise wrong(source, "catalogue", f"“{one.basis}” thiếu mã “{key}”")
    for key, told in bundled.wording.entries.items():
        present = made.wording.entries.get(key)
        if key.startswith(_OF_CRITERIA) and present is None:
            continue
        if type(present) is not type(told):
            raise wrong(source, "wording", f"thiếu câu “{key}”")
    for key, present in made.wording.entries.items():
        told = bundled.wording.entries.get(key, "")
        if more := _slots(present) - (_slots(told) or _slots_like(bundled, key)):
            why = f"câu “{key}” có chỗ trống không dùng được: {min(more)}"
            raise wrong(source, "wording", why)
    for name in bundled.reference.lists:
        if name not in made.reference.lists and not name.startswith(_OF_CRITERIA):
            raise wrong(source, "reference", f"thiếu danh sách “{name}”")
    if made.reference.citations == ():
        raise wrong(source, "reference", "không có văn bản viện dẫn nào")


def _forgotten(made: Contents, bundled: Contents) -> Iterator[tuple[Catalogue, str]]:
    """The keys that kept months and rules know and an edition does not.

    A criterion that is no more stands outside the groups, with its last day.
    """
    for one in made.catalogues:
        for known in bundled.catalogues:
            for key in known.indicators:
                if key not in one.indicators:
                    yield one, key


def _slots(entry: Entry) -> frozenset[str]:
    lines = (entry,) if isinstance(entry, str) else entry
    return frozenset().union(*map(slots_of, lines))


def _slots_like(bundled: Contents, key: str) -> frozenset[str]:
    """The blanks of the sentences that stand for other criteria where `key` stands."""
    return frozenset().union(*(_slots(one) for one in _like(bundled, key)))


def _like(bundled: Contents, key: str) -> Iterator[Entry]:
    if key.startswith(_OF_CRITERIA):
        end = key.rpartition(".")[2]
        for other, entry in bundled.wording.entries.items():
            if other.startswith(_OF_CRITERIA) and other.rpartition(".")[2] == end:
                yield entry


def wrong(source: str, part: str, why: str, detail: str = "") -> UnreadableFileError:
    """The complaint about a part of a pack."""
    return UnreadableFileError(
        f"{source}: phần “{part}” {why}, nên gói không được nhập. Xin lại gói từ nơi phát"
        " hành.",
        detail=detail,
    )
