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

from ..document import Document
from ..errors import BriefgenError
from ..filesystem import shortage
from ..lineage import trace
from ..messages import Language
from ..renderers import RENDERERS, Commission
from .difference import lines_of
from .project import LoadedSource

MEGABYTE = 1024 * 1024

SPARE_SECONDS = 5
"""Of processor time, after which the system ends a worker that nobody ended."""

Task = Literal["extraction", "document", "summary", "text"]
"""What can be made of a source: a kind of job each. Others are those of `Examination`, `comparison`
and the formats of `RENDERERS`."""

Examination = Literal["copy", "conformance", "form"]
"""What can be made of a file of a pack, or of a copy of one: a kind of job each."""

# What takes longest to load, by kind of job: a worker loads it while its first job is still being prepared.
LIBRARIES = {
    "docx": ("briefgen.renderers.docx",),
    "pdf": ("briefgen.renderers.pdf", "weasyprint"),
    "copy": ("briefgen.verification",),
    "conformance": ("briefgen.conformance",),
    "form": ("briefgen.twin",),
    **dict.fromkeys(get_args(Task), ("briefgen.pipeline.extracting",)),
}


@dataclass(frozen=True, slots=True)
class CopyFile:
    """A Word file or PDF of a pack, or one that people sent back.

    Attributes:
        data: the whole file.
        file: how messages name it; its ending tells the format.
    """

    data: bytes
    file: str


@dataclass(frozen=True, slots=True)
class Succession:
    """A version that replaces another one, for its lineage.

    Attributes:
        old: the version that is replaced, with its own ids.
        new: the version that replaces it.
        retired: ids that older versions had and the replaced one has not.
    """

    old: Document
    new: Document
    retired: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Two versions whose difference is shown.

    Attributes:
        language: of the words between the quotations.
    """

    old: Document
    new: Document
    language: Language


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
        material: a commission to render, a source to read, a copy of a pack, or two versions of a source.
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
        return _examined(kind, material)
    if isinstance(material, Succession):
        return trace(material.old, material.new, material.retired)
    if isinstance(material, Difference):
        return lines_of(material.old, material.new, material.language)
    raise TypeError(f"no job of the kind {kind} for a {type(material).__name__}")


def _examined(kind: str, copy: CopyFile) -> object:
    """What a file of a pack prints, whether a PDF keeps to the standards, or what one of two forms says."""
    path = PurePath(copy.file)
    if kind == "conformance":
        from ..conformance import check
        from ..tagged import read_tagged

        return check(read_tagged(copy.data, copy.file), path.name)
    if kind == "form":
        from ..twin import read_pdf, read_word

        return (read_pdf if path.suffix.lower() == ".pdf" else read_word)(copy.data, copy.file)
    from ..verification import COPIES

    return COPIES[path.suffix.lower()](copy.data, copy.file)


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
