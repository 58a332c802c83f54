"""The typed letters beside this folder: `python -m tests.data.letters.make`."""
