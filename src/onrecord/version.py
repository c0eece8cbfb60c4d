"""The version of the code, by which readings of different editions are told apart."""

__version__ = "0.1.0"
