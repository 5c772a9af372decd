"""What is wrong with a stylesheet: what WeasyPrint says of it, told where it stands, and what it does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

import tinycss2

from ..errors import TemplateError

# A declaration without effect: "Ignored `colour: navy` at 2:5, unknown property."
IGNORED = re.compile(
    r"Ignored `(?P<declaration>(?P<name>[\w-]+)[^`]*)` at (?P<line>\d+):\d+, (?P<reason>.*?)\.?$", re.DOTALL
)

# A rule that is not known: "Unknown rule <AtRule @pagina … { … }> at 4:1", "Unknown @page rule <AtRule @top-lef …".
UNKNOWN_RULE = re.compile(r"Unknown (?:@page )?rule <AtRule (?P<name>@[\w-]+).* at (?P<line>\d+):\d+", re.DOTALL)

# A selector that cannot be read: "Invalid or unsupported selector, 'p:: '".
SELECTOR = re.compile(r"Invalid or unsupported selector,? '(?P<name>.*)'", re.DOTALL)

# A picture that cannot be read: "Failed to load image at 'file:///img/a.svg': not well-formed".
PICTURE = re.compile(r"Failed to load image at '(?P<name>[^']*)'")

# A use of something that a stylesheet names: `var(--accent)`, `string(chapter)`, `counter(page)`.
USED = re.compile(r"(?<![\w-])(?P<call>var|string|counters?)\(\s*(?P<name>[\w-]+)")

RULES = (
    *("@font-face", "@import", "@media", "@namespace", "@page", "@supports"),
    *("@top-left-corner", "@top-left", "@top-center", "@top-right", "@top-right-corner"),
    *("@bottom-left-corner", "@bottom-left", "@bottom-center", "@bottom-right", "@bottom-right-corner"),
    *("@left-top", "@left-middle", "@left-bottom", "@right-top", "@right-middle", "@right-bottom"),
)
"""The rules of a stylesheet for paper (CSS Paged Media 3, 5)."""

COUNTERS = frozenset({"page", "pages", "list-item", "footnote"})
"""Those that count by themselves."""

NAMING = {"string-set": "string", "counter-reset": "counter", "counter-increment": "counter", "counter-set": "counter"}
"""What declarations give a name to."""

FACE = {"font-family": "", "font-weight": "400", "font-style": "normal", "font-stretch": "normal"}
"""What tells one font from another, and what each is when nothing is said (CSS Fonts 4, 4)."""

WEIGHTS = {"normal": "400", "bold": "700"}


def told(file: str, text: str, page: str, message: str, properties: list[str]) -> TemplateError | None:
    """What WeasyPrint says of a stylesheet or a picture, as an error of the template.

    Args:
        file: the stylesheet that WeasyPrint read last.
        text: of that stylesheet.
        page: the name of the template itself, for a style that stands in it.
        message: the words of WeasyPrint.
        properties: the names that it knows.

    Returns:
        Nothing for a message of another kind.
    """
    if (found := IGNORED.match(message)) is not None:
        where = _where(file, text, page, int(found["line"]), found["name"])
        if found["reason"].startswith("unknown property"):
            return TemplateError("template-unknown-property", file=where, name=found["name"], known=properties)
        code = "template-value" if found["reason"] == "invalid value" else "template-style"
        declaration = " ".join(found["declaration"].split())
        return TemplateError(code, file=where, name=declaration, reason=found["reason"])
    if (found := UNKNOWN_RULE.match(message)) is not None:
        where = _where(file, text, page, int(found["line"]), found["name"])
        return TemplateError("template-unknown-rule", file=where, name=found["name"], known=RULES)
    if (found := SELECTOR.match(message)) is not None:
        selector = found["name"].strip()
        place = text.find(selector)
        where = f"{file}:{text.count(chr(10), 0, place) + 1}" if place >= 0 else page
        return TemplateError("template-selector", file=where, name=selector)
    if (found := PICTURE.match(message)) is not None:
        return TemplateError("template-broken-picture", file=found["name"])
    return None


def _where(file: str, text: str, page: str, line: int, name: str) -> str:
    """The place of a message: in the stylesheet, if what it names is on that line; else in the page itself."""
    lines = text.splitlines()
    return f"{file}:{line}" if line <= len(lines) and name in lines[line - 1] else page


def unsaid(styles: Mapping[str, str]) -> Iterator[TemplateError]:
    """Faults of which WeasyPrint says nothing: a block that is not closed, and values that nobody names.

    Args:
        styles: the stylesheets of a page by their path.
    """
    parsed = {path: list(_declarations(text)) for path, text in styles.items()}
    for path, text in styles.items():
        line = _open_line(text)
        if line:
            yield TemplateError("template-open-style", file=f"{path}:{line}")
    given = {"counter": set(COUNTERS), "string": set[str](), "var": set[str]()}
    for one in chain.from_iterable(parsed.values()):
        for kind, name in _named(one):
            given[kind].add(name)
    for path, declarations in parsed.items():
        for one in declarations:
            for match in USED.finditer(tinycss2.serialize(one.value)):
                known = given[match["call"].removesuffix("s")]
                if match["name"] not in known:
                    where = f"{path}:{one.source_line}"
                    yield TemplateError(
                        "template-unknown-value", file=where, name=match[0] + ")", known=_calls(match["call"], known)
                    )


def shared_names(styles: Mapping[str, str]) -> Iterator[TemplateError]:
    """Fonts whose name, weight and style are those of another file.

    WeasyPrint knows a font in a PDF by these alone (`get_pango_font_key`): it would draw the letters of one file with
    the glyphs of the other, a wrong letter for each. Fonts that are cut up by alphabet often come with one name.

    Args:
        styles: the stylesheets of a page by their path.
    """
    known: dict[tuple[str, ...], str] = {}
    for path, text in styles.items():
        for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
            if rule.type != "at-rule" or rule.lower_at_keyword != "font-face" or rule.content is None:
                continue
            face = _face(rule.content)
            source = known.setdefault(tuple(face.get(name, usual) for name, usual in FACE.items()), face.get("src", ""))
            if source != face.get("src", ""):
                name = face.get("font-family", "")
                yield TemplateError("template-shared-font-name", file=f"{path}:{rule.source_line}", name=name)


def _face(content: list[tinycss2.ast.Node]) -> dict[str, str]:
    """What a rule for a font says, as it is written, without quotation marks; the weights by their number."""
    said = {
        one.lower_name: tinycss2.serialize(one.value).strip().strip("\"'")
        for one in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
        if one.type == "declaration"
    }
    weight = said.get("font-weight", "normal")
    return said | {"font-weight": WEIGHTS.get(weight, weight)}


def _calls(call: str, names: set[str]) -> list[str]:
    return sorted(f"{call}({name})" for name in names)


def _open_line(text: str) -> int:
    """The line of the last rule when its block is not closed; 0 when all are."""
    values = tinycss2.parse_component_value_list(text + "}", skip_comments=True)
    if values and values[-1].type == "error":
        return 0
    rules = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    return int(rules[-1].source_line) if rules else 0


def _named(one: tinycss2.ast.Declaration) -> Iterator[tuple[str, str]]:
    """What a declaration gives a name to, with its kind."""
    if one.name.startswith("--"):
        yield "var", one.name
    elif one.lower_name in NAMING:
        for value in one.value:
            if value.type == "ident":
                yield NAMING[one.lower_name], value.value


def _declarations(text: str) -> Iterator[tinycss2.ast.Declaration]:
    waiting = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    while waiting:
        one = waiting.pop(0)
        if one.type == "declaration":
            yield one
        elif one.type in ("qualified-rule", "at-rule") and one.content is not None:
            waiting += tinycss2.parse_blocks_contents(one.content, skip_comments=True, skip_whitespace=True)
