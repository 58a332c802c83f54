"""What a start with a file does without: each module costs both processes time."""

import os

from tests import fresh_python


def test_a_file_is_read_and_its_window_loaded_without_the_module_of_dataclasses():
    """It takes 8 ms of the child's start; `core.frozen` does without."""
    said = (
        "import sys; from pathlib import Path; from core import catalogue, resources;"
        "from core.importing import child, opening;"
        "sample = next((resources.folder() / 'samples').glob('Phụ lục 766*.xlsx'));"
        "opening.inspect(sample, catalogue.load());"
        "read = 'dataclasses' in sys.modules;"
        "import ui.program, ui.first_file, ui.screens;"
        "print(read, 'dataclasses' in sys.modules)"
    )
    names = {**os.environ, "PYTHONUTF8": "1"}
    names.pop("COVERAGE_PROCESS_START", None)
    assert fresh_python.printed(said, names).split() == ["False", "False"]
