"""On PostgreSQL: search that finds what SQLite's does, and figures of any size that SQLite holds.

Revision ID: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

SEARCH = (
    "DROP INDEX ix_passage_search",
    "CREATE TEXT SEARCH DICTIONARY onrecord_stem (TEMPLATE = snowball, LANGUAGE = english)",
    "CREATE TEXT SEARCH CONFIGURATION onrecord (COPY = simple)",
    "ALTER TEXT SEARCH CONFIGURATION onrecord ALTER MAPPING REPLACE simple WITH onrecord_stem",
    r"""CREATE FUNCTION onrecord_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN regexp_replace(
        regexp_replace(normalize(left(words, 200000), NFKD), '[\u0300-\u036f]', '', 'g'),
        '[!-/:-@\[-`{-~]+', ' ', 'g'
    )""",
    """CREATE FUNCTION onrecord_terms(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN to_tsvector('onrecord'::regconfig, onrecord_fold(words))""",
    """CREATE FUNCTION onrecord_phrase(words text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN phraseto_tsquery('onrecord'::regconfig, onrecord_fold(words))""",
    "CREATE INDEX ix_passage_search ON passage USING gin (onrecord_terms(words))",
)
"""Every word counts (no stop words), in its stem, without accents; punctuation parts words and means nothing."""


def upgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    for statement in SEARCH:
        op.execute(sa.text(statement.replace(":", r"\:")))
    for column in ("low", "high"):
        op.alter_column("figure", column, type_=sa.BigInteger())
