"""What the names of a template stand for, read from the types of the models: texts, models with fields, and lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import get_args, get_origin

from ...model import Model


@dataclass(frozen=True, slots=True)
class Kind:
    """What an expression gives.

    Attributes:
        name: as a message calls it (`Chapter`, `text`).
        fields: what stands after its dot.
        item: what a loop over it gives; `None` when it is no list.
        known: false when nothing can be said about it, so that nothing in it can be wrong.
    """

    name: str = ""
    fields: Mapping[str, Kind] = field(default_factory=dict)
    item: Kind | None = None
    known: bool = True

    @property
    def is_text(self) -> bool:
        """Whether it can be printed."""
        return not self.known or self is TEXT


UNKNOWN = Kind(known=False)
TEXT = Kind("text")


def list_of(item: Kind) -> Kind:
    """A list whose items are `item`."""
    return Kind("list", item=item)


@cache
def kind_of_model(model: type[Model]) -> Kind:
    """A model with its fields."""
    fields = {name: kind_of_type(field.annotation) for name, field in model.model_fields.items()}
    return Kind(model.__name__, MappingProxyType(fields))


def kind_of_type(annotation: object) -> Kind:
    """The kind of a field from its annotation: `str`, a model, or a tuple of one of them."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return kind_of_model(annotation)
    if get_origin(annotation) is tuple:
        return list_of(kind_of_type(get_args(annotation)[0]))
    return TEXT if annotation in {str, int, bool} else UNKNOWN


def loop_kind(item: Kind) -> Kind:
    """What a loop tells about itself (`loop.first`)."""
    numbers = ("index", "index0", "revindex", "revindex0", "length", "depth", "depth0", "first", "last")
    neighbours = {"previtem": item, "nextitem": item}
    return Kind("loop", MappingProxyType(dict.fromkeys(numbers, TEXT) | neighbours))


def either(one: Kind, other: Kind) -> Kind:
    """What is one or the other."""
    return one if one == other else UNKNOWN
