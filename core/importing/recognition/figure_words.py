"""Which indicator a label names, as far as its unit and the values allow it."""

from collections.abc import Callable
from decimal import Decimal

from core.catalogue import Indicator
from core.frozen import replace
from core.importing.recognition import turns, vocabulary, words
from core.importing.recognition.vocabulary import (
    Vocabulary,
    Words,
    is_count,
    is_ratio,
    largest,
)
from core.importing.recognition.words import Evidence, Label
from core.scoring import TOTAL_SCORE

RANK = "rank"


_FEW = 50
"""Of more numbers a key would take as long to make as the search."""

_MOST_KEPT = 5000


class FigureWords:
    """The words of the indicators, ready to be looked for in labels."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Keep the words."""
        self.vocabulary = vocabulary
        self._kept: dict[tuple[Label, Evidence], Words | None] = {}

    def of(self, label: Label, evidence: Evidence) -> Words | None:
        """The indicator that a label names, as far as unit and values allow.

        A page may hold a thousand tables alike, so what was found is kept.
        """
        if len(evidence.numbers) > _FEW:
            return self._of(label, evidence)
        key = label, evidence
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = self._of(label, evidence)
        return self._kept[key]

    def _of(self, label: Label, evidence: Evidence) -> Words | None:
        """The same, looked for.

        A ratio's words over what may be a number of files are that number's, if any; a
        number's over decimals are those of the share of that name, if any.
        """
        found = self.named(label, evidence)
        if found is None and label.percent:
            return self.vocabulary.called(words.shared(label.text))
        if found is not None and found.is_count and evidence.is_broken:
            return self.share_of(label.text) or found
        if found is None or not found.is_ratio or label.points:
            return found
        if found.indicator and label.text == words.fold(found.indicator.code):
            return found
        has_number = words.says_count(label)
        if words.says_ratio(label) or (
            not has_number
            and (evidence.percent or evidence.is_share or not evidence.may_count)
        ):
            return found
        own = label.text if has_number else words.counted(label.text)
        return self.best(own, is_count)

    def share_of(self, text: str) -> Words | None:
        """The share of the folded name of a number of files, if any."""
        found = self.vocabulary.called(words.shared(text))
        return found if found is not None and found.is_ratio else None

    def named(self, label: Label, evidence: Evidence) -> Words | None:
        """The indicator whose words they are, whatever the values count."""
        if evidence.percent and not (label.percent or label.points):
            ratio = self._allowed(replace(label, percent=True), evidence)
            if ratio is not None:
                return ratio
        found = self._allowed(label, evidence)
        if found is None and self._is_no_score(label, evidence):
            return self.best(label.text, is_ratio, percent=True)
        return found

    def _allowed(self, label: Label, evidence: Evidence) -> Words | None:
        def fits(one: Indicator) -> bool:
            return vocabulary.fits(one, label, evidence)

        return self.best(label.text, fits, percent=label.percent)

    def _is_no_score(self, label: Label, evidence: Evidence) -> bool:
        """Whether only the values speak against a score, and fit a ratio."""
        if label.points or not evidence.numbers or evidence.exceeds(Decimal(100)):
            return False
        score = self.best(label.text, vocabulary.is_score)
        if score is None or score.indicator is None:
            return False
        return not vocabulary.fits(score.indicator, label, evidence)

    def best(
        self,
        text: str,
        allowed: Callable[[Indicator], bool],
        *,
        percent: bool = False,
        turned: bool = False,
    ) -> Words | None:
        """The one of those allowed whose words name most of the folded `text`.

        `turned` says that words which make another measure of it do not count.
        """
        sized = self.vocabulary.sized(text, percent=percent)
        some = [s for s in sized if s[1].indicator and allowed(s[1].indicator)]
        turned_by = turns.of(text)
        if turned or not turned_by:
            return largest(some)
        found = largest([s for s in some if not turned_by - s[1].turns(text)])
        if found is not None and found.key == RANK:  # of what?
            of = {one.key for _, one in some}
            return found if of <= {RANK, TOTAL_SCORE} else None
        return found
