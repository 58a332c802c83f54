"""The shapes tables come in, one module each; a new shape is added to `SHAPES`."""

from core.importing.recognition.headers import Header
from core.importing.recognition.shapes import (
    across,
    criteria,
    dossiers,
    fields,
    groups,
    long,
    single,
    units,
)
from core.importing.recognition.shapes.model import Shape

SHAPES = (
    Shape(dossiers.fits, dossiers.read),
    Shape(across.fits, across.read),
    Shape(units.fits, units.read),
    Shape(long.fits, long.read),
    Shape(criteria.fits, criteria.read),
    Shape(groups.fits, groups.read),
    Shape(fields.fits, fields.read),
    Shape(single.fits, single.read),
)
"""In the order they are tried."""


def shape_of(header: Header) -> Shape | None:
    """The shape of the table under that header, or None where it is none we read."""
    return next((shape for shape in SHAPES if shape.fits(header)), None)
