"""Who did what to whom: `events.py` finds tellings, `incidents.py` joins them, `compose.py` makes events of them."""
