"""Print docs/quy-tac.md: `python -m core.rules > docs/quy-tac.md`."""

import sys

from core import catalogue
from core.rules import RULES
from core.rules.documenting import document

sys.stdout.buffer.write(document(RULES, catalogue.load()).encode("utf-8"))
