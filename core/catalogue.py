"""The index as data: groups, criteria and flat indicators (bộ chỉ số).

Nothing of the index is written in code: `resources/catalogue/*.toml` holds it, with
the dates it is valid between (docs/linh-vuc.md 1.2, 1.3, 3.5, 3.6).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import Any

from core import compiled_toml, resources
from core.frozen import field, frozen, replace
from core.kind import Kind
from core.period import Period

__all__ = [
    "Actor",
    "Catalogue",
    "Facet",
    "Group",
    "Indicator",
    "Kind",
    "ScoreRule",
    "Template",
    "load",
    "load_all",
    "suited",
]


class Actor(Enum):
    """Who can change a criterion's result: the commune itself, or the province."""

    COMMUNE = "commune"
    PROVINCE = "province"


class ScoreRule(Enum):
    """How a ratio becomes points: not at all, in proportion, or full at a threshold."""

    NONE = "none"
    LINEAR = "linear"
    THRESHOLD = "threshold"


@frozen
class Indicator:
    """A criterion (tiêu chí) or another figure that tables hold (chỉ tiêu).

    Attributes:
        key: How files, the command line and code name it (`online_pay_rate`).
        name: Short Vietnamese name for the window.
        kind: What its figures are.
        code: Its number in the index ("3.6"); empty for what is no criterion.
        group: Key of its group's score (`score_tttt`); empty for what is none.
        full_name: As the portal names it.
        unit: "%", "hồ sơ", "điểm", "ngày" or empty.
        maximum: Most points (điểm tối đa), or None where there are none.
        numerator: What is counted above the line, in words.
        denominator: What is counted below the line, in words.
        counted: What one more of raises it: "hồ sơ thanh toán trực tuyến".
        threshold: The ratio in % that earns full points, or None.
        score: How the ratio becomes points.
        full_when_empty: A denominator of 0 earns full points, not 0.
        settled: False where the sources do not agree on the score rule.
        actor: Who can change the result.
        higher_is_better: False for overdue files, ranks and days.
        aliases: Words that name it in tables.
        not_aliases: Words that, where present, say that it is another one.
        basis: Where this comes from.
        annex_label: Its column's heading in the letter's annex.
        annex_group: The heading above several columns; empty for none.
        valid_from: First day it is valid, or None.
        valid_to: Last day it is valid, or None.
        labels: Whole labels that name it ("hạng", "tt"), too short for an alias.
        percent_aliases: Words that name it only where the label bears a "%".
        parts: Keys of the group scores that this one is the sum of (1.2: 22 = 12 + 10).
        has_or_not: For one commune it can only be 0 or 100 %.
        irrecoverable: Why what is missed stays missed for the period; else empty.
        late_with: Key of the criterion whose late ones are missed here, too.
    """

    key: str
    name: str
    kind: Kind
    code: str = ""
    group: str = ""
    full_name: str = ""
    unit: str = ""
    maximum: Decimal | None = None
    numerator: str = ""
    denominator: str = ""
    counted: str = ""
    threshold: Decimal | None = None
    score: ScoreRule = ScoreRule.NONE
    full_when_empty: bool = False
    settled: bool = True
    actor: Actor = Actor.COMMUNE
    higher_is_better: bool = True
    aliases: tuple[str, ...] = ()
    not_aliases: tuple[str, ...] = ()
    basis: str = ""
    annex_label: str = ""
    annex_group: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    labels: tuple[str, ...] = ()
    percent_aliases: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    has_or_not: bool = False
    irrecoverable: str = ""
    late_with: str = ""

    def is_valid_in(self, period: Period) -> bool:
        """Whether the indicator is in force for the whole of `period`."""
        begun = self.valid_from is None or self.valid_from <= period.first_day
        return begun and (self.valid_to is None or period.last_day <= self.valid_to)


@frozen
class Group:
    """One of the six groups of the index (nhóm chỉ số).

    Attributes:
        key: Key of the indicator that holds its score (`score_ckmb`).
        number: Its number, 1–6; not the prefix of its criteria's codes.
        name: As the portal labels it.
        maximum: Most points.
        criteria: Keys of its criteria, in order.
    """

    key: str
    number: int
    name: str
    maximum: Decimal
    criteria: tuple[str, ...]


