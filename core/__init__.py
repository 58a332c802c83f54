"""What the program knows and does; nothing in here knows Qt."""

VERSION = "0.1.0"
