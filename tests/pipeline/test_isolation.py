"""Rendering in processes of their own: within limits, and none of them outlives the build."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest

from briefgen.errors import OptionError, TemplateError
from briefgen.pipeline.build import build
from briefgen.pipeline.isolation import Worker, workers
from briefgen.pipeline.limits import DEFAULTS, Limits, read_limits
from briefgen.pipeline.options import BuildOptions

from .project import Told

PAGE = BuildOptions(pack="proef", as_of="2026-06-30", formats=("pdf",))

USUAL = DEFAULTS["RENDER"]

ENDLESS = "{% for a in range(99999) %}{% for b in range(99999) %}{% set c = a %}{% endfor %}{% endfor %}"
BOUNDLESS = "{% set text = 'x' * 1000000 %}{% for a in range(9999) %}{{ text }}{% endfor %}"
A_MILLION_ROWS = (
    "<table>{% for a in range(1000) %}{% for b in range(1000) %}<tr><td>x</td></tr>{% endfor %}{% endfor %}</table>"
)

# Starts a worker and is gone.
STARTER = """
import os
from briefgen.pipeline.isolation import Worker
from briefgen.pipeline.limits import DEFAULTS
print(Worker("docx", DEFAULTS["RENDER"]).process, flush=True)
os._exit(9)
"""

# Builds the pack of a project and ends as the command line does.
BUILD = """
import sys
from pathlib import Path
from briefgen.console import command
with command("en") as console:
    from briefgen.pipeline.build import build
    from briefgen.pipeline.options import BuildOptions
    options = BuildOptions(pack="proef", as_of="2026-06-30", formats=("docx", "pdf"))
    build(Path(sys.argv[1]), options, Path(sys.argv[1]) / "out", console)
"""

BUILD_ALL = """
import sys
from pathlib import Path
from briefgen.console import command
with command("en") as console:
    from briefgen.pipeline.options import BuildOptions
    from briefgen.pipeline.packs import build_all
    options = BuildOptions(pack="", as_of="2026-06-30", formats=("pdf",))
    build_all(Path(sys.argv[1]), options, "*", 2, Path(sys.argv[1]) / "out", console)
"""


def set_page(project: Path, body: str) -> None:
    (project / "templates" / "brief.html").write_text(f"<html><body>{body}</body></html>", "utf-8")


def refusal(project: Path, limits: Limits) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        build(project, PAGE.model_copy(update={"limits": limits}), project / "out", Told())
    return caught.value


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def is_alive(process: int) -> bool:
    """Whether a process runs; one that ended and was not waited for (a zombie) counts as alive."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until(condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 30
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    return condition()


def descendants(process: int) -> list[int]:
    found = subprocess.run(["pgrep", "-P", str(process)], capture_output=True, text=True, check=False)
    children = [int(line) for line in found.stdout.split()]
    return [*children, *chain.from_iterable(map(descendants, children))]


def test_a_template_without_an_end_is_stopped_and_named_and_the_old_pack_stays(project: Path) -> None:
    set_page(project, "<p>{{ title }}</p>")
    build(project, PAGE, project / "out", Told())
    before = contents(project / "out" / "proef")
    set_page(project, ENDLESS)
    error = refusal(project, Limits(seconds=1, megabytes=2048))
    assert (error.code, error.file) == ("rendering-too-slow", "templates/brief.html")
    assert "after 1 seconds" in error.text("en")
    assert "BRIEFGEN_RENDER_SECONDS" in error.text("nl")
    assert contents(project / "out" / "proef") == before


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
def test_a_template_that_fills_the_memory_is_stopped_and_named(project: Path) -> None:
    set_page(project, BOUNDLESS)
    error = refusal(project, Limits(seconds=60, megabytes=400))
    assert (error.code, error.file) == ("rendering-too-large", "templates/brief.html")
    assert "400 MB" in error.text("en")
    assert not (project / "out").exists()


