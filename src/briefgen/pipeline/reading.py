"""Reads sources in processes of their own, several at the same time, each within limits."""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import PurePath
from queue import SimpleQueue

from ..errors import SourceError
from .isolation import LimitError, Worker, workers
from .limits import read_limits
from .progress import Progress
from .project import LoadedSource
from .worker import CopyFile, Examination, Task

HARMLESS_BYTES = 64_000
"""A plain text that is no longer takes a second at most, whatever it holds; starting a process takes as long."""

PLAIN_TEXT = frozenset({".txt", ".md"})

Made = bytes | SourceError
"""What a task made of a source, or why there is nothing."""


def read_apart(sources: Sequence[LoadedSource], task: Task, progress: Progress) -> list[bytes]:
    """What a task makes of each source, in their order.

    Args:
        sources: with their bytes.
        task: what is wanted of each.
        progress: is told of each.

    Raises:
        OptionError: a limit in the environment is none.
        SourceError: a file cannot be read as a document, or asks for more time or memory than there may be.
    """
    with closing(read_each(sources, task, progress)) as outcomes:
        return [_required(one) for one in outcomes]


def read_each(sources: Sequence[LoadedSource], task: Task, progress: Progress) -> Generator[Made]:
    """What a task makes of each source, in their order; of one that cannot be read, the reason.

    Args:
        sources: with their bytes.
        task: what is wanted of each.
        progress: is told of each.

    Raises:
        OptionError: a limit in the environment is none.
    """
    with ExitStack() as at_work:
        begun = _begun([one for one in sources if not is_harmless(one, task)], task, at_work)
        for one in sources:
            progress.step("reading-source", name=one.source.label)
            try:
                yield _here(one, task) if is_harmless(one, task) else begun.pop(0).result()
            except SourceError as error:
                yield error


def read_copy(copy: CopyFile, examination: Examination = "copy") -> object:
    """What a copy of a pack prints, or what else it is examined for, read by a worker of its own.

    Raises:
        OptionError: a limit in the environment is none.
        InputError: it cannot be read, or asks for more time or memory than there may be.
    """
    limits = read_limits(os.environ, "READ")
    with workers((examination,), limits) as crew:
        try:
            return crew[examination].do(copy)
        except LimitError as error:
            raise SourceError(f"reading-{error.reason}", file=copy.file, line=None, **error.details) from error


def is_harmless(loaded: LoadedSource, task: Task) -> bool:
    """Whether a task can be done without a process of its own: to decode a text takes next to nothing."""
    suffix = PurePath(loaded.source.file).suffix.lower()
    return suffix in PLAIN_TEXT and (task == "text" or len(loaded.data) <= HARMLESS_BYTES)


def _required(made: Made) -> bytes:
    if isinstance(made, SourceError):
        raise made
    return made


def _here(loaded: LoadedSource, task: Task) -> bytes:
    """A harmless source, read here and now in the way of the workers."""
    from .extracting import TASKS  # half a second to load: only for what is read here

    return TASKS[task](loaded)


def _begun(sources: Sequence[LoadedSource], task: Task, at_work: ExitStack) -> list[Future[bytes]]:
    """The sources that workers read from now on; the workers end with the block."""
    if not sources:
        return []
    crew = Crew(min(len(sources), os.cpu_count() or 1), task)
    pool = at_work.enter_context(ThreadPoolExecutor(crew.size))
    at_work.callback(crew.end)
    at_work.callback(pool.shutdown, wait=False, cancel_futures=True)
    return [pool.submit(crew.read, one) for one in sources]


class Crew:
    """Workers that read; one that was ended for its limit is replaced."""

    def __init__(self, size: int, task: Task) -> None:
        self.size = size
        self._task = task
        self._limits = read_limits(os.environ, "READ")
        self._all = [Worker(self._task, self._limits) for _ in range(size)]
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._all:
            self._idle.put(worker)

    def read(self, loaded: LoadedSource) -> bytes:
        """What the task makes of a source, by the next worker that has nothing to do."""
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
        self._all.append(Worker(self._task, self._limits))
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
