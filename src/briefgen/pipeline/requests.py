"""What a build was asked for, as the definition of a pack: read from a file, or made from a Council or the like."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from ..errors import OptionError
from ..spec import PackSpec, parse_spec, require_topics
from ..tailoring import pack_for_party, pack_for_raad, pack_on_topics
from ..tailoring.agenda import parse_agenda
from ..tailoring.raden import parse_councils, require_routes
from ..tailoring.skeleton import Audience, Skeleton, parse_skeleton
from ..topics import Taxonomy
from .options import BuildOptions, name_of_pack, slug
from .project import Project, pack_names, read_councils, read_definition, read_register
from .replacing import followed, lineages

if TYPE_CHECKING:
    from ..extraction import Extraction

Corpus: TypeAlias = "Callable[[], Sequence[Extraction]]"
"""Gives the extractions of all sources when they are needed."""


@dataclass(frozen=True, slots=True)
class Request:
    """The definition of a pack.

    Attributes:
        text, file: of the definition that a person wrote, for messages; empty for one that was made.
        files: that it was read or made from, besides the taxonomy.
    """

    spec: PackSpec
    text: str
    file: str
    files: tuple[Path, ...]


def requested(project: Project, options: BuildOptions, taxonomy: Taxonomy, corpus: Corpus) -> Request:
    """The definition of the pack that was asked for.

    Args:
        project: the project.
        options: what was asked for.
        taxonomy: the topics of the project.
        corpus: asked only for a pack about a party, whose subjects follow from what it said.

    Raises:
        OptionError: there is no such pack, Council, topic, party or audience.
        DefinitionError: a mistake in a TOML file.
    """
    if options.raad:
        return _for_raad(project, options, options.raad, taxonomy)
    if options.topics:
        return _on_topics(project, options, taxonomy)
    if options.party:
        return _for_party(project, options, options.party, taxonomy, corpus)
    return _written(project, options.pack, taxonomy)


def named(project: Project, options: BuildOptions, taxonomy: Taxonomy, corpus: Corpus) -> BuildOptions:
    """The options with what the name of the pack says, when that is all that was given.

    Args:
        project: the project.
        options: what was asked for; `pack` may name a pack without a definition (`raad-rbz`, `topics-mfk`).
        taxonomy: the topics of the project.
        corpus: asked only for a pack about a party.

    Raises:
        OptionError: nothing gives a pack of this name.
    """
    name = options.pack
    if options.raad or options.party or options.topics or name in pack_names(project):
        return options
    kind, _, rest = name.partition("-")
    if kind == "raad" and rest in read_councils(project).by_code:
        return options.model_copy(update={"raad": rest})
    if kind == "fractie":
        from ..selection import parties_in  # a third of a second to load: only packs about a party ask for it

        party = next((party for party in parties_in(corpus()) if slug(party) == rest), rest)
        return options.model_copy(update={"party": party})
    topics = _topics_named(rest, taxonomy)
    if kind == "topics" and name_of_pack(topics=topics) == name:
        return options.model_copy(update={"topics": topics})
    raise OptionError("unknown-pack", name=name, known=known_packs(project))


def _topics_named(joined: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The topics whose ids, joined by hyphens, give `joined`, in their order; of two readings the longer ids."""
    found: list[str] = []
    while joined:
        fitting = [topic for topic in taxonomy.by_id if joined == topic or joined.startswith(f"{topic}-")]
        if not fitting:
            break
        found.append(max(fitting, key=len))
        joined = joined[len(found[-1]) + 1 :]
    return tuple(found)


def known_packs(project: Project) -> list[str]:
    """The names of all packs that need nothing but their name: the defined ones, and one for each Council."""
    return [*pack_names(project), *(name_of_pack(raad=raad.code) for raad in read_councils(project).raden)]


def _written(project: Project, name: str, taxonomy: Taxonomy) -> Request:
    if name not in pack_names(project):
        raise OptionError("unknown-pack", name=name, known=known_packs(project))
    path = project.packs / f"{name}.toml"
    text, file = read_definition(project, path), project.name_of(path)
    spec = parse_spec(text, file)
    require_topics(spec, taxonomy, text, file)
    return Request(followed(spec, lineages(project, read_register(project))), text, file, (path,))


def _for_raad(project: Project, options: BuildOptions, code: str, taxonomy: Taxonomy) -> Request:
    path = project.templates / "raden.toml"
    text, file = read_definition(project, path), project.name_of(path)
    councils = parse_councils(text, file)
    require_routes(councils, taxonomy, text, file)
    if code not in councils.by_code:
        raise OptionError("unknown-raad", name=code, known=councils.by_code)
    skeleton, audience = _skeleton(project, options)
    files: tuple[Path, ...] = (path, _skeleton_file(project))
    agenda = None
    if options.agenda:
        written = Path(options.agenda)
        agenda = parse_agenda(read_definition(project, written), project.name_of(written), taxonomy)
        files = (*files, written)
    spec = pack_for_raad(councils.by_code[code], taxonomy, skeleton, audience=audience, agenda=agenda, day=options.day)
    return Request(spec, "", file, files)


def _on_topics(project: Project, options: BuildOptions, taxonomy: Taxonomy) -> Request:
    for name in options.topics:
        if name not in taxonomy.by_id:
            raise OptionError("unknown-topic", name=name, known=taxonomy.by_id)
    skeleton, audience = _skeleton(project, options)
    spec = pack_on_topics([taxonomy.by_id[name] for name in options.topics], skeleton, audience=audience)
    return Request(spec, "", "", (_skeleton_file(project),))


def _for_party(project: Project, options: BuildOptions, asked: str, taxonomy: Taxonomy, corpus: Corpus) -> Request:
    from ..selection import parties_in, topics_of_party

    extractions = corpus()
    parties = {slug(party): party for party in parties_in(extractions)}
    if slug(asked) not in parties:
        raise OptionError("unknown-party", name=asked, known=parties.values())
    party = parties[slug(asked)]
    skeleton, audience = _skeleton(project, options)
    topics = topics_of_party(party, taxonomy, extractions)
    return Request(pack_for_party(party, topics, skeleton, audience=audience), "", "", (_skeleton_file(project),))


def _skeleton_file(project: Project) -> Path:
    return project.templates / "skeleton.toml"


def _skeleton(project: Project, options: BuildOptions) -> tuple[Skeleton, Audience]:
    """The skeleton, and the audience that was asked for."""
    path = _skeleton_file(project)
    skeleton = parse_skeleton(read_definition(project, path), project.name_of(path))
    if options.audience is None:
        return skeleton, skeleton.audiences[0]
    if options.audience not in skeleton.audience_by_id:
        raise OptionError("unknown-audience", name=options.audience, known=skeleton.audience_by_id)
    return skeleton, skeleton.audience_by_id[options.audience]
