"""docs/quy-tac.md, written from the rules themselves."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from core.catalogue import Catalogue
from core.rules import running
from core.rules.examples import context_of
from core.rules.registry import Rule
from core.rules.subjects import FAMILIES

_HEAD = """\
# Quy tắc kiểm tra

<!-- Tệp này do `python -m core.rules` viết ra từ chính các quy tắc; đừng sửa bằng tay. -->

Mỗi lần mở tệp và sau mỗi lần sửa, chương trình xem lại số liệu theo {count} quy tắc dưới đây.
Mã của quy tắc không đổi giữa các phiên bản. Ba mức độ:

- **lỗi** – phải sửa trước khi phát hành công văn;
- **cảnh báo** – xem lại, rồi sửa hoặc giữ nguyên;
- **gợi ý** – có thể bỏ qua.

Quy tắc cần thông tin chưa có (dòng “Cần có”) thì không xét, và chương trình nói rõ là không xét được."""


def document(rules: Iterable[Rule], catalogue: Catalogue) -> str:
    """The text of docs/quy-tac.md: the rules by family, in the order of their ids."""
    ordered = sorted(rules, key=lambda one: (list(FAMILIES).index(one.id[0]), one.id))
    lines = [_HEAD.format(count=len(ordered))]
    for family, members in groupby(ordered, key=lambda one: one.id[0]):
        lines += ["", f"## {family} – {FAMILIES[family]}"]
        for rule in members:
            lines += ["", *_entry(rule, catalogue)]
    return "\n".join(lines) + "\n"


def _entry(rule: Rule, catalogue: Catalogue) -> Iterator[str]:
    needs = ", ".join(need.value for need in rule.needs) or "chỉ cần số liệu"
    yield f"### {rule.id} – {rule.title}"
    yield ""
    yield f"- **Mức độ:** {rule.severity.words}"
    yield f"- **Khi nào:** {rule.when}"
    yield f"- **Ví dụ:** {_message(rule, catalogue)}"
    yield f"- **Việc cần làm:** {rule.hint}"
    if rule.hint_in_letter:
        yield f"- **Khi chỉ có công văn:** {rule.hint_in_letter}"
    yield f"- **Căn cứ:** {rule.basis}"
    yield f"- **Cần có:** {needs}"


def _message(rule: Rule, catalogue: Catalogue) -> str:
    """What the rule says of its first broken example."""
    context = context_of(rule.broken[0], catalogue)
    return running.check((rule,), context).findings[0].message
