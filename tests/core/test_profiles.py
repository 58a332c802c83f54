import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import catalogue, compiled_toml, profiles, resources
from core.errors import UsageError
from core.figures import clean
from core.office import (
    Citation,
    LetterKind,
    OfficeProfile,
    Signatory,
    Target,
    Targets,
    Task,
)

texts = st.text(st.characters(codec="utf-8"), max_size=12).map(clean)
words = texts.filter(bool)
plain = words.filter(lambda text: "{" not in text)
lists = st.lists(texts, max_size=3).map(tuple)
days = st.none() | st.dates()
levels = st.decimals(0, 100, places=2)
keys = st.sampled_from(["online_pay_rate", "reuse_rate", "overdue_total"])


@st.composite
def targets(draw):
    years = draw(st.sets(st.integers(2022, 2030), max_size=2))
    return Targets(
        {
            year: {
                key: Target(key, draw(levels), draw(texts))
                for key in draw(st.sets(keys, max_size=2))
            }
            for year in years
        }
    )


tasks = st.builds(
    Task, plain, st.lists(keys, max_size=2, unique=True).map(tuple), texts, texts
)
offices = st.builds(
    OfficeProfile,
    id=st.just("co-quan"),
    kind=st.sampled_from(LetterKind),
    name=words,
    full_name=texts,
    area=texts,
    letterhead=lists,
    place=texts,
    symbol=texts,
    addressees=lists,
    superior=texts,
    recipients=lists,
    archive=texts,
    signatory=st.builds(Signatory, lists, texts),
    peers=texts,
    codes=lists,
    unit_names=lists,
    ordered=texts,
    citations=st.lists(st.builds(Citation, words, days, days), max_size=2).map(tuple),
    tasks=st.lists(tasks, max_size=2).map(tuple),
    petition_to=texts,
    targets=targets(),
    superior_area=texts,
    cumulative_since=days,
)


@given(offices)
def test_a_profile_that_is_written_is_read_back_the_same(office):
    assert profiles.parse(profiles.dump(office), "co-quan", "co-quan.toml") == office


def test_a_profile_is_saved_to_a_file_and_loaded_from_it(tmp_path):
    office = profiles.find("huyen-go-dau")
    path = tmp_path / "Cơ quan của tôi.toml"
    profiles.save(office, path)
    assert profiles.load(path) == replace(office, id="Cơ quan của tôi")
    assert profiles.find(str(path)).name == office.name


def test_the_user_s_own_profile_is_none_until_it_has_been_set_up(data_folder):
    assert profiles.own() is None
    data_folder.mkdir(parents=True, exist_ok=True)
    profiles.save(profiles.find("xa-ea-ktur"), data_folder / profiles.OWN_FILE)
    found = profiles.own()
    assert found is not None
    assert found.name == "UBND xã Ea Ktur"


def test_a_file_from_notepad_with_a_mark_at_its_start_is_read(tmp_path):
    path = tmp_path / "xa.toml"
    path.write_text('\ufeffkind = "cap-xa"\nname = "UBND xã"\n', encoding="utf-8")
    assert profiles.load(path).name == "UBND xã"


# ------------------------------------------------------------------ the bundled ones


