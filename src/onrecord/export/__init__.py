"""Out of the house: a Reading as a text for people, a page, PLOVER records, a table."""
