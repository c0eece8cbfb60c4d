"""Where the sample reports lie: in the package, or beside it in a checkout."""

from pathlib import Path

from onrecord.errors import OnrecordError

PLACES = (Path(__file__).parents[1] / "samples", Path(__file__).parents[3] / "samples")


def samples_folder() -> Path:
    """The folder of the samples. Raises OnrecordError where it is missing."""
    for place in PLACES:
        if (place / "README.md").is_file():
            return place
    raise OnrecordError(f"{PLACES[0]}: the samples are not there; install onrecord again")