def test_a_bundled_profile_is_read_from_its_copy_until_somebody_changes_it(
    tmp_path, monkeypatch
):
    folder = Path(
        shutil.copytree(resources.folder() / "profiles", tmp_path / "profiles")
    )
    for path in list(folder.glob("*.toml")):
        compiled_toml.compile_file(path, folder)
    expected = profiles.bundled()
    monkeypatch.setattr(resources, "folder", lambda: tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(profiles, "load", None)  # nothing reads the files themselves
        assert profiles.bundled() == expected

    changed = folder / "xa-ea-ktur.toml"
    text = changed.read_text("utf-8").replace("UBND xã Ea Ktur", "UBND xã Ea Ktur mới")
    changed.write_text(f"\ufeff{text}", "utf-8")  # as Notepad of Windows 10 does
    assert "UBND xã Ea Ktur mới" in {one.name for one in profiles.bundled()}


@pytest.mark.parametrize("office", profiles.bundled(), ids=lambda one: one.id)
def test_a_bundled_profile_fits_together(office):
    assert office.symbol.startswith("UBND-")
    assert office.letterhead[0] == "ỦY BAN NHÂN DÂN"
    assert office.letterhead[1] == office.area.upper()
    assert office.signatory.lines[0] == "TM. ỦY BAN NHÂN DÂN"
    assert office.signatory.name == ""
    if office.petition_to:
        known = (*office.addressees, *office.recipients)
        assert any(office.petition_to in one for one in known), "rule I07"
    indicators = catalogue.load().indicators
    for by_key in office.targets.years.values():
        assert set(by_key) <= set(indicators)


def test_the_district_s_targets_are_those_of_its_own_letter():
    office = profiles.find("huyen-go-dau")
    levels = {key: one.level for key, one in office.targets.years[2024].items()}
    assert levels == {
        "online_submit_rate": 52,
        "online_pay_rate": 47,
        "reuse_rate": 52,
        "pakn_on_time_rate": 100,
        "publish_rate": 100,
        "update_rate": 100,
        "satisfaction_rate": 92,
    }
    assert office.targets.find("reuse_rate", 2025) is None
    assert office.citations[0].valid_to == date(2025, 6, 30)


def test_the_two_tier_commune_names_no_office_of_the_abolished_tier():
    office = profiles.find("xa-ea-ktur")
    named = " ".join((*office.addressees, *office.recipients, office.petition_to))
    assert "huyện" not in named
    assert office.codes == ("H15.120",)
    assert not office.targets.years


# -------------------------------------------------------------------- what is refused

START = 'kind = "cap-xa"\nname = "UBND xã"\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('name = "UBND xã"', "mục “kind” đang để trống"),
        (
            'kind = "xã"\nname = "UBND xã"',
            "mục “kind” phải là “cap-xa” hoặc “cap-tren”",
        ),
        ('kind = "cap-xa"', "mục “name” đang để trống"),
        (START + "place = 5", "mục “place” phải là chữ"),
        (START + 'recipients = "VP"', "mục “recipients” phải là danh sách chữ"),
        (START + "codes = [5]", "mục “codes” phải là danh sách chữ"),
        (START + 'nam = "x"', "mục “nam” không có trong mẫu"),
        (START + 'signatory = "A"', "mục “signatory” phải là một bảng"),
        (START + "[signatory]\nten = 'A'", "mục “signatory.ten” không có trong mẫu"),
        (START + "[[citation]]\ntext = ''", "mục “citation 1.text” đang để trống"),
        (
            START + "[[citation]]\ntext = 'a'\nvalid_to = '2025'",
            "mục “citation 1.valid_to” phải là ngày, như 2024-12-31",
        ),
        (START + "task = 'a'", "mục “task” phải là các bảng [[…]]"),
        (START + "[[task]]\nunit = 'A'", "mục “task 1.text” đang để trống"),
        (
            START + "[[task]]\ntext = 'Đạt {muc}'",
            "mục “task 1.text” có chỗ trống không dùng được: muc",
        ),
        (
            START + "[[task]]\ntext = '{units}'\nindicators = ['reuse_rate']",
            "có chỗ trống không dùng được: units",
        ),
        (START + "[targets.moi]", "mục “targets.moi” phải là một năm"),
        (START + "[targets.2024]\nreuse_rate = 52", "“targets.2024.reuse_rate” phải"),
        (
            START + "[targets.2024.reuse_rate]\nlevel = '52%'",
            'mục “targets.2024.reuse_rate.level” phải là số, như 52 hoặc "52.5"',
        ),
        (START + "[targets.2024.reuse_rate]\nlevel = true", "phải là số"),
        ("kind = ", "viết chưa đúng dạng TOML"),
    ],
)
def test_what_is_wrong_is_said_with_the_file_and_the_entry(text, said):
    with pytest.raises(UsageError) as caught:
        profiles.parse(text, "xa", "xa.toml")
    sentence = str(caught.value)
    assert "“xa.toml”" in sentence
    assert said in sentence
    assert sentence.endswith(".")


def test_a_name_that_is_not_bundled_is_answered_with_those_that_are():
    with pytest.raises(UsageError, match="huyen-go-dau, xa-ea-ktur, xa-truong-tay"):
        profiles.find("xa-la")


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path):
    with pytest.raises(UsageError, match=r"Không đọc được .* “khong-co\.toml”"):
        profiles.find(str(tmp_path / "khong-co.toml"))
    path = tmp_path / "la.toml"
    path.write_bytes(b"\xff\xfe\x00k")
    with pytest.raises(UsageError, match="không phải chữ UTF-8"):
        profiles.load(path)


def test_a_target_may_be_written_as_a_number():
    text = START + "[targets.2024]\nreuse_rate.level = 52.5"
    target = profiles.parse(text, "xa", "xa.toml").targets.find("reuse_rate", 2024)
    assert target == Target("reuse_rate", Decimal("52.5"))
