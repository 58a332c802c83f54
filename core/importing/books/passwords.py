"""Whether a table is encrypted, by the marks that its format leaves in the open."""

import re
import struct

# The first record of a workbook in BIFF 8 and BIFF 5: number, length, version, "globals".
_BEGIN = re.compile(
    rb"\x09\x08\x10\x00\x00\x06\x05\x00|\x09\x08\x08\x00\x00\x05\x05\x00"
)
_FILEPASS = 0x2F
_RECORDS = 8  # it stands among the first few
_BIGGEST = 8228  # bytes of a record


def of_xls(data: bytes) -> bool:
    """Whether the workbook in these bytes of an .xls is encrypted (record FILEPASS)."""
    begin = _BEGIN.search(data)
    at = -1 if begin is None else begin.start()
    for _ in range(_RECORDS):
        if not 0 <= at <= len(data) - 4:
            return False
        number, length = struct.unpack_from("<HH", data, at)
        if number == _FILEPASS:
            return True
        if length > _BIGGEST:
            return False
        at += 4 + length
    return False


def of_ods(manifest: bytes) -> bool:
    """Whether the list of parts of an .ods says that they are encrypted."""
    return b"encryption-data" in manifest
