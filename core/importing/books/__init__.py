"""What a file holds, read: any of its formats to the sheets that stand in it.

A reader takes bytes and gives `core.importing.grid` sheets; it knows no indicator and no
unit (docs/architecture.md).
"""
