"""Tables of figures: models over the document, the view, its painter and keys."""
