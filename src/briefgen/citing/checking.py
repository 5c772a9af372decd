"""Verification: papers whose number cannot be right, compared with the papers that are known.

A doubtful number keeps what is printed and gets a proposal: the known paper, or else the known dossier, that one typing
error away. Two equally good candidates make no proposal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from .links import parse_paper
from .mention import Mention, Paper


@dataclass(frozen=True, slots=True)
class KnownPapers:
    """Papers that are cited elsewhere with a number that can be right, and how often each dossier is."""

    papers: frozenset[Paper]
    dossiers: Counter[tuple[str, str]]

    @classmethod
    def of(cls, mentions: Iterable[Mention], identifiers: Iterable[str]) -> KnownPapers:
        """The certain papers among `mentions`, and those with one of `identifiers`."""
        cited = [mention.paper for mention in mentions if mention.paper and mention.status in {"certain", "repaired"}]
        listed = [paper for paper in map(parse_paper, identifiers) if paper]
        papers = [paper for paper in (*cited, *listed) if paper.dossier]
        return cls(frozenset(papers), Counter((paper.dossier, paper.addition) for paper in papers))

    def proposal(self, paper: Paper) -> str | None:
        """The id that was probably meant by a paper whose number cannot be right."""
        same = [known for known in self.papers if _is_near(known, paper) and known.number == paper.number]
        if len(same) == 1:
            return same[0].id
        near = [(count, dossier) for dossier, count in self.dossiers.items() if _is_near_dossier(dossier, paper)]
        near.sort(reverse=True)
        if not near or (len(near) > 1 and near[0][0] == near[1][0]):
            return None
        return Paper(*near[0][1], paper.number).id


def checked(mention: Mention, known: KnownPapers) -> Mention:
    """The mention, with a proposal when its number is doubtful and a known paper is near."""
    if mention.status != "doubtful" or mention.paper is None:
        return mention
    if mention.paper in known.papers or _only_spaced_wrongly(mention.paper, known):
        return replace(mention, proposal=mention.id)
    return replace(mention, proposal=known.proposal(mention.paper))


def _only_spaced_wrongly(paper: Paper, known: KnownPapers) -> bool:
    """Whether the digits themselves make a dossier, as in `308 21`."""
    return (paper.dossier, paper.addition) in known.dossiers or (
        len(paper.dossier) == 5 and not paper.addition.isdigit() and 10000 <= int(paper.dossier) <= 39999
    )


def _is_near(known: Paper, paper: Paper) -> bool:
    return _is_near_dossier((known.dossier, known.addition), paper)


def _is_near_dossier(known: tuple[str, str], paper: Paper) -> bool:
    """Whether one typing error parts a printed dossier from a known one."""
    dossier, addition = known
    if dossier == paper.dossier:
        return addition != paper.addition and int(OSA.distance(addition, paper.addition)) == 1
    return addition == paper.addition and int(OSA.distance(dossier, paper.dossier)) == 1
