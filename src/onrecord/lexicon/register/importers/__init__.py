"""Other people's lists of actors into files of the register: Wikidata results, CSV, and PETRARCH's dictionaries."""
