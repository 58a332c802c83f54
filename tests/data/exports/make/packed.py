"""Zip packages whose bytes are the same at every making."""

import io
import zipfile
from collections.abc import Mapping

WHEN = (2024, 1, 1, 0, 0, 0)


def packed(parts: Mapping[str, bytes | str], *, stored: str = "") -> bytes:
    """A zip of these parts, in their order; the part `stored` is not compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in parts.items():
            about = zipfile.ZipInfo(name, WHEN)
            about.create_system = 0
            is_plain = name == stored
            about.compress_type = (
                zipfile.ZIP_STORED if is_plain else zipfile.ZIP_DEFLATED
            )
            package.writestr(about, content)
    return buffer.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a zip, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {one.filename: package.read(one) for one in package.infolist()}
