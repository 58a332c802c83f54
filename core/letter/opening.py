"""The run-on sentence that opens a letter, and the closing (mở đầu, kết thúc).

The căn cứ of a công văn are one upright sentence that runs on into “… công bố …”:
each on its own line, ";" between, "," after the last (docs/linh-vuc.md 8.3).
"""

from core.letter.draft import Draft, body
from core.letter.model import Paragraph, Pieces, Section
from core.letter.wording import join
from core.office import LetterKind

PORTAL = "https://dichvucong.gov.vn"


def basis(draft: Draft) -> list[Paragraph]:
    """What the letter is based on, then the sentence that announces."""
    citations = [draft.facts.catalogue.title, *_own_citations(draft)]
    lines: list[tuple[str, Pieces]] = [
        (f"basis.{number}", draft.say("basis.line", citation=citation))
        for number, citation in enumerate(citations)
    ]
    lines.append(("basis.portal", _portal(draft)))
    last = len(lines) - 1
    paragraphs = [
        body(key, Section.BASIS, line, (";" if number < last else ",",))
        for number, (key, line) in enumerate(lines)
    ]
    opening = body("opening", Section.BASIS, draft.say_kind("opening"))
    return [*paragraphs, opening]


def _own_citations(draft: Draft) -> list[str]:
    """The office's further legal bases that are in force on the letter's day."""
    valid = (one for one in draft.profile.citations if one.is_valid_on(draft.day))
    return [one.text.rstrip(" .;,") for one in valid]


def _portal(draft: Draft) -> Pieces:
    moment = draft.report.as_of
    as_of = draft.facts.as_of
    if moment is None or as_of is None:
        return draft.say("basis.portal_undated", portal=PORTAL)
    key = "basis.portal_day" if moment.clock is None else "basis.portal"
    return draft.say(key, portal=PORTAL, as_of=as_of)


def closing(draft: Draft) -> list[Paragraph]:
    """The last paragraph, which ends with "./."."""
    key = f"closing.{draft.kind.value}"
    above = draft.profile.petition_to
    if draft.kind is LetterKind.COMMUNE and above in draft.profile.addressees:
        key = f"{key}-superior"
    return [body("closing", Section.CLOSING, join(draft.say(key)))]
