"""Which laws a letter must cite is told by its own day and by the reference."""

from dataclasses import replace
from datetime import date

from core import catalogue as catalogue_module
from core import reference
from core.paper.model import Component, Line, Paper
from core.report import Report
from core.rules import running
from core.rules.letter_examples import SOUND, lines_of
from core.rules.on_letter import law
from core.rules.on_letter.citing import cited_in
from core.rules.on_letter.passages import Passage
from core.rules.registry import Context

CATALOGUE = catalogue_module.load()
INDEX = SOUND["body"].split("\n")[0]
CLOSING = SOUND["body"].split("\n")[1]

END = date(2025, 6, 30)


def found(body, day=None, **known):
    """What family L says of a sound letter with another body, by rule."""
    paper = Paper(lines_of({"body": body}), day=day)
    context = Context(Report(), CATALOGUE, date(2026, 11, 21), paper=paper, **known)
    return [
        (one.rule.id, one.line, one.message)
        for one in running.check(law.RULES, context).findings
    ]


def test_a_letter_older_than_the_index_need_not_cite_it():
    assert found(CLOSING, date(2022, 6, 22)) == []
    assert [rule for rule, _, _ in found(CLOSING, date(2022, 6, 23))] == ["L01"]


def test_with_a_successor_the_old_index_is_found_superseded_and_the_new_one_missing():
    own = reference.load()
    first, *others = own.citations
    old = replace(first, valid_to=date(2026, 12, 31), replaced_by="văn bản mới")
    new = replace(first, number="99", day=date(2027, 1, 1))
    known = replace(own, citations=(old, new, *others))
    said = found(f"{INDEX}\n{CLOSING}", date(2027, 2, 1), reference=known)
    assert [rule for rule, _, _ in said] == ["L01", "L03"]
    assert "99/QĐ-TTg" in said[0][2]
    assert "31/12/2026; văn bản thay thế là văn bản mới." in said[1][2]
    assert found(f"{INDEX}\n{CLOSING}", date(2026, 12, 31), reference=known) == []


def test_what_took_the_place_of_a_document_is_said_only_where_it_is_known():
    first, *_ = reference.load().citations
    old = replace(first, valid_to=date(2025, 6, 30), replaced_by="")
    known = reference.Reference(citations=(old,))
    ((rule, line, message),) = found(f"{INDEX}\n{CLOSING}", reference=known)
    assert (rule, line) == ("L03", 8)
    assert (
        message == "Quyết định số 766/QĐ-TTg chỉ có hiệu lực đến hết ngày 30/06/2025."
    )


def test_without_a_reference_nothing_is_found():
    body = f"{INDEX.replace('766', '776')}\nTheo quy định.\n{CLOSING}"
    assert found(body, reference=reference.Reference()) == []


def test_a_missing_index_is_told_at_the_first_basis_else_at_the_first_paragraph():
    said = found(f"Xã báo cáo.\nCăn cứ kết quả, xã công bố.\n{CLOSING}")
    assert [line for _, line, _ in said] == [9]
    assert [line for _, line, _ in found(f"Xã báo cáo.\n{CLOSING}")] == [8]


def test_a_letter_without_a_body_is_left_alone():
    lines = (Line(1, "V/v Bộ chỉ số 766", Component.SUBJECT),)
    context = Context(Report(), CATALOGUE, date(2026, 11, 21), paper=Paper(lines))
    assert running.check(law.RULES, context).findings == ()


def test_a_title_that_says_several_things_wrong_is_told_once_with_all_of_them():
    wrong = INDEX.replace("thủ tục hành chính (TTHC)", "TTHC mới")
    wrong = wrong.replace("thời gian thực", "thời gian thực hiện")
    ((rule, _, message),) = found(f"{wrong}\n{CLOSING}")
    assert rule == "L01"
    assert "thừa “mới”, thừa “hiện”" in message


def test_a_citation_broken_over_two_lines_is_read_as_one():
    cut = INDEX.index("của Thủ tướng")
    head = Line(1, "V/v Bộ chỉ số 766", Component.SUBJECT)
    lines = (
        head,
        Line(2, INDEX[: cut - 1], Component.BODY),
        Line(2, INDEX[cut:].replace("thực trên", "thực hiện trên"), Component.BODY),
    )
    context = Context(Report(), CATALOGUE, date(2026, 11, 21), paper=Paper(lines))
    (one,) = running.check(law.RULES, context).findings
    assert one.line == 2
    assert one.span is not None
    assert lines[2].text[slice(*one.span)] == "hiện"