@frozen
class Facet:
    """A column that holds one part of whatever the row's criterion is.

    Attributes:
        part: "numerator", "denominator", "value" or "score_of_max" and the like.
        aliases: Words that name it in tables.
        not_aliases: Words that, where present, say that it is another one.
        labels: Whole labels that name it ("tỷ lệ"), too short for an alias.
        name: Short Vietnamese name for the window.
    """

    part: str
    aliases: tuple[str, ...]
    not_aliases: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    name: str = ""


@frozen
class Template:
    """What a month begun by hand holds (mẫu nhập tay).

    Attributes:
        key: Its name in settings.
        name: What the window calls it.
        layout: "criteria" or "units".
        columns: Keys of the indicators.
    """

    key: str
    name: str
    layout: str
    columns: tuple[str, ...]


@frozen
class Catalogue:
    """Groups and indicators valid between two dates, with the legal basis.

    Attributes:
        title: The decision's full title.
        basis: The decision's short name.
        indicators: By key; the groups' scores are indicators too.
        groups: In order.
        facets: Columns of tables with criteria as rows.
        dossier_columns: Columns of lists of dossiers, by what they hold.
        dossier_words: By `overdue`, `nearly_due` and `neither` the words of titles and
            states that say so of dossiers; the longest counts.
        templates: What a month begun by hand may hold.
        annexes: Column keys of the letter's annex by kind of letter.
        formula_valid_from: First day the score rules were observed for.
        valid_from: First day of the index.
        valid_to: Last day, or None while it is in force.
        tolerance: Points by which a recomputed score may differ from the given one.
        sum_tolerance: Points by which the groups' sum may differ from the total.
    """

    title: str
    basis: str
    indicators: Mapping[str, Indicator]
    groups: tuple[Group, ...]
    facets: tuple[Facet, ...] = ()
    dossier_columns: tuple[Facet, ...] = ()
    dossier_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    templates: tuple[Template, ...] = ()
    annexes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    formula_valid_from: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    tolerance: Decimal = Decimal("0.02")
    sum_tolerance: Decimal = Decimal("0.04")

    @cached_property
    def criteria(self) -> tuple[Indicator, ...]:
        """The criteria of the index, in the order of the groups."""
        keys = (key for group in self.groups for key in group.criteria)
        return tuple(self.indicators[key] for key in keys)

    @cached_property
    def joined_scores(self) -> tuple[Indicator, ...]:
        """The scores that are sums of groups' scores (the portal's older groups)."""
        return tuple(one for one in self.indicators.values() if one.parts)

    def group(self, key: str) -> Group | None:
        """The group whose score has that key, or None."""
        return next((group for group in self.groups if group.key == key), None)

    def is_valid_in(self, period: Period) -> bool:
        """Whether the index is in force for the whole of `period`."""
        begun = self.valid_from is None or self.valid_from <= period.first_day
        return begun and (self.valid_to is None or period.last_day <= self.valid_to)


def load_all(folder: Path | None = None) -> tuple[Catalogue, ...]:
    """The editions of the index in the data pack, or those in `folder`, newest first.

    Each file is one edition.

    Raises:
        KeyError, ValueError: A file is not a catalogue (a programmer's mistake).
    """
    where = folder or resources.data("catalogue")
    files = sorted(where.glob("*.toml"))
    every = [_catalogue(compiled_toml.load(path)) for path in files]
    return tuple(sorted(every, key=_begin, reverse=True))


def _begin(one: Catalogue) -> date:
    return one.valid_from or date.min


def load(folder: Path | None = None) -> Catalogue:
    """The newest of the catalogues that `load_all` gives.

    Raises:
        KeyError, ValueError: A file is not a catalogue (a programmer's mistake).
    """
    return load_all(folder)[0]


def suited(catalogues: Sequence[Catalogue], period: Period | None) -> Catalogue:
    """The catalogue valid for the whole of `period`, else the newest.

    Of several that are, the newest. Where none is, nothing is recomputed by it
    (`core.scoring.can_recompute`).
    """
    newest_first = sorted(catalogues, key=_begin, reverse=True)
    if period is not None:
        for one in newest_first:
            if one.is_valid_in(period):
                return one
    return newest_first[0]


