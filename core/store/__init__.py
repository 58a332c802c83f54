"""The store of months (kho số liệu)."""
