"""A letter that is still under review says so, and what is printed is judged as before."""

import random

import pytest
from lxml import etree

from core import audit as auditing
from core import catalogue as catalogue_module
from core import summary_of_audit
from core.letter.docx import commenting
from core.letter.docx.commenting import Comment
from core.letter.docx.reading_xml import W
from core.rules import running
from core.rules.examples import context_of
from core.rules.on_letter.reviewing import still_under_review
from core.rules.registry import Severity
from tests.core.rules import sound_letters
from tests.core.rules.planting import Manuscript

CATALOGUE = catalogue_module.load()
SOUND = next(iter(sound_letters.letters().values()))


def audited(data):
    paper = auditing.paper_of(data, CATALOGUE)
    return auditing.looked_over(paper, CATALOGUE, sound_letters.TODAY)


def inserted():
    """The letter with a run that a colleague put in and nobody accepted yet."""
    paper = auditing.paper_of(SOUND.data, CATALOGUE)
    made = Manuscript(SOUND.data, paper, None, CATALOGUE, random.Random(1))  # noqa: S311 - no secret
    run = next(made.root.iter(f"{W}r"))
    wrapper = etree.Element(f"{W}ins")
    run.addprevious(wrapper)
    wrapper.append(run)
    return made.bytes()


def commented(*texts):
    comments = tuple(Comment(1, "", text) for text in texts)
    return commenting.commented(SOUND.data, comments, "công văn.docx")


@pytest.mark.parametrize(
    ("data", "severity", "message", "verdict"),
    [
        (
            inserted(),
            Severity.WARNING,
            "Tệp còn thay đổi chưa chấp nhận hay từ chối; công văn được xem như đã chấp nhận hết.",
            auditing.Verdict.TO_MEND,
        ),
        (
            commented("Xem lại.", "Đã sửa."),
            Severity.HINT,
            "Tệp còn 2 chú thích bên lề.",
            auditing.Verdict.PASSED,
        ),
    ],
    ids=["a change", "two comments"],
)
def test_what_is_left_of_a_review_is_told_of_the_whole_letter(
    data, severity, message, verdict
):
    found = audited(data)
    (told,) = [one for one in found.checked.findings if one.rule.id == "W08"]
    assert (told.severity, told.message) == (severity, message)
    assert (told.line, told.place, told.at) == (None, None, "cả công văn")
    assert found.verdict is verdict
    assert message in summary_of_audit.as_text(found)


def test_what_is_printed_is_judged_as_without_the_review():
    sound = audited(SOUND.data).checked.findings
    for data in (inserted(), commented("Xem lại.")):
        found = audited(data).checked.findings
        assert [one.message for one in found if one.rule.id != "W08"] == [
            one.message for one in sound
        ]


def test_changes_and_comments_are_told_in_one_finding():
    (example,) = [one for one in still_under_review.broken if len(one.extra) == 2]
    context = context_of(example, CATALOGUE)
    (found,) = running.check((still_under_review,), context).findings
    assert found.severity is Severity.WARNING
    assert found.message == (
        "Tệp còn thay đổi chưa chấp nhận hay từ chối và 1 chú thích bên lề; "
        "công văn được xem như đã chấp nhận hết."
    )
