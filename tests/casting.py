"""Who is who where nobody is anybody: for tests of words alone."""

from types import MappingProxyType

from onrecord.read.who.cast import Cast

NOBODY = Cast(
    entities=(),
    offices=(),
    kin=(),
    by_id=MappingProxyType({}),
    by_token=MappingProxyType({}),
    order=(),
    together=MappingProxyType({}),
)
