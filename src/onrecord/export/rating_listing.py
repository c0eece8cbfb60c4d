"""People's ratings of sources and items for a person at a terminal."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.text import Text

from onrecord.export.listings import dated
from onrecord.export.plain import one_line
from onrecord.record.ratings import RatingRow


def show_ratings(ratings: Iterable[RatingRow]) -> RenderableType:
    """Ratings by the day on which they were given."""
    return dated((rating.grade.at[:10], [Text(one_line(_rating(rating)))]) for rating in ratings)


def _rating(rating: RatingRow) -> str:
    about = rating.name or f"{rating.document}#{rating.item}"
    grade = rating.grade
    return f"{rating.number}: {about}: {rating.scale} {grade.grade}; {grade.author}; {grade.reason}"
