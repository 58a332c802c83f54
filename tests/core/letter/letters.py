"""Letters by hand, as composing would make them: what the writer's tests write."""

from datetime import date

from core.letter.model import (
    Align,
    Annex,
    Column,
    Figure,
    Letter,
    Paragraph,
    Piece,
    Section,
    Style,
    Table,
    TableRow,
)
from core.office import LetterKind, Signatory
from core.period import Period

BASIS_766 = (
    "Căn cứ Quyết định số 766/QĐ-TTg ngày 23 tháng 6 năm 2022 của Thủ tướng Chính phủ "
    "phê duyệt Bộ chỉ số chỉ đạo, điều hành và đánh giá chất lượng phục vụ người dân, "
    "doanh nghiệp trong thực hiện thủ tục hành chính, dịch vụ công theo thời gian thực "
    "trên môi trường điện tử;"
)

TEXT, HEADING, DASH, POINT = Style.BODY, Style.HEADING, Style.DASH, Style.POINT
COMMUNE_BODY = (
    (BASIS_766, TEXT),
    (
        (
            "Căn cứ kết quả trên Cổng Dịch vụ công quốc gia (https://dichvucong.gov.vn) "
            "tại thời điểm 08 giờ 00 phút ngày 02/10/2024,"
        ),
        TEXT,
    ),
    (
        (
            "Ủy ban nhân dân xã Trường Tây công bố kết quả thực hiện Bộ chỉ số tháng "
            "9/2024 như sau:"
        ),
        TEXT,
    ),
    ("1. Kết quả", HEADING),
    (
        (
            "Tổng điểm 80,33/100 điểm, xếp hạng 8/8 xã, phường. Tỷ lệ hồ sơ nộp trực "
            "tuyến đạt 91,7%; thanh toán trực tuyến đạt 89,64%; cấp kết quả điện tử đạt "
            "95,09% (chi tiết tại Phụ lục kèm theo)."
        ),
        TEXT,
    ),
    ("2. Tồn tại, hạn chế", HEADING),
    ("- Số hóa hồ sơ: 18,5/22 điểm, mất 3,5 điểm.", DASH),
    ("- Thanh toán trực tuyến: 5,1/10 điểm, mất 4,9 điểm.", DASH),
    ("3. Yêu cầu", HEADING),
    (
        (
            "a) Tăng cường hướng dẫn người dân nộp hồ sơ thủ tục hành chính và thanh "
            "toán qua Cổng Dịch vụ công quốc gia."
        ),
        POINT,
    ),
    (
        (
            "b) Số hóa đầy đủ thành phần hồ sơ, kết quả giải quyết ngay khi tiếp nhận và "
            "trả kết quả; ký số trước khi lưu vào kho dữ liệu của tổ chức, cá nhân."
        ),
        POINT,
    ),
    (
        (
            "c) Tăng cường thực hiện chứng thực bản sao điện tử từ bản chính; khai thác, "
            "sử dụng lại thông tin, dữ liệu đã số hóa."
        ),
        POINT,
    ),
    ("4. Kiến nghị", HEADING),
    (
        (
            "Đề nghị các sở, ngành tỉnh cập nhật kịp thời, đồng bộ thủ tục hành chính "
            "thuộc thẩm quyền giải quyết của địa phương."
        ),
        TEXT,
    ),
    (
        (
            "Trên đây là kết quả Bộ chỉ số phục vụ người dân, doanh nghiệp tháng 9/2024 "
            "trên địa bàn xã Trường Tây. Yêu cầu công chức chuyên môn nghiêm túc thực "
            "hiện nội dung Công văn này./."
        ),
        TEXT,
    ),
)
DISTRICT_TASKS = (
    (
        "Tiếp tục thực hiện thủ tục hành chính trực tuyến đảm bảo tối thiểu 52% trên tổng "
        "số hồ sơ tiếp nhận, giải quyết."
    ),
    (
        "Thanh toán trực tuyến phí, lệ phí đối với tất cả thủ tục hành chính có phát sinh "
        "phí, lệ phí đảm bảo tối thiểu 47%."
    ),
    "Tăng cường khai thác, sử dụng lại thông tin, dữ liệu số hóa đảm bảo tối thiểu 52%.",
    "Đảm bảo 100% tỷ lệ xử lý phản ánh, kiến nghị đúng hạn.",
    "Công bố, công khai thủ tục hành chính đạt tỷ lệ 100%.",
    (
        "Mức độ hài lòng trong tiếp nhận, giải quyết thủ tục hành chính của người dân, "
        "doanh nghiệp đảm bảo tối thiểu 92%."
    ),
    (
        "Trưởng phòng Kinh tế và Hạ tầng, Trưởng phòng Tài chính - Kế hoạch, Trưởng phòng "
        "Tài nguyên và Môi trường huyện tăng cường đôn đốc, nhắc nhở việc giải quyết dứt "
        "điểm tất cả hồ sơ trễ hạn trên Hệ thống thông tin giải quyết thủ tục hành chính; "
        "cung cấp thư xin lỗi đến người dân để Văn phòng HĐND và UBND huyện đăng tải trên "
        "Cổng thông tin điện tử huyện."
    ),
)
DISTRICT_BODY = (
    (BASIS_766, TEXT),
    (
        (
            "Căn cứ Quyết định số 5144/QĐ-UBND ngày 18 tháng 11 năm 2022 của UBND huyện Gò "
            "Dầu ban hành Quy chế hoạt động của Hệ thống thông tin giải quyết thủ tục hành "
            "chính huyện Gò Dầu;"
        ),
        TEXT,
    ),
    (
        (
            "Căn cứ kết quả trên Cổng Dịch vụ công quốc gia (https://dichvucong.gov.vn) tại "
            "thời điểm 16 giờ 30 phút ngày 06/12/2024,"
        ),
        TEXT,
    ),
    (
        (
            "Ủy ban nhân dân huyện Gò Dầu công bố kết quả thực hiện Bộ chỉ số phục vụ người "
            "dân, doanh nghiệp tháng 11/2024 như sau:"
        ),
        TEXT,
    ),
    ("1. Kết quả", HEADING),
    ("Tổng điểm 87,07/100 điểm, xếp thứ 8/9 huyện, thị xã, thành phố.", TEXT),
    ("2. Tồn tại, hạn chế", HEADING),
    ("- Tỷ lệ hồ sơ số hóa hồ sơ, kết quả giải quyết: 69,89%.", DASH),
    ("- Tỷ lệ hồ sơ cấp kết quả điện tử: 70,85%.", DASH),
    (
        (
            "- Tổng số hồ sơ xử lý quá hạn: 46 hồ sơ (các cơ quan chuyên môn huyện: 44 hồ "
            "sơ; xã Hiệp Thạnh: 01 hồ sơ; xã Thạnh Đức: 01 hồ sơ)."
        ),
        DASH,
    ),
    (
        (
            "- Tỷ lệ khai thác, sử dụng lại thông tin, dữ liệu số hóa: xã Hiệp Thạnh: "
            "4,55%; thị trấn Gò Dầu: 33,93%; xã Bàu Đồn: 40,08%; xã Cẩm Giang: 40,25%; xã "
            "Thạnh Đức: 41,79%; xã Phước Đông: 47,06%; xã Phước Trạch: [chưa có số liệu]."
        ),
        DASH,
    ),
    ("3. Yêu cầu", HEADING),
    *((f"{number}. {task}", TEXT) for number, task in enumerate(DISTRICT_TASKS, 1)),
    (
        (
            "Trên đây là kết quả Bộ chỉ số phục vụ người dân, doanh nghiệp tháng 11/2024 "
            "trên địa bàn huyện Gò Dầu. Yêu cầu Thủ trưởng các cơ quan chuyên môn huyện và "
            "Chủ tịch UBND các xã, thị trấn nghiêm túc thực hiện nội dung Công văn này./."
        ),
        TEXT,
    ),
)


