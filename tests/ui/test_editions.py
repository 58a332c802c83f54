"""The open month goes by the edition of the index that its period asks for."""

from datetime import date

import pytest

from core.catalogue import load, load_all, suited
from core.period import Period
from core.report import PERIOD_PLACE
from core.rules.registry import Need
from core.starting import begin
from tests.core.data_pack import packs
from tests.ui.months import NINE
from ui.document import Document


@pytest.fixture
def editions(tmp_path):
    return load_all(packs.with_successor(tmp_path / "gói") / "catalogue")


@pytest.fixture
def document(store, editions):
    made = Document(editions, store, lambda: NINE)
    template = load().templates[0]
    made.open_report(begin(template, Period.month(2026, 9), ["UBND xã A"]), None)
    return made


def test_a_month_is_opened_with_the_edition_of_its_period(document, editions):
    assert document.catalogue is suited(editions, Period.month(2026, 9))
    assert document.catalogue.valid_to == date(2026, 12, 31)


def test_a_typed_period_brings_its_edition_and_undo_the_former_one(
    document, editions, qtbot
):
    new, old = editions
    with qtbot.waitSignal(document.opened):
        document.type(PERIOD_PLACE, "tháng 2/2027")
    assert document.catalogue is new
    with qtbot.waitSignal(document.opened):
        document.undo()
    assert document.catalogue is old
    with qtbot.assertNotEmitted(document.opened):
        document.type(PERIOD_PLACE, "tháng 8/2026")


def test_a_period_before_every_edition_leaves_formulas_unjudged(document):
    document.type(PERIOD_PLACE, "tháng 2/2022")
    lacking = {rule.id: needs for rule, needs in document.checked.not_judged}
    assert Need.FORMULAS in lacking["N16"]


def test_a_kept_month_is_opened_again_with_its_own_edition(document, editions):
    kept = document.month_id
    document.close()
    assert document.catalogue is editions[0]
    document.open_month(kept)
    assert document.catalogue is editions[1]
