"""What the sheets mean: headers, columns, rows of units, titles, periods.

Sheets in, tables of cells out, joined into one report (docs/architecture.md).
"""
