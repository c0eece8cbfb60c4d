"""Any Reading that the types allow, for hypothesis."""

from hypothesis import strategies as st

from onrecord.model import Extent, Reading

extents = st.tuples(st.integers(0, 10**6), st.integers(1, 500)).map(lambda t: Extent(t[0], t[0] + t[1]))
st.register_type_strategy(Extent, extents)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))

any_reading = st.builds(Reading, schema=st.just("onrecord.reading/1"))
