"""Time expressions in two steps: what the words say (`find_expressions`), and what it comes to (`resolve`)."""
