"""What a pack will have been built from, as its manifest says it; and whether that pack is ready already."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from .. import __version__
from ..errors import InputError
from ..manifest import Manifest, OptionValue, Program, make, misfits
from ..outputs import output_hashes, read_manifest, was_interrupted
from ..store import program_fingerprint
from .finishing import numbers_pages
from .ingredients import Ingredients
from .options import BuildOptions
from .project import Project
from .workshop import Workshop

RECORDED_AS = {"day": "date", "party": "fractie"}
"""The names of options as the command line and the manifest have them, where the program has others."""

UNRECORDED = frozenset({"as_of", "keep_going", "limits"})
"""What has a place of its own in the manifest, or decides nothing of what is made."""

LEFT_OUT = "left_out"
"""The ids of sources that could not be read, in a build that kept going."""

Recorded = dict[str, OptionValue]


def planned_manifest(workshop: Workshop, options: BuildOptions, ingredients: Ingredients) -> Manifest:
    """What the pack will have been built from; its outputs are not yet known.

    Args:
        workshop: the sources.
        options: what was asked for.
        ingredients: what people wrote for the pack.
    """
    project = workshop.project
    left_out = tuple(one.id for one in workshop.left_out)
    return make(
        program=Program(name="briefgen", version=__version__, sha256=program_fingerprint()),
        options=_recorded(options, project, ingredients.language, left_out),
        as_of=options.as_of,
        sources=[loaded.source for loaded in workshop.sources],
        definitions={project.name_of(path): path.read_bytes() for path in ingredients.definitions},
        templates={project.name_of(path): path.read_bytes() for path in ingredients.files},
        outputs={},
    )


def is_ready(folder: Path, planned: Manifest) -> bool:
    """Whether a folder holds exactly what a build would make: same inputs, and outputs as recorded.

    Raises:
        OutputError: one of the outputs cannot be read.
    """
    found = read_manifest(folder)
    if found is None or was_interrupted(folder) or found.model_copy(update={"outputs": ()}) != planned:
        return False
    return not misfits(found, output_hashes(folder, found))


def options_of(manifest: Manifest, project: Project, file: str) -> BuildOptions:
    """The options of the build that a manifest records; the opposite of what `planned_manifest` writes.

    Args:
        manifest: of a built pack.
        project: in which its agenda lies, when it had one.
        file: the manifest as the user knows it, for messages.

    Raises:
        InputError: the manifest holds an option that this version does not know, or lacks one.
    """
    given = {name: value for name, value in manifest.options.items() if value is not None}
    left_out = given.pop(LEFT_OUT, None)
    if isinstance(agenda := given.get("agenda"), str):
        given["agenda"] = str(project.root / agenda)
    known = {RECORDED_AS.get(name, name): name for name in BuildOptions.model_fields}
    unknown = next((name for name in given if name not in known), None)
    if unknown is not None:
        raise InputError("unknown-recorded-option", file=file, name=unknown, known=known)
    asked = {known[name]: value for name, value in given.items()}
    try:
        return BuildOptions.model_validate({**asked, "as_of": manifest.as_of, "keep_going": left_out is not None})
    except ValidationError as error:
        raise InputError("wrong-recorded-options", file=file, problem=error.errors()[0]["msg"]) from error


def _recorded(options: BuildOptions, project: Project, language: str, left_out: tuple[str, ...]) -> Recorded:
    """The options that decide what is built, without those that were not given."""
    given: Recorded = options.model_dump(exclude={*UNRECORDED})
    given |= {"language": language, LEFT_OUT: left_out, "page_numbers": numbers_pages(options)}
    if options.agenda:
        given["agenda"] = project.name_of(Path(options.agenda))
    return {RECORDED_AS.get(name, name): value for name, value in given.items() if value not in (None, False, ())}
