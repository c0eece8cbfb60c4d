"""The register: bodies, groups and persons known by name beforehand, as data with dates and a source for each block."""
