import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from core.errors import StoreError
from core.office import LetterKind
from core.report import AS_OF_PLACE, Cell, Place, Report, Source
from core.store.database import Store
from core.store.encoding import Json
from core.store.history import History
from core.store.location import data_folder, store_file
from core.store.month import FindingCounts, Headline, LetterSettings, LetterState
from core.store.writer import Saved
from tests.core.store.strategies import change_of

SCORE = Place("1", "score_total")


@pytest.fixture
def store(file):
    with Store.open(file) as opened:
        yield opened


def create(store, report):
    return store.create(report, "xa-truong-tay", "UBND xã Trường Tây")


def score(report, points):
    return change_of(report, {SCORE: Cell(Decimal(points))})


def test_the_program_opened_again_shows_the_month_and_its_undo_as_they_were(
    file, report
):
    with Store.open(file) as store:
        month = create(store, report)
        first = score(report, "81")
        second = score(report.apply(first), "82")
        end = report.apply(first).apply(second)
        store.record(month, first, report.apply(first))
        store.record(month, second, end)
        store.move(month, 1, report.apply(first))
    with Store.open(file) as store:
        kept = store.load(month)
    assert kept.base == report
    assert kept.report == report.apply(first)
    assert kept.history == History((first, second), 1)
    assert kept.settings == LetterSettings()


def test_a_month_is_there_for_reading_as_soon_as_it_was_begun(store, report):
    month = create(store, report)
    assert store.load(month).report == report
    assert [each.id for each in store.months()] == [month]


def test_a_card_says_office_period_score_rank_and_source(store, report):
    create(store, report)
    (card,) = store.months()
    assert (card.profile, card.title) == ("xa-truong-tay", "UBND xã Trường Tây")
    assert card.headline == Headline(
        "2024-09", Decimal("80.33"), Decimal(8), Decimal(8)
    )
    assert (card.source_file, card.source_sha256) == ("mau-1.xlsx", "ab" * 32)
    assert card.counts is None
    assert card.created == card.updated
    assert card.created.tzinfo is not None


def test_the_card_follows_edits_and_undo(store, report):
    month = create(store, report)
    begun = store.months()[0]
    change = score(report, "90.5")
    store.record(month, change, report.apply(change))
    edited = store.months()[0]
    store.move(month, 0, report)
    undone = store.months()[0]
    assert edited.headline.score == Decimal("90.5")
    assert undone.headline == begun.headline
    assert begun.updated < edited.updated < undone.updated


def test_a_month_with_neither_period_nor_figures_has_a_card_too(store):
    month = create(store, Report())
    assert store.months()[0].headline == Headline()
    assert store.load(month).report == Report()


def test_the_month_touched_last_comes_first(store, report):
    older, newer = create(store, report), create(store, report)
    assert [card.id for card in store.months()] == [newer, older]
    change = score(report, "1")
    store.record(older, change, report.apply(change))
    assert [card.id for card in store.months()] == [older, newer]


def test_an_edit_after_undo_drops_the_redo_tail_in_the_file_too(store, report):
    month = create(store, report)
    first, other = score(report, "1"), score(report, "2")
    store.record(month, first, report.apply(first))
    store.record(month, first, report.apply(first))
    store.move(month, 0, report)
    store.record(month, other, report.apply(other))
    assert store.load(month).history == History((other,), 1)


def test_months_do_not_mix_their_changes(store, report):
    one, two = create(store, report), create(store, report)
    change = score(report, "1")
    store.record(one, change, report.apply(change))
    assert store.load(one).history == History((change,), 1)
    assert store.load(two).history == History()


def test_the_letter_s_settings_are_kept(file, report):
    given = LetterSettings(LetterKind.COMMUNE, date(2024, 10, 9))
    later = LetterSettings(None, None, "05", {"result.total": "Viết lại."})
    with Store.open(file) as store:
        month = store.create(report, "", "", given)
        assert store.load(month).settings == given
        store.keep_settings(month, later)
    with Store.open(file) as store:
        assert store.load(month).settings == later


def test_the_office_can_be_chosen_later(store, report):
    month = store.create(report, "", "TỔNG CỘNG")
    store.set_profile(month, "huyen-go-dau", "UBND huyện Gò Dầu")
    (card,) = store.months()
    assert (card.profile, card.title) == ("huyen-go-dau", "UBND huyện Gò Dầu")


