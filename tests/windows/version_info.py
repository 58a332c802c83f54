"""What Windows shows under Properties, Details of the program's .exe files."""

import re

VIETNAMESE = 0x042A
UNICODE = 1200
"""The code page that the strings of a version resource are in, always UTF-16."""
PRODUCT = "Công văn 766"
COMPANY = "Công văn 766 contributors"
RIGHTS = "© 2026 Công văn 766 contributors. Giấy phép MIT."
COMMENTS = (
    "Từ tệp số liệu Bộ chỉ số 766 đến công văn gửi đi. Chạy trên máy, không cần mạng."
)


def text(version: str, exe: str) -> str:
    """PyInstaller's version file for `exe`, such as "CongVan766.exe".

    Windows compares the four numbers, people read the strings: of "0.2.0rc1" the
    numbers are 0.2.0.0 and the strings keep it whole.
    """
    numbers = four_numbers(version)
    console = exe.lower().endswith("-cli.exe")
    strings = {
        "CompanyName": COMPANY,
        "FileDescription": f"{PRODUCT} (dòng lệnh)" if console else PRODUCT,
        "FileVersion": version,
        "InternalName": exe.removesuffix(".exe"),
        "LegalCopyright": RIGHTS,
        "OriginalFilename": exe,
        "ProductName": PRODUCT,
        "ProductVersion": version,
        "Comments": COMMENTS,
    }
    lines = ",\n        ".join(
        f"StringStruct({key!r}, {value!r})" for key, value in strings.items()
    )
    return f"""# UTF-8
VSVersionInfo(
  ffi=FixedFileInfo(
    filevers={numbers!r}, prodvers={numbers!r},
    mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)
  ),
  kids=[
    StringFileInfo([
      StringTable('{VIETNAMESE:04X}{UNICODE:04X}', [
        {lines}
      ])
    ]),
    VarFileInfo([VarStruct('Translation', [{VIETNAMESE}, {UNICODE}])])
  ]
)
"""


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """The version as Windows counts: "0.1.0" is (0, 1, 0, 0).

    Raises:
        ValueError: it does not begin with three numbers that Windows can hold.
    """
    found = re.match(r"(\d+)\.(\d+)\.(\d+)", version)
    if found is None or max(map(int, found.groups())) > 0xFFFF:
        message = f"{version} is no version such as 0.1.0"
        raise ValueError(message)
    first, second, third = map(int, found.groups())
    return first, second, third, 0
