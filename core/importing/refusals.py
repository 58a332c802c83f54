"""The sentences for files that cannot be used: what is wrong, why, what to do now.

Each is whole by itself, names the file and says what the clerk does next; a technical
text goes into `detail` (“Chi tiết”), never into the sentence.
"""

from core.errors import UnreadableFileError

_FROM_EXCEL = "Nếu tin nơi gửi tệp: mở trong Excel, lưu lại thành .xlsx rồi mở ở đây."
_CHOOSE = "Chọn tệp Excel tải từ Cổng hoặc hệ thống Một cửa."


def missing(name: str) -> UnreadableFileError:
    """The file is not there."""
    return UnreadableFileError(
        f"Không tìm thấy tệp “{name}”. Tệp có thể đã bị xóa, đổi tên hoặc chuyển chỗ;"
        " chọn lại tệp."
    )


def folder(name: str) -> UnreadableFileError:
    """The path is a folder or a device."""
    return UnreadableFileError(f"“{name}” không phải là một tệp. {_CHOOSE}")


def locked(name: str, detail: str) -> UnreadableFileError:
    """The system does not let us read it."""
    return UnreadableFileError(
        f"Chưa mở được “{name}” vì tệp đang bị khóa hoặc bạn không có quyền đọc."
        " Đóng chương trình đang mở tệp, hoặc chép tệp sang thư mục khác, rồi mở lại.",
        detail=detail,
    )


def held(name: str, detail: str) -> UnreadableFileError:
    """Another program has it open and shares it with nobody."""
    return UnreadableFileError(
        f"Chưa mở được “{name}” vì một chương trình khác đang giữ tệp. Đóng tệp trong"
        " chương trình đó, hoặc chờ chép, tải xong, rồi mở lại.",
        detail=detail,
    )


def away(name: str, detail: str) -> UnreadableFileError:
    """The network or the drive is not there."""
    return UnreadableFileError(
        f"Chưa mở được “{name}” vì không kết nối được tới nơi chứa tệp. Kiểm tra mạng"
        " hoặc cắm lại ổ đĩa rồi mở lại.",
        detail=detail,
    )


def disk(name: str, detail: str) -> UnreadableFileError:
    """The drive or the network failed while reading."""
    return UnreadableFileError(
        f"Chưa đọc được “{name}” từ ổ đĩa. Kiểm tra ổ đĩa hoặc mạng rồi mở lại.",
        detail=detail,
    )


def empty(name: str) -> UnreadableFileError:
    """The file has no bytes."""
    return UnreadableFileError(
        f"“{name}” là tệp rỗng, không có gì bên trong. Tải lại tệp rồi mở."
    )


def blank(name: str) -> UnreadableFileError:
    """A workbook with no word and no figure in any cell."""
    return UnreadableFileError(
        f"“{name}” không có ô nào ghi chữ hay số. Mở tệp xem đã lưu bảng chưa, hoặc chọn"
        " tệp khác."
    )


def too_large(name: str, megabytes: int) -> UnreadableFileError:
    """More than we read, packed or unpacked."""
    return UnreadableFileError(
        f"“{name}” quá lớn để là bảng số liệu (hơn {megabytes} MB). {_CHOOSE}"
    )


def far_cells(name: str, sheet: str) -> UnreadableFileError:
    """Values too far apart to be a table."""
    return UnreadableFileError(
        f"“{name}” có những ô cách nhau quá xa ở trang “{sheet}”, không đọc được như"
        " một bảng. Xóa các ô thừa ở xa bảng, lưu lại rồi mở."
    )


def password(name: str) -> UnreadableFileError:
    """The workbook is encrypted."""
    return UnreadableFileError(
        f"Chưa mở được “{name}” vì tệp có mật khẩu. Trong Excel: Tệp (File) › Thông tin"
        " (Info) › Bảo vệ sổ làm việc (Protect Workbook) › Mã hóa bằng mật khẩu, xóa"
        " mật khẩu, lưu, rồi mở lại ở đây."
    )


def not_a_table(name: str, kind: str) -> UnreadableFileError:
    """Something else under any name; `kind` says what in Vietnamese."""
    return UnreadableFileError(f"“{name}” không phải bảng tính ({kind}). {_CHOOSE}")


def odd_encoding(name: str, detail: str) -> UnreadableFileError:
    """A text in an encoding that is neither Unicode nor Vietnamese."""
    return UnreadableFileError(
        f"Chưa đọc được chữ trong “{name}” vì không rõ bảng mã của tệp. Mở tệp trong"
        " Excel, lưu lại thành .xlsx rồi mở.",
        detail=detail,
    )


