"""Corpora at scale: many reports read side by side, in order, and none of them stopping the others."""
