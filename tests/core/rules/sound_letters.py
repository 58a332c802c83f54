"""Ten sound letters of varied make, in which faults are planted.

Three are ours, of the samples with what the samples leave open said; the others were
typed (tests/data/letters/make).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from core import profiles
from core.letter import docx
from core.office import OfficeProfile
from core.report import REPORT, Report
from tests.core.letter import samples

FOLDER: Final = Path(__file__).resolve().parents[2] / "data" / "letters"
TODAY: Final = date(2026, 11, 21)
# What the samples do not say, or say wrongly; invented.
_SAID: Final[Mapping[str, Mapping[str, str]]] = {
    "xa-truong-tay": {
        "score_ckmb": "11,85",
        "score_tdgq": "20",
        "score_dvctt": "8,88",
        "score_mdhl": "16",
        "online_pay_rate": "75",
    },
    "huyen-go-dau": {},
    "xa-ea-ktur": {},
}
_SIGNERS: Final = {
    "xa-truong-tay": "Nguyễn Văn Minh",
    "huyen-go-dau": "Trần Văn Hùng",
    "xa-ea-ktur": "Y Thuận Niê",
}
_DAYS: Final = dict(samples.DAYS) | {"xa-truong-tay": date(2024, 10, 4)}
_OUTLIER: Final = ("xã hiệp thạnh", "reuse_rate", "45,5")  # 7.2, row 7


@dataclass(frozen=True)
class Sound:
    """A letter that nothing has to be mended in.

    Attributes:
        data: Its bytes.
        report: The figures that it tells of, where they are known apart from it.
        profile: The office that writes, where it is known.
    """

    data: bytes
    report: Report | None = None
    profile: OfficeProfile | None = None


@cache
def letters() -> Mapping[str, Sound]:
    """The ten letters by name."""
    typed = {
        path.stem: Sound(path.read_bytes()) for path in sorted(FOLDER.glob("*.docx"))
    }
    return {office: _ours(office) for office in samples.FILES} | typed


def _ours(office: str) -> Sound:
    report = samples.report(office)
    told = {(report.head_id, key): text for key, text in _SAID[office].items()}
    if office == "xa-truong-tay":
        told[REPORT, "as_of"] = "02/10/2024 08:00"
    if office == "huyen-go-dau":
        name, key, text = _OUTLIER
        row = next(one for one in report.rows.values() if one.name.casefold() == name)
        told[row.id, key] = text
    report = samples.typed(report, told)
    profile = profiles.find(office)
    signer = replace(profile.signatory, name=_SIGNERS[office])
    since = date(_DAYS[office].year, 1, 1)
    profile = replace(profile, signatory=signer, cumulative_since=since)
    letter = samples.letter(
        office, report, profile=profile, day=_DAYS[office], number="183"
    )
    return Sound(docx.write(letter), report, profile)
