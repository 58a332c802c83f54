from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from core.dossier import Dossier, DossierKind
from core.importing import replacing
from core.report import (
    UNIT_NAME,
    Cell,
    Layout,
    Note,
    NoteKind,
    Part,
    Report,
    Row,
    Source,
)
from core.store.history import History

AT = datetime(2026, 10, 2, 8)  # noqa: DTZ001 - local time, as the window has it
LATE = Dossier(DossierKind.OVERDUE, code="H53-1")
LATER = Dossier(DossierKind.OVERDUE, code="H53-2")


def table(file, units, *, key="overdue_total", dossiers=()):
    rows = {}
    for number, (name, figure) in enumerate(units.items(), 1):
        cells = {
            (UNIT_NAME, Part.VALUE): Cell(name, name, f"A!B{number}"),
            (key, Part.VALUE): Cell(Decimal(figure), str(figure), f"A!C{number}"),
        }
        rows[str(number)] = Row(str(number), cells)
    source = Source(file, f"sha of {file}")
    return Report(rows, layout=Layout.UNITS, source=source, dossiers=dossiers)


def test_one_step_makes_the_month_as_the_newer_file_and_back():
    kept = table("cũ.xlsx", {"Xã A": 1, "Xã B": 2}, dossiers=(LATE,))
    fresh = table("mới.xlsx", {"Xã B": 3}, dossiers=(LATER,))
    change = replacing.replaced(kept, fresh, AT)
    assert change is not None
    assert kept.apply(change) == fresh
    assert kept.apply(change).apply(change.inverse) == kept
    assert change.label == "Thay số liệu theo tệp “mới.xlsx”"


def test_nothing_is_done_where_nothing_is_new():
    kept = table("cũ.xlsx", {"Xã A": 1})
    assert replacing.replaced(kept, kept, AT) is None


def test_a_file_of_equal_figures_is_the_month_s_file_from_now_on():
    kept = table("cũ.xlsx", {"Xã A": 1})
    change = replacing.replaced(kept, table("mới.xlsx", {"Xã A": 1}), AT)
    assert change is not None
    assert change.edits == ()
    assert kept.apply(change).source.file == "mới.xlsx"


def test_a_file_without_lists_leaves_the_older_ones_and_a_note_whose_they_are():
    kept = table("cũ.xlsx", {"Xã A": 1}, dossiers=(LATE,))
    first = kept.apply(replacing.replaced(kept, table("hai.xlsx", {"Xã A": 2}), AT))
    last = first.apply(replacing.replaced(first, table("ba.xlsx", {"Xã A": 3}), AT))
    for month in (first, last):
        assert month.dossiers == (LATE,)
        (note,) = month.source.notes
        assert note == Note(NoteKind.KEPT_LISTS, "cũ.xlsx", "1 hồ sơ quá hạn")


def test_a_newer_list_takes_the_note_away_too():
    kept = table("cũ.xlsx", {"Xã A": 1}, dossiers=(LATE,))
    first = kept.apply(replacing.replaced(kept, table("hai.xlsx", {"Xã A": 2}), AT))
    fresh = table("ba.xlsx", {"Xã A": 3}, dossiers=(LATER,))
    assert first.apply(replacing.replaced(first, fresh, AT)) == fresh


def test_the_same_table_has_a_figure_and_most_units_in_common():
    kept = table("cũ.xlsx", {"Xã A": 1, "Xã B": 2, "Xã C": 3})
    same = table("mới.xlsx", {"Xã A": 1, "Xã B": 2})
    assert replacing.is_of_same_table(kept, same)
    others = table("mới.xlsx", {"Xã C": 1, "Xã D": 2, "Xã E": 2})
    assert not replacing.is_of_same_table(kept, others)
    figures = table("mới.xlsx", {"Xã A": 1, "Xã B": 2}, key="reuse_rate")
    assert not replacing.is_of_same_table(kept, figures)
    assert not replacing.is_of_same_table(kept, replace(same, layout=Layout.CRITERIA))


def test_a_list_alone_goes_over_a_list_and_never_over_figures():
    lists = table("ds.xlsx", {}, dossiers=(LATE,))
    assert replacing.is_of_same_table(lists, table("ds2.xlsx", {}, dossiers=(LATER,)))
    assert not replacing.is_of_same_table(table("cũ.xlsx", {"Xã A": 1}), lists)


def test_what_would_be_gone_is_named():
    kept = table("cũ.xlsx", {"Xã A": 1, "Xã B": 2})
    fresh = table("mới.xlsx", {"UBND xã A": 1}, key="reuse_rate")
    assert replacing.gone(kept, fresh) == (["overdue_total"], ["Xã B"])


def test_what_files_said_last_leaves_out_what_was_typed():
    kept = table("cũ.xlsx", {"Xã A": 1})
    fresh = table("mới.xlsx", {"Xã A": 2})
    change = replacing.replaced(kept, fresh, AT)
    assert change is not None
    place = next(edit.place for edit in change.edits)
    now = kept.apply(change)
    typed = replace(change, edits=(now.edit(place, Cell(Decimal(9))),), readings=None)
    history = History((change, typed), 2)
    assert history.present(kept).number_at(place) == 9
    assert history.as_read(kept) == fresh