def _catalogue(data: Mapping[str, Any]) -> Catalogue:
    criteria = [_indicator(item) for item in data["indicator"]]
    groups = tuple(_group(item, criteria) for item in data["group"])
    scores = [_group_score(item) for item in data["group"]]
    head = data["catalogue"]
    return Catalogue(
        title=head["title"],
        basis=head["basis"],
        indicators={one.key: one for one in (*scores, *criteria)},
        groups=groups,
        facets=tuple(_facet(item) for item in data.get("facet", ())),
        dossier_columns=tuple(_list_column(item) for item in data.get("dossier", ())),
        dossier_words={
            key: tuple(said) for key, said in data.get("dossier_words", {}).items()
        },
        templates=tuple(_template(item) for item in data.get("template", ())),
        annexes={
            kind: tuple(item["columns"]) for kind, item in data.get("annex", {}).items()
        },
        formula_valid_from=_day(head.get("formula_valid_from")),
        valid_from=_day(head.get("valid_from")),
        valid_to=_day(head.get("valid_to")),
        tolerance=Decimal(head.get("tolerance", "0.02")),
        sum_tolerance=Decimal(head.get("sum_tolerance", "0.04")),
    )


def _indicator(item: Mapping[str, Any]) -> Indicator:
    plain = (
        "code",
        "group",
        "full_name",
        "unit",
        "numerator",
        "denominator",
        "counted",
        "irrecoverable",
        "late_with",
    )
    texts = {name: item.get(name, "") for name in (*plain, "basis")}
    return Indicator(
        key=item["key"],
        name=item["name"],
        kind=Kind(item["kind"]),
        maximum=_decimal(item.get("maximum")),
        threshold=_decimal(item.get("threshold")),
        score=ScoreRule(item.get("score", "none")),
        full_when_empty=item.get("zero_denominator", "zero") == "full",
        settled=item.get("settled", True),
        actor=Actor(item.get("actor", "commune")),
        higher_is_better=item.get("better", "higher") == "higher",
        aliases=tuple(item.get("aliases", ())),
        not_aliases=tuple(item.get("not_aliases", ())),
        annex_label=item.get("annex_label", ""),
        annex_group=item.get("annex_group", ""),
        valid_from=_day(item.get("valid_from")),
        valid_to=_day(item.get("valid_to")),
        labels=tuple(item.get("labels", ())),
        percent_aliases=tuple(item.get("percent_aliases", ())),
        parts=tuple(item.get("parts", ())),
        has_or_not=item.get("has_or_not", False),
        **texts,
    )


def _group(item: Mapping[str, Any], indicators: Iterable[Indicator]) -> Group:
    members = tuple(one.key for one in indicators if one.group == item["key"])
    maximum = Decimal(item["maximum"])
    return Group(item["key"], item["number"], item["name"], maximum, members)


def _group_score(item: Mapping[str, Any]) -> Indicator:
    return Indicator(
        key=item["key"],
        name=item["name"],
        kind=Kind.SCORE,
        code=str(item["number"]),
        full_name=item["name"],
        unit="điểm",
        maximum=Decimal(item["maximum"]),
        aliases=tuple(item.get("aliases", ())),
        not_aliases=tuple(item.get("not_aliases", ())),
        basis=item.get("basis", ""),
        labels=(*item.get("labels", ()), *item.get("portal_codes", ())),
    )


def _facet(item: Mapping[str, Any]) -> Facet:
    words = tuple(item["aliases"]), tuple(item.get("not_aliases", ()))
    return Facet(item["key"], *words, tuple(item.get("labels", ())), item["name"])


def _list_column(item: Mapping[str, Any]) -> Facet:
    return replace(_facet(item), part=f"dossier.{item['key']}")


def _template(item: Mapping[str, Any]) -> Template:
    return Template(item["key"], item["name"], item["layout"], tuple(item["columns"]))


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _day(value: date | str | None) -> date | None:
    if isinstance(value, str):
        return date.fromisoformat(value) if value else None
    return value
