"""The import window: a file as recognised, what it leaves open, and what is decided of it."""
