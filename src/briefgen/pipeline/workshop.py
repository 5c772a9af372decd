"""What all packs of one run share: the project, its sources and topics, and the index, each made once."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..topics import Taxonomy
from .progress import Progress
from .project import LoadedSource, find_project, load_sources, read_taxonomy

if TYPE_CHECKING:
    from ..selection import Corpus
    from .corpus import LeftOut


class Workshop:
    """The sources of a project, read when they are first needed."""

    def __init__(self, root: Path, progress: Progress, *, keep_going: bool = False) -> None:
        """Open the project that holds the folder `root`.

        Args:
            root: a folder of the project.
            progress: is told.
            keep_going: leave out sources that cannot be read.

        Raises:
            OptionError: there is no project.
            DefinitionError: a mistake in the register.
            SourceError: a source is missing, unless the run keeps going.
        """
        self.project = find_project(root)
        self.left_out: tuple[LeftOut, ...] = ()
        self.sources: tuple[LoadedSource, ...]
        self._progress = progress
        if keep_going:
            from .corpus import readable_sources

            self.sources, self.left_out = readable_sources(self.project, progress)
        else:
            self.sources = load_sources(self.project)

    @cached_property
    def taxonomy(self) -> Taxonomy:
        """The topics of the project.

        Raises:
            DefinitionError: a mistake in `topics.toml`.
        """
        return read_taxonomy(self.project)

    @cached_property
    def corpus(self) -> Corpus:
        """What the sources say, indexed.

        Raises:
            SourceError: a file cannot be read as a document.
        """
        from ..selection import Corpus  # a third of a second to load: a build that is ready does without
        from .corpus import extractions

        return Corpus(tuple(extractions(self.project, self.sources, self._progress)))
