"""Sound letters of varied make: tables, tabs, text boxes, plain lines, automatic numbers."""

from collections.abc import Callable, Mapping

from tests.core.letter.typed_docx import file, p, run, section, table, tc

CENTRE = '<w:jc w:val="center"/>'
BOLD = "<w:b/>"
TAB, BREAK = "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
DATE = "Hiệp Thạnh, ngày 05 tháng 10 năm 2026"
SUBJECT = "V/v công bố kết quả Bộ chỉ số phục vụ người dân, doanh nghiệp tháng 9/2026"
OPENING = (
    "Căn cứ Quyết định số 766/QĐ-TTg ngày 23 tháng 6 năm 2022 của Thủ tướng Chính phủ;"
)
BODY = (
    OPENING,
    "Ủy ban nhân dân xã Hiệp Thạnh công bố kết quả thực hiện Bộ chỉ số như sau:",
    "1. Kết quả",
    "- Tổng điểm 80,33/100 điểm;",
    "- Xếp hạng 8/8 xã, phường.",
    "Trên đây là kết quả Bộ chỉ số tháng 9/2026, yêu cầu các đơn vị thực hiện./.",
)
ANNEX = (
    p("PHỤ LỤC I", stands=CENTRE + "<w:pageBreakBefore/>"),
    p(run("KẾT QUẢ CÁC NHÓM CHỈ SỐ", BOLD), stands=CENTRE),
    p(
        "(Kèm theo Công văn số 05/UBND-VP ngày 05 tháng 10",
        BREAK,
        "năm 2026 của UBND xã)",
    ),
    p("Đơn vị tính: điểm"),
    table(("STT", "Nhóm", "Điểm"), ("1", "Số hóa hồ sơ", "18,5")),
    p("Ghi chú: số liệu tính đến ngày 01/10/2026./."),
)


def c(text: str, look: str = "") -> str:
    return p(run(text, look), stands=CENTRE)


def body() -> str:
    return "".join(p(text) for text in BODY)


def in_a_table() -> str:
    """The usual one: letterhead and signature in tables without borders."""
    head = table(
        (tc(c("UBND HUYỆN GÒ DẦU"), c("ỦY BAN NHÂN DÂN", BOLD), c("XÃ HIỆP THẠNH", BOLD)),
         tc(c(NATION, BOLD), c(MOTTO, BOLD))),
        (tc(c("Số: 05/UBND-VP"), c(SUBJECT)), tc(c(DATE, "<w:i/>"))),
    )  # fmt: skip
    end = table(
        (
            tc(p("Nơi nhận:"), p("- Như trên;"), p("- Lưu: VT, VP.")),
            tc(c("TM. ỦY BAN NHÂN DÂN"), c("CHỦ TỊCH"), p(), c("Trần Thị Hoa")),
        )
    )
    to = p("Kính gửi:") + p("- Văn phòng UBND tỉnh;") + p("- Các phòng chuyên môn.")
    return head + to + body() + end + p(stands=section()) + "".join(ANNEX) + section()


def by_tabs() -> str:
    """Everything in lines with tabs, the subject over two of them."""
    head = (
        p("ỦY BAN NHÂN DÂN", TAB, NATION),
        p("XÃ HIỆP THẠNH", TAB, MOTTO),
        p("Số: 05/UBND-VP", TAB, DATE),
        p("V/v công bố kết quả Bộ chỉ số phục vụ"),
        p("người dân, doanh nghiệp tháng 9/2026"),
        p(TAB, "Kính gửi: Các phòng chuyên môn xã"),
    )
    end = (
        p("Nơi nhận:", TAB, "TM. ỦY BAN NHÂN DÂN"),
        p("- Như trên;", TAB, "KT. CHỦ TỊCH"),
        p("- Lưu: VT, VP.", TAB, "PHÓ CHỦ TỊCH"),
        p(TAB, "Trần Thị Hoa"),
    )
    return "".join(head) + body() + "".join(end)


def in_boxes() -> str:
    """The letterhead in two text boxes that hang on the first line below them."""

    def box(*inside: str) -> str:
        content = f"<w:txbxContent>{''.join(inside)}</w:txbxContent>"
        shape = f"<wps:txbx>{content}</wps:txbx>"
        old = f"<w:pict><v:textbox>{content}</v:textbox></w:pict>"
        return (
            f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{shape}</w:drawing>"
            f"</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
        )

    left = box(
        p("ỦY BAN NHÂN DÂN", BREAK, "XÃ HIỆP THẠNH"), p("Số:     /UBND-VP"), p(SUBJECT)
    )
    right = box(p(NATION), p(MOTTO), p(DATE))
    end = box(p("TM. ỦY BAN NHÂN DÂN"), p("CHỦ TỊCH"), p("Trần Thị Hoa"))
    to = p(
        left,
        right,
        "Kính gửi: ",
        BREAK,
        "- Văn phòng UBND tỉnh;",
        BREAK,
        "- Công an xã.",
    )
    recipients = p("Nơi nhận:", BREAK, "- Như trên;", BREAK, "- Lưu: VT.", end)
    return to + body() + recipients


def line_by_line() -> str:
    """Nothing but centred lines, the nation above the office, the signature last."""
    head = "".join(
        c(text)
        for text in (NATION, MOTTO, "_________", "ỦY BAN NHÂN DÂN", "XÃ HIỆP THẠNH")
    )
    head += p("Số 05/UBND-VP") + p(DATE) + p("Về việc công bố kết quả Bộ chỉ số")
    to = p("Kính gửi: Các phòng chuyên môn xã.")
    end = p("Nơi nhận:") + p("- Như trên;") + p("- Lưu: VT.")
    end += c("CHỦ TỊCH") + c("(Đã ký)") + c("TRẦN THỊ HOA")
    annexes = "".join(
        p(text, stands="<w:pageBreakBefore/>") + c("DANH SÁCH") + table(("STT", "Tên"))
        for text in ("Phụ lục 1", "Phụ lục 2")
    )
    return head + to + body() + end + annexes


def without_a_label() -> str:
    """An annex that is only said to come with the letter."""
    annex = (
        p(run("DANH SÁCH HỒ SƠ QUÁ HẠN", BOLD), stands=CENTRE + "<w:pageBreakBefore/>"),
        p("(Kèm theo Công văn số 05/UBND-VP)", stands=CENTRE),
        table(("STT", "Mã hồ sơ"), ("1", "H53-1")),
    )
    return by_tabs() + "".join(annex)


MAKES: Mapping[str, Callable[[], str]] = {
    "table": in_a_table,
    "tabs": by_tabs,
    "boxes": in_boxes,
    "lines": line_by_line,
    "unlabelled": without_a_label,
}


def letter(make: str) -> bytes:
    """The bytes of the letter of that make."""
    return file(MAKES[make]())
