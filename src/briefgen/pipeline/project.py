"""Where things are: the folders of a project, and reading the files that people put there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..errors import DefinitionError, OptionError, SourceError
from ..provenance import sha256
from ..sources import LARGEST_SOURCE, Register, RegisterEntry, Source, identify, parse_register
from ..spec import PackSpec, parse_spec
from ..tailoring.raden import Councils, parse_councils
from ..topics import Taxonomy, parse_topics

LARGEST_DEFINITION = 1_000_000
"""Bytes: more than any TOML file or HTML template that a person writes."""


@dataclass(frozen=True, slots=True)
class Project:
    """A project: the folder that holds `seeds/` and `templates/`."""

    root: Path

    @property
    def seeds(self) -> Path:
        """The sources and their register."""
        return self.root / "seeds"

    @property
    def register(self) -> Path:
        """The register of sources."""
        return self.seeds / "sources.toml"

    @property
    def templates(self) -> Path:
        """What users edit."""
        return self.root / "templates"

    @property
    def packs(self) -> Path:
        """The definitions of packs."""
        return self.templates / "packs"

    @property
    def cache(self) -> Path:
        """Results that can be made again."""
        return self.root / ".cache" / "briefgen"

    def name_of(self, path: Path) -> str:
        """How messages and manifests name a file: from the root, with forward slashes; else only its name."""
        try:
            return path.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            return path.name


def find_project(start: Path) -> Project:
    """The project that the folder `start` belongs to.

    Raises:
        OptionError: neither it nor a folder above it has a register of sources.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / "seeds" / "sources.toml").is_file():
            return Project(folder)
    raise OptionError("no-register")


def read_definition(project: Project, path: Path) -> str:
    """The text of a TOML file or HTML template that a person wrote, decoded.

    Raises:
        DefinitionError: the file is missing, unreadable, far too large, or not UTF-8.
    """
    name = project.name_of(path)
    try:
        if path.stat().st_size > LARGEST_DEFINITION:
            raise DefinitionError("definition-too-large", file=name)
        return path.read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise DefinitionError("file-missing", file=name) from error
    except UnicodeDecodeError as error:
        raise DefinitionError("not-utf-8", file=name) from error
    except OSError as error:
        raise DefinitionError("file-unreadable", file=name, problem=error.strerror or str(error)) from error


def read_register(project: Project) -> Register:
    """The register of sources.

    Raises:
        DefinitionError: a mistake in `sources.toml`.
    """
    return parse_register(read_definition(project, project.register), project.name_of(project.register))


def read_source(project: Project, file: str) -> bytes:
    """The bytes of a source.

    Args:
        project: the project.
        file: name of the file in `seeds/`.

    Raises:
        SourceError: it is not there, far too large, or cannot be read.
    """
    path = project.seeds / file
    name = project.name_of(path)
    try:
        if path.stat().st_size > LARGEST_SOURCE:
            raise SourceError("source-too-large", file=name, megabytes=str(LARGEST_SOURCE // 1_000_000))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError("source-missing", file=name, register=project.name_of(project.register)) from error
    except OSError as error:
        raise SourceError("file-unreadable", file=name, problem=error.strerror or str(error)) from error


def pack_names(project: Project) -> list[str]:
    """The names of the packs that have a definition."""
    return sorted(path.stem for path in project.packs.glob("*.toml"))


def read_taxonomy(project: Project) -> Taxonomy:
    """The topics of the project.

    Raises:
        DefinitionError: a mistake in `topics.toml`.
    """
    path = project.templates / "topics.toml"
    return parse_topics(read_definition(project, path), project.name_of(path))


def read_councils(project: Project) -> Councils:
    """The Councils of the project.

    Raises:
        DefinitionError: a mistake in `raden.toml`.
    """
    path = project.templates / "raden.toml"
    return parse_councils(read_definition(project, path), project.name_of(path))


def read_spec(project: Project, name: str) -> PackSpec:
    """The definition of the pack `name`.

    Raises:
        OptionError: there is no such pack.
        DefinitionError: a mistake in its definition.
    """
    known = pack_names(project)
    if name not in known:
        raise OptionError("unknown-pack", name=name, known=known)
    path = project.packs / f"{name}.toml"
    return parse_spec(read_definition(project, path), project.name_of(path))


@dataclass(frozen=True, slots=True)
class LoadedSource:
    """A source with its bytes."""

    source: Source
    data: bytes

    @property
    def content(self) -> tuple[bytes, bytes]:
        """All that what it says depends on, for the key of a cache."""
        return self.source.model_dump_json().encode(), self.data


def load_sources(project: Project, only: str | None = None) -> tuple[LoadedSource, ...]:
    """The registered sources with their bytes, in the order of the register.

    Args:
        project: the project.
        only: the id of one source, when only that one is wanted.

    Raises:
        DefinitionError: a mistake in the register.
        SourceError: a file is missing, or there is no source with that id.
    """
    register = read_register(project)
    if only is not None and only not in {entry.id for entry in register.sources}:
        raise SourceError("unknown-source", name=only, known=[entry.id for entry in register.sources])
    return tuple(load_source(project, entry) for entry in register.sources if only in (None, entry.id))


def load_source(project: Project, entry: RegisterEntry) -> LoadedSource:
    """One registered source with its bytes.

    Raises:
        SourceError: its file is missing, far too large, or cannot be read.
    """
    data = read_source(project, entry.file)
    return LoadedSource(source=identify(entry, project.name_of(project.seeds), sha256(data)), data=data)
