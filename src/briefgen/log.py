"""The log of a run for programs: one JSON object a line, for those who start briefgen from a scheduler.

A record tells when, which process and command, how serious, the code of the message and its details. It holds no words
of a document: only the details that `data/log-levels.toml` allows. Records of several runs may go to one file: each
is appended in one write.

    {"event": "output-kept", "file": "x.docx", "job": "build-pack", "level": "warning", "process": 4711,
     "timestamp": "2026-06-30T05:00:12.123456Z"}
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Literal

import structlog
from structlog.typing import FilteringBoundLogger

from .filesystem import explained
from .lexicon import word_lists

Level = Literal["info", "warning", "error"]

LEVELS: Mapping[Level, int] = {"info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}


class Log:
    """A file that records are appended to."""

    def __init__(self, path: Path, job: str) -> None:
        """Open it; the folder must be there.

        Args:
            path: of the file, made when it is not there.
            job: the command that runs.

        Raises:
            OutputError: nothing can be written there.
        """
        self._path = path
        self._opened = ExitStack()
        with explained(path):
            file = self._opened.enter_context(path.open("ab", buffering=0))
        self._logger: FilteringBoundLogger = structlog.wrap_logger(
            structlog.BytesLogger(file),
            processors=[
                structlog.processors.add_log_level,
                structlog.processors.TimeStamper(fmt="iso", utc=True),
                structlog.processors.JSONRenderer(serializer=_json),
            ],
            wrapper_class=structlog.make_filtering_bound_logger(0),
            job=job,
            process=os.getpid(),
        )

    def say(self, code: str, details: Mapping[str, str], level: Level | None = None) -> None:
        """Append one record.

        Args:
            code: of the message.
            details: of the message; those that may hold words of a document are left out.
            level: how serious it is; by default as `data/log-levels.toml` says.

        Raises:
            OutputError: it cannot be written.
        """
        lists = word_lists("log-levels")
        told = {name: value for name, value in details.items() if name in lists["details"]}
        usual: Level = "warning" if code in lists["warning"] else "info"
        with explained(self._path):
            self._logger.log(LEVELS[level or usual], code, **told)

    def close(self) -> None:
        """Append nothing more."""
        self._opened.close()


def _json(record: Mapping[str, object], **_options: object) -> bytes:
    return json.dumps(record, sort_keys=True, ensure_ascii=False).encode()
