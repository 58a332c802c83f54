"""The letter: what it says, how it is composed and how it is written."""
