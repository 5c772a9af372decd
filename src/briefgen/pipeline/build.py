"""Builds one pack: sources → documents → records → selection → pack → files."""

from __future__ import annotations

from pathlib import Path

from .. import __version__
from ..assembly import assemble
from ..manifest import MANIFEST_NAME, Manifest, Program, make, misfits, with_outputs
from ..outputs import output_hashes, read_manifest, was_interrupted, write_outputs
from ..pack import Pack
from ..renderers import RENDERERS
from ..renderers.vocabulary import present
from ..selection import require_paragraphs, select
from ..serialization import to_json
from ..store import program_fingerprint
from .corpus import extractions
from .ingredients import Ingredients, gather
from .options import BuildOptions
from .progress import Progress
from .project import LoadedSource, Project, find_project, load_sources


def build(root: Path, options: BuildOptions, out: Path, progress: Progress) -> None:
    """Build a pack into a folder of its own, and show its files.

    When nothing has changed since the pack was built, its files are left as they are.

    Args:
        root: a folder of the project.
        options: what was asked for.
        out: where the folder of the pack goes; from the current folder.
        progress: is told and shown.

    Raises:
        InputError: something that people gave is wrong; the folder of the pack is as it was.
    """
    project = find_project(root)
    ingredients = gather(project, options.pack, options.language)
    sources = load_sources(project)
    folder = out / options.pack
    planned = _manifest(project, options, ingredients, sources)
    if _is_ready(folder, planned):
        progress.tell("up-to-date", name=options.pack)
    else:
        files = _files(project, options, ingredients, sources, progress)
        progress.step("writing")
        for code, details in write_outputs(folder, files, with_outputs(planned, files)).notices():
            progress.tell(code, **details)
    for name in (*planned_outputs(options), MANIFEST_NAME):
        progress.show(str(folder / name))


def _files(
    project: Project,
    options: BuildOptions,
    ingredients: Ingredients,
    sources: tuple[LoadedSource, ...],
    progress: Progress,
) -> dict[str, bytes]:
    """The outputs of a build, by name."""
    corpus = tuple(extractions(project, sources, progress))
    require_paragraphs(ingredients.spec, corpus, *ingredients.definition)
    progress.step("selecting")
    selection = select(corpus, ingredients.spec, ingredients.taxonomy)
    pack = assemble(
        selection, ingredients.spec, corpus, name=options.pack, as_of=options.as_of, language=ingredients.language
    )
    return _render(pack, options, ingredients, progress)


def planned_outputs(options: BuildOptions) -> tuple[str, ...]:
    """The names of the files that a build makes, without the manifest."""
    return (*(f"{options.pack}.{suffix}" for suffix in options.formats), "pack.json")


def _render(pack: Pack, options: BuildOptions, ingredients: Ingredients, progress: Progress) -> dict[str, bytes]:
    view = present(pack, ingredients.labels)
    files = {}
    for suffix in options.formats:
        progress.step("rendering", format=suffix)
        rendered = RENDERERS[suffix](pack, view, ingredients.templates)
        for diagnostic in rendered.diagnostics:
            progress.tell("render-notice", format=suffix, problem=diagnostic.message)
        files[f"{options.pack}.{suffix}"] = rendered.content
    return files | {"pack.json": to_json(pack)}


def _manifest(
    project: Project, options: BuildOptions, ingredients: Ingredients, sources: tuple[LoadedSource, ...]
) -> Manifest:
    """What the pack will have been built from; its outputs are not yet known."""
    return make(
        program=Program(name="briefgen", version=__version__, sha256=program_fingerprint()),
        options={"pack": options.pack, "formats": options.formats, "language": ingredients.language},
        as_of=options.as_of,
        sources=[loaded.source for loaded in sources],
        definitions={project.name_of(path): path.read_bytes() for path in ingredients.definitions},
        templates={project.name_of(path): path.read_bytes() for path in ingredients.files},
        outputs={},
    )


def _is_ready(folder: Path, planned: Manifest) -> bool:
    """Whether the folder holds exactly what this build would make: same inputs, and outputs as recorded."""
    found = read_manifest(folder)
    if found is None or was_interrupted(folder) or found.model_copy(update={"outputs": ()}) != planned:
        return False
    return not misfits(found, output_hashes(folder, found))
