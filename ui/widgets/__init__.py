"""The small parts that the program's screens are made of."""
