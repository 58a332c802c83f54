"""What columns and figures are called in the window (tên cột, tên chỉ tiêu)."""

from collections.abc import Iterator

from core.catalogue import Catalogue
from core.importing.choosing.choices import LEFT_OUT
from core.importing.recognition.recognise import Meaning
from core.report import Field, Part

_PARTS = {
    Part.NUMERATOR: "tử số",
    Part.DENOMINATOR: "mẫu số",
    Part.SCORE: "điểm",
    Part.MAXIMUM: "điểm tối đa",
    Part.TARGET: "mục tiêu",
    Part.OF: "tổng số đơn vị",
}


def figure(catalogue: Catalogue, field: Field) -> str:
    """The figure with its unit: “Sử dụng lại dữ liệu (%)”, “Nộp trực tuyến, tử số”."""
    key, part = field
    indicator = catalogue.indicators.get(key)
    if indicator is None:
        return key
    if part in _PARTS:
        return f"{indicator.name}, {_PARTS[part]}"
    return f"{indicator.name} ({indicator.unit})" if indicator.unit else indicator.name


def meaning(catalogue: Catalogue, one: Meaning | None) -> str:
    """What a column holds: a figure, “Tử số”, “Không đọc cột này”, “Chưa nhận ra”."""
    if one is None:
        return "Chưa nhận ra"
    if one == LEFT_OUT:
        return "Không đọc cột này"
    if one.indicator:
        return figure(catalogue, (one.indicator, one.part))
    facets = (*catalogue.facets, *catalogue.dossier_columns)
    names = {facet.part: facet.name for facet in facets}
    return names.get(one.facet, one.facet)


def meanings(catalogue: Catalogue) -> Iterator[Meaning]:
    """All that a column may hold, in the catalogue's order, `LEFT_OUT` last."""
    for key, indicator in catalogue.indicators.items():
        yield Meaning(key)
        if indicator.numerator:
            yield Meaning(key, Part.NUMERATOR)
            yield Meaning(key, Part.DENOMINATOR)
        if indicator.maximum and key not in {group.key for group in catalogue.groups}:
            yield Meaning(key, Part.SCORE)
    for facet in (*catalogue.facets, *catalogue.dossier_columns):
        yield Meaning(facet=facet.part)
    yield LEFT_OUT
