"""A letter as it stands on paper: its lines, what each is, the figures it states.

Ours before it is saved, or any .docx read back: the rules about letters ask this and
know neither Word nor how our letters are composed (docs/decisions/0009-audit.md).
"""
