"""Document -> Reading. `reader.py` holds the whole engine in order; every question has a file of its own."""
