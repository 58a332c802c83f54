"""Files dragged in from Explorer: with diacritics, with blanks, from a share."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from ui.main_window import MainWindow


@pytest.fixture
def opened(window: MainWindow, monkeypatch) -> list[Path]:
    """What the window was asked to open."""
    asked: list[Path] = []
    monkeypatch.setattr(window.errands, "open", asked.append)
    return asked


def drop(window: MainWindow, *urls: str) -> bool:
    """Let files go over the window; whether it took them."""
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    event = QDropEvent(
        QPointF(200, 200),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.setAccepted(False)
    window.dropEvent(event)
    return event.isAccepted()


def test_a_path_with_diacritics_and_blanks_is_opened(window, opened):
    url = "file:///C:/Users/Nguy%E1%BB%85n%20V%C4%83n/S%E1%BB%91%20li%E1%BB%87u.xlsx"
    assert drop(window, url)
    start = "C:/" if sys.platform == "win32" else "/C:/"
    assert opened == [Path(f"{start}Users/Nguyễn Văn/Số liệu.xlsx")]


def test_a_file_on_a_share_is_opened_by_its_servers_name(window, opened):
    assert drop(window, "file://may-chu/dung%20chung/b%E1%BA%A3ng.xlsx")
    assert opened == [Path("//may-chu/dung chung/bảng.xlsx")]
    assert str(opened[0]).replace("\\", "/") == "//may-chu/dung chung/bảng.xlsx"


def test_an_address_of_the_web_is_not_taken(window, opened):
    assert not drop(window, "https://example.com/a.xlsx")
    assert opened == []


def test_of_several_the_first_file_is_opened(window, opened):
    assert drop(
        window, "https://example.com/", "file:///C:/a.xlsx", "file:///C:/b.xlsx"
    )
    assert [path.name for path in opened] == ["a.xlsx"]
