"""What the sources of a corpus say of each other.

    extractions ──papers──▶ references that name another source
                ──promises─▶ commitments that a later source fulfils
                ──changes──▶ newer words beside older ones, for a person to judge

Each source is extracted by itself; here all are seen together. Later and earlier go by the date of the source.
"""

from .linking import link_sources

__all__ = ["link_sources"]
