"""From what was selected to the finished pack, and the sections that stand at the end of every pack."""

from .charts import illustrated
from .index import indexed
from .packs import assemble, require_cited

__all__ = ["assemble", "illustrated", "indexed", "require_cited"]
