"""A letter that another program has written again is read as the same letter."""

import pytest

from core.letter.docx import read, write
from core.paper.recognise import recognised
from tests.core.letter.rendering import through
from tests.core.letter.samples import DAYS, letter

pytestmark = pytest.mark.needs_libreoffice


@pytest.mark.parametrize("kind", ["odt", "doc"])
def test_our_letters_are_the_same_after_a_turn_through_libreoffice(kind, tmp_path):
    ours = {office: write(letter(office)) for office in DAYS}
    for office, data in through(ours, kind, tmp_path).items():
        assert data != ours[office]
        before, after = recognised(read(ours[office])), recognised(read(data))
        assert [
            (line.text, line.component, line.annex, line.cell, line.section)
            for line in after.lines
        ] == [
            (line.text, line.component, line.annex, line.cell, line.section)
            for line in before.lines
        ]
        assert after.setups == before.setups
        assert (after.day, after.symbol) == (before.day, before.symbol)
        for old, new in zip(before.lines, after.lines, strict=True):
            assert old.look is not None
            assert new.look is not None
            assert (new.look.fonts, new.look.sizes) == (old.look.fonts, old.look.sizes)
            assert (new.look.bold, new.look.align) == (old.look.bold, old.look.align)
