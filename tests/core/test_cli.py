"""The command line: what it prints, what it refuses, what it leaves alone."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import docx
import pytest

import main
from core import cli, resources

ROOT = resources.folder().parent
SAMPLES = resources.folder() / "samples"
TRUONG_TAY = SAMPLES / "Phụ lục 766 - UBND xã Trường Tây - tháng 9-2024.xlsx"
GO_DAU = SAMPLES / "Phụ lục 1 - huyện Gò Dầu - tháng 11-2024.xlsx"
EA_KTUR = SAMPLES / "Chỉ số 766 - UBND xã Ea Ktur - 10-10-2026.xlsx"
SEED = ["--set", "score_total=80,33", "--set", "rank=8/8"]
SEED += ["--set", "score_mdsh=18,5", "--set", "score_tttt=5,1"]
OFFICE = ["--profile", "xa-truong-tay"]


def run(*arguments: object) -> int:
    """The exit code of a command."""
    return cli.run([str(one) for one in arguments])


def checked(capsys: Any, *arguments: object) -> Any:
    """What `check --json` prints."""
    assert run("check", *arguments, "--json") == 0
    return json.loads(capsys.readouterr().out)


def values(row: Any) -> dict[str, str | None]:
    """Key and value of a row's cells."""
    return {key: cell["value"] for key, cell in row["cells"].items()}


def test_the_commune_annex_is_told_figure_by_figure(capsys):
    told = checked(capsys, TRUONG_TAY)
    assert told["period"] == "2024-09"
    assert told["as_of"] is None
    assert told["total"] is None
    assert told["dossiers"] == []
    table = {"sheet": "Phụ lục", "header_rows": [5, 6], "first_row": 7}
    assert told["source"]["tables"] == [table]
    (unit,) = told["units"]
    assert (unit["name"], unit["code"]) == ("UBND xã Trường Tây", "000.21.35.H53")
    assert values(unit) == {
        "overdue_total": "0",
        "on_time_rate": "100",
        "online_submit_rate": "91.7",
        "online_pay_rate": "89.64",
        "e_result_rate": "95.09",
        "digitize_rate": "92.73",
        "ecopy_count": "112",
        "ecopy_cumulative": "2033",
    }
    assert unit["cells"]["online_pay_rate"] == {
        "value": "89.64",
        "state": "number",
        "raw": "89,64",
        "at": "Phụ lục!G7",
    }


def test_the_district_annex_is_told_unit_by_unit(capsys):
    told = checked(capsys, GO_DAU)
    assert (told["period"], told["as_of"]) == ("2024-11", "2024-12-06T16:30")
    rows = {unit["name"]: values(unit) for unit in told["units"]}
    assert len(rows) == 10
    assert {name: row["overdue_total"] for name, row in rows.items()} == {
        "Các cơ quan chuyên môn huyện": "44",
        "Xã Cẩm Giang": "0",
        "Xã Thạnh Đức": "1",
        "Xã Hiệp Thạnh": "1",
        "Xã Bàu Đồn": "0",
        "Thị trấn Gò Dầu": "0",
        "Xã Phước Đông": "0",
        "Xã Phước Trạch": "0",
        "Xã Phước Thạnh": "0",
        "Xã Thanh Phước": "0",
    }
    reuse = {name: row["reuse_rate"] for name, row in rows.items()}
    assert {name: one for name, one in reuse.items() if one} == {
        "Xã Cẩm Giang": "40.25",
        "Xã Thạnh Đức": "41.79",
        "Xã Hiệp Thạnh": "4.55",
        "Xã Bàu Đồn": "40.08",
        "Thị trấn Gò Dầu": "33.93",
        "Xã Phước Đông": "47.06",
    }
    assert told["units"][7]["cells"]["reuse_rate"]["state"] == "missing"
    assert told["total"]["name"] == "TỔNG CỘNG"
    total = {key: one for key, one in values(told["total"]).items() if one}
    assert total == {
        "overdue_total": "46",
        "e_result_rate": "70.85",
        "digitize_rate": "69.89",
    }


