"""Print docs/quy-tac.md: `python -m core.rules > docs/quy-tac.md`."""

import sys

from core import catalogue
from core.rules.documenting import document
from core.rules.families import RULES

sys.stdout.buffer.write(document(RULES, catalogue.load()).encode("utf-8"))
