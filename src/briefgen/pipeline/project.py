"""Where things are: the folders of a project, and reading the files that people put there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..errors import DefinitionError, OptionError, SourceError
from ..filesystem import TooLargeError, lies_in, read_file, real_path, unreadable
from ..lineage import Lineage, parse_lineage
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
            return real_path(path).relative_to(real_path(self.root)).as_posix()
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
        text = read_file(path, LARGEST_DEFINITION).decode("utf-8-sig")
    except FileNotFoundError as error:
        raise DefinitionError("file-missing", file=name) from error
    except TooLargeError as error:
        raise DefinitionError("definition-too-large", file=name) from error
    except UnicodeDecodeError as error:
        raise DefinitionError("not-utf-8", file=name) from error
    except OSError as error:
        raise unreadable(error, name, DefinitionError) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


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
        SourceError: it is not there, lies elsewhere behind a symbolic link, is far too large, or cannot be read.
    """
    path = project.seeds / file
    name = f"{project.name_of(project.seeds)}/{file}"
    if not lies_in(path, project.seeds):
        raise SourceError("source-outside", file=name)
    try:
        return read_file(path, LARGEST_SOURCE)
    except FileNotFoundError as error:
        raise SourceError("source-missing", file=name, register=project.name_of(project.register)) from error
    except TooLargeError as error:
        raise SourceError("source-too-large", file=name, megabytes=str(LARGEST_SOURCE // 1_000_000)) from error
    except OSError as error:
        raise unreadable(error, name, SourceError) from error


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
    """A source with its bytes, and with its lineage when it replaces another one."""

    source: Source
    data: bytes
    lineage: Lineage | None = None

    @property
    def content(self) -> tuple[bytes, ...]:
        """All that what it says depends on, for the key of a cache."""
        lineage = () if self.lineage is None else (self.lineage.model_dump_json().encode(),)
        return self.source.model_dump_json().encode(), self.data, *lineage


def load_sources(project: Project, asked: str | None = None) -> tuple[LoadedSource, ...]:
    """The sources with their bytes, one version of each text, in the order of the register.

    Args:
        project: the project.
        asked: the id of a version that is wanted, perhaps a superseded one; of all other texts the newest counts.

    Raises:
        DefinitionError: a mistake in the register.
        SourceError: a file is missing, or there is no source with that id.
    """
    register = read_register(project)
    if asked is not None:
        registered(register, asked)
    return tuple(load_source(project, entry) for entry in register.in_force(asked))


def registered(register: Register, name: str) -> RegisterEntry:
    """The entry of the source with this id.

    Raises:
        SourceError: there is none.
    """
    by_id = {entry.id: entry for entry in register.sources}
    if name not in by_id:
        raise SourceError("unknown-source", name=name, known=by_id)
    return by_id[name]


def load_source(project: Project, entry: RegisterEntry) -> LoadedSource:
    """One registered source with its bytes.

    Raises:
        SourceError: its file or its lineage is missing, far too large, or cannot be read, or they do not belong
            together.
    """
    data = read_source(project, entry.file)
    source = identify(entry, project.name_of(project.seeds), sha256(data))
    lineage = read_lineage(project, source, entry.replaces) if entry.replaces is not None else None
    return LoadedSource(source=source, data=data, lineage=lineage)


def load_each(project: Project, entries: Iterable[RegisterEntry]) -> list[LoadedSource | SourceError]:
    """Registered sources with their bytes, in their order; of one that cannot be loaded, the reason.

    Args:
        project: the project.
        entries: of the register.
    """
    return [_loaded(project, entry) for entry in entries]


def _loaded(project: Project, entry: RegisterEntry) -> LoadedSource | SourceError:
    try:
        return load_source(project, entry)
    except SourceError as error:
        return error


def registers(project: Project) -> tuple[Path, ...]:
    """The register of sources, and beside it the lineage files of those that replace another one.

    Raises:
        DefinitionError: a mistake in `sources.toml`.
    """
    entries = read_register(project).sources
    beside = (project.seeds / lineage_name(entry.id) for entry in entries if entry.replaces is not None)
    return (project.register, *sorted(path for path in beside if path.is_file()))


def lineage_name(source: str) -> str:
    """The name of the lineage file of a source, beside the register."""
    return f"{source}.lineage.json"


def read_lineage(project: Project, source: Source, replaces: str) -> Lineage:
    """The lineage of a source that replaces another one.

    Args:
        project: the project.
        source: the new version, as it is now.
        replaces: the id of the one that it replaces.

    Raises:
        SourceError: the file is missing or cannot be read, or belongs to another source or to other bytes.
    """
    file = lineage_name(source.id)
    name = f"{project.name_of(project.seeds)}/{file}"
    try:
        data = read_source(project, file)
    except SourceError as error:
        if error.code != "source-missing":
            raise
        raise SourceError("lineage-missing", file=name, source=source.id, old=replaces) from error
    return parse_lineage(data, name, source, replaces)
