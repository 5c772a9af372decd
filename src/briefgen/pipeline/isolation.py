"""Work in processes of their own, so that no source and no template can hold up or fill the machine.

A worker is started before its job is known and loads what it needs in the meantime. Whatever happens, it is ended: by
its limit of time, or with the block that uses it.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from typing import Literal

from .limits import Limits
from .worker import Outcome

PROGRAM = "from briefgen.pipeline.worker import main; main({!r}, {}, {})"

# What an answer that was cut off makes `pickle` raise.
CUT_OFF = (EOFError, pickle.UnpicklingError)


class LimitError(Exception):
    """A job asked for more than there may be.

    Attributes:
        reason: `too-slow`; `too-large`, for the memory; `ended` by the system, most likely for the memory.
        details: the limits, for a message.
    """

    def __init__(self, reason: Literal["too-slow", "too-large", "ended"], limits: Limits) -> None:
        super().__init__(reason)
        self.reason = reason
        self.details = {"seconds": str(limits.seconds), "megabytes": str(limits.megabytes)}


class Worker:
    """A process that does jobs, one after the other."""

    def __init__(self, kind: str, limits: Limits) -> None:
        """Start it.

        Args:
            kind: of its jobs.
            limits: what each may use.
        """
        self._limits = limits
        self._late = False
        # -P: a file of the user that is called like a library is not loaded from the current folder.
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-P", "-c", PROGRAM.format(kind, limits.seconds, limits.megabytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    @property
    def process(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def is_ready(self) -> bool:
        """Whether it can do another job."""
        return self._process.poll() is None

    def do(self, material: object) -> object:
        """Have it do one job, and wait for it.

        Args:
            material: what the job is about; it can be pickled.

        Raises:
            BriefgenError: what the job found wrong.
            LimitError: the job asked for more than there may be; the worker has ended.
            RuntimeError: a defect, with the traceback of the worker.
        """
        alarm = threading.Timer(self._limits.seconds, self._out_of_time)
        alarm.start()
        try:
            outcome = self._outcome(material)
        finally:
            alarm.cancel()
        if outcome is None:
            raise LimitError("too-slow" if self._late else "ended", self._limits)
        if outcome.error is not None:
            raise outcome.error
        if outcome.defect is not None:
            raise RuntimeError(outcome.defect)
        if outcome.result is None:
            raise LimitError("too-large", self._limits)
        return outcome.result

    def end(self) -> None:
        """End it, if it has not ended by itself."""
        with suppress(BrokenPipeError), self._process:
            self._process.kill()

    def _outcome(self, material: object) -> Outcome | None:
        """What the worker answers; `None` when it ended before it did."""
        jobs, answers = self._process.stdin, self._process.stdout
        if jobs is None or answers is None:
            raise RuntimeError("the worker has no pipes")
        try:
            with suppress(BrokenPipeError):
                pickle.dump(material, jobs, protocol=pickle.HIGHEST_PROTOCOL)
                jobs.flush()
            outcome: Outcome = pickle.load(answers)  # noqa: S301 - from our own program
        except CUT_OFF:
            self._process.wait()
            return None
        return outcome

    def _out_of_time(self) -> None:
        self._late = True
        self._process.kill()


@contextmanager
def workers(kinds: Sequence[str], limits: Limits) -> Iterator[Mapping[str, Worker]]:
    """One worker for each kind of job, for the time of a block; none of them outlives it.

    Args:
        kinds: of jobs.
        limits: what each job may use.
    """
    with ExitStack() as at_work:
        started = {}
        for kind in kinds:
            started[kind] = Worker(kind, limits)
            at_work.callback(started[kind].end)
        yield started
