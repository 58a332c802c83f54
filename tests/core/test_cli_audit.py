"""`audit`: a letter that exists, its findings, its verdict, the copy with comments."""

import hashlib
import io
import json
import re

import docx
import pytest

from core import cli
from core.resources import folder

SAMPLES = folder() / "samples"
TRUONG_TAY = SAMPLES / "Công văn 183-UBND xã Trường Tây (gõ tay).docx"
GO_DAU = SAMPLES / "Công văn UBND-NC huyện Gò Dầu (gõ tay).docx"
FIGURES = SAMPLES / "Phụ lục 1 - huyện Gò Dầu - tháng 11-2024.xlsx"


@pytest.fixture
def told(capsys):
    """What `audit` prints of a letter, as JSON, and its exit code."""

    def run(*words):
        code = cli.run(["audit", *map(str, words), "--json"])
        return code, json.loads(capsys.readouterr().out)

    return run


def test_a_letter_with_faults_has_to_be_mended_and_says_where(told):
    code, shown = told(GO_DAU)
    assert (code, shown["verdict"]) == (1, "can-sua")
    assert set(shown) == {"verdict", "findings", "not_judged"}
    wrong = next(one for one in shown["findings"] if one["rule"] == "W04")
    assert wrong["severity"] == "loi"
    assert re.fullmatch(r"paragraph \d+", wrong["at"])
    assert "phí lệ" in wrong["message"]


def test_figures_that_the_letter_states_are_judged_at_their_line(told):
    _, shown = told(TRUONG_TAY)
    rank = next(one for one in shown["findings"] if one["rule"] == "N09")
    assert rank["at"].startswith("paragraph ")
    assert rank["indicator"] == "rank"


def test_what_could_not_be_judged_is_named(told):
    _, shown = told(TRUONG_TAY)
    assert "U04" in shown["not_judged"]
    _, shown = told(TRUONG_TAY, "--profile", "xa-truong-tay")
    assert "U04" not in shown["not_judged"]


def test_with_the_figures_beside_it_the_letter_is_compared_with_them(told):
    _, shown = told(GO_DAU, "--report", FIGURES)
    assert "A12" not in shown["not_judged"]
    _, shown = told(GO_DAU)
    assert "A12" in shown["not_judged"]


def test_in_words_the_verdict_comes_first_and_each_finding_says_what_to_do(capsys):
    assert cli.run(["audit", str(GO_DAU)]) == 1
    shown = capsys.readouterr().out
    assert shown.startswith("Kết luận: cần sửa.\nĐiểm cần xem: ")
    assert "Đoạn 19 (nội dung), “2. Thanh toán phí" in shown
    assert shown.count("Việc cần làm: ") == shown.count("Căn cứ: ") > 10


def test_a_copy_with_comments_is_saved_and_the_original_stays(capsys, tmp_path):
    before = hashlib.sha256(GO_DAU.read_bytes()).hexdigest()
    out = tmp_path / "có chú thích.docx"
    assert cli.run(["audit", str(GO_DAU), "--comments", str(out)]) == 1
    assert f"Đã lưu bản có chú thích: {out}" in capsys.readouterr().out
    assert hashlib.sha256(GO_DAU.read_bytes()).hexdigest() == before
    document = docx.Document(io.BytesIO(out.read_bytes()))
    said = [one.text for one in document.comments]
    assert any(one.startswith("Lỗi W04: ") for one in said)
    assert all("Việc cần làm: " in one and "Căn cứ: " in one for one in said)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["khong-co.docx"], "Không đọc được “khong-co.docx”"),
        ([], "Chưa có tên tệp"),
        ([str(FIGURES)], "không phải tệp Word (bảng tính Excel)"),
        ([str(GO_DAU), "--comments", "a.pdf"], "không phải tên tệp .docx"),
        ([str(GO_DAU), "--comments", str(GO_DAU)], "phải là tệp khác"),
        ([str(GO_DAU), "--date", "2024-01-01"], "Dòng lệnh chưa đúng"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(words, sentence, capsys):
    assert cli.run(["audit", *words]) == 2
    told = capsys.readouterr()
    assert sentence in told.err
    assert told.out == ""


def test_the_figures_of_a_letter_alone_are_no_text_turned_into_numbers(told):
    alone = {one["rule"] for one in told(GO_DAU)[1]["findings"]}
    beside = {one["rule"] for one in told(GO_DAU, "--report", FIGURES)[1]["findings"]}
    assert "D05" not in alone
    assert "D05" in beside


def a_letter(path, *lines):
    """A .docx of these lines, set as Word sets them."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


HEAD = (
    "ỦY BAN NHÂN DÂN",
    "XÃ TRƯỜNG TÂY",
    "Số: 12/UBND-VP",
    "V/v phòng, chống bệnh dại",
    "Kính gửi: Các thôn, ấp",
)


def test_of_a_letter_about_something_else_only_form_and_wording_are_judged(
    told, capsys, tmp_path
):
    said = "Đề nghị các ấp tổ chức tiêm phòng cho đàn chó./."
    path = a_letter(tmp_path / "a.docx", *HEAD, said)
    _, shown = told(path)
    assert {one["rule"][0] for one in shown["findings"]} <= {*"FWUL"}
    assert not {"P10", "P05", "L01"} & {one["rule"] for one in shown["findings"]}
    assert {one[0] for one in shown["not_judged"]} <= {*"FWU"}
    cli.run(["audit", str(path)])
    assert "không nói về Bộ chỉ số 766; chỉ xem được" in capsys.readouterr().out


def test_of_a_decision_only_the_words_are_judged(told, capsys, tmp_path):
    lines = (*HEAD[:3], "QUYẾT ĐỊNH", "Về phí lệ, phí")
    path = a_letter(tmp_path / "a.docx", *lines)
    _, shown = told(path)
    assert {one["rule"] for one in shown["findings"]} <= {"W04", "F13", "F14"}
    cli.run(["audit", str(path)])
    assert "Văn bản này không phải công văn" in capsys.readouterr().out


def test_a_file_without_a_word_is_no_letter_that_may_go_out(told, capsys, tmp_path):
    path = a_letter(tmp_path / "a.docx", " ")
    code, shown = told(path)
    assert (code, shown["verdict"], shown["findings"]) == (1, "can-sua", [])
    cli.run(["audit", str(path)])
    assert "Tệp không có chữ nào để kiểm tra." in capsys.readouterr().out
