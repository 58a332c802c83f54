"""The one mutable object: the open month, its findings, its letter, its undo."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core import entry, offices, ownership
from core.catalogue import Catalogue, suited
from core.errors import StoreError
from core.findings import Checked, Finding, Severity
from core.frozen import replace
from core.letter.model import Letter, Paragraph
from core.office import OfficeProfile
from core.report import Cell, Change, Place, Report
from core.store.database import Store
from core.store.history import History
from core.store.month import FindingCounts, LetterSettings, SavedLetter
from ui import judging
from ui.judging import PAINTED, Judging, Known, is_large
from ui.prepared import Prepared, Work, kept_figures, title_of


class Document(QObject):
    """The open month, what the rules say of it, its letter and its undo.

    Views read the properties and listen; they change nothing except by calling
    `type`, `apply`, `undo`, `redo` and the setters here.

    Signals:
        opened: Another month has taken the place of the old one (or none). A large one
            is not judged yet; `judged` follows.
        changed: Cells changed by an edit, undo or redo; the set of their places.
        judged: The findings are new (after every change, and when the letter's
            date or the office changed).
        letter_changed: The letter would be composed differently now.
        redo_dropped: An edit after undo threw away that many steps of redo.
    """

    opened = Signal()
    changed = Signal(object)
    judged = Signal()
    letter_changed = Signal()
    redo_dropped = Signal(int)

    def __init__(
        self, editions: Sequence[Catalogue], store: Store, clock: Callable[[], datetime]
    ) -> None:
        """Begin with no month open; a month goes by the edition of its period."""
        super().__init__()
        self.editions = editions
        self.store = store
        self._clock = clock
        self._judging = Judging(self)
        self._judging.judged.connect(self._take_findings)
        self._close()

    def _close(self) -> None:
        self.month_id: str | None = None
        self.base = self._read = Report()
        self.report = Report()
        self.history = History()
        self.profile: OfficeProfile | None = None
        self.previous: Report | None = None
        self.settings = LetterSettings()
        self.saved: SavedLetter | None = None
        self.catalogue = suited(self.editions, None)
        self._judging.drop()
        self._checked: Checked | None = Checked()
        self._counts: FindingCounts | None = None
        self._letter: Letter | None = None

    @property
    def is_open(self) -> bool:
        """Whether a month is open."""
        return self.month_id is not None

    @property
    def title(self) -> str:
        """Whose month is open."""
        return title_of(self.report, self.profile)

    def today(self) -> date:
        """The day by the clock the program was given."""
        return self.now().date()

    def now(self) -> datetime:
        """The time by the clock the program was given."""
        return self._clock()

    # ------------------------------------------------------------------ opening

    def open_report(self, report: Report, profile: OfficeProfile | None) -> None:
        """Make a new month of `report` and open it."""
        self.open_prepared(self.prepared_report(report, profile))

    def open_month(self, month_id: str) -> None:
        """Open a kept month as it was left, undo included.

        Raises:
            StoreError: The month cannot be read.
        """
        self.open_prepared(self.prepared_month(month_id))

    def prepared_report(
        self, report: Report, profile: OfficeProfile | None
    ) -> Prepared:
        """What `open_prepared` makes a new month of; may run in another thread."""
        return self._prepared(None, Work(report, report, History(), profile))

    def prepared_month(self, month_id: str) -> Prepared:
        """What `open_prepared` opens the kept month with; may run in another thread.

        Raises:
            StoreError: The month cannot be read.
        """
        month = self.store.load(month_id)
        profile = offices.known(month.summary.profile)
        kept = month.settings, month.summary.saved
        work = Work(month.base, month.report, month.history, profile, *kept)
        return self._prepared(month_id, work)

    def _prepared(self, month_id: str | None, work: Work) -> Prepared:
        own = ownership.own_row(work.report, work.profile)
        known = Known(
            report=replace(work.report, own=own),
            catalogue=suited(self.editions, work.report.period),
            today=self.today(),
            issue_date=work.settings.day or self.today(),
            profile=work.profile,
            previous=self._previous_of(work.report, work.profile),
            as_read=work.history.as_read(work.base),
        )
        checked = None if is_large(work.report) else judging.check(known)
        return Prepared(month_id, work, own, known.previous, checked)

    def open_prepared(self, month: Prepared) -> None:
        """Open what was prepared; a month that is not kept yet is kept from now on."""
        work, month_id = month.work, month.month_id
        if month_id is None:
            title = title_of(work.report, work.profile)
            profile_id = work.profile.id if work.profile else ""
            wait = PAINTED / 1000 if month.checked is None else 0.0
            month_id = self.store.create(work.base, profile_id, title, wait=wait)
        self.month_id, self._counts = month_id, None
        self._read = work.base
        self.base = replace(work.history.as_read(work.base), own=month.own)
        self.report = replace(work.report, own=month.own)
        self._suit()
        self.history = work.history
        self.profile, self.settings = work.profile, work.settings
        self.saved = work.saved
        self.previous, self._checked = month.previous, month.checked
        self._judging.drop()
        self._tell_counts()
        self.opened.emit()
        if self._checked is None:
            self._judging.want(self._known())

    def close(self) -> None:
        """Open nothing."""
        self._close()
        self.opened.emit()

    def _find_own(self) -> None:
        """Let a commune's own row among many speak for the office."""
        own = ownership.own_row(self.report, self.profile)
        self.base = replace(self.base, own=own)
        self.report = replace(self.report, own=own)

    def _find_previous(self) -> None:
        self.previous = self._previous_of(self.report, self.profile)

    def _previous_of(
        self, report: Report, profile: OfficeProfile | None
    ) -> Report | None:
        """The same office's figures of the period before, where kept."""
        period = report.period
        if period is not None and profile is not None:
            # A store that does not answer must not stop an edit: the window tells of
            # it already, and the month is worked on without the one before.
            with suppress(StoreError):
                return kept_figures(self.store, profile.id, period.previous.code)
        return None

    # ------------------------------------------------------------------ editing

    def type(self, place: Place, text: str) -> bool:
        """Put what was typed at `place`; False where that changes nothing."""
        return self.type_many([(place, text)])

    def type_many(
        self, typed: Iterable[tuple[Place, str]], label: str | None = None
    ) -> bool:
        """Put all that was typed or pasted as one step; False where nothing changes."""
        change = entry.change(self.report, self.catalogue, typed, self._clock(), label)
        if change is None:
            return False
        self.apply(change)
        return True

    def apply(self, change: Change) -> None:
        """Make `change` the newest step: store it, re-check, tell the views."""
        if self.month_id is None:
            return
        self.history, dropped = self.history.push(change)
        self._step(change)
        self.store.record(self.month_id, change, self.report)
        if dropped:
            self.redo_dropped.emit(dropped)

    def remove_row(self, row_id: str) -> None:
        """Take a unit with all its cells out of the table, as one step."""
        row = self.report.row(row_id)
        if row is not None:
            places = (Place(row_id, key, part) for key, part in row.cells)
            edits = tuple(self.report.edit(place, None) for place in places)
            self.apply(Change(f"Bỏ {row.name}".rstrip(), edits, self._clock()))

    def undo(self) -> None:
        """Take the newest step back, where there is one."""
        if self.month_id is not None and self.history.last is not None:
            self.history, change = self.history.step_back()
            self._step(change)
            self.store.move(self.month_id, self.history.position, self.report)

    def redo(self) -> None:
        """Make the step taken back last again, where there is one."""
        if self.month_id is not None and self.history.next is not None:
            self.history, change = self.history.step_forward()
            self._step(change)
            self.store.move(self.month_id, self.history.position, self.report)

    def _step(self, change: Change) -> None:
        period, before = self.report.period, self._checked
        self._judging.drop()
        self.report = self.report.apply(change)
        if self._suit() or change.readings is not None:
            self._begin_anew()
            return
        if self.report.period != period:
            self._find_previous()
            self._judge()
        elif before is None:
            self._judge()
        else:
            self.checked = judging.recheck(before, self._known(), change)
            self._tell_counts()
        self.changed.emit(frozenset(edit.place for edit in change.edits))
        self.judged.emit()
        self.letter_changed.emit()

    def _suit(self) -> bool:
        """Go by the edition for the period; whether it is another than before."""
        before, self.catalogue = (
            self.catalogue,
            suited(self.editions, self.report.period),
        )
        return self.catalogue is not before

    def _begin_anew(self) -> None:
        """Follow a step after which another table may stand: a file's, an edition's."""
        self.base = self.history.as_read(self._read)
        self._find_own()
        self._find_previous()
        self._letter = None
        if is_large(self.report):
            self._checked = None
        else:
            self._judge()
        self.opened.emit()
        if self._checked is None:
            self._judging.want(self._known())

    def former(self, place: Place) -> Cell | None:
        """The cell as it was read or begun, where it was edited since; else None."""
        before = self.base.cell(place)
        return before if before.value != self.report.cell(place).value else None

    # ------------------------------------------------------------------- judging

    def _known(self) -> Known:
        known = self.report, self.catalogue, self.today(), self.letter_day()
        return Known(*known, self.profile, self.previous, self.base)

    @property
    def is_judged(self) -> bool:
        """Whether the findings are there; of a large month they come after `opened`."""
        return self._checked is not None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is left to look at; nothing yet where the rules are still asked."""
        return () if self._checked is None else self._checked.open

    @property
    def checked(self) -> Checked:
        """What the rules say; whoever cannot wait for them has them asked at once."""
        if self._checked is None:
            self._checked = judging.check(self._known())
        return self._checked

    @checked.setter
    def checked(self, checked: Checked) -> None:
        self._checked = checked

    def _take_findings(self, checked: Checked) -> None:
        self.checked = checked
        self._tell_counts()
        self.judged.emit()

    def _judge(self) -> None:
        self._judging.drop()
        self.checked = judging.check(self._known())
        self._tell_counts()

    def _tell_counts(self) -> None:
        """Keep how many findings there are, for the month's card."""
        self._letter = None
        if not self.is_judged:
            return
        told = [finding.severity for finding in self.findings]
        counts = FindingCounts(*(told.count(one) for one in Severity))
        if self.month_id is not None and counts != self._counts:
            self._counts = counts
            self.store.count_findings(self.month_id, counts)

    # ---------------------------------------------------------------- the letter

    def letter_day(self) -> date:
        """The letter's date: as set, else today."""
        return self.settings.day or self.today()

    def letter(self) -> Letter | None:
        """The letter as the figures stand, or None without a month or an office."""
        if self._letter is None and self.is_open and self.profile is not None:
            self._letter = self._composed(self.profile, self.settings.overrides)
        return self._letter

    def proposals(self) -> dict[str, Paragraph]:
        """What the program would write, by key, where staff rewrote a paragraph."""
        mine = self.settings.overrides
        if not mine or not self.is_open or self.profile is None:
            return {}
        body = self._composed(self.profile, {}).body
        return {one.key: one for one in body if one.key in mine}

    def _composed(self, profile: OfficeProfile, overrides: Mapping[str, str]) -> Letter:
        from core.letter import compose, wording  # a table is shown before any letter

        return compose.compose(
            self.report,
            self.catalogue,
            profile,
            wording.load(),
            day=self.letter_day(),
            kind=self.settings.kind,
            number=self.settings.number,
            previous=self.previous,
            overrides=overrides,
        )

    def set_profile(self, profile: OfficeProfile) -> None:
        """Write as that office from now on."""
        if self.month_id is None:
            return
        self.profile = profile
        self._find_own()
        self.store.set_profile(self.month_id, profile.id, profile.name)
        self._find_previous()
        self._retell()

    def set_settings(self, settings: LetterSettings) -> None:
        """Keep what was set for the letter."""
        if self.month_id is None or settings == self.settings:
            return
        self.settings = settings
        self.store.keep_settings(self.month_id, settings)
        self._retell()

    def rewrite(self, key: str, text: str | None) -> None:
        """Keep a paragraph as staff rewrote it; None takes the proposal again."""
        overrides = {k: v for k, v in self.settings.overrides.items() if k != key}
        if text is not None:
            overrides[key] = text
        self.set_settings(replace(self.settings, overrides=overrides))

    def letter_saved(self, path: Path) -> None:
        """Remember where the letter was saved just now."""
        if self.month_id is not None:
            self.saved = SavedLetter(str(path), self._clock())
            self.store.letter_saved(self.month_id, path)

    def _retell(self) -> None:
        self._judge()
        self.judged.emit()
        self.letter_changed.emit()
