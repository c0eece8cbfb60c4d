"""Where: place names and the points they stand for. `places.py` holds the way through."""
