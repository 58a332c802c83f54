"""Limits on what a zip may hold, looked at before anything of it is unpacked."""

import io

from core.importing import refusals

LIMIT_PARTS = 2000
LIMIT_MB = 200
"""What the parts may come to once unpacked, in MB."""


def check(data: bytes, name: str) -> None:
    """Nothing, for a package that is safe to unpack.

    Raises:
        UnreadableFileError: It has too many parts or would unpack to too much.
    """
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = package.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > LIMIT_PARTS or unpacked > LIMIT_MB * 1024 * 1024:
        raise refusals.too_large(name, LIMIT_MB)
