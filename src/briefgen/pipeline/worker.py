"""The inside of a process that works within limits; `isolation` starts it.

It takes jobs from standard input and writes an `Outcome` of each to standard output. It ends when the process that
started it ends it or is gone, which it sees at the end of standard input.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import pickle
import signal
import sys
import threading
import traceback
from dataclasses import dataclass
from pathlib import PurePath
from queue import SimpleQueue
from typing import BinaryIO, Literal, get_args

from ..errors import BriefgenError
from ..filesystem import shortage
from ..renderers import RENDERERS, Commission
from .project import LoadedSource

MEGABYTE = 1024 * 1024

SPARE_SECONDS = 5
"""Of processor time, after which the system ends a worker that nobody ended."""

Task = Literal["extraction", "document", "summary", "text"]
"""What can be made of a source: a kind of job each. The others are `copy` and the formats of `RENDERERS`."""

# What takes longest to load, by kind of job: a worker loads it while its first job is still being prepared.
LIBRARIES = {
    "docx": ("briefgen.renderers.docx",),
    "pdf": ("briefgen.renderers.pdf", "weasyprint"),
    "copy": ("briefgen.verification",),
    **dict.fromkeys(get_args(Task), ("briefgen.pipeline.extracting",)),
}


@dataclass(frozen=True, slots=True)
class CopyFile:
    """A Word file or PDF of a pack that people sent back.

    Attributes:
        data: the whole file.
        file: how messages name it; its ending tells the format.
    """

    data: bytes
    file: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job ended: one of these is set, or none when it ran out of memory.

    Attributes:
        result: what came of it.
        error: what is wrong with what people gave.
        defect: the traceback of anything else.
    """

    result: object = None
    error: BriefgenError | None = None
    defect: str | None = None


def work(kind: str, material: object) -> Outcome:
    """Do one job, and tell how it ended.

    Args:
        kind: of the job.
        material: a commission to render, a source to read, or a copy of a pack.
    """
    try:
        return Outcome(result=_result(kind, material))
    except BriefgenError as error:
        return Outcome(error=error)
    except MemoryError:
        return Outcome()
    except Exception as error:
        full = shortage(error)
        return Outcome(error=full, defect=None if full else traceback.format_exc())


def main(kind: str, seconds: int, megabytes: int) -> None:
    """Do jobs until the process is ended.

    Args:
        kind: of the jobs.
        seconds: of processor time for each.
        megabytes: of address space.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes; the one that started this decides
    answers = _private_output()
    jobs: SimpleQueue[object] = SimpleQueue()
    for library in LIBRARIES.get(kind, ()):
        importlib.import_module(library)
    _hold_to_memory(megabytes)
    threading.Thread(target=_listen, args=(sys.stdin.buffer, jobs), daemon=True).start()
    while True:
        material = jobs.get()
        _hold_to_time(seconds)
        pickle.dump(work(kind, material), answers, protocol=pickle.HIGHEST_PROTOCOL)
        answers.flush()


def _result(kind: str, material: object) -> object:
    if isinstance(material, Commission):
        return RENDERERS[kind](material)
    if isinstance(material, LoadedSource):
        from .extracting import TASKS  # half a second to load: a worker that renders does without

        return TASKS[kind](material)
    if isinstance(material, CopyFile):
        from ..verification import COPIES

        return COPIES[PurePath(material.file).suffix.lower()](material.data, material.file)
    raise TypeError(f"no job of the kind {kind} for a {type(material).__name__}")


def _listen(orders: BinaryIO, jobs: SimpleQueue[object]) -> None:
    """Take in jobs; at the end of the input end at once, whatever is being done."""
    with contextlib.suppress(EOFError):
        while True:
            jobs.put(pickle.load(orders))  # noqa: S301 - from the process that started this one
    os._exit(0)


def _private_output() -> BinaryIO:
    """Standard output for the answers alone; what libraries print goes nowhere."""
    private = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return private


def _hold_to_memory(megabytes: int) -> None:
    """Have the system hold this process to its memory, where it can (setrlimit of POSIX)."""
    with contextlib.suppress(ImportError, ValueError, OSError):  # the system or the user set a lower limit
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * MEGABYTE, megabytes * MEGABYTE))


def _hold_to_time(seconds: int) -> None:
    """Have the system end this process when it takes far more than its time, even when nobody else does."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(_seconds_used()) + seconds + SPARE_SECONDS, most))


def _seconds_used() -> float:
    times = os.times()
    return times.user + times.system
