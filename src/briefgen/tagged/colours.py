"""Colour profiles inside a file (ICC.1:2004-10, 7.2)."""

from __future__ import annotations

from dataclasses import dataclass

import pikepdf

from .objects import entry, integer

COMPONENTS = {"RGB": 3, "CMYK": 4, "GRAY": 1, "Lab": 3}
"""How many components a colour has in the colour spaces of profiles."""

HEADER = 128
"""The bytes of the header of a profile."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A colour profile.

    Attributes:
        version: its major version.
        device: class of the device that it is of (`mntr`, `prtr`).
        space: the colours of that device (`RGB`); empty when the profile cannot be read.
        components: how many a colour has, as the file says it.
        whole: whether it has as many bytes as it says.
    """

    version: int
    device: str
    space: str
    components: int | None
    whole: bool

    @property
    def fits(self) -> bool:
        """Whether the file says of it how many components its colours have."""
        return self.components == COMPONENTS.get(self.space)


def read_profile(stream: object) -> Profile | None:
    """A profile; `None` when there is none."""
    if not isinstance(stream, pikepdf.Stream):
        return None
    data = stream.read_bytes()
    header = data[:HEADER].ljust(HEADER, b"\0")
    is_profile = header[36:40] == b"acsp"
    return Profile(
        version=header[8],
        device=header[12:16].decode("latin-1").strip(),
        space=header[16:20].decode("latin-1").strip() if is_profile else "",
        components=integer(entry(stream, "/N")),
        whole=int.from_bytes(header[:4]) == len(data),
    )
