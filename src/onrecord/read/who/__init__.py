"""Who is who: names, nominals and pronouns become entities, with offices and kin. `cast.py` holds the way through."""