def old_letters(name: str) -> UnreadableFileError:
    """A text in TCVN3 or VNI, where no font says which."""
    return UnreadableFileError(
        f"Chữ trong “{name}” có vẻ thuộc bảng mã cũ (TCVN3 hoặc VNI), không phải Unicode"
        " nên chưa đọc được. Chuyển tệp sang Unicode (trong UniKey: Công cụ, Chuyển mã),"
        " rồi mở lại."
    )


def web_page(name: str) -> UnreadableFileError:
    """A page without a table, as a system gives it to who is no longer signed in."""
    return UnreadableFileError(
        f"“{name}” là một trang web không có bảng số liệu nào, có thể vì phiên đăng"
        " nhập đã hết khi tải. Đăng nhập lại vào hệ thống rồi tải lại tệp."
    )


def frames(name: str) -> UnreadableFileError:
    """A page of Excel whose sheets are files of their own beside it."""
    return UnreadableFileError(
        f"“{name}” chỉ là khung của một trang web, số liệu nằm ở các tệp khác đi kèm. Mở"
        " tệp trong Excel, lưu lại thành .xlsx rồi mở."
    )


def not_pasted() -> UnreadableFileError:
    """What was pasted has no rows and columns."""
    return UnreadableFileError(
        "Phần vừa dán không có bảng nào. Trên trang web hoặc trong Excel, bôi đen cả bảng"
        " kèm dòng tiêu đề, sao chép (Ctrl+C), rồi dán lại."
    )


def entities(name: str) -> UnreadableFileError:
    """XML that declares something: a document type, or entities that may be a bomb."""
    return UnreadableFileError(
        f"“{name}” có khai báo DOCTYPE hoặc ENTITY, thứ mà tệp số liệu không cần và có thể"
        f" gây hại, nên không được mở. {_FROM_EXCEL}"
    )


def unsafe(name: str, why: str) -> UnreadableFileError:
    """Built in a way that may do harm; `why` says how in Vietnamese."""
    return UnreadableFileError(
        f"“{name}” có cấu trúc bất thường ({why}) nên không được mở. {_FROM_EXCEL}"
    )


def shifted(name: str, row: int) -> UnreadableFileError:
    """Figures beyond the headings: a decimal comma has parted a column in two."""
    return UnreadableFileError(
        f"“{name}”: dòng {row} có nhiều ô hơn các dòng tiêu đề, có thể vì số như 91,7 bị"
        " tách làm hai ô. Mở tệp trong Excel, lưu lại thành .xlsx rồi mở."
    )


def broken(name: str, detail: str) -> UnreadableFileError:
    """Truncated or damaged."""
    return UnreadableFileError(
        f"“{name}” bị hỏng hoặc tải chưa hết. Tải lại tệp rồi mở.",
        steps=(
            "Tải lại tệp từ nơi đã gửi.",
            "Nếu Excel vẫn mở được tệp: lưu lại thành .xlsx rồi mở ở đây.",
        ),
        detail=detail,
    )


def too_heavy(name: str, detail: str) -> UnreadableFileError:
    """Reading it took more time or memory than any honest table does."""
    return UnreadableFileError(
        f"Chưa đọc được “{name}” vì tệp quá nặng hoặc hỏng, đọc mãi không xong. Mở tệp"
        " trong Excel, xóa các trang và ô không thuộc bảng số liệu, lưu lại thành .xlsx"
        " rồi mở.",
        detail=detail,
    )


def stopped(name: str, detail: str) -> UnreadableFileError:
    """Something in the file made the reading child fail."""
    return UnreadableFileError(
        f"Chưa đọc được “{name}” vì việc đọc bị dừng giữa chừng, có thể do tệp hỏng. Mở"
        " tệp trong Excel, lưu lại thành .xlsx rồi mở.",
        detail=detail,
    )


def no_reader(name: str, detail: str) -> UnreadableFileError:
    """The reading child itself does not start."""
    return UnreadableFileError(
        f"Chưa đọc được “{name}” vì phần đọc tệp của chương trình không chạy được. Đóng"
        " chương trình rồi mở lại; nếu vẫn vậy thì cài lại chương trình.",
        detail=detail,
    )


def no_table(name: str) -> UnreadableFileError:
    """A workbook in which no table was recognised."""
    return UnreadableFileError(
        f"Không nhận ra bảng số liệu Bộ chỉ số 766 nào trong “{name}”. Kiểm tra xem"
        " bảng có dòng tiêu đề (tên đơn vị hoặc tiêu chí, và tên các chỉ tiêu) không,"
        " hoặc chọn tệp khác."
    )


def no_figures(name: str, why: str) -> UnreadableFileError:
    """A table whose figures are nobody's; `why` says in Vietnamese what it lacks."""
    return UnreadableFileError(
        f"“{name}”: {why}, nên chưa biết số nào của đơn vị nào. Thêm tên đơn vị vào bảng"
        " rồi mở lại, hoặc mở tệp trong cửa sổ chương trình để chọn cột tên đơn vị."
    )
