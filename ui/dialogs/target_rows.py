"""Targets as rows of texts by year, and back (chỉ tiêu được giao)."""

from collections.abc import Mapping

from core import figures
from core.catalogue import Catalogue, Indicator, Kind
from core.criteria_words import in_words
from core.office import Target, Targets
from core.office_tables import level_of
from ui.dialogs.table_model import Row, Rows

NO_RATIO = "Mức là số từ 0 đến 100, như 52 hoặc 52,5."
NO_NUMBER = "Chưa đọc được số này. Gõ như 12 hoặc 12,5."
NO_LEVEL = "Có căn cứ mà chưa có mức: gõ mức, hoặc xóa căn cứ."


class TargetRows:
    """Writes targets as rows (criterion, level, basis) and reads them again."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Give every ratio of the index a row in every year."""
        self._catalogue = catalogue
        self._keys: dict[str, str] = {}
        self._ratios = [one.key for one in catalogue.criteria if one.kind is Kind.RATIO]

    def pages(self, targets: Targets, years: set[int]) -> dict[str, Rows]:
        """The rows of `years` and of every year that has targets."""
        return {
            str(year): self._rows(targets.years.get(year, {}))
            for year in sorted({*years, *targets.years})
        }

    def _rows(self, known: Mapping[str, Target]) -> Rows:
        keys = dict.fromkeys((*self._ratios, *known))
        return tuple(self._row(key, known.get(key)) for key in keys)

    def _row(self, key: str, target: Target | None) -> Row:
        words = self.words(key)
        if target is None:
            return words, "", ""
        return words, figures.show(target.level), target.basis

    def words(self, key: str) -> str:
        """How the table names an indicator; its unit too, where that is not %."""
        one = self._catalogue.indicators.get(key)
        words = in_words(self._catalogue, key)
        if one is not None and one.kind is not Kind.RATIO:
            words = f"{words} ({one.unit})" if one.unit else words
        self._keys[words] = key
        return words

    def key(self, words: str) -> str:
        """The indicator's key that `words` was written from."""
        return self._keys.get(words, words)

    def _indicator(self, row: Row) -> Indicator | None:
        return self._catalogue.indicators.get(self.key(row[0]))

    def _kind(self, row: Row) -> Kind:
        one = self._indicator(row)
        return Kind.RATIO if one is None else one.kind

    def wrong_level(self, row: Row) -> str:
        """Why a row's level cannot be used; empty where it can."""
        if not row[1]:
            return NO_LEVEL if row[2] else ""
        kind = self._kind(row)
        if level_of(row[1], kind) is not None:
            return ""
        return NO_RATIO if kind is Kind.RATIO else NO_NUMBER

    def targets(self, pages: Mapping[str, Rows]) -> Targets:
        """The targets that the rows say."""
        years = {int(page): self.of_rows(rows) for page, rows in pages.items()}
        return Targets({year: one for year, one in years.items() if one})

    def of_rows(self, rows: Rows) -> dict[str, Target]:
        """The targets of one year."""
        made = {}
        for row in rows:
            level = level_of(row[1], self._kind(row))
            if level is not None:
                key = self.key(row[0])
                made[key] = Target(key, level, row[2])
        return made

    def with_targets(
        self, pages: Mapping[str, Rows], year: int, added: Mapping[str, Target]
    ) -> dict[str, Rows]:
        """`pages` with targets of a year put in; those of other criteria stay."""
        rows = pages.get(str(year)) or self._rows({})
        wanted = {self.words(key): self._row(key, one) for key, one in added.items()}
        kept = tuple(wanted.pop(row[0], row) for row in rows)
        return {**pages, str(year): (*kept, *wanted.values())}
