"""All that knows Qt: windows, tables, charts, and how they look."""
