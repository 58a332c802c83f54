"""The page “Số liệu”: facts of the month, the table, the findings beside it."""
