"""From a file of an office to a report."""