def test_the_portal_workbook_is_told_with_its_parts(capsys):
    told = checked(capsys, EA_KTUR)
    assert (told["period"], told["as_of"]) == ("2026", "2026-10-10")
    (unit,) = told["units"]
    assert (unit["name"], unit["code"]) == ("UBND xã Ea Ktur", "H15.120")
    cells = unit["cells"]
    assert (cells["rank"]["value"], cells["rank"]["of"]) == ("113", "116")
    groups = {
        "score_total": ("54.86", "100"),
        "score_ckmb": ("11.85", "18"),
        "score_tdgq": ("17.05", "20"),
        "score_dvctt": ("6.33", "12"),
        "score_tttt": ("6.9", "10"),
        "score_mdsh": ("7.05", "22"),
        "score_mdhl": ("5.68", "18"),
    }
    for key, (value, maximum) in groups.items():
        assert (cells[key]["value"], cells[key]["maximum"]) == (value, maximum)
    parts = ("value", "numerator", "denominator", "score", "maximum")
    criteria = {
        "publish_rate": ("0", "0", "82", "0", "6"),
        "update_rate": ("96.34", "79", "82", "3.85", "4"),
        "content_rate": ("100", "79", "79", "2", "2"),
        "sync_rate": ("100", "2429", "2429", "6", "6"),
        "on_time_rate": ("85.25", "2457", "2882", "17.05", "20"),
        "online_pay_rate": ("88.79", "1418", "1597", "5.33", "6"),
        "pay_used_rate": ("46.51", "20", "43", "1.16", "2"),
        "pay_integrated_rate": ("16.28", "7", "43", "0.41", "2"),
        "e_result_rate": ("57.7", "1663", "2882", "3.46", "6"),
        "digitize_rate": ("7.46", "215", "2882", "0.3", "4"),
        "ecopy_rate": ("100", None, None, "2", "2"),
        "reuse_rate": ("12.56", "362", "2882", "0.31", "2"),
        "share_rate": ("0.42", "12", "2882", "0.02", "4"),
        "citizen_data_rate": ("39.31", "1133", "2882", "0.79", "2"),
        "citizen_formality_rate": ("8.51", "33", "388", "0.17", "2"),
        "pakn_on_time_rate": ("0", "0", "1", "0", "6"),
        "pakn_satisfaction": ("0", "0", "1", "0", "6"),
        "satisfaction_rate": ("85.18", "2455", "2882", "5.68", "6"),
    }
    for key, wanted in criteria.items():
        assert tuple(cells[key].get(part) for part in parts) == wanted, key
    assert set(cells) == {*groups, *criteria, "rank"}
    assert cells["e_result_rate"]["raw"] == "57.70%"


def test_findings_name_rule_place_and_what_to_do(capsys):
    told = checked(capsys, TRUONG_TAY, *OFFICE, *SEED, "--date", "2024-09-30")
    rules = {one["rule"]: one for one in told["findings"]}
    assert {"P02", "P05", "N05", "N06", "N08", "N09"} <= set(rules)
    n05 = rules["N05"]
    assert n05["severity"] == "canh-bao"
    assert n05["unit"] == "UBND xã Trường Tây"
    assert "5,38" in n05["message"]
    assert n05["hint"]
    assert set(n05) == {
        "rule", "severity", "unit", "indicator", "at", "message", "hint", "accepted",
    }  # fmt: skip


def test_typed_figures_go_to_the_total_line_or_to_a_named_unit(capsys):
    told = checked(
        capsys, GO_DAU, "--set", "score_total=87,07", "--set", "rank=8/9",
        "--set", "xã bàu đồn:reuse_rate=2.033", "--period", "2024-Q4",
        "--as-of", "2024-12-07",
    )  # fmt: skip
    assert (told["period"], told["as_of"]) == ("2024-Q4", "2024-12-07")
    assert told["total"]["cells"]["score_total"]["value"] == "87.07"
    assert told["total"]["cells"]["rank"]["of"] == "9"
    cell = told["units"][4]["cells"]["reuse_rate"]
    assert (cell["state"], cell["readings"]) == ("unreadable", ["2033", "2.033"])
    assert cell["at"] is None


def test_an_empty_report_is_filled_by_typed_figures(capsys):
    told = checked(
        capsys, "-", *OFFICE, "--period", "2024-09",
        "--set", "online_pay_rate.numerator=112",
        "--set", "online_pay_rate.denominator=125",
    )  # fmt: skip
    (unit,) = told["units"]
    assert unit["name"] == "UBND xã Trường Tây"
    assert unit["cells"]["online_pay_rate"]["value"] == "89.6"
    assert unit["cells"]["online_pay_rate"]["numerator"] == "112"
    assert told["source"] == {"file": None, "sha256": None, "tables": []}


def test_the_text_for_people_says_the_same(capsys):
    assert run("check", TRUONG_TAY) == 0
    told = capsys.readouterr().out
    assert "Kỳ báo cáo: tháng 9/2024" in told
    assert "89,64 %" in told
    assert "2.033 hồ sơ" in told
    assert "Cảnh báo P05" in told


