"""The one mutable object: the open month, its findings, its letter, its undo."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from core import entry, profiles, rules
from core.catalogue import Catalogue
from core.letter import compose, wording
from core.letter.model import Letter
from core.letter.settings import LetterSettings
from core.office import OfficeProfile
from core.report import Cell, Change, Place, Report
from core.rules.registry import Checked, Context
from core.store import History, Store


class Document(QObject):
    """The open month, what the rules say of it, its letter and its undo.

    Views read the properties and listen; they change nothing except by calling
    `type`, `apply`, `undo`, `redo` and the setters here.

    Signals:
        opened: Another month has taken the place of the old one (or none).
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
        self, catalogue: Catalogue, store: Store, clock: Callable[[], datetime]
    ) -> None:
        """Begin with no month open."""
        super().__init__()
        self.catalogue = catalogue
        self.store = store
        self._clock = clock
        self._close()

    def _close(self) -> None:
        self.month_id: int | None = None
        self.base = Report()
        self.report = Report()
        self.history = History()
        self.profile: OfficeProfile | None = None
        self.previous: Report | None = None
        self.settings = LetterSettings()
        self.checked = Checked()
        self._letter: Letter | None = None

    @property
    def is_open(self) -> bool:
        """Whether a month is open."""
        return self.month_id is not None

    def today(self) -> date:
        """The day by the clock the program was given."""
        return self._clock().date()

    # ------------------------------------------------------------------ opening

    def open_report(self, report: Report, profile: OfficeProfile | None) -> None:
        """Make a new month of `report` and open it."""
        profile_id = profile.id if profile else ""
        month_id = self.store.create(report, profile_id, at=self._clock())
        self._take(month_id, report, report, History(), profile, LetterSettings())

    def open_month(self, month_id: int) -> None:
        """Open a kept month as it was left, undo included.

        Raises:
            StoreError: The month cannot be read.
        """
        month = self.store.load(month_id)
        profile = profiles.known(month.profile_id)
        settings = LetterSettings.of_json(month.settings)
        history = month.history
        self._take(month_id, month.base, month.report, history, profile, settings)

    def close(self) -> None:
        """Open nothing."""
        self._close()
        self.opened.emit()

    def _take(
        self,
        month_id: int,
        base: Report,
        report: Report,
        history: History,
        profile: OfficeProfile | None,
        settings: LetterSettings,
    ) -> None:
        self.month_id = month_id
        self.base, self.report, self.history = base, report, history
        self.profile, self.settings = profile, settings
        self._find_previous()
        self._judge()
        self.opened.emit()

    def _find_previous(self) -> None:
        """Find the same office's figures of the period before, where kept."""
        period, profile = self.report.period, self.profile
        self.previous = None
        if period is not None and profile is not None:
            self.previous = self.store.report_of(profile.id, period.previous)

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
        dropped = self.history.push(change)
        self.store.record(self.month_id, change)
        self._step(change)
        if dropped:
            self.redo_dropped.emit(dropped)

    def undo(self) -> None:
        """Take the newest step back, where there is one."""
        if self.month_id is not None and self.history.can_undo:
            change = self.history.step_back()
            self.store.move(self.month_id, self.history.position)
            self._step(change)

    def redo(self) -> None:
        """Make the step taken back last again, where there is one."""
        if self.month_id is not None and self.history.can_redo:
            change = self.history.step_forward()
            self.store.move(self.month_id, self.history.position)
            self._step(change)

    def _step(self, change: Change) -> None:
        period = self.report.period
        self.report = self.report.apply(change)
        if self.report.period != period:
            self._find_previous()
            self._judge()
        else:
            self.checked = rules.recheck(self.checked, self._context(), change)
            self._letter = None
        self.changed.emit(frozenset(edit.place for edit in change.edits))
        self.judged.emit()
        self.letter_changed.emit()

    def former(self, place: Place) -> Cell | None:
        """The cell as it was read or begun, where it was edited since; else None."""
        before = self.base.cell(place)
        return before if before.value != self.report.cell(place).value else None

    # ------------------------------------------------------------------- judging

    def _context(self) -> Context:
        return Context(
            report=self.report,
            catalogue=self.catalogue,
            today=self.today(),
            issue_date=self.letter_day(),
            profile=self.profile,
            previous=self.previous,
        )

    def _judge(self) -> None:
        self.checked = rules.check(self._context())
        self._letter = None

    # ---------------------------------------------------------------- the letter

    def letter_day(self) -> date:
        """The letter's date: as set, else today."""
        return self.settings.day or self.today()

    def letter(self) -> Letter | None:
        """The letter as the figures stand, or None without a month or an office."""
        if self._letter is None and self.is_open and self.profile is not None:
            self._letter = compose.compose(
                self.report,
                self.catalogue,
                self.profile,
                wording.load(),
                day=self.letter_day(),
                kind=self.settings.kind,
                number=self.settings.number,
                previous=self.previous,
                overrides=self.settings.overrides,
            )
        return self._letter

    def set_profile(self, profile: OfficeProfile) -> None:
        """Write as that office from now on."""
        if self.month_id is None:
            return
        self.profile = profile
        self.store.set_profile(self.month_id, profile.id)
        self._find_previous()
        self._retell()

    def set_settings(self, settings: LetterSettings) -> None:
        """Keep what was set for the letter."""
        if self.month_id is None or settings == self.settings:
            return
        self.settings = settings
        self.store.set_settings(self.month_id, settings.as_json())
        self._retell()

    def rewrite(self, key: str, text: str | None) -> None:
        """Keep a paragraph as staff rewrote it; None takes the proposal again."""
        overrides = {k: v for k, v in self.settings.overrides.items() if k != key}
        if text is not None:
            overrides[key] = text
        self.set_settings(replace(self.settings, overrides=overrides))

    def letter_saved(self, path: str) -> None:
        """Remember where the letter was saved."""
        at = self._clock()
        self.set_settings(replace(self.settings, saved_path=path, saved_at=at))

    def _retell(self) -> None:
        self._judge()
        self.judged.emit()
        self.letter_changed.emit()
