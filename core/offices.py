"""The offices the program knows: the user's own, and those of the samples."""

from dataclasses import replace

from core import files, profiles
from core.errors import UsageError
from core.long_paths import extended
from core.office import OfficeProfile
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


def set_own(profile: OfficeProfile) -> OfficeProfile:
    """Keep `profile` as the user's own office; as it will be found again.

    Raises:
        UnwritableFileError: The data folder cannot be written to.
    """
    path = data_folder() / profiles.OWN_FILE
    files.make_folder(path.parent)
    profiles.save(profile, path)
    return replace(profile, id=path.stem)
