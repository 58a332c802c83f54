import json
from dataclasses import fields
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.dossier import Dossier
from core.office import LetterKind
from core.period import Moment, Period
from core.report import (
    Blank,
    Cell,
    Change,
    Edit,
    Note,
    Part,
    Place,
    Reading,
    Report,
    Row,
    Source,
    SourceTable,
    Unreadable,
)
from core.store.encoding import (
    BROKEN,
    decode_edits,
    decode_readings,
    decode_report,
    decode_settings,
    encode_edits,
    encode_readings,
    encode_report,
    encode_settings,
)
from core.store.month import LetterSettings
from tests.core.store.strategies import changes, reports, texts

settings_of_letters = st.builds(
    LetterSettings,
    st.none() | st.sampled_from(LetterKind),
    st.none() | st.dates(),
    texts,
    st.dictionaries(texts, texts),
)


@given(reports)
def test_a_report_is_read_back_to_the_last_digit_and_in_its_order(report):
    decoded = decode_report(encode_report(report))
    assert decoded == report
    # repr tells 1.0 from 1.00, and one order of cells from another
    assert repr(decoded) == repr(report)


def test_a_report_kept_before_lists_were_read_has_no_dossiers():
    kept = json.loads(encode_report(Report(own="1")))
    del kept["dossiers"]
    assert decode_report(json.dumps(kept)) == Report(own="1")


@given(changes)
def test_the_edits_of_a_change_are_read_back_to_the_last_digit(change):
    decoded = decode_edits(encode_edits(change.edits))
    assert decoded == change.edits
    assert repr(decoded) == repr(change.edits)


@given(changes)
def test_what_a_step_took_from_a_file_is_read_back(change):
    assert decode_readings(encode_readings(change.readings)) == change.readings


@given(settings_of_letters)
def test_settings_of_a_letter_are_read_back(settings):
    assert decode_settings(encode_settings(settings)) == settings


@pytest.mark.parametrize(
    "value",
    [Decimal("1.00"), Decimal("-0"), Decimal("1E+30"), Decimal("0.1"), Decimal("NaN")],
)
def test_a_number_keeps_its_digits_its_sign_and_its_exponent(value):
    edits = (Edit(Place("1", "rank"), None, Cell(value)),)
    assert repr(decode_edits(encode_edits(edits))) == repr(edits)


def test_missing_zero_and_not_applicable_stay_three_things():
    kinds = {
        ("missing", Part.VALUE): Cell(Blank.MISSING),
        ("none", Part.VALUE): Cell(Blank.NOT_APPLICABLE),
        ("zero", Part.VALUE): Cell(Decimal(0)),
        ("text", Part.VALUE): Cell(""),
    }
    report = Report(rows={"1": Row("1", kinds)})
    assert decode_report(encode_report(report)).rows["1"].cells == kinds


@pytest.mark.parametrize(
    ("kind", "kept"),
    [
        (Report, "rows total facts layout columns source own dossiers"),
        (Row, "id cells"),
        (
            Dossier,
            "kind code receiver field procedure owner address phone status received due finished handler overdue_days reason at new_due apologised postponed",
        ),
        (Cell, "value raw at"),
        (Unreadable, "text readings"),
        (Period, "kind year number days"),
        (Moment, "day clock"),
        (Source, "file sha256 tables notes"),
        (SourceTable, "sheet header_rows first_row"),
        (Note, "kind at text place"),
        (Change, "label edits at readings"),
        (Reading, "source columns dossiers"),
        (Edit, "place before after"),
        (LetterSettings, "kind day number overrides"),
    ],
)
def test_a_field_that_the_store_does_not_keep_is_noticed_here(kind, kept):
    """A new field needs its line in encoding.py, in strategies.py, and a migration."""
    assert " ".join(field.name for field in fields(kind)) == kept


def test_dossiers_kept_before_new_promises_were_read_have_none():
    report = Report(dossiers=(Dossier(code="0001", at="Sheet1!A4"),))
    told = json.loads(encode_report(report))
    for key in ("new_due", "apologised", "postponed"):
        del told["dossiers"][0][key]
    assert decode_report(json.dumps(told)).dossiers == report.dossiers


def test_what_is_kept_is_json_that_any_program_can_read():
    report = Report(rows={"1": Row("1", {("rank", Part.OF): Cell(Decimal(9), "9")})})
    assert json.loads(encode_report(report))["rows"] == [
        ["1", [["rank", "of", [["n", "9"], "9", None]]]]
    ]


SOUND = {
    "rows": [["1", [["rank", "value", [["n", "9"], "", None]]]]],
    "total": None,
    "facts": [],
    "layout": "criteria",
    "columns": [],
    "source": None,
    "own": None,
}


@pytest.mark.parametrize(
    "damage",
    [
        {"rows": [["1", [["rank", "value", [["n", "x"], "", None]]]]]},
        {"rows": [["1", [["rank", "value", [["n", 9], "", None]]]]]},
        {"rows": [["1", [["rank", "value", [["?", "9"], "", None]]]]]},
        {"rows": [["1", [["rank", "value", None]]]]},
        {"rows": None},
        {"layout": "?"},
        {"source": "sheet.xlsx"},
    ],
)
def test_a_report_that_is_damaged_somewhere_is_refused(damage):
    assert decode_report(json.dumps(SOUND)).row("1")
    with pytest.raises(BROKEN):
        decode_report(json.dumps({**SOUND, **damage}))


@pytest.mark.parametrize("text", ["", "null", "[]", "{}", '{"rows": []'])
def test_text_that_is_no_report_is_refused(text):
    with pytest.raises(BROKEN):
        decode_report(text)


def test_settings_keep_day_and_kind():
    kept = LetterSettings(
        LetterKind.SUPERIOR, date(2024, 10, 9), "05", {"result.total": "Viết lại."}
    )
    assert decode_settings(encode_settings(kept)) == kept
