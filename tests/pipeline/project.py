"""A small project on disk, and somebody who is told what a job says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefgen.messages import Language, message
from briefgen.pipeline.ingredients import ASSET_SUFFIXES

LETTER = """Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 12 juni 2026

Betreft: Toekomst van de {subject}

Geachte voorzitter,

Het kabinet zet in op een sterke Unie die haar burgers beschermt en haar bedrijven ruimte geeft, en {subject} is daarvan
een voorbeeld. Nederland werkt daarbij nauw samen met de andere lidstaten en met de Europese Commissie.

{text}

De minister van Buitenlandse Zaken,

D. de Vries
"""

REGISTER = """# The documents of this project.
schema = "briefgen/sources@1"

# The first letter.
[[sources]]
id = "interne-markt-2026"
file = "markt.txt"
label = "Toekomst van de interne markt (2026)"
kind = "kamerbrief"
holder = "kabinet"
"""

PACK = """schema = "briefgen/pack-definition@1"
title = "Proef"
marking = "Intern"

[[sections]]
id = "markt"
title = "Markt"
show = ["positions"]
topics = ["markt"]
"""

TOPICS = """schema = "briefgen/topics@1"

[[topics]]
id = "markt"
label = "Interne markt"
terms = ["interne markt"]

[topics.raden]
primary = ["rvc"]
"""


RADEN = """schema = "briefgen/raden@1"

[[raden]]
code = "rvc"
name = "Raad voor Concurrentievermogen"
short = "RvC"
"""


def letter(subject: str, words: int = 60) -> str:
    """A letter to the Chamber; another subject makes another text."""
    return LETTER.format(subject=subject, text=" ".join(f"{subject}{number}" for number in range(words)) + ".")


def write_project(root: Path, templates: Path) -> Path:
    """A project with one source and one pack; labels and templates are those of `templates`."""
    (root / "seeds").mkdir(parents=True)
    (root / "seeds" / "markt.txt").write_text(letter("interne markt"), "utf-8")
    (root / "seeds" / "sources.toml").write_text(REGISTER, "utf-8")
    (root / "templates" / "packs").mkdir(parents=True)
    (root / "templates" / "labels").mkdir()
    (root / "templates" / "packs" / "proef.toml").write_text(PACK, "utf-8")
    (root / "templates" / "topics.toml").write_text(TOPICS, "utf-8")
    (root / "templates" / "raden.toml").write_text(RADEN, "utf-8")
    for path in (
        *templates.glob("labels/*.toml"),
        templates / "brief.docx",
        templates / "brief.html",
        templates / "skeleton.toml",
        *(path for path in templates.rglob("*") if path.suffix in ASSET_SUFFIXES),
    ):
        copied = root / "templates" / path.relative_to(templates)
        copied.parent.mkdir(parents=True, exist_ok=True)
        copied.write_bytes(path.read_bytes())
    return root


class Told:
    """A progress that remembers every line, in one language."""

    def __init__(self, language: Language = "nl") -> None:
        self.language = language
        self.lines: list[str] = []

    @property
    def text(self) -> str:
        """All that was said."""
        return "\n".join(self.lines)

    def step(self, code: str, **details: str) -> None:
        """A step is said by nobody; that it can be said is checked."""
        message(code, self.language, **details)

    def tell(self, code: str, **details: str) -> None:
        """Remember the message."""
        self.lines.append(message(code, self.language, **details))

    def show(self, line: str = "") -> None:
        """Remember the line."""
        self.lines.append(line)

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Remember the rows."""
        self.lines += [" | ".join(row) for row in rows]
