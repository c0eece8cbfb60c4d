"""On whose word: cues, sources, contents, denials. `attributions.py` holds the way through."""
