"""Whose figures a report holds, and which row is ours."""

from dataclasses import replace
from pathlib import Path

import pytest

from core import catalogue, importing, ownership, profiles, resources
from core.report import Report

KNOWN = catalogue.load()
FILES = {
    "xa-truong-tay": "Phụ lục 766 - UBND xã Trường Tây - tháng 9-2024.xlsx",
    "huyen-go-dau": "Phụ lục 1 - huyện Gò Dầu - tháng 11-2024.xlsx",
    "xa-ea-ktur": "Chỉ số 766 - UBND xã Ea Ktur - 10-10-2026.xlsx",
}


def report(office: str) -> Report:
    """The sample of an office."""
    path: Path = resources.folder() / "samples" / FILES[office]
    return importing.open_file(path, KNOWN)


@pytest.mark.parametrize("office", FILES)
def test_a_sample_is_no_stranger_to_its_office(office):
    assert ownership.stranger(report(office), profiles.find(office)) is None


def test_another_offices_figures_are_told_by_name():
    commune = profiles.find("xa-truong-tay")
    assert ownership.stranger(report("huyen-go-dau"), commune) == "TỔNG CỘNG"
    assert ownership.stranger(report("xa-ea-ktur"), commune) == "UBND xã Ea Ktur"
    district = profiles.find("huyen-go-dau")
    assert ownership.stranger(report("xa-truong-tay"), district) == "UBND xã Trường Tây"


def test_a_commune_finds_its_own_row_among_many():
    commune = replace(profiles.find("xa-truong-tay"), name="UBND xã Bàu Đồn", codes=())
    many = report("huyen-go-dau")
    assert ownership.own_row(many, commune) == "5"
    assert ownership.stranger(many, commune) is None
    assert ownership.own_row(many, profiles.find("huyen-go-dau")) is None
    assert ownership.own_row(report("xa-ea-ktur"), commune) is None