def figure(text: str, *, missing: bool = False) -> Figure:
    """A number in a sentence; where it comes from does not matter here."""
    return Figure(text, (), missing)


def body(*texts: tuple[str, Style]) -> tuple[Paragraph, ...]:
    """Paragraphs of these texts."""
    return tuple(
        Paragraph(f"p.{place}", Section.RESULT, style, (text,))
        for place, (text, style) in enumerate(texts)
    )


def lines(*texts: str) -> tuple[tuple[Piece, ...], ...]:
    """Lines without figures."""
    return tuple((text,) for text in texts)


def commune_table(rows: int = 1) -> Table:
    """The commune's annex: eleven columns, four of them under one heading."""
    group = "Kết quả số hóa hồ sơ (**)"
    columns = (
        Column("STT", weight=0.5),
        Column("Tên đơn vị", align=Align.LEFT, weight=1.6),
        Column("Mã định danh", weight=1.5),
        Column("Tổng số hồ sơ xử lý quá hạn (*)"),
        Column("Tỷ lệ hồ sơ xử lý đúng hạn, trong hạn (%)"),
        Column("Tỷ lệ hồ sơ nộp trực tuyến (%)"),
        Column("Tỷ lệ hồ sơ thanh toán trực tuyến (%)"),
        Column("Tỷ lệ hồ sơ cấp kết quả điện tử (%)", group),
        Column("Tỷ lệ hồ sơ TTHC số hóa hồ sơ, kết quả giải quyết TTHC (%)", group),
        Column(
            "Số lượng hồ sơ cung cấp dịch vụ chứng thực điện tử bản sao từ bản chính (hồ sơ)",
            group,
            weight=1.3,
        ),
        Column(
            "Lũy kế hồ sơ cung cấp dịch vụ chứng thực điện tử bản sao từ bản chính (hồ sơ)",
            group,
            weight=1.3,
        ),
    )
    first = ("1", "UBND xã Trường Tây", "000.21.35.H53", "0", "100", "91,7", "89,64")
    second = ("95,09", "92,73", "112", figure("2.033"))
    numbers = range(1, rows + 1)
    same = (*first[1:], *second)
    return Table(columns, tuple(TableRow((str(one), *same)) for one in numbers))


