"""Python's collector of cycles kept still while a report is built."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Do without the collector inside; also a decorator.

    Reading makes hundreds of thousands of values and no cycles among them. The
    collector would look through all of them again and again, at twice the price of
    making them, and find nothing to free. Afterwards they count as old: it looks
    through them no sooner than through everything else.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()  # into the oldest generation, none of them looked at
            gc.enable()
