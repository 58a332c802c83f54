"""The corpus of exports: `python -m tests.data.exports.make` writes every file anew."""