def commune(rows: int = 1) -> Letter:
    """Like the first seed: a commune about itself, with its annex."""
    return Letter(
        kind=LetterKind.COMMUNE,
        letterhead=("ỦY BAN NHÂN DÂN", "XÃ TRƯỜNG TÂY"),
        symbol="UBND-VP",
        place="Trường Tây",
        day=date(2024, 10, 4),
        subject=(
            "V/v công bố kết quả Bộ chỉ số phục vụ người dân, doanh nghiệp ",
            figure("tháng 9/2024"),
        ),
        addressees=("Văn phòng HĐND và UBND thị xã", "Các công chức chuyên môn xã"),
        body=body(*COMMUNE_BODY),
        recipients=("CT, PCT UBND xã",),
        archive="VT, VP",
        signatory=Signatory(
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Văn Nhân"
        ),
        author="UBND xã Trường Tây",
        period=Period.month(2024, 9),
        annexes=(_commune_annex(rows),),
    )


def _commune_annex(rows: int) -> Annex:
    return Annex(
        label="Phụ lục",
        title=lines(
            "MỘT SỐ TIÊU CHÍ THÀNH PHẦN TRONG BỘ CHỈ SỐ PHỤC VỤ NGƯỜI DÂN, DOANH NGHIỆP",
            "CỦA UBND XÃ TRƯỜNG TÂY TRONG THÁNG 9/2024",
        ),
        reference="(Kèm theo Công văn số      /UBND-VP ngày 04 tháng 10 năm 2024 "
        "của UBND xã Trường Tây)",
        table=commune_table(rows),
        notes=lines(
            "(*) Số hồ sơ trả kết quả sau ngày hẹn trong tháng.",
            "(**) Tính trên hồ sơ đã giải quyết; số liệu tính đến 08 giờ 00 phút ngày "
            "02/10/2024.",
        ),
    )


def district() -> Letter:
    """Like the second seed: a district about its units, with a standing table."""
    return Letter(
        kind=LetterKind.SUPERIOR,
        letterhead=("ỦY BAN NHÂN DÂN", "HUYỆN GÒ DẦU"),
        symbol="UBND-NC",
        place="Gò Dầu",
        day=date(2024, 12, 9),
        subject=(
            "V/v công bố kết quả đánh giá Bộ chỉ số phục vụ người dân, doanh nghiệp ",
            figure("tháng 11/2024"),
        ),
        addressees=("Các cơ quan chuyên môn huyện", "UBND các xã, thị trấn"),
        body=body(*DISTRICT_BODY),
        recipients=(
            "Văn phòng UBND tỉnh Tây Ninh",
            "Sở Nội vụ tỉnh Tây Ninh",
            "CT, các PCT UBND huyện",
        ),
        archive="VT, VP. HĐND và UBND huyện",
        signatory=Signatory(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        author="UBND huyện Gò Dầu",
        period=Period.month(2024, 11),
        annexes=(_district_annex(),),
    )


def _district_annex() -> Annex:
    units = ("Cẩm Giang", "Thạnh Đức", "Hiệp Thạnh", "Phước Trạch", "Bàu Đồn")
    rows = [
        TableRow(
            (
                str(place),
                f"UBND xã {name}",
                "0",
                figure("40,25"),
                figure("[chưa có số liệu]", missing=True),
            )
        )
        for place, name in enumerate(units, 1)
    ]
    rows.append(TableRow(("", "TỔNG CỘNG", "46", "69,89", "70,85"), strong=True))
    columns = (
        Column("STT", weight=0.5),
        Column("Tên đơn vị", align=Align.LEFT, weight=2),
        Column("Hồ sơ quá hạn (*)"),
        Column("Tỷ lệ sử dụng lại (%)"),
        Column("Tỷ lệ cấp kết quả điện tử (%)"),
    )
    return Annex(
        label="Phụ lục",
        title=lines("KẾT QUẢ CỦA CÁC ĐƠN VỊ TRONG THÁNG 11/2024"),
        reference="(Kèm theo Công văn số      /UBND-NC ngày 09 tháng 12 năm 2024 của UBND "
        "huyện Gò Dầu)",
        table=Table(columns, tuple(rows)),
    )
