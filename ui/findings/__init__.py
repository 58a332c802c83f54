"""The panel “Điểm cần xem”: what the rules found, as cards beside the table."""