def test_a_card_says_whether_the_saved_letter_still_says_what_stands(store, report):
    month = create(store, report)
    assert store.months()[0].letter_state is LetterState.NOT_SAVED
    store.letter_saved(month, Path("thư mục") / "CV tháng 9.docx")
    (card,) = store.months()
    assert card.letter_state is LetterState.SAVED
    assert card.saved is not None
    assert Path(card.saved.path) == Path("thư mục") / "CV tháng 9.docx"
    change = change_of(report, {AS_OF_PLACE: Cell("x")})
    store.record(month, change, report.apply(change))
    assert store.months()[0].letter_state is LetterState.OUTDATED
    store.letter_saved(month, Path("CV.docx"))
    assert store.months()[0].letter_state is LetterState.SAVED
    store.keep_settings(month, LetterSettings(number="06"))
    assert store.months()[0].letter_state is LetterState.OUTDATED


def test_the_counts_of_findings_stand_on_the_card(store, report):
    month = create(store, report)
    store.count_findings(month, FindingCounts(2, 3, 5))
    assert store.months()[0].counts == FindingCounts(2, 3, 5)
    assert store.months()[0].letter_state is LetterState.NOT_SAVED


def test_a_deleted_month_is_put_away_and_comes_back_whole(store, report):
    month = create(store, report)
    change = score(report, "1")
    store.record(month, change, report.apply(change))
    before = store.load(month)
    store.delete(month)
    assert store.months() == ()
    assert [card.id for card in store.months(deleted=True)] == [month]
    store.restore(month)
    assert store.load(month) == before
    assert store.months(deleted=True) == ()


def test_preferences_are_there_at_once_and_after_reopening(file):
    recent: list[Json] = ["C:\\Tài liệu\\tháng 9.xlsx", "mẫu.xls"]
    with Store.open(file) as store:
        assert store.preference("recent") is None
        store.set_preference("recent", recent)
        store.set_preference("theme", "dark")
        store.set_preference("theme", "light")
        assert store.preference("recent") == recent
        recent.append("what is changed later is not what was kept")
        assert store.preference("recent") == recent[:2]
    with Store.open(file) as store:
        assert store.preference("recent") == recent[:2]
        assert store.preference("theme") == "light"


def test_a_month_that_is_not_there_is_said_in_one_sentence(store):
    with pytest.raises(StoreError, match="Không tìm thấy tháng này"):
        store.load("0")


def test_a_month_whose_text_was_damaged_is_refused_and_the_others_are_read(
    store, report
):
    broken, sound = create(store, report), create(store, report)
    assert store.flush(60)
    with closing(sqlite3.connect(store._file)) as other, other:
        other.execute("UPDATE bases SET report = '{' WHERE month = ?", (broken,))
    with pytest.raises(StoreError, match=r"^Chưa đọc được kho số liệu vì .* bị hỏng"):
        store.load(broken)
    assert store.load(sound).report == report


def test_two_windows_never_give_the_same_id(file, report):
    with Store.open(file) as one, Store.open(file) as two:
        months = {create(window, report) for window in (one, two, one, two)}
        assert one.flush(60)
        assert two.flush(60)
        assert {card.id for card in one.months()} == months
        assert len(months) == 4


def test_a_closed_store_has_everything_on_the_disk_and_takes_no_more(file, report):
    store = Store.open(file)
    month = create(store, report)
    assert store.close()
    assert isinstance(store.state, Saved)
    with pytest.raises(ValueError, match="closed"):
        store.delete(month)


def test_the_store_is_in_the_data_folder(data_folder):
    assert store_file() == data_folder / "congvan766.db"


def test_the_data_folder_is_the_user_s_own_unless_moved(monkeypatch):
    monkeypatch.delenv("CONGVAN766_DATA")
    assert data_folder().name == "CongVan766"
    assert data_folder().parent.name != "CongVan766"
    monkeypatch.setenv("CONGVAN766_DATA", "")
    assert data_folder().name == "CongVan766"


def test_a_month_is_known_by_the_file_that_its_figures_are_of(store, report):
    now = replace(report, source=Source("mới.xlsx", "cd" * 32))
    month = create(store, report)
    change = replace(change_of(report, {}), readings=(report.reading, now.reading))
    store.record(month, change, now)
    assert store.load(month).report == now
    assert [one.source_sha256 for one in store.months()] == ["cd" * 32]
    store.move(month, 0, report)
    assert store.load(month).report == report
    assert [one.source_file for one in store.months()] == ["mau-1.xlsx"]
