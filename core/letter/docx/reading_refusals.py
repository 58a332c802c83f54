"""The sentences for files that are not read as a letter: what is wrong, what to do."""

from core.errors import UnreadableFileError

_AS_DOCX = "Mở tệp trong Word, lưu lại thành .docx rồi chọn tệp đó."
_CHOOSE = "Chọn tệp Word (.docx) của công văn."


def empty(name: str) -> UnreadableFileError:
    """The file has no bytes."""
    return UnreadableFileError(
        f"“{name}” là tệp rỗng, không có gì bên trong. {_CHOOSE}"
    )


def old_word(name: str) -> UnreadableFileError:
    """A .doc, or an .rtf."""
    return UnreadableFileError(
        f"“{name}” là tệp Word kiểu cũ (.doc, .rtf) nên chưa đọc được. {_AS_DOCX}"
    )


def foreign(name: str, kind: str) -> UnreadableFileError:
    """Something else under any name; `kind` says what in Vietnamese."""
    return UnreadableFileError(f"“{name}” không phải tệp Word ({kind}). {_CHOOSE}")


def broken(name: str, detail: str) -> UnreadableFileError:
    """Truncated or damaged."""
    return UnreadableFileError(
        f"“{name}” bị hỏng hoặc chép chưa hết. Chép hoặc tải lại tệp rồi mở; nếu Word vẫn"
        " mở được thì lưu lại thành .docx rồi chọn tệp đó.",
        detail=detail,
    )


def unsafe(name: str, why: str) -> UnreadableFileError:
    """Built in a way that may do harm; `why` says how in Vietnamese."""
    return UnreadableFileError(
        f"“{name}” có cấu trúc bất thường ({why}) nên không được mở. Nếu tin nơi gửi tệp:"
        " mở trong Word, lưu lại thành .docx rồi chọn tệp đó."
    )


def too_large(name: str, megabytes: int) -> UnreadableFileError:
    """More than is read, packed or unpacked."""
    return UnreadableFileError(
        f"“{name}” quá lớn để là một công văn (hơn {megabytes} MB). {_CHOOSE}"
    )


def password(name: str) -> UnreadableFileError:
    """Encrypted."""
    return UnreadableFileError(
        f"Chưa mở được “{name}” vì tệp có mật khẩu. Trong Word: Tệp (File) › Thông tin"
        " (Info) › Bảo vệ tài liệu (Protect Document) › Mã hóa bằng mật khẩu, xóa mật"
        " khẩu, lưu, rồi chọn lại tệp."
    )


def entities(name: str) -> UnreadableFileError:
    """XML that declares something: a document type, or entities that may be a bomb."""
    return UnreadableFileError(
        f"“{name}” có khai báo DOCTYPE hoặc ENTITY, thứ mà tệp Word không cần và có thể"
        f" gây hại, nên không được mở. Nếu tin nơi gửi tệp: {_AS_DOCX[0].lower()}{_AS_DOCX[1:]}"
    )
