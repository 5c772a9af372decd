"""Checks everything that people wrote or added, without rendering: sources, topics, labels, packs, templates.

A finding is an error that is shown and not raised, so that one run shows them all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, count
from pathlib import Path
from typing import Protocol, TypeVar

from pydantic import BaseModel

from ..definitions import lines_of, mistakes, parse
from ..errors import DefinitionError, FindingsError, InputError, SourceError
from ..filesystem import digest_of, replace_file
from ..labels import Labels
from ..likeness import SAME, alike
from ..messages import LANGUAGES, Language
from ..provenance import sha256
from ..renderers import docx
from ..renderers.web import FaultyPageError, WebTemplate
from ..renderers.word.comments import annotated
from ..renderers.word.faults import Fault, FaultyTemplateError
from ..sources import UNKNOWN_HOLDER, Declared, Register, RegisterEntry, registered_twice, wrong_replacements
from ..spec import PackSpec, contradictions, unknown_topics
from ..store import Store
from ..tailoring.raden import Councils, parse_councils, require_routes, unknown_raden
from ..tailoring.skeleton import Skeleton, parse_skeleton
from ..topics import Taxonomy, repeated_topics
from .file_names import shown
from .ingredients import decoded, read_template, web_assets
from .progress import Progress
from .project import (
    LoadedSource,
    Project,
    find_project,
    lineage_name,
    load_each,
    pack_names,
    read_definition,
    read_register,
)
from .replacing import followed, lineages
from .stale import tell_stale_packs
from .summaries import summaries
from .summary import Summary


class Finding(Protocol):
    """Something that is wrong: an error of the tree, or one fault of a template."""

    def text(self, language: Language) -> str:
        """The whole message: where, what is wrong, and what to do."""


Findings = Iterator[Finding]
TemplateCheck = Callable[[bytes, str], None]
Definition = TypeVar("Definition", bound=BaseModel)

# The name of a copy of a template with remarks in it: `brief.checked.docx`, `brief.checked-2.docx`.
CHECKED = re.compile(r".+\.checked(?:-\d+)?\.docx", re.I)


@dataclass(slots=True)
class _Inventory:
    """What could be read, for the checks that need more than one file.

    Attributes:
        sources: with their bytes; those that are no readable document are left out.
        superseded: the ids of sources that another one replaces.
        summaries: of the same sources, by id.
        whole: whether every registered source could be read.
        specs: definitions of packs without a mistake, by the path of their file.
        faults: of Word templates, by the path of their file.
    """

    sources: list[LoadedSource] = field(default_factory=list)
    superseded: set[str] = field(default_factory=set)
    summaries: dict[str, Summary] = field(default_factory=dict)
    whole: bool = True
    taxonomy: Taxonomy | None = None
    specs: dict[Path, PackSpec] = field(default_factory=dict)
    faults: dict[Path, tuple[Fault, ...]] = field(default_factory=dict)


def check_project(root: Path, progress: Progress, out: Path | None = None) -> None:
    """Check the project, and show each finding with its file, its place and what to do.

    Built packs that cite an older version of a source are told and are no findings.

    Args:
        root: a folder of the project.
        progress: is told and shown.
        out: the folder with the folders of built packs, from the current folder; `None` to leave them out.

    Raises:
        OptionError: there is no project here.
        FindingsError: something is wrong.
    """
    project = find_project(root)
    inventory = _Inventory()
    findings = list(_findings(project, inventory, progress))
    for finding in findings:
        progress.show(finding.text(progress.language))
    for path, faults in inventory.faults.items():
        copy = _annotate(project, path, faults, progress.language)
        progress.tell("template-annotated", path=project.name_of(copy))
    if out is not None:
        tell_stale_packs(project, out, progress)
    if findings:
        raise FindingsError("project-findings", count=str(len(findings)))
    progress.tell(
        "project-sound",
        sources=str(len(inventory.sources)),
        topics=str(len(inventory.taxonomy.topics) if inventory.taxonomy else 0),
        packs=str(len(inventory.specs)),
        templates=str(len(_templates(project, inventory.specs.values()))),
    )


def _findings(project: Project, inventory: _Inventory, progress: Progress) -> Findings:
    """All findings; what could be read is put into the inventory."""
    yield from _of_sources(project, inventory, progress)
    yield from _of_topics(project, inventory)
    yield from _of_councils(project, inventory)
    _, found = _read(project, project.templates / "skeleton.toml", Skeleton, _refused_by(parse_skeleton))
    yield from found
    for language in LANGUAGES:
        _, found = _read(project, project.templates / "labels" / f"{language}.toml", Labels)
        yield from found
    for name in pack_names(project):
        yield from _of_pack(project, project.packs / f"{name}.toml", inventory)
    yield from _of_paragraphs(project, inventory, progress)
    for path, check in _templates(project, inventory.specs.values()).items():
        yield from _of_template(project, path, check, inventory)


def _read(
    project: Project,
    path: Path,
    model: type[Definition],
    *further: Callable[[Definition, str, str], Iterable[Finding]],
) -> tuple[Definition | None, list[Finding]]:
    """A definition with what is wrong in it; `None` when its own keys and values are wrong.

    Args:
        project: the project.
        path: of the TOML file.
        model: what it must hold.
        further: what else finds mistakes in it, from the definition, its text and its name.
    """
    name = project.name_of(path)
    try:
        text = read_definition(project, path)
    except InputError as error:
        return None, [error]
    wrong = mistakes(text, name, model)
    if wrong:
        return None, [*wrong]
    definition = parse(text, name, model)
    return definition, [mistake for finder in further for mistake in finder(definition, text, name)]


def _of_sources(project: Project, inventory: _Inventory, progress: Progress) -> Findings:
    """The register, each of its files, files beside it, and documents that stand in it twice."""
    register, found = _read(project, project.register, Register, registered_twice, wrong_replacements)
    yield from found
    if register is None:
        inventory.whole = False
        return
    lines = lines_of(read_definition(project, project.register), "sources", "id", len(register.sources))
    for (entry, outcome), line in zip(_in_short(project, register, inventory, progress), lines, strict=True):
        if isinstance(outcome, SourceError):
            inventory.whole = False
            yield outcome
            continue
        if not outcome.profile.words:
            file = project.name_of(project.seeds / entry.file)
            yield SourceError("document-without-paragraphs", file=file)
        if entry.id not in register.successors:
            yield from _lacking(entry, outcome, project.name_of(project.register), line)
    yield from _unregistered(project, register)
    yield from _changed_ancestors(project, inventory)
    yield from _duplicates(register, inventory, project.name_of(project.register))
    inventory.superseded |= register.successors.keys()


def _in_short(
    project: Project, register: Register, inventory: _Inventory, progress: Progress
) -> Iterator[tuple[RegisterEntry, Summary | SourceError]]:
    """Each source in short, read within limits, or why it cannot be; what can be read is put into the inventory."""
    loaded = load_each(project, register.sources)
    made = summaries(project, [one for one in loaded if isinstance(one, LoadedSource)], progress)
    for entry, one in zip(register.sources, loaded, strict=True):
        outcome = one if isinstance(one, SourceError) else next(made)
        if isinstance(one, LoadedSource) and isinstance(outcome, Summary):
            inventory.sources.append(one)
            inventory.summaries[entry.id] = outcome
        yield entry, outcome


def _lacking(entry: RegisterEntry, summary: Summary, register: str, line: int) -> Findings:
    """What nobody says of a source."""
    declares = entry.declared != Declared()
    table, prefix = ("[sources.declared]", "") if declares else ("[[sources]]", "declared.")
    facts = {
        "title": (summary.title, table, f'{prefix}title = "…"'),
        "date": (summary.date, table, f'{prefix}date = "2026-06-12"'),
        "holder": (entry.holder if entry.holder != UNKNOWN_HOLDER else None, "[[sources]]", 'holder = "…"'),
    }
    for fact, (value, place, setting) in facts.items():
        if value is None:
            code, name = f"source-without-{fact}", entry.id
            yield DefinitionError(code, file=register, line=line, source=name, table=place, setting=setting)


def _unregistered(project: Project, register: Register) -> Findings:
    """Files in the folder of the sources that no entry names."""
    lineages = {lineage_name(entry.id) for entry in register.sources if entry.replaces is not None}
    known = {entry.file for entry in register.sources} | {project.register.name} | lineages
    for path in sorted(project.seeds.iterdir()):
        if path.name not in known and not path.name.startswith((".", "~$")):
            name = f"{project.name_of(project.seeds)}/{shown(Path(path.name))}"
            yield SourceError("source-unregistered", file=name, register=project.name_of(project.register))


def _changed_ancestors(project: Project, inventory: _Inventory) -> Findings:
    """Superseded sources that are not those of which the lineage of the next version speaks."""
    digests = {loaded.source.id: loaded.source.sha256 for loaded in inventory.sources}
    for loaded in inventory.sources:
        old = loaded.lineage.old if loaded.lineage else None
        if old is not None and digests.get(old.id, old.sha256) != old.sha256:
            file = project.name_of(project.seeds / lineage_name(loaded.source.id))
            yield SourceError("lineage-of-other-ancestor", file=file, old=old.id, source=loaded.source.id)


def _duplicates(register: Register, inventory: _Inventory, name: str) -> Findings:
    """Sources that hold the same text, whatever their format, and are not versions of each other."""
    profiles = {one: summary.profile for one, summary in inventory.summaries.items()}
    for pair in alike(profiles, SAME):
        if pair.second not in register.versions(pair.first):
            percent = str(int(pair.share * 100))
            yield DefinitionError("source-repeats", file=name, source=pair.second, other=pair.first, percent=percent)


def _of_topics(project: Project, inventory: _Inventory) -> Findings:
    inventory.taxonomy, found = _read(project, project.templates / "topics.toml", Taxonomy, repeated_topics)
    yield from found


def _of_councils(project: Project, inventory: _Inventory) -> Findings:
    """The Councils, the topics that they put first, and the Councils to which topics lead."""
    path, taxonomy = project.templates / "raden.toml", inventory.taxonomy
    councils, found = _read(project, path, Councils, _refused_by(parse_councils))
    yield from found
    if councils is not None and taxonomy is not None:
        text = read_definition(project, path)
        yield from _refused(lambda: require_routes(councils, taxonomy, text, project.name_of(path)))
        topics = project.templates / "topics.toml"
        yield from unknown_raden(councils, taxonomy, read_definition(project, topics), project.name_of(topics))


def _refused_by(parser: Callable[[str, str], object]) -> Callable[[Definition, str, str], Iterable[Finding]]:
    """What a parser refuses in a text whose keys and values are right: the first mistake."""
    return lambda _definition, text, name: _refused(lambda: parser(text, name))


def _refused(job: Callable[[], object]) -> Findings:
    """The error that a job raises, if it does."""
    try:
        job()
    except InputError as error:
        yield error


def _of_pack(project: Project, path: Path, inventory: _Inventory) -> Findings:
    """The definition of a pack, with the topics that it names."""

    def topics(spec: PackSpec, text: str, name: str) -> Iterable[Finding]:
        return unknown_topics(spec, inventory.taxonomy, text, name) if inventory.taxonomy else ()

    spec, found = _read(project, path, PackSpec, contradictions, topics)
    if spec is not None:
        inventory.specs[path] = spec
    yield from found


def _of_paragraphs(project: Project, inventory: _Inventory, progress: Progress) -> Findings:
    """Paragraphs that packs pin or exclude; not asked while one may stand in a source that cannot be read."""
    naming = {
        path: spec for path, spec in inventory.specs.items() if any(one.pin or one.exclude for one in spec.sections)
    }
    if not naming or not inventory.whole:
        return
    from ..selection import unknown_paragraphs  # takes a third of a second to load: only for packs that name paragraphs
    from .corpus import extractions

    in_force = [loaded for loaded in inventory.sources if loaded.source.id not in inventory.superseded]
    corpus = tuple(extractions(project, in_force, progress))
    replaced = lineages(project, read_register(project))
    for path, spec in naming.items():
        now = followed(spec, replaced)
        yield from unknown_paragraphs(now, corpus, read_definition(project, path), project.name_of(path))


def _templates(project: Project, specs: Iterable[PackSpec]) -> dict[Path, TemplateCheck]:
    """The templates in their folder and those that packs name, each with what checks it."""
    there = (path.name for path in project.templates.glob("*") if not path.name.startswith((".", "~$")))
    page = partial(_check_page, project)
    checks: Mapping[str, TemplateCheck] = {".docx": docx.check, ".html": page}
    found = {name: checks.get(Path(name).suffix.lower()) for name in there if not CHECKED.fullmatch(name)}
    for spec in specs:
        found |= {spec.word_template: docx.check, spec.html_template: page}
    return {project.templates / name: check for name, check in sorted(found.items()) if check is not None}


def _of_template(project: Project, path: Path, check: TemplateCheck, inventory: _Inventory) -> Findings:
    """What is wrong with one template."""
    try:
        check(read_template(project, path), project.name_of(path))
    except FaultyTemplateError as error:
        inventory.faults[path] = error.faults
        yield from error.faults
    except FaultyPageError as error:
        yield from error.faults
    except InputError as error:
        yield error


def _annotate(project: Project, path: Path, faults: Iterable[Fault], language: Language) -> Path:
    """Write a copy of a Word template with its faults as comments, and say where.

    A copy that somebody worked in is left alone: then the next one gets a number.
    """
    data = annotated(read_template(project, path), project.name_of(path), faults, language)
    written = Store(project.cache / "checked")
    copies = (path.with_name(f"{path.stem}.checked{end}.docx") for end in chain([""], map("-{}".format, count(2))))
    copy = next(one for one in copies if _is_ours(one, written))
    replace_file(copy, data)
    written.put(sha256(data), b"")
    return copy


def _is_ours(copy: Path, written: Store) -> bool:
    """Whether nobody changed a copy since it was written, or it is not there."""
    digest = digest_of(copy)
    return digest is None or written.get(digest) is not None


def _check_page(project: Project, data: bytes, name: str) -> None:
    from ..renderers.page_check import check  # loads the layout of pages: only for projects with such templates

    check(WebTemplate(name, decoded(data, name), web_assets(project)))
