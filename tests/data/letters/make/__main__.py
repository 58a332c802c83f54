"""Write every typed letter."""

from pathlib import Path

from tests.data.letters.make import others, repaired

FOLDER = Path(__file__).resolve().parent.parent
LETTERS = {
    "Công văn 183 xã Trường Tây (đã sửa).docx": repaired.commune,
    "Công văn huyện Gò Dầu (đã sửa).docx": repaired.district,
    "Phường 3 - dòng thường.docx": others.in_lines,
    "Xã Tân Hòa - hộp chữ.docx": others.in_boxes,
    "Xã Bình Minh - số tự động.docx": others.numbered,
    "Sở - danh mục đơn vị.docx": others.superior,
    "Đặc khu - công văn ngắn.docx": others.short,
}


def main() -> None:
    """Write the letters; those of before are gone."""
    for path in FOLDER.glob("*.docx"):
        path.unlink()
    for name, make in LETTERS.items():
        (FOLDER / name).write_bytes(make())


if __name__ == "__main__":
    main()
