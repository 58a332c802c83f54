"""What rules are about, by the first letter of their ids (nhóm quy tắc)."""

from collections.abc import Mapping
from typing import Final

FAMILIES: Final[Mapping[str, str]] = {
    "P": "Kỳ báo cáo và ngày tháng",
    "N": "Số liệu và điểm",
    "A": "Phụ lục và số liệu nêu trong công văn",
    "I": "Yêu cầu và kiến nghị",
    "L": "Căn cứ pháp lý",
    "U": "Đơn vị",
    "O": "Danh sách hồ sơ quá hạn",
    "F": "Thể thức văn bản",
    "W": "Lời văn của công văn",
    "D": "Đọc tệp số liệu",
}
"""The families in the order of docs/quy-tac.md and of the list of all rules."""

AS_IN_A_LETTER: Final = "FPLWAIUND"
"""Their letters as who looks a letter over asks for them; no letter holds lists of dossiers."""