def test_local_documents_of_different_issuers_may_bear_one_number():
    plan = "Theo Kế hoạch số 9/KH-UBND ngày {} của {} về cải cách, xã thực hiện."
    one = plan.format("05/01/2026", "UBND tỉnh Tây Ninh")
    two = plan.format("06/01/2026", "UBND xã Trường Tây")
    council = (
        "Theo Nghị quyết số 9/NQ-HĐND ngày {} của HĐND {} về tổ chức, xã thực hiện."
    )
    four = council.format("05/01/2026", "tỉnh Tây Ninh")
    five = council.format("06/01/2026", "xã Trường Tây")
    assert found(f"{INDEX}\n{four}\n{five}\n{CLOSING}") == []
    three = plan.format("06/01/2026", "Ủy ban nhân dân tỉnh Tây Ninh")
    assert found(f"{INDEX}\n{one}\n{two}\n{CLOSING}") == []
    said = [rule for rule, _, _ in found(f"{INDEX}\n{one}\n{three}\n{CLOSING}")]
    assert said == ["L06", "L07"]


def test_the_name_of_a_page_is_found_where_a_paragraph_begins_with_it():
    page = reference.load().portal[1].others[0]
    said = found(f"{INDEX}\n{page} đã đổi.\n{CLOSING}")
    assert [(rule, line) for rule, line, _ in said] == [("L05", 9)]


def test_an_old_address_counts_only_after_its_last_day():
    body = f"{INDEX}\ndichvucong.gov.vn/p/home là địa chỉ.\n{CLOSING}"
    assert found(body, date(2025, 6, 30)) == []
    assert [rule for rule, _, _ in found(body, date(2025, 7, 1))] == ["L05"]


def test_each_sentence_that_names_no_rule_is_told_but_not_one_that_cites():
    body = (
        "Làm theo quy định. Theo Quyết định số 766/QĐ-TTg, làm theo quy định. Xong theo"
        " quy định nêu trên. Báo cáo đúng quy định, theo quy định."
    )
    said = [rule for rule, _, _ in found(f"{INDEX}\n{body}\n{CLOSING}")]
    assert said == ["L04", "L04"]


def test_a_document_that_ended_is_told_once_though_its_issuer_ended_too():
    own = reference.load()
    ended = replace(own.cited("5144/QĐ-UBND") or own.citations[0], valid_to=END)
    others = tuple(one for one in own.citations if one.code != ended.code)
    known = replace(own, citations=(*others, ended))
    said = found(f"{INDEX}\n{ended.full}.\n{CLOSING}", reference=known)
    assert [rule for rule, _, _ in said].count("L03") == 1


def test_a_title_without_a_capital_is_compared_from_its_first_word():
    own, *_ = reference.load().citations
    plain = replace(own, title="quy định cách chấm điểm các xã của tỉnh")
    known = reference.Reference(citations=(plain,), lists=reference.load().lists)
    wrong = plain.full.replace("các xã", "từng xã")
    assert found(f"{plain.full}.\n{CLOSING}", reference=known) == []
    ((rule, line, message),) = found(f"{wrong}.\n{CLOSING}", reference=known)
    assert (rule, line) == ("L01", 8)
    assert message.endswith("ghi chưa đúng: “từng” phải là “các”.")


def test_what_follows_a_whole_title_is_no_part_of_it():
    body = f"{INDEX.removesuffix('.')} của xã, kết quả như sau: đạt 80 điểm."
    assert found(f"{body}\n{CLOSING}") == []


def test_a_document_is_cited_without_the_word_for_number_too():
    passage = Passage("Theo Nghị định 30/2020/NĐ-CP ngày 05/3/2020.", ((0, 0),))
    (one,) = cited_in(passage)
    assert (one.kind, one.code) == ("Nghị định", "30/2020/NĐ-CP")
    (bare,) = cited_in(Passage("Theo 30/2020/NĐ-CP.", ((0, 0),)))
    assert (bare.kind, bare.code) == ("", "30/2020/NĐ-CP")
