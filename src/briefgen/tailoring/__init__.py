"""Packs made to order: a Raad, an agenda, a party, subjects or a reader become a definition nobody had to write."""

from .specs import pack_for_party, pack_for_raad, pack_on_topics

__all__ = ["pack_for_party", "pack_for_raad", "pack_on_topics"]
