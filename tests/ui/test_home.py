"""The home screen: what is shown of the months, what is filled, where clicks lead."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from core.store.month import FindingCounts, Headline, MonthSummary, SavedLetter
from tests.ui.hands import focused
from ui.home.cards import MonthCard, WorkCard, when
from ui.home.changes import (
    BETTER,
    WORSE,
    before,
    newest_first,
    rank_change,
    score_change,
)
from ui.home.page import HomePage
from ui.home.titles import period_title

NOW = datetime(2024, 10, 4, 9, 14, tzinfo=UTC)


def month(
    period: str = "2024-09", score: str | None = "80.33", rank: str | None = "8", **more
) -> MonthSummary:
    """A kept month of Trường Tây."""
    numbers = [None if text is None else Decimal(text) for text in (score, rank, "8")]
    kept = MonthSummary(
        id=period,
        profile="xa-truong-tay",
        title="UBND xã Trường Tây",
        headline=Headline(period, *numbers),
        created=NOW,
        updated=NOW,
    )
    return replace(kept, **more)


def said(widget) -> list[str]:
    """Every text that can be seen in `widget`."""
    labels = [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]
    buttons = [one.text() for one in widget.findChildren(QPushButton)]
    return [text for text in (*labels, *buttons) if text]


def filled(widget) -> list[str]:
    """The words of the filled buttons that can be seen."""
    buttons = widget.findChildren(QPushButton)
    loud = [
        one for one in buttons if one.property("v") == "primary" and one.isVisible()
    ]
    return [one.text().replace("&", "") for one in loud]


@pytest.fixture
def home(qtbot, look, show) -> HomePage:
    """The home screen, 1366 px wide."""
    made = HomePage(look, lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1366, 690)
    made.show_months([])
    show(made)
    return made


def fill(home: HomePage, *months: MonthSummary) -> None:
    """Show the months, and be done with what was shown before."""
    home.show_months(months)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def press(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


# ---------------------------------------------------------------------------- the page


def test_with_no_month_the_drop_area_is_large_and_opening_a_file_is_filled(home):
    assert home.drop.height() == 240
    assert filled(home) == ["Mở tệp Excel…"]
    assert "Chưa có tháng nào" in said(home)


def test_with_months_going_on_is_the_only_filled_button(home):
    fill(home, month(), month("2024-08"))
    assert filled(home) == ["Tiếp tục kiểm tra"]
    assert home.drop.height() == 66
    assert "Chưa có tháng nào" not in said(home)
    fill(home)
    assert filled(home) == ["Mở tệp Excel…"]


def test_the_month_touched_last_is_gone_on_with_and_the_others_stand_by_period(home):
    months = [month("2024-06"), *(month(f"2024-0{n}") for n in (3, 9, 4, 8, 7, 5))]
    fill(home, *months)
    names = [card.accessibleName() for card in home.findChildren(MonthCard)]
    assert [name.split(",")[0] for name in names] == [
        f"Tháng {number}/2024" for number in (9, 8, 7, 5, 4, 3)
    ]
    assert "Tháng 6/2024" in said(home.findChild(WorkCard))


def test_cards_stand_four_a_row_and_fit_the_smallest_window(home):
    long = "Ủy ban nhân dân thị trấn Gò Dầu, huyện Gò Dầu, tỉnh Tây Ninh"
    saved = SavedLetter("cong-van.docx", NOW + timedelta(days=1))
    months = [
        month(f"2024-{n:02d}", title=long, saved=saved) if n % 2 else month("")
        for n in range(1, 10)
    ]
    fill(home, *months)
    home.resize(1024, 450)
    QApplication.processEvents()
    cards = home.findChildren(MonthCard)
    tops = [card.mapTo(home, card.rect().topLeft()).y() for card in cards]
    assert len(set(tops[:4])) == 1
    assert tops[4] > tops[3]
    assert home.widget().minimumSizeHint().width() <= 1024
    widths = {card.width() for card in cards}
    assert max(widths) - min(widths) <= 1


def test_offices_are_named_on_the_cards_only_where_there_are_several(home):
    fill(home, month(), month("2024-08"))
    assert "UBND xã Trường Tây" not in said(home.findChildren(MonthCard)[-1])
    fill(home, month(), month("2024-08"), month("2024-07", title="Gò Dầu"))
    assert "Gò Dầu" in said(home.findChildren(MonthCard)[-1])


def test_buttons_and_samples_ask_for_what_they_say(home, qtbot):
    words = {one.text().replace("&", ""): one for one in home.findChildren(QPushButton)}
    with qtbot.waitSignal(home.open_asked):
        press(words["Mở tệp Excel…"])
    with qtbot.waitSignal(home.new_asked):
        press(words["Nhập tay một tháng"])
    for name in ("Xã Trường Tây", "Huyện Gò Dầu", "Xã Ea Ktur"):
        with qtbot.waitSignal(home.sample_asked) as asked:
            press(words[name])
        assert asked.args[0].is_file()
        assert name.split(maxsplit=1)[1] in asked.args[0].name


def test_a_click_or_enter_on_a_card_opens_its_month(home, qtbot):
    fill(home, month(), month("2024-08"))
    card = home.findChild(MonthCard)
    with qtbot.waitSignal(home.month_asked) as asked:
        press(card)
    assert asked.args == ["2024-08", False]
    card.setFocus()
    with qtbot.waitSignal(home.month_asked):
        QTest.keyClick(card, Qt.Key.Key_Return)


def test_the_month_in_work_opens_at_its_figures_or_its_letter(home, qtbot):
    fill(home, month())
    onward, letter = home.findChild(WorkCard).findChildren(QPushButton)
    with qtbot.waitSignal(home.month_asked) as asked:
        press(onward)
    assert asked.args == ["2024-09", False]
    with qtbot.waitSignal(home.month_asked) as asked:
        press(letter)
    assert asked.args == ["2024-09", True]


@pytest.mark.parametrize("months", [0, 1, 3])
def test_enter_presses_the_filled_button(home, qtbot, months):
    fill(home, *(month(f"2024-0{number + 1}") for number in range(months)))
    home.focus_filled()
    wanted = home.month_asked if months else home.open_asked
    with qtbot.waitSignal(wanted):
        QTest.keyClick(focused(), Qt.Key.Key_Return)


def test_a_very_long_name_is_cut_and_told_whole_by_the_tooltip(home):
    long = "Ủy ban nhân dân " + "thị trấn Gò Dầu và các xã lân cận " * 4
    fill(home, month(), month("2024-08"), month("2024-07", title=long), month("2024-6"))
    cards = home.findChildren(MonthCard)
    widths = {card.width() for card in cards}
    assert max(widths) - min(widths) <= 1
    (name,) = [one for one in home.findChildren(QLabel) if one.toolTip() == long]
    assert name.text().endswith("…")
    assert name.fontMetrics().horizontalAdvance(name.text()) <= name.width()


def test_a_month_is_deleted_from_its_cards_menu(home, qtbot):
    fill(home, month(), month("2024-08"))
    card = home.findChild(MonthCard)
    delete = card.findChild(QPushButton).menu().actions()[-1]
    assert delete.text().replace("&", "") == "Xóa tháng này…"
    with qtbot.waitSignal(home.delete_asked) as asked:
        delete.trigger()
    assert asked.args == ["2024-08"]


# --------------------------------------------------------------------------- the cards


def test_the_month_in_work_tells_findings_score_rank_and_what_changed(home):
    counts = FindingCounts(2, 0, 3)
    fill(home, month(counts=counts), month("2024-08", "81.20", "7"))
    told = said(home.findChild(WorkCard))
    assert {"80,33", "/ 100", "8", "/ 8", "Sửa lần cuối 09:14 hôm nay"} <= set(told)
    assert "0,87 điểm so với tháng trước" in told
    assert "1 bậc so với tháng trước" in told


def test_a_month_without_figures_says_so_instead_of_zero(home):
    fill(home, month(score=None, rank=None), month("", None, None))
    assert said(home.findChild(WorkCard)).count("–") == 2
    card = said(home.findChild(MonthCard))
    assert "Chưa rõ kỳ" in card
    assert not [text for text in card if text.startswith("Hạng")]


@pytest.mark.parametrize(
    ("saved", "words"),
    [
        (None, "Chưa lưu công văn"),
        (NOW + timedelta(minutes=1), "Đã lưu công văn, 04/10/2024"),
        (NOW - timedelta(minutes=1), "Đã sửa sau khi lưu công văn"),
    ],
)
def test_a_card_tells_how_far_the_letter_is(home, saved, words):
    letter = None if saved is None else SavedLetter("cong-van.docx", saved)
    fill(home, month(), month("2024-08", saved=letter))
    assert words in said(home.findChild(MonthCard))


def test_times_are_told_as_people_say_them():
    assert when(NOW, NOW) == "09:14 hôm nay"
    assert when(NOW - timedelta(days=2), NOW) == "09:14, 02/10/2024"


# ------------------------------------------------------------------------- comparisons


def test_a_month_is_compared_with_the_same_offices_period_before_only():
    this, last = month("2024-01"), month("2023-12")
    other = month("2023-12", profile="huyen-go-dau")
    assert before(this, [this, other, last]) is last
    assert before(this, [this, other, month("2023-11")]) is None
    assert before(month(""), [last]) is None
    for code, former in (
        ("2024-Q1", "2023-Q4"),
        ("2024-H1", "2023-H2"),
        ("2024-M9", "2023-M9"),
        ("2024-W12", "2024-W11"),
        ("2024-01-05..2024-01-11", "2023-12-29..2024-01-04"),
    ):
        assert before(month(code), [last, month(former)]) == month(former)


@pytest.mark.parametrize(
    ("then", "words", "arrow"),
    [
        ("79.00", "1,33 điểm so với tháng trước", BETTER),
        ("81.20", "0,87 điểm so với tháng trước", WORSE),
        ("80.33", "Bằng tháng trước", ("", "")),
        (None, "", ("", "")),
    ],
)
def test_more_points_are_better(then, words, arrow):
    told = score_change(month(), month("2024-08", then))
    assert (told.text, (told.icon, told.ink)) == (words, arrow)


@pytest.mark.parametrize(
    ("then", "words", "arrow"),
    [
        ("9", "1 bậc so với tháng trước", BETTER),
        ("6", "2 bậc so với tháng trước", WORSE),
        ("8", "Giữ nguyên so với tháng trước", ("", "")),
        (None, "", ("", "")),
    ],
)
def test_a_smaller_rank_is_better(then, words, arrow):
    told = rank_change(month(), month("2024-08", rank=then))
    assert (told.text, (told.icon, told.ink)) == (words, arrow)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("2024-W12", "1,33 điểm so với tuần trước"),
        ("2024-H1", "1,33 điểm so với 6 tháng trước"),
        ("2024-M9", "1,33 điểm so với 9 tháng năm trước"),
        ("2024-01-05..2024-01-11", "1,33 điểm so với kỳ trước"),
    ],
)
def test_the_period_before_is_called_by_its_kind(code, words):
    assert score_change(month(code), month(code, "79.00")).text == words


def test_a_card_is_headed_by_its_period():
    assert period_title("2024-H1") == "6 tháng đầu năm 2024"
    assert period_title("2024-W12") == "Tuần 12 năm 2024"
    assert period_title("2024-01-05..2024-01-11") == (
        "Kỳ từ ngày 05/01/2024 đến ngày 11/01/2024"
    )


def test_periods_of_any_kind_stand_by_the_day_they_end():
    codes = ["2024-H1", "2024-W40", "", "2024-09", "2024"]
    found = newest_first(month(code) for code in codes)
    assert [one.headline.period for one in found] == [
        "2024", "2024-W40", "2024-09", "2024-H1", "",
    ]  # fmt: skip


def test_without_a_month_before_nothing_is_said():
    assert score_change(month(), None).text == ""
    assert rank_change(month(), None).text == ""


def test_months_of_no_known_period_stand_last():
    codes = ["", "2023-12", "2024-09"]
    found = newest_first(month(code) for code in codes)
    assert [one.headline.period for one in found] == ["2024-09", "2023-12", ""]
