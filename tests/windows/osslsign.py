"""Sign one program in place by osslsigncode, where there is no signtool.

`CONGVAN766_SIGN` calls it on Debian: `python3 tests/windows/osslsign.py "%1"`. NSIS runs
that in the folder of its script, so this file is started by its full path and needs
nothing but Python.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

CERTIFICATE = "CONGVAN766_PFX"
"""Environment variable: the .pfx file."""

PASSWORD = "CONGVAN766_PFX_PASSWORD"  # noqa: S105 - a variable's name
"""Environment variable: the file that holds the password, for all can see arguments."""

STAMP = "CONGVAN766_STAMP"
"""Environment variable: who stamps the time; without it the signature has none."""


def sign(program: Path) -> None:
    """Sign `program`; what is there is the whole of the old or of the new file.

    Raises:
        KeyError: The certificate or its password is not named.
        subprocess.CalledProcessError: osslsigncode said no.
    """
    stamp = os.environ.get(STAMP)
    with tempfile.TemporaryDirectory(dir=program.parent) as folder:
        signed = Path(folder) / program.name
        subprocess.run(
            [
                *("osslsigncode", "sign", "-h", "sha256"),
                *("-pkcs12", os.environ[CERTIFICATE]),
                *("-readpass", os.environ[PASSWORD]),
                *(("-ts", stamp) if stamp else ()),
                *("-in", str(program), "-out", str(signed)),
            ],
            stdin=subprocess.DEVNULL,
            check=True,
        )
        signed.chmod(program.stat().st_mode)
        signed.replace(program)


if __name__ == "__main__":
    sign(Path(sys.argv[1]))
