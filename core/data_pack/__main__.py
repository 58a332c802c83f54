"""`python -m core.data_pack OUT.cv766 [FOLDER]`: a data pack of `resources` or FOLDER."""

import sys
from pathlib import Path

from core import console, resources
from core.data_pack.making import make
from core.errors import CongVanError


def main(arguments: list[str]) -> int:
    """Make the pack and return the exit code: 0, or 2 where it is not made."""
    console.prepare()
    if len(arguments) not in (1, 2):
        sys.stderr.write("python -m core.data_pack GÓI.cv766 [THƯ_MỤC]\n")
        return 2
    folder = Path(arguments[1]) if len(arguments) > 1 else resources.folder()
    try:
        pack = make(folder, Path(arguments[0]))
    except CongVanError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(f"Đã làm gói dữ liệu {pack.manifest.version}: {arguments[0]}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
