"""What is new in a saved search, told to those who don't look: as an Atom feed, by webhook, by e-mail."""
