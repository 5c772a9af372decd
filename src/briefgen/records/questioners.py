"""The parties whose members put written questions, from the line that opens them."""

from __future__ import annotations

import re

# Who puts the questions, each with the party in brackets, up to whom or what they are about:
# `Vragen van de leden Westerveld (GroenLinks-PvdA) en Bikker (ChristenUnie) aan de Minister`, also behind
# `Antwoorden van de minister van Financiën op`. Not behind `over`, where the questions are themselves the subject.
QUESTIONERS = re.compile(
    r"(?:(?!\bover\b).)*?\b(?:[Kk]amerv|[Vv])ragen\s+van\s+(?:het\s+(?:Kamer)?lid|de\s+(?:Kamer)?leden|de\s+heer|mevrouw)\s+"
    r"(?P<members>(?:(?!\s(?:aan|over|inzake|betreffende)\s)[^?!]){2,300}\([^()]{2,40}\)),?\s+"
    r"(?:aan|over|inzake|betreffende)\b"
)
# The party of the members named before it: `(D66)`, `(beiden PvdA)`.
_PARTY = re.compile(r"\((?:(?:beiden?|allen?)\s+)?(?P<party>[^()]+)\)")


def parties_of_questioners(text: str) -> tuple[str, ...]:
    """The parties that a line names as those of the members who put written questions.

    Args:
        text: a line or paragraph that stands above the first question, or the title of the document.

    Returns:
        The parties as printed, each once, in the order of the line; none when the line is another one.
    """
    match = QUESTIONERS.match(text)
    found = _PARTY.finditer(match["members"]) if match else ()
    return tuple(dict.fromkeys(party["party"].strip() for party in found))
