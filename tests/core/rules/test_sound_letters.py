"""Letters that are sound pass, whoever laid them out."""

import io
import zipfile

import pytest

from core import audit as auditing
from core import catalogue as catalogue_module
from core.rules.registry import Severity
from tests.core.rules import sound_letters
from tests.data.letters.make.__main__ import FOLDER, LETTERS

CATALOGUE = catalogue_module.load()
TRUE = {("xa-ea-ktur", "N14")}
"""What is so: a petition of that commune was answered too late."""


@pytest.mark.parametrize("beside", [False, True], ids=["alone", "with its figures"])
@pytest.mark.parametrize("name", sound_letters.letters())
def test_a_sound_letter_passes_without_a_false_alarm(name, beside):
    letter = sound_letters.letters()[name]
    audited = auditing.looked_over(
        auditing.paper_of(letter.data, CATALOGUE),
        CATALOGUE,
        sound_letters.TODAY,
        report=letter.report if beside else None,
        profile=letter.profile if beside else None,
    )
    alarms = [
        (one.rule.id, one.message)
        for one in audited.checked.findings
        if one.severity is not Severity.HINT and (name, one.rule.id) not in TRUE
    ]
    assert alarms == []
    assert audited.verdict is auditing.Verdict.PASSED


def test_there_are_ten_of_them():
    assert len(sound_letters.letters()) == 10


@pytest.mark.parametrize("name", LETTERS)
def test_a_typed_letter_is_what_its_script_makes(name):
    assert parts((FOLDER / name).read_bytes()) == parts(LETTERS[name]())


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_drawn_lines_in_a_text_box_are_as_long_as_the_box_leaves_them():
    letter = sound_letters.letters()["Xã Tân Hòa - hộp chữ"]
    paper = auditing.paper_of(letter.data, CATALOGUE)
    ruled = [
        one.look.ruled for one in paper.lines if one.look and one.look.ruled is not None
    ]
    assert ruled == [pytest.approx(12.2, abs=1), pytest.approx(62.0, abs=1)]