def test_the_text_says_which_rules_could_not_be_judged(capsys):
    assert run("check", TRUONG_TAY) == 0
    told = capsys.readouterr().out
    for lack in (
        "P08, D12 (chưa có ngày ký công văn)",
        "U04, D03 (chưa có thông tin cơ quan)",
        "N22 (chưa có số liệu kỳ trước)",
    ):
        assert lack in told
    assert run("check", TRUONG_TAY, *OFFICE, "--date", "2024-10-04") == 0
    told = capsys.readouterr().out
    assert "Chưa đánh giá được: " in told
    assert "P08" not in told.rpartition("Chưa đánh giá được")[2]
    assert "U04" not in told


COMMUNE = """kind = "cap-xa"
name = "UBND xã Thạnh Đức"
"""


def test_a_commune_among_others_is_our_row(capsys, tmp_path):
    profile = tmp_path / "xa.toml"
    profile.write_text(COMMUNE, encoding="utf-8")
    arguments = [GO_DAU, "--profile", profile, "--set", "score_total=81,5/100"]
    told = checked(capsys, *arguments)
    cell = told["units"][2]["cells"]["score_total"]
    assert told["units"][2]["name"] == "Xã Thạnh Đức"
    assert (cell["value"], cell["maximum"]) == ("81.5", "100")
    assert "score_total" not in told["total"]["cells"]
    out = tmp_path / "a.docx"
    assert run("letter", *arguments, "-o", out) == 0
    text = "\n".join(one.text for one in docx.Document(str(out)).paragraphs)
    assert "81,5/100" in text
    above = [*arguments, "--kind", "cap-tren", "-o", out, "--strict"]
    assert run("letter", *above) == 1  # the rank of the whole is not there


def test_units_alike_but_for_their_marks_are_told_apart(capsys):
    two = ["--set", "Xã Thanh Phước:rank=1/9", "--set", "Xã Thạnh Phước:rank=2/9"]
    told = checked(capsys, "-", *two)
    ranks = {one["name"]: values(one)["rank"] for one in told["units"]}
    assert ranks == {"Xã Thanh Phước": "1", "Xã Thạnh Phước": "2"}


def test_a_unit_named_in_two_ways_is_one_row_of_an_empty_report(capsys):
    typed = ["--set", "Xã A:rank=1/9", "--set", "UBND xã A:score_total=80"]
    told = checked(capsys, "-", *typed, "--unit", "Xã B")
    assert [one["name"] for one in told["units"]] == ["Xã B", "Xã A"]
    assert values(told["units"][1]) == {"rank": "1", "score_total": "80"}


def test_the_same_input_makes_the_same_letter_to_the_byte(tmp_path):
    files = [tmp_path / "a.docx", tmp_path / "b.docx"]
    for file in files:
        arguments = ("--date", "2024-10-04", "-o", file)
        assert run("letter", TRUONG_TAY, *OFFICE, *SEED, *arguments) == 0
    assert files[0].read_bytes() == files[1].read_bytes()


def test_strict_writes_nothing_where_a_figure_is_not_there(tmp_path, capsys):
    out = tmp_path / "a.docx"
    out.write_bytes(b"old")
    code = run("letter", TRUONG_TAY, *OFFICE, "--strict", "-o", out)
    assert code == 1
    assert out.read_bytes() == b"old"
    assert "chưa có số liệu" in capsys.readouterr().err


def test_strict_writes_nothing_where_there_is_an_error(tmp_path, capsys):
    out = tmp_path / "a.docx"
    wrong = [*SEED, "--set", "on_time_rate=120"]
    assert run("letter", TRUONG_TAY, *OFFICE, *wrong, "--strict", "-o", out) == 1
    assert not out.exists()
    assert "lỗi" in capsys.readouterr().err


