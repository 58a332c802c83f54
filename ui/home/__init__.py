"""The home screen: months as cards (trang đầu)."""
