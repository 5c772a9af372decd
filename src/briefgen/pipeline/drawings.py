"""The drawings of a pack, made once for all its formats and kept until a chart or the program changes."""

from __future__ import annotations

from dataclasses import asdict
from importlib.metadata import version

from pydantic import ConfigDict, ValidationError

from ..messages import Language
from ..model import Model
from ..pack import Chart, Pack
from ..renderers.commission import Drawing
from ..renderers.drawing import draw
from ..serialization import to_json
from ..store import Store, key, program_fingerprint
from .progress import Progress


class StoredDrawing(Model):
    """A drawing in the cache."""

    model_config = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")

    svg: bytes
    png: bytes
    width: float
    height: float
    words: tuple[str, ...]


def drawings(pack: Pack, language: Language, store: Store, progress: Progress) -> dict[str, Drawing]:
    """The drawings of the charts of a pack, by the id of the chart.

    Args:
        pack: complete.
        language: of the names of months.
        store: keeps what was drawn before.
        progress: is told what is done.
    """
    charts = [chart for section in pack.sections for chart in section.charts]
    return {chart.id: _stored(chart, language, store, progress) for chart in charts}


def _stored(chart: Chart, language: Language, store: Store, progress: Progress) -> Drawing:
    program = f"{program_fingerprint()} {version('matplotlib')} {language}"
    name = key([b"drawing", program.encode(), to_json(chart)])
    found = _read(store.get(name))
    if found is not None:
        return found
    progress.step("drawing")
    made = draw(chart, language)
    store.put(name, _written(made))
    return made


def _written(drawing: Drawing) -> bytes:
    return to_json(StoredDrawing.model_validate(asdict(drawing)))


def _read(data: bytes | None) -> Drawing | None:
    """A drawing from the cache; none for a damaged file, which is made again."""
    if data is None:
        return None
    try:
        stored = StoredDrawing.model_validate_json(data)
    except ValidationError:
        return None
    return Drawing(stored.svg, stored.png, stored.width, stored.height, stored.words)
