"""The letter's screen (công văn)."""
