"""A letter's file looked over in the process that reads files."""

from datetime import date

import pytest

from core import audit, audited_file, catalogue, profiles, resources
from core.audited_file import Against
from core.errors import CongVanError
from core.importing import open_file
from core.importing.reader import Reader
from core.letter import docx
from core.paper.model import Component
from core.summary_of_audit import comments

CATALOGUE = catalogue.load()
TODAY = date(2026, 11, 21)
SAMPLES = resources.folder() / "samples"
TYPED = next(SAMPLES.glob("Công văn 183*.docx"))
FIGURES = next(SAMPLES.glob("*Trường Tây*.xlsx"))
GO_DAU = next(SAMPLES.glob("*Gò Dầu*.xlsx"))


@pytest.fixture(scope="module")
def reader():
    with Reader() as made:
        yield made


def looked_over(reader, path, **values):
    sent = reader.call("audit", path, today=TODAY, **values)
    return audited_file.received(path, sent)


def test_what_the_child_finds_is_what_is_found_here(reader):
    there = looked_over(reader, TYPED)
    paper = audit.paper_of(TYPED.read_bytes(), CATALOGUE)
    here = audit.looked_over(paper, CATALOGUE, TODAY)
    assert there.audited.paper.lines == here.paper.lines
    assert there.audited.checked.findings == here.checked.findings
    assert there.audited.checked.not_judged == here.checked.not_judged
    assert there.audited.verdict is here.verdict
    assert not there.is_compared
    assert there.data == TYPED.read_bytes()


def test_a_letter_is_compared_with_the_figures_of_a_month(reader):
    report = open_file(FIGURES, CATALOGUE)
    profile = profiles.find("xa-truong-tay")
    there = looked_over(reader, TYPED, against=Against(report, profile))
    paper = audit.paper_of(TYPED.read_bytes(), CATALOGUE)
    here = audit.looked_over(paper, CATALOGUE, TODAY, profile=profile, report=report)
    assert there.is_compared
    assert there.audited.checked.findings == here.checked.findings


@pytest.mark.parametrize(("figures", "compared"), [(FIGURES, True), (GO_DAU, False)])
def test_figures_of_another_period_are_left_aside_where_that_is_asked(
    reader, figures, compared
):
    report = open_file(figures, CATALOGUE)
    against = Against(report, only_of_its_period=True)
    told = looked_over(reader, TYPED, against=against)
    assert told.is_compared is compared


def test_the_copy_has_a_comment_for_each_finding_and_the_original_none(reader):
    told = looked_over(reader, TYPED)
    before = TYPED.read_bytes()
    made = reader.call(
        "commented", TYPED, data=told.data, comments=tuple(comments(told.audited))
    )
    assert TYPED.read_bytes() == before
    assert docx.read(made).comments == len(list(comments(told.audited)))
    assert docx.read(before).comments == 0
    subjects = [
        docx_paper.text(Component.OTHER)
        for docx_paper in map(docx.read, (made, before))
    ]
    assert subjects[0] == subjects[1]


def test_what_is_no_letter_is_refused_by_its_name(reader, tmp_path):
    path = tmp_path / "ghi chú.docx"
    path.write_bytes(b"chi la chu thuong")
    with pytest.raises(CongVanError, match=r"“ghi chú\.docx” không phải tệp Word"):
        looked_over(reader, path)


def test_a_file_too_large_for_a_letter_is_not_read(reader, tmp_path):
    path = tmp_path / "lớn.docx"
    with path.open("wb") as file:
        file.truncate(audited_file.LIMIT_MB * 1024 * 1024 + 1)
    with pytest.raises(CongVanError, match="quá lớn để là một công văn"):
        looked_over(reader, path)
