"""The base of every value that briefgen passes from room to room: frozen, strict, typed."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen pydantic model that refuses unknown fields.

    Every model of the project derives from it, so that a misspelt key in a file a person wrote is an error
    and no stage can change what an earlier stage made.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