@pytest.mark.slow
def test_a_million_rows_end_within_the_limits(project: Path) -> None:
    set_page(project, A_MILLION_ROWS)
    assert refusal(project, Limits(seconds=20, megabytes=1024)).code.startswith("rendering-")


def test_a_mistake_in_a_word_template_is_told_as_without_a_process(project: Path) -> None:
    (project / "templates" / "brief.docx").write_bytes(b"no Word file")
    with pytest.raises(TemplateError) as caught:
        build(project, PAGE.model_copy(update={"formats": ("docx", "pdf")}), project / "out", Told())
    assert caught.value.code == "word-not-a-word-file"


def test_no_worker_outlives_its_block() -> None:
    with workers(("docx", "pdf"), USUAL) as crew:
        processes = [worker.process for worker in crew.values()]
        assert all(is_alive(process) for process in processes)
    assert not any(is_alive(process) for process in processes)


def test_a_worker_that_was_started_in_vain_ends_when_its_starter_is_gone(project: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", STARTER], capture_output=True, text=True, check=False)
    assert ended.returncode == 9
    assert wait_until(lambda: not is_alive(int(ended.stdout)))


def test_a_defect_keeps_the_traceback_of_the_worker() -> None:
    worker = Worker("no-format", USUAL)
    try:
        with pytest.raises(RuntimeError, match="no-format"):
            worker.do("no commission")
    finally:
        worker.end()


HEARS_INTERRUPTIONS = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
"""For a program whose starter ignores Ctrl-C, as a shell has those do that it runs in the background."""


def interrupted(program: str, project: Path, crew: int) -> bytes:
    """What a program says that is interrupted, with Ctrl-C, as soon as it has so many descendants."""
    building = subprocess.Popen(
        [sys.executable, "-c", HEARS_INTERRUPTIONS + program, str(project)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    with building:
        assert wait_until(lambda: len(descendants(building.pid)) >= crew)
        time.sleep(0.5)
        processes = descendants(building.pid)
        os.killpg(building.pid, signal.SIGINT)
        _, said = building.communicate(timeout=60)
    assert building.returncode == 130, said
    assert wait_until(lambda: not any(is_alive(process) for process in processes))
    return said


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_an_interruption_ends_the_workers_too(project: Path) -> None:
    set_page(project, ENDLESS)
    said = interrupted(BUILD, project, crew=2)
    assert b"Interrupted" in said
    assert b"Traceback" not in said
    assert not (project / "out").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_an_interruption_ends_workers_that_read(project: Path) -> None:
    (project / "seeds" / "markt.txt").write_text("Het kabinet zet in op een sterke Unie. " * 50_000, "utf-8")
    said = interrupted(BUILD, project, crew=3)
    assert b"Traceback" not in said
    assert not (project / "out").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_an_interruption_ends_packs_that_are_built_beside_each_other(project: Path) -> None:
    set_page(project, ENDLESS)
    assert b"Traceback" not in interrupted(BUILD_ALL, project, crew=4)
    assert not list((project / "out").glob("*/manifest.json"))


def test_limits_come_from_the_environment() -> None:
    assert read_limits({}) == USUAL
    assert read_limits({}, "READ") == DEFAULTS["READ"]
    set_by_people = {"BRIEFGEN_RENDER_SECONDS": "30", "BRIEFGEN_RENDER_MEGABYTES": "900", "BRIEFGEN_READ_SECONDS": "5"}
    assert read_limits(set_by_people) == Limits(seconds=30, megabytes=900)
    assert read_limits(set_by_people, "READ").seconds == 5


@pytest.mark.parametrize("value", ["0", "-1", "veel", "1.5", "²"])
def test_a_limit_that_is_none_is_told(value: str) -> None:
    with pytest.raises(OptionError, match="BRIEFGEN_RENDER_SECONDS"):
        read_limits({"BRIEFGEN_RENDER_SECONDS": value})
