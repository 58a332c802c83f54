"""The sentences for a file that is no data pack, or none that is opened."""

from core.errors import UnreadableFileError

_AGAIN = "Chép hoặc tải lại gói từ nơi phát hành rồi nhập lại."


def broken(name: str, detail: str) -> UnreadableFileError:
    """Truncated, damaged, or something else under that name."""
    return UnreadableFileError(
        f"“{name}” không phải gói dữ liệu, hoặc bị hỏng khi chép. {_AGAIN}",
        detail=detail,
    )


def unsafe(name: str, why: str) -> UnreadableFileError:
    """Built in a way that may do harm; `why` says how in Vietnamese."""
    return UnreadableFileError(
        f"“{name}” có cấu trúc bất thường ({why}) nên không được nhập. {_AGAIN}"
    )


def too_large(name: str, megabytes: int) -> UnreadableFileError:
    """More than any pack is, packed or unpacked."""
    return UnreadableFileError(
        f"“{name}” quá lớn để là gói dữ liệu (hơn {megabytes} MB). {_AGAIN}"
    )


def password(name: str) -> UnreadableFileError:
    """Encrypted."""
    return UnreadableFileError(f"“{name}” có mật khẩu nên không nhập được. {_AGAIN}")


def entities(name: str) -> UnreadableFileError:
    """With a DOCTYPE or ENTITY in it."""
    return unsafe(name, "có khai báo DOCTYPE hoặc ENTITY")


def unreadable(name: str, detail: str) -> UnreadableFileError:
    """The file is not there, or the system does not let us read it."""
    return UnreadableFileError(
        f"Không đọc được “{name}”. Cắm lại USB hoặc chép tệp vào máy rồi nhập lại.",
        detail=detail,
    )


def not_newer(version: str, present: str) -> UnreadableFileError:
    """The pack in use is that very one or a later one."""
    return UnreadableFileError(
        f"Gói dữ liệu {version} không mới hơn gói đang dùng ({present}), nên không cần"
        " nhập."
    )
