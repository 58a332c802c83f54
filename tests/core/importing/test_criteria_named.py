"""Tables of criteria under the headings that offices give to the criteria's names."""

import pytest

from core.errors import UnreadableFileError
from core.importing import asking, opening
from core.report import Layout, NoteKind, Part
from tests.core.importing.written import notes, value

NAMES = [
    "Tên tiêu chí",
    "Nội dung tiêu chí",
    "Tiêu chí",
    "Chỉ tiêu",
    "Nội dung đánh giá",
]


@pytest.mark.parametrize("heading", NAMES)
def test_a_target_right_of_the_results_is_read_with_the_points(read, heading):
    report = read(
        [
            ["UBND phường Hiệp Ninh"],
            ["STT", heading, "Mẫu số", "Tử số", "Kết quả (%)", "Chỉ tiêu (%)", "Điểm"],
            ["1", "Tỷ lệ hồ sơ giải quyết đúng hạn", 1000, 995, 99.5, 100, 19.9],
            ["2", "Tỷ lệ số hóa hồ sơ", 1204, 1000, "83,06", "100%", "4,2"],
        ]
    )

    assert report.layout is Layout.CRITERIA
    for key, figures in {
        "on_time_rate": ["995", "1000", "99.5", "100", "19.9"],
        "digitize_rate": ["1000", "1204", "83.06", "100", "4.2"],
    }.items():
        parts = (Part.NUMERATOR, Part.DENOMINATOR, Part.VALUE, Part.TARGET, Part.SCORE)
        assert [str(value(report, key, part=part)) for part in parts] == figures
    assert notes(report, NoteKind.UNKNOWN_HEADER) == []


def test_the_same_heading_of_names_again_still_begins_a_table_beside(read):
    report = read(
        [
            ["UBND phường Hiệp Ninh"],
            ["Chỉ tiêu", "Kết quả (%)", "Chỉ tiêu", "Kết quả (%)"],
            ["Tỷ lệ hồ sơ giải quyết đúng hạn", 99.5, "Tỷ lệ số hóa hồ sơ", 83],
        ]
    )

    assert str(value(report, "on_time_rate")) == "99.5"
    assert str(value(report, "digitize_rate")) == "83"


def test_a_table_that_gives_no_figure_is_not_opened_as_if_it_were_read(
    write, opened, catalogue
):
    path = write(
        [
            ["STT", "Tiêu chí", "Tử số", "Mẫu số"],
            [1, "Bảo dưỡng phòng họp", 5, 6],
            [2, "Sửa sang nhà văn hóa", 7, 8],
        ]
    )

    assert not asking.is_clear(opening.inspect(path, catalogue), catalogue)
    with pytest.raises(UnreadableFileError, match="Không nhận ra bảng số liệu"):
        opened(path)
