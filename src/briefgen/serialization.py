"""JSON files that briefgen writes and reads back: one form on disk, and clear errors for a file that was changed."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from .errors import InputError

Stored = TypeVar("Stored", bound=BaseModel)

MESSAGE_CODES = {
    "json_invalid": "broken-json",
    "extra_forbidden": "unknown-json-key",
    "missing": "missing-json-key",
    "literal_error": "wrong-json-value",
}
"""From the type of a pydantic error to the message; any other type is a wrong value."""


def to_json(model: BaseModel) -> bytes:
    """The JSON of a model: UTF-8, keys in the order of its fields and by their public name, a newline at the end."""
    return (model.model_dump_json(by_alias=True, indent=2) + "\n").encode()


def from_json(data: bytes, file: str, model: type[Stored]) -> Stored:
    """The value that the bytes of a JSON file hold, read strictly.

    Args:
        data: the whole file.
        file: how messages name it.
        model: what the file must hold.

    Raises:
        InputError: no JSON, or a key is unknown, missing or has a wrong value; the first mistake, with its place.
    """
    try:
        return model.model_validate_json(data, strict=True)
    except ValidationError as error:
        raise _first_mistake(error, file) from error


def json_path(location: tuple[int | str, ...]) -> str:
    """A place in a JSON file as people write it: `sections[0].items[2].text`."""
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    return path.removeprefix(".")


def _first_mistake(error: ValidationError, file: str) -> InputError:
    # A misspelt key also makes the right one missing: the misspelling is the mistake to show.
    mistake = min(error.errors(), key=lambda candidate: candidate["type"] != "extra_forbidden")
    code = MESSAGE_CODES.get(mistake["type"], "wrong-json-value")
    # The name of a key that is there or missing belongs to the sentence, not to the place.
    of_key = code in ("unknown-json-key", "missing-json-key")
    place = json_path(mistake["loc"][:-1] if of_key else mistake["loc"])
    key = str(mistake["loc"][-1]) if mistake["loc"] else ""
    return InputError(code, file=file, place=place or None, key=key, problem=mistake["msg"])
