"""Built packs that cite what a newer version of a source has changed, moved or left out.

They are told and are no findings: results can be built again and belong to nobody's work on sources and definitions, so
an old folder must not make a check fail.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..errors import DefinitionError, InputError
from ..filesystem import read_file
from ..lineage import Change, Fate, Lineage, fate
from ..messages import message
from ..pack import PACK_NAME, Pack
from ..serialization import from_json
from .difference import counted
from .progress import Progress
from .project import Project, read_register
from .replacing import lineages


def tell_stale_packs(project: Project, out: Path, progress: Progress) -> None:
    """Tell which built packs cite a source that was replaced, and what became of each paragraph that is not the same.

    Args:
        project: the project.
        out: the folder with the folders of built packs; nothing is told when it is not there.
        progress: is told.
    """
    try:
        replaced = lineages(project, read_register(project))
    except DefinitionError:
        return  # the check of the register tells what is wrong with it
    for path in sorted(out.glob(f"*/{PACK_NAME}")):
        try:
            pack = from_json(read_file(path), str(path), Pack)
        except (InputError, OSError):
            progress.tell("pack-unread", path=str(path))
            continue
        for name in dict.fromkeys(citation.source for citation in pack.citations):
            if name in replaced:
                _tell(str(path.parent), name, tuple(_fates(pack, name, replaced)), progress)


def _fates(pack: Pack, source: str, replaced: Mapping[str, Lineage]) -> Iterator[Fate]:
    """What became of each paragraph of one source that a pack cites."""
    for citation in pack.citations:
        if citation.source == source:
            unknown = Fate(key=citation.key, change="deleted", keys=(), source=replaced[source].new.id)
            yield fate(citation.key, replaced) or unknown


def _tell(path: str, source: str, fates: tuple[Fate, ...], progress: Progress) -> None:
    counts: Counter[Change] = Counter(one.change for one in fates)
    what = counted(counts, progress.language)
    progress.tell("pack-stale", path=path, source=source, newest=fates[0].source, what=what)
    for one in fates:
        if one.change != "same":
            became = message(f"lineage-{one.change}", progress.language)
            code = "citation-became" if one.keys else "citation-gone"
            progress.tell(code, key=one.key, what=became, keys=", ".join(one.keys))
