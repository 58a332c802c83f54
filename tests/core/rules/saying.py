"""What one rule says of an example: how grave, of which words or cell, in which sentence."""

from dataclasses import replace

from core import catalogue as catalogue_module
from core.rules import running
from core.rules.examples import context_of
from core.rules.families import RULES
from core.rules.registry import Example

CATALOGUE = catalogue_module.load()
BY_ID = {one.id: one for one in RULES}


def findings(rule, example, **known):
    """The findings of that rule alone; `known` takes the place of what rules may know."""
    context = replace(context_of(example, CATALOGUE), **known)
    return running.check((BY_ID[rule],), context).findings


def messages(rule, cells=(), **example):
    """The sentences of that rule alone."""
    return [one.message for one in findings(rule, Example(dict(cells), **example))]


def words(rule, letter, cells=(), **example):
    """The words of the letter that the rule speaks of, whole lines where it names none."""
    made = Example(dict(cells), letter=letter, **example)
    paper = context_of(made, CATALOGUE).paper
    assert paper is not None
    lines = paper.lines
    return [
        lines[one.line].text[slice(*one.span)] if one.span else lines[one.line].text
        for one in findings(rule, made)
    ]
