"""Builds many packs in one run: the sources are read and indexed once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from fnmatch import fnmatchcase
from pathlib import Path

from ..errors import OptionError
from ..messages import Language
from .build import build_in
from .options import BuildOptions
from .progress import Progress
from .project import find_project
from .requests import known_packs
from .workshop import Workshop


def build_all(root: Path, options: BuildOptions, pattern: str, jobs: int, out: Path, progress: Progress) -> None:
    """Build all packs whose name fits a pattern: those with a definition, and one for each Council.

    Args:
        root: a folder of the project.
        options: what all packs have in common; their name and their Council are filled in.
        pattern: of names, with `*` and `?` (`raad-*`).
        jobs: how many are built at the same time, 1 or more.
        out: the folder for the folders of the packs.
        progress: is told and shown.

    Raises:
        OptionError: no pack fits.
        InputError: something that people gave is wrong; packs before it are ready.
    """
    known = known_packs(find_project(root))
    names = [name for name in known if fnmatchcase(name, pattern)]
    if not names:
        raise OptionError("no-pack-fits", name=pattern, known=known)
    asked = [options.model_copy(update={"pack": name}) for name in names]
    if min(jobs, len(names)) == 1:
        _build_each(Workshop(root, progress, keep_going=options.keep_going), asked, out, progress)
    else:
        _build_beside(root, asked, min(jobs, len(names)), out, progress)


def _build_each(workshop: Workshop, asked: Sequence[BuildOptions], out: Path, progress: Progress) -> None:
    for options in asked:
        build_in(workshop, options, out, progress)


def _build_beside(root: Path, asked: Sequence[BuildOptions], jobs: int, out: Path, progress: Progress) -> None:
    """Build packs in processes of their own; what each says is shown in the order of the packs."""
    Workshop(root, progress, keep_going=asked[0].keep_going).corpus.extractions  # noqa: B018 - fills the cache
    shares = [asked[number::jobs] for number in range(jobs)]
    with ProcessPoolExecutor(jobs) as pool:
        for recorded in pool.map(_build_share, *zip(*_shares(root, shares, out, progress.language), strict=True)):
            recorded.replay(progress)


def _shares(
    root: Path, shares: Sequence[Sequence[BuildOptions]], out: Path, language: Language
) -> Iterator[tuple[Path, Sequence[BuildOptions], Path, Language]]:
    for share in shares:
        yield root, share, out, language


def _build_share(root: Path, asked: Sequence[BuildOptions], out: Path, language: Language) -> Recorded:
    recorded = Recorded(language)
    _build_each(Workshop(root, recorded, keep_going=asked[0].keep_going), asked, out, recorded)
    return recorded


class Recorded:
    """A progress that keeps what it is told, to be told elsewhere later."""

    def __init__(self, language: Language) -> None:
        """Start with nothing said."""
        self.language: Language = language
        self._told: list[tuple[str, dict[str, str]]] = []
        self._shown: list[str] = []

    def step(self, code: str, **details: str) -> None:
        """Steps are shown on a terminal only, which another process does not have."""

    def tell(self, code: str, **details: str) -> None:
        """Keep a notice."""
        self._told.append((code, details))

    def show(self, line: str = "") -> None:
        """Keep a line of the result."""
        self._shown.append(line)

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Keep the rows of a table as lines."""
        self._shown += ["  ".join(row) for row in rows]

    def replay(self, progress: Progress) -> None:
        """Say it all."""
        for code, details in self._told:
            progress.tell(code, **details)
        for line in self._shown:
            progress.show(line)