BAD = {
    "no command line": ["check"],
    "unknown option": ["check", TRUONG_TAY, "--wat"],
    "unknown key": ["check", TRUONG_TAY, "--set", "wat=1"],
    "unknown part": ["check", TRUONG_TAY, "--set", "rank.wat=1"],
    "unknown unit": ["check", TRUONG_TAY, "--set", "Xã Không Có:rank=1"],
    "set without value": ["check", TRUONG_TAY, "--set", "rank"],
    "bad period": ["check", TRUONG_TAY, "--period", "13/2024"],
    "bad time": ["check", TRUONG_TAY, "--as-of", "hôm nay"],
    "bad date": ["letter", TRUONG_TAY, *OFFICE, "-o", "x.docx", "--date", "31/2/2024"],
    "unknown profile": ["check", TRUONG_TAY, "--profile", "không-có"],
    "an option of the other": ["check", TRUONG_TAY, "--strict"],
    "a format of the other": ["letter", TRUONG_TAY, *OFFICE, "-o", "x.docx", "--json"],
    "a later command": ["audit", "x.docx"],
    "an option alone": ["--json"],
    "output that is no letter": ["letter", TRUONG_TAY, *OFFICE, "-o", "a.xlsx"],
    "output that is no file": ["letter", TRUONG_TAY, *OFFICE, "-o", "a/b/c.docx"],
    "no output": ["letter", TRUONG_TAY, *OFFICE],
    "no office": ["letter", TRUONG_TAY, "-o", "x.docx"],
    "missing file": ["check", "không-có.xlsx"],
    "a folder": ["check", SAMPLES],
    "a letter": ["check", SAMPLES / "Công văn 183-UBND xã Trường Tây (gõ tay).docx"],
}


@pytest.mark.parametrize("arguments", BAD.values(), ids=BAD.keys())
def test_what_cannot_be_used_is_one_vietnamese_sentence(
    arguments, capsys, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    assert run(*arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "Traceback" not in err
    assert any(letter in err.lower() for letter in "ạảãàáâậăđêệôốơưứ")
    assert list(tmp_path.iterdir()) == []


def child(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """Run main.py in a process of its own."""
    command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    return subprocess.run(
        command, capture_output=True, env=environment, timeout=60, check=False, cwd=cwd
    )


@pytest.mark.skipif(os.name == "nt", reason="names of files are text there")
def test_a_name_that_is_no_text_is_told_all_the_same(tmp_path):
    name = os.fsdecode(b"\xff.csv")
    text = "STT;Tên đơn vị;Tỷ lệ hồ sơ nộp trực tuyến (%)\n1;Xã A;91,7\n"
    try:
        (tmp_path / name).write_text(text, encoding="utf-8")
    except OSError:
        pytest.skip("this disk takes no such name")
    done = child("check", name, "--json", cwd=tmp_path)
    assert json.loads(done.stdout)["source"]["file"] == name
    refused = child("check", f"không có {name}", cwd=tmp_path)
    assert refused.returncode == 2
    assert refused.stderr.decode().count("\n") == 1


def test_a_part_that_cannot_be_read_is_a_finding_and_no_empty_key(capsys):
    typed = ["--set", "online_pay_rate.numerator=năm", "--set", "online_pay_rate=80"]
    told = checked(capsys, "-", *typed)
    assert set(told["units"][0]["cells"]["online_pay_rate"]) == {
        "value", "state", "raw", "at",
    }  # fmt: skip
    (found,) = (one for one in told["findings"] if one["rule"] == "N23")
    assert found["indicator"] == "online_pay_rate"
    assert "“năm”" in found["message"]


def test_the_program_speaks_utf8_whatever_the_system_says(tmp_path):
    done = child("check", TRUONG_TAY, cwd=tmp_path)
    assert done.returncode == 0
    assert "UBND xã Trường Tây" in done.stdout.decode("utf-8")
    refused = child("check", Path("không có.xlsx"), cwd=tmp_path)
    assert refused.returncode == 2
    assert "không có.xlsx" in refused.stderr.decode("utf-8")


@pytest.mark.parametrize("first", ["slips", "--self-tset"])
def test_a_command_that_this_version_lacks_opens_no_window(first, tmp_path):
    refused = child(first, cwd=tmp_path)
    assert refused.returncode == 2
    told = refused.stderr.decode("utf-8").replace(os.linesep, "\n")
    known = "“check”, “letter” và “audit”"
    assert told == f"Phiên bản này không có lệnh “{first}”; có {known}.\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
def test_a_full_disk_behind_the_output_is_one_sentence():
    command = [sys.executable, str(ROOT / "main.py"), "check", str(EA_KTUR)]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False
        )
    assert done.returncode == 2
    told = done.stderr.decode("utf-8")
    assert told.startswith("Chưa ghi được kết quả ra")
    assert told.count("\n") == 1


def test_a_reader_that_stops_early_meets_no_traceback():
    command = [sys.executable, str(ROOT / "main.py"), "check", str(EA_KTUR), "--json"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe) as reading:
        assert reading.stdout is not None
        assert reading.stderr is not None
        reading.stdout.close()
        assert reading.stderr.read() == b""


def test_every_command_of_the_command_line_gets_there():
    assert set(cli.COMMANDS) < set(main.COMMANDS)


def test_help_is_in_vietnamese(capsys):
    assert run("check", "--help") == 0
    assert "dòng lệnh" in capsys.readouterr().out
