"""A letter that exists, looked over: its page at left, what was found at right."""
