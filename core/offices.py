"""The offices the program knows: the user's own, and those of the samples."""

from collections.abc import Sequence

from core import files, names, ownership, profiles
from core.errors import CongVanError, UsageError
from core.frozen import replace
from core.long_paths import extended
from core.office import OfficeProfile
from core.report import Report
from core.store.location import data_folder


def own() -> OfficeProfile | None:
    """The office the user set up, else the one rolled out with the program, or None.

    Raises:
        UsageError: Its file is there and is no profile.
    """
    return profiles.own()


def is_kept() -> bool:
    """Whether the user has an own office, sound or not, that saving would replace."""
    return extended(data_folder() / profiles.OWN_FILE).exists()


def known(profile_id: str) -> OfficeProfile | None:
    """The office that a kept month belongs to, or None where it is not known now."""
    found = [office for office in everyone() if office.id == profile_id]
    return found[0] if found else None


def everyone() -> tuple[OfficeProfile, ...]:
    """The user's own office first, then the samples'; a broken own file is left out."""
    try:
        mine = profiles.own()
    except UsageError:
        mine = None
    return (*((mine,) if mine else ()), *profiles.bundled())


def of_report(
    report: Report, known: Sequence[OfficeProfile] | None = None
) -> OfficeProfile | None:
    """The office set up, unless the figures are of one of the known others.

    Args:
        report: The figures.
        known: What `everyone` gave, where it was asked already.
    """
    units = ownership.Units(report)
    for office in everyone() if known is None else known:
        if _speaks_for(report, office, units):
            return office
    try:
        return own()
    except CongVanError:  # told on the home screen, and before a letter is saved
        return None


def _speaks_for(report: Report, office: OfficeProfile, units: ownership.Units) -> bool:
    """Whether name, code or the file's own name say that the figures are its."""
    head = report.head
    if head is not None and ownership.is_of(head, office):
        return True
    if ownership.own_row(report, office, units=units) is not None:
        return True
    file = "" if report.source is None else report.source.file
    return names.folded(office.area) in names.folded(file)


def set_own(profile: OfficeProfile) -> OfficeProfile:
    """Keep `profile` as the user's own office; as it will be found again.

    Raises:
        UnwritableFileError: The data folder cannot be written to.
    """
    path = data_folder() / profiles.OWN_FILE
    files.make_folder(path.parent)
    profiles.save(profile, path)
    return replace(profile, id=path.stem)
