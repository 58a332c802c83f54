"""A file read before it is asked for: the one that the program was started with."""

import threading
from pathlib import Path
from typing import Any

from core.importing.reader import Progress, Reader


class ReaderAhead(Reader):
    """A reader that can begin with a file; the next call for it has the outcome."""

    _ahead: "_Ahead | None" = None

    def begin(
        self,
        name: str,
        path: Path,
        **values: Any,  # noqa: ANN401 - as of `call`
    ) -> None:
        """Begin in a thread what `call` with the same words will be asked for."""
        self._ahead = _Ahead(super().call, (name, path, values))

    def outcome(self) -> Any:  # noqa: ANN401 - as of `call`
        """What was begun, once it is there; the next call for it has it all the same."""
        if self._ahead is None:
            message = "nothing was begun"
            raise LookupError(message)
        return self._ahead.outcome(None)

    def call(
        self,
        name: str,
        path: Path,
        progress: Progress | None = None,
        **values: Any,  # noqa: ANN401 - as of `Reader.call`
    ) -> Any:  # noqa: ANN401 - as of `Reader.call`
        """What was begun where it is this, else as `Reader.call`."""
        ahead, self._ahead = self._ahead, None
        if ahead is None or ahead.asked != (name, path, values):
            return super().call(name, path, progress, **values)
        return ahead.outcome(progress)


class _Ahead:
    """A call in a thread of its own, and what became of it."""

    def __init__(self, call: Any, asked: tuple[str, Path, dict[str, Any]]) -> None:  # noqa: ANN401 - `Reader.call`
        self.asked = asked
        self._call = call
        self._progress: Progress | None = None
        self._value: Any = None
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        name, path, values = self.asked
        try:
            self._value = self._call(name, path, self._tell, **values)
        except BaseException as error:  # noqa: BLE001 - raised where it is asked for
            self._error = error

    def _tell(self, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress(done, total)

    def outcome(self, progress: Progress | None) -> Any:  # noqa: ANN401 - as of `call`
        """What the call gave or raised; waits."""
        self._progress = progress
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._value
