from core.rules.families import FIGURE_RULES, LETTER_RULES, RULES, check, recheck

__all__ = ["FIGURE_RULES", "LETTER_RULES", "RULES", "check", "recheck"]
