"""Reads sources in processes of their own, several at the same time, each within limits."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import PurePath
from queue import SimpleQueue

from ..errors import SourceError
from .isolation import LimitError, Worker
from .limits import read_limits
from .progress import Progress
from .project import LoadedSource
from .worker import READING

HARMLESS_BYTES = 64_000
"""A plain text that is no longer takes a second at most, whatever it holds; starting a process takes as long."""

PLAIN_TEXT = frozenset({".txt", ".md"})

Reader = Callable[[LoadedSource], bytes]
"""Gives what a source says, as the JSON of its extraction."""


def read_apart(sources: Sequence[LoadedSource], read: Reader, progress: Progress) -> list[bytes]:
    """What each source says, as the JSON of its extraction, in their order.

    Args:
        sources: with their bytes.
        read: reads a harmless one here and now; the others are read by workers, in the same way.
        progress: is told of each.

    Raises:
        OptionError: a limit in the environment is none.
        SourceError: a file cannot be read as a document, or asks for more time or memory than there may be.
    """
    with ExitStack() as at_work:
        waiting = _begun([one for one in sources if not is_harmless(one)], at_work)
        made = []
        for one in sources:
            progress.step("reading-source", name=one.source.label)
            begun = waiting.get(one.source.file)
            made.append(begun.result() if begun else read(one))
        return made


def is_harmless(loaded: LoadedSource) -> bool:
    """Whether a source can be read without a process of its own."""
    suffix = PurePath(loaded.source.file).suffix.lower()
    return suffix in PLAIN_TEXT and len(loaded.data) <= HARMLESS_BYTES


def _begun(sources: Sequence[LoadedSource], at_work: ExitStack) -> Mapping[str, Future[bytes]]:
    """The sources that workers read from now on, by file; the workers end with the block."""
    if not sources:
        return {}
    crew = Crew(min(len(sources), os.cpu_count() or 1))
    pool = at_work.enter_context(ThreadPoolExecutor(crew.size))
    at_work.callback(crew.end)
    at_work.callback(pool.shutdown, wait=False, cancel_futures=True)
    return {one.source.file: pool.submit(crew.read, one) for one in sources}


class Crew:
    """Workers that read; one that was ended for its limit is replaced."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._limits = read_limits(os.environ, "READ")
        self._all = [Worker(READING, self._limits) for _ in range(size)]
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._all:
            self._idle.put(worker)

    def read(self, loaded: LoadedSource) -> bytes:
        """What a source says, by the next worker that has nothing to do."""
        worker = self._idle.get()
        try:
            return self._done(worker, loaded)
        finally:
            self._idle.put(worker if worker.is_ready else self._replacement())

    def end(self) -> None:
        """End them all."""
        for worker in self._all:
            worker.end()

    def _replacement(self) -> Worker:
        self._all.append(Worker(READING, self._limits))
        return self._all[-1]

    def _done(self, worker: Worker, loaded: LoadedSource) -> bytes:
        try:
            made = worker.do(loaded)
        except LimitError as error:
            file = loaded.source.file
            raise SourceError(f"reading-{error.reason}", file=file, line=None, **error.details) from error
        if not isinstance(made, bytes):
            raise TypeError(f"a worker gave a {type(made).__name__} for a source")
        return made
