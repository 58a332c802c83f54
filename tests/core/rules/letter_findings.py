"""What one rule about a letter finds in an example: severity, words, message."""

from dataclasses import replace

from core import catalogue as catalogue_module
from core.rules import running
from core.rules.examples import context_of
from core.rules.on_letter import instructions, instructions_given, periods, units

CATALOGUE = catalogue_module.load()
RULES = {
    one.id: one
    for family in (periods, instructions, instructions_given, units)
    for one in family.RULES
}


def findings(rule, example, day=None):
    context = context_of(example, CATALOGUE)
    paper = context.paper
    assert paper is not None
    if day is not None:
        context = replace(context, paper=replace(paper, day=day))
    checked = running.check((RULES[rule],), context)
    told = []
    for one in checked.findings:
        assert one.line is not None
        text = paper.lines[one.line].text
        words = text if one.span is None else text[slice(*one.span)]
        told.append((one.severity.value, words, one.message))
    return told
