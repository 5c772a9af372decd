"""Every message that the code names is in the catalogue, in both languages, with the same details."""

import ast
import inspect
import string
from collections.abc import Iterator

import pytest

from briefgen import errors
from briefgen.messages import LANGUAGES, catalogue

from .source_code import called, calls, modules, name_of, tree

ERROR_CLASSES = {name for name, value in vars(errors).items() if inspect.isclass(value) and name.endswith("Error")}
# Functions and methods whose first argument is the code of a message.
SPEAKERS = {"message", "tell", "step"}
# What an error says besides the details of its message.
NOT_DETAILS = set(inspect.signature(errors.BriefgenError.__init__).parameters) - {"self", "details"}


def details_of(wording: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(wording) if name}


def named_messages() -> Iterator[tuple[str, str, set[str] | None]]:
    """Place, code and details (`None` when they cannot be read from the call) of every call with a literal code."""
    for path in modules():
        for call in calls(path):
            if called(call) not in ERROR_CLASSES | SPEAKERS or not call.args:
                continue
            code = call.args[0]
            if isinstance(code, ast.Constant) and isinstance(code.value, str):
                names = {keyword.arg for keyword in call.keywords}
                given = None if None in names else {name for name in names if name} - NOT_DETAILS
                yield f"{name_of(path)}:{call.lineno}", code.value, given


def composed_prefixes() -> set[str]:
    """The beginnings of codes that the code puts together: `quarter-` of `quarter-{number}`."""
    return {
        node.values[0].value
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.JoinedStr) and node.values
        if isinstance(node.values[0], ast.Constant) and isinstance(node.values[0].value, str)
        if node.values[0].value.endswith("-")
    }


def literals() -> set[str]:
    """All texts that stand in the code by themselves."""
    return {
        node.value
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


@pytest.mark.parametrize("code", catalogue())
def test_a_message_speaks_both_languages_with_the_same_details(code: str) -> None:
    wordings = catalogue()[code]
    assert set(wordings) == set(LANGUAGES)
    assert details_of(wordings["nl"]) == details_of(wordings["en"])
    assert all(wording.strip() for wording in wordings.values())


@pytest.mark.parametrize("code", catalogue())
def test_what_agrees_with_a_number_is_a_pair_of_words(code: str) -> None:
    specs = [spec for wording in catalogue()[code].values() for _, _, spec, _ in string.Formatter().parse(wording)]
    assert all(spec.count("|") == 1 and all(spec.split("|")) for spec in specs if spec)


def test_every_message_that_is_named_is_in_the_catalogue() -> None:
    assert not {place: code for place, code, _ in named_messages() if code not in catalogue()}


def test_every_message_gets_the_details_that_it_mentions() -> None:
    lacking = {
        place: details_of(catalogue()[code]["en"]) - given
        for place, code, given in named_messages()
        if given is not None and code in catalogue()
    }
    assert not {place: names for place, names in lacking.items() if names}


def test_every_message_in_the_catalogue_is_used() -> None:
    used, prefixes = literals(), composed_prefixes()
    assert not [code for code in catalogue() if code not in used and not code.startswith(tuple(prefixes))]


def test_this_test_sees_the_messages_of_every_kind_of_call() -> None:
    codes = {code for _, code, _ in named_messages()}
    assert {"unknown-language", "interrupted", "broken-toml"} <= codes
