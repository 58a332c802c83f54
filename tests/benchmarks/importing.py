"""An .xlsx of every commune, from file to report, against python-calamine's bare read.

3,321 units and 12 columns as Excel writes them: texts shared, figures as numbers, texts,
percentages and formulas with their values, an error, a hidden row, merged titles.

    python -m tests.benchmarks.importing [rows]
"""

import gc
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from core import catalogue as catalogues
from core.importing import open_file
from tests.benchmarks import workbook

TARGET = 5.0  # bare openpyxl 8.6 to 13, pandas with openpyxl 11, frictionless 11
UNITS = 3321  # all communes, wards and special zones of the country
ROUNDS = 15


def measure(units: int = UNITS) -> float:
    """File to report ÷ calamine's read: the median of rounds in which both are run."""
    catalogue = catalogues.load()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bảng.xlsx"
        path.write_bytes(workbook.of_units(units, catalogue))
        read = len(open_file(path, catalogue).rows)
        if read != units - workbook.HIDDEN:
            message = f"{read} units of {units} were read"
            raise ValueError(message)
        ratios = []
        for turn in range(ROUNDS + 1):
            bare = seconds(lambda: values(path))
            ours = seconds(lambda: open_file(path, catalogue))
            if turn:  # the first round warms the caches
                ratios.append(ours / bare)
    return median(ratios)


def values(path: Path) -> object:
    """The values alone: the least that any reader must do."""
    import python_calamine

    with python_calamine.CalamineWorkbook.from_path(path) as book:
        return book.get_sheet_by_index(0).to_python()


def seconds(run: Callable[[], object]) -> float:
    """How long `run` takes, with the letting go of what it made."""
    gc.collect()  # what one run leaves behind is not to be swept up in the next
    begun = time.perf_counter()
    made = run()
    took = time.perf_counter() - begun
    del made  # nor what it takes to let go of all that was read
    return took


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else UNITS
    print(f"{wanted} units: {measure(wanted):.2f} × calamine's read (<= {TARGET})")
