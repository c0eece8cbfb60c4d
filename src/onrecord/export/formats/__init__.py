"""The record taken out of the house, a format a file; `registry.py` lists them."""
