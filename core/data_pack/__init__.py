"""The data pack: index, laws, words, sentences and days off as one versioned file.

Nothing is imported here: where the program's own data are (`core.resources`) must be
known before any of it is read. Why: docs/decisions/0010-data-pack.md.
"""
