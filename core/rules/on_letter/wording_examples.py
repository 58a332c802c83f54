"""Broken and sound letters for the rules about wording (family W)."""

from typing import Final

from core.rules.letter_examples import SOUND
from core.rules.registry import Example

_CLOSING: Final = SOUND["body"].split("\n")[1]
_INDEX: Final = SOUND["body"].split("\n")[0].removesuffix(".")


def _first(text: str, also: tuple[str, ...] = ()) -> Example:
    """A letter with one more paragraph."""
    return Example({}, extra={"also": also}, letter={"body.first": text})


W01_BROKEN: Final = (
    _first("Yêu cầu các công chức thực hiện nghiêm túc, tận tâm chỉ đạo tại văn bản."),
    _first("Thực hiện nghiêm tinh thần chỉ đạo của cấp trên."),
)
W01_SOUND: Final = (
    Example({}, letter={}),
    _first("Các công chức nghiêm túc thực hiện nội dung chỉ đạo."),
)
W02_BROKEN: Final = (
    _first("Tất cả các tiêu chí đều có xu hướng như nhau ở một số tiêu chí."),
    _first("Toàn bộ đơn vị đã đạt và một số đơn vị đang làm."),
    _first("Xã không có hồ sơ quá hạn, các công chức xử lý một số hồ sơ quá hạn."),
)
W02_SOUND: Final = (
    _first("Tất cả các tiêu chí đã đạt, trừ một số tiêu chí của nhóm sau."),
    _first("Tất cả các đơn vị đã đạt; một số đơn vị đạt rất cao."),
    _first("Tất cả các đơn vị đã xem một số tiêu chí của nhóm sau."),
    _first("Một số đơn vị đã báo cho tất cả các đơn vị."),
    _first("Một số đơn vị đã xem tất cả."),
    _first("Xã không còn hồ sơ quá hạn."),
)
W03_BROKEN: Final = (
    _first("Căn cứ kết quả trên Cổng Dịch vụ công quốc gia. UBND xã công bố."),
    _first("Căn cứ kết quả trên Cổng. Tại mục “Kết quả đánh giá”. UBND xã công bố."),
    _first("Vẫn còn các xã, thị trấn các tiêu chí còn thấp."),
)
W03_SOUND: Final = (
    _first("Căn cứ kết quả trên Cổng Dịch vụ công quốc gia."),
    _first("Căn cứ kết quả trên Cổng, UBND xã công bố. Các công chức thực hiện."),
    _first("Căn cứ kết quả trên Cổng, UBND xã công bố kết quả."),
    _first("Căn cứ kết quả trên Cổng Dịch vụ công quốc gia;\nUBND xã công bố."),
    _first("Thực hiện tốt việc tiếp nhận hồ sơ."),
)
W04_BROKEN: Final = (
    _first("Thu đủ phí lệ, phí của các thủ tục hành chính."),
    _first("Phí lệ, phí được thu qua Cổng."),
    _first("Các công chức của của xã thực hiện."),
    _first("Các các công chức thực hiện."),
    _first("Người dân nộp hồ sơ dần dần trực tuyến tuyến hơn."),
    Example({}, letter={"subject": SOUND["subject"].replace("công bố", "công bố bố")}),
    Example(
        {}, letter={"issuer": "ỦY BAN NHÂN DÂN\nXÃ TRƯỜNG TÂY", "body.first": "XÃ XÃ."}
    ),
    _first("Các công chức nghiêm túc thực hiện thực hiện nội dung trên."),
)
W04_SOUND: Final = (
    _first("Cập nhật và đồng bộ bộ thủ tục hành chính, dần dần nộp trực tuyến."),
    _first("Các công chức ở ấp Bình Bình thực hiện."),
    _first("Các công chức đến nhà Nhà văn hóa xã làm việc."),
)
W05_BROKEN: Final = (
    _first("Đăng thư xin lỗi của người dân trên Cổng Thông tin điện tử."),
    _first("Thư xin lỗi của người dân được đăng trên Cổng Thông tin điện tử."),
)
W05_SOUND: Final = (_first("Đăng thư xin lỗi người dân trên Cổng Thông tin điện tử."),)
_LONG: Final = " ".join(["hồ sơ trực tuyến của người dân được xử lý"] * 6)
_PLAN: Final = "Thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của UBND tỉnh Tây Ninh về"
W06_BROKEN: Final = (
    _first(f"Các công chức xem từng {_LONG} đúng hạn."),
    _first(f"Các công chức xem; các {_LONG} đúng hạn được xem."),
    _first(f"{_PLAN} chuyển đổi số; các công chức xem từng {_LONG} đúng hạn."),
)
W06_SOUND: Final = (
    _first(f"Các công chức xem từng việc ({_LONG}) đúng hạn."),
    _first(f"Các công chức xem: {_LONG}; {_LONG}."),
    _first(" ".join(["Các công chức xem hồ sơ."] * 20)),
    Example({}, letter={"body": f"{_INDEX};\n{_CLOSING}"}),
    _first(f"{_PLAN} {_LONG}."),
)
W07_BROKEN: Final = (
    _first("Xã đạt {total} điểm."),
    _first("Xã đạt [chưa có số liệu] điểm."),
    _first("Xã đạt xxx điểm."),
    _first("Xã đạt … điểm."),
    _first("… đạt 80 điểm."),
    _first("Xã đạt (…) điểm."),
    _first("Xã đạt ... điểm."),
    _first("Xã đạt ........ điểm."),
    _first("Xã đạt ____ điểm."),
    _first("Giao cho <tên công chức> thực hiện."),
)
W07_SOUND: Final = (
    _first("Thu phí, lệ phí,… qua Cổng."),
    _first("Thu phí, lệ phí v.v… qua Cổng."),
    _first("Thu phí, lệ phí, … qua Cổng."),
    _first("Thu phí; ... qua Cổng."),
    _first("Số liệu như ghi chú [1]."),
)
