"""Across reports: which tell of one incident, who is one person, what answers a claim, who really says so.

Reports are compared two by two; a pair's score is a function of the two alone, and incidents are a function of the
scores. So nothing depends on the order in which reports came.
"""
