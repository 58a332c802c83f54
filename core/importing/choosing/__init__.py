"""What a file leaves open and what a person decided of it, as values.

Questions, proposals with their reasons, choices and the layouts that keep them
(docs/architecture.md).
"""
