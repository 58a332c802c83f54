"""Questions that stop the work until they are answered (hộp thoại)."""
