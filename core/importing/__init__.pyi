from core.importing.opening import again, inspect, open_file

__all__ = ["again", "inspect", "open_file"]
