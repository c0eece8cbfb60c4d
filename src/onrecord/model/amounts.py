"""Numbers in words, as reports tell them."""


def amount(low: int | None, high: int | None) -> str:
    """ "12", "at least 12", "up to 12" or "10 to 12"."""
    if low is None:
        return "an unknown number" if high is None else f"up to {high:,}"
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"
