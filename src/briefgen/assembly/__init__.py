"""From what was selected to the finished pack, and the sections that stand at the end of every pack."""

from .packs import assemble, require_cited

__all__ = ["assemble", "require_cited"]
