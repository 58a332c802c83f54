"""What stops a command of the user's, each with the sentence the clerk reads."""


class CongVanError(Exception):
    """A command could not be done; `str(error)` is one Vietnamese sentence.

    The sentence says what did not happen, why, and what to do next, so that the
    window and the command line can show it as it is.

    Attributes:
        steps: What the user can do now, one short sentence each (việc cần làm).
        detail: Technical text for "Chi tiết"; may be empty.
    """

    def __init__(
        self, sentence: str, *, steps: tuple[str, ...] = (), detail: str = ""
    ) -> None:
        """Keep the sentence, the steps and the technical detail."""
        super().__init__(sentence)
        self.steps = steps
        self.detail = detail


class UnreadableFileError(CongVanError):
    """A file that cannot be used as input: missing, locked, empty, foreign, broken."""


class UnwritableFileError(CongVanError):
    """A file that could not be written: read-only place, full disk, open elsewhere."""


class UsageError(CongVanError):
    """A value typed on the command line or in a settings file that cannot be used."""


class StoreError(CongVanError):
    """The store of months could not be opened, read or written."""
