"""The rules, one a line: what is looked for, and where the standards ask for it.

UA is ISO 14289-1:2014 (PDF/UA-1) with the failure conditions of the Matterhorn Protocol 1.1, A is ISO 19005-3:2012
(PDF/A-3), PDF is ISO 32000-1:2008. Rules about what a standard leaves to people (whether two tables are one) are
warnings, and so is what readers need beyond the standards.
"""

from __future__ import annotations

from . import (
    continuity,
    elements,
    enclosures,
    figures,
    furniture,
    headings,
    identification,
    lettering,
    links,
    lists,
    marking,
    navigation,
    nesting,
    tables,
    wholeness,
)
from .finding import Rule


def _ua(clause: str, condition: str = "") -> str:
    return f"ISO 14289-1, {clause}" + (f"; Matterhorn {condition}" if condition else "")


def _a(clause: str) -> str:
    return f"ISO 19005-3, {clause}"


def _pdf(clause: str) -> str:
    return f"ISO 32000-1, {clause}"


RULES: tuple[Rule, ...] = (
    # the file as a whole
    Rule("header", wholeness.header, (_ua("6.1"), _a("6.1.2"))),
    Rule("no-identifier", wholeness.identifier, (_a("6.1.3"),)),
    Rule("encrypted", wholeness.encryption, (_a("6.1.3"), _ua("7.16", "26-001"))),
    Rule("no-structure", wholeness.structure, (_ua("7.1"), _a("6.7.3.3"))),
    Rule("not-marked", wholeness.marked, (_ua("6.2"), _a("6.7.2.2"))),
    Rule("suspects", wholeness.suspects, (_ua("7.1", "01-007"),)),
    Rule("no-language", wholeness.language, (_ua("7.2", "11-001"), _a("6.7.4"))),
    Rule("wrong-language", wholeness.element_language, (_ua("7.2", "11-001"), _pdf("14.9.2"))),
    Rule("no-title", wholeness.title, (_ua("7.1", "06-003"),)),
    Rule("title-not-shown", wholeness.title_shown, (_ua("7.1", "07-001"),)),
    Rule("titles-differ", wholeness.titles_agree, (_a("6.6.3"),), "warning"),
    Rule("script", wholeness.scripts, (_a("6.5.1"),)),
    Rule("forbidden-action", wholeness.actions, (_a("6.5"),)),
    Rule("outside-content", wholeness.outside, (_a("6.1.7"), _a("6.2.9"), _ua("7.20", "30-001"))),
    Rule("no-output-intent", wholeness.output_intent, (_a("6.2.3"),)),
    Rule("device-colour", wholeness.device_colours, (_a("6.2.4.3"),)),
    # metadata
    Rule("no-metadata", identification.metadata, (_ua("7.1", "06-001"), _a("6.6.2.1"))),
    Rule("not-pdf-ua", identification.universal_access, (_ua("5", "06-002"),)),
    Rule("not-pdf-a", identification.archive_part, (_a("6.6.4"),)),
    Rule("not-level-a", identification.archive_level, (_a("6.6.4"),)),
    Rule("undescribed-schema", identification.described_access, (_a("6.6.2.3"),)),
    Rule("packet-attribute", identification.packet, (_a("6.6.2.1"),)),
    # what the pages show
    Rule("untagged-content", marking.untagged_content, (_ua("7.1", "01-005"),)),
    Rule("unowned-content", marking.unowned_content, (_ua("7.1", "01-005"), _pdf("14.7.4.2"))),
    Rule("artifact-in-tagged", marking.marks("artifact-in-tagged"), (_ua("7.1", "01-003"),)),
    Rule("tagged-in-artifact", marking.marks("tagged-in-artifact"), (_ua("7.1", "01-004"),)),
    Rule("repeated-mcid", marking.marks("repeated-mcid"), (_pdf("14.7.4.2"),)),
    Rule("unbalanced-marks", marking.marks("unbalanced-marks"), (_pdf("14.6.1"),)),
    Rule("missing-content", marking.missing_content, (_pdf("14.7.4.2"),)),
    Rule("shared-content", marking.shared_content, (_pdf("14.7.4.2"),)),
    Rule("wrong-parent-of-content", marking.parents_of_content, (_pdf("14.7.4.4"),)),
    Rule("stale-parent", marking.stale_parents, (_pdf("14.7.4.4"),)),
    Rule("shared-key", marking.shared_keys, (_pdf("14.7.4.4"),)),
    Rule("tagged-furniture", furniture.tagged_furniture, (_ua("7.8", "18-001"),)),
    Rule("untyped-furniture", furniture.untyped_furniture, (_ua("7.8", "18-001"), _pdf("14.8.2.2.2"))),
    Rule("hidden-content", furniture.hidden_content, (_ua("7.1", "01-002"),), "warning"),
    # elements
    Rule("unknown-type", elements.unknown_types, (_ua("7.1", "02-001"), _a("6.7.3.4"))),
    Rule("circular-type", elements.circular_types, (_ua("7.1", "02-003"),)),
    Rule("remapped-type", elements.remapped_types, (_ua("7.1", "02-004"),)),
    Rule("wrong-parent", elements.parents, (_ua("7.1"), _pdf("14.7.2"))),
    Rule("shared-element", elements.shared_elements, (_pdf("14.7.2"),)),
    Rule("unknown-kid", elements.unknown_kids, (_pdf("14.7.2"),)),
    Rule("empty-element", elements.empty_elements, (_ua("7.1", "01-006"),)),
    Rule("blank-element", elements.blank_elements, (_ua("7.1", "01-006"),)),
    Rule("repeated-id", elements.repeated_ids, (_pdf("14.7.2"), _ua("7.9", "19-004"))),
    Rule("note-without-id", elements.notes_without_id, (_ua("7.9", "19-003"),)),
    Rule("misplaced-element", nesting.wrong_parents, (_ua("7.2", "09-004"), _pdf("14.8.4.3"))),
    Rule("misplaced-kid", nesting.wrong_kids, (_ua("7.2", "09-004"), _pdf("14.8.4.3"))),
    Rule("repeated-part", nesting.repeated_parts, (_ua("7.2", "09-004"), _pdf("14.8.4.3"))),
    Rule("misplaced-caption", nesting.caption_places, (_ua("7.2", "09-004"), _pdf("14.8.4.3.4"))),
    # headings, pictures
    Rule("first-heading", headings.first_heading, (_ua("7.4.2", "14-002"),)),
    Rule("skipped-heading", headings.skipped_levels, (_ua("7.4.2", "14-003"),)),
    Rule("two-kinds-of-headings", headings.two_kinds, (_ua("7.4.4", "14-007"),)),
    Rule("two-headings-in-one", headings.two_in_one, (_ua("7.4.4", "14-006"),)),
    Rule("no-headings", headings.no_headings, (_ua("7.4.1", "14-001"),), "warning"),
    Rule("figure-without-text", figures.without_text, (_ua("7.3", "13-004"), _a("6.7.5"))),
    Rule("figure-says-nothing", figures.empty_text, (_ua("7.3", "13-004"),), "warning"),
    Rule("figure-without-box", figures.without_box, (_pdf("14.8.5.4.3"),)),
    Rule("loose-image", figures.loose_images, (_ua("7.3", "13-001"),)),
    # tables, lists
    Rule("table-without-rows", nesting.bodiless_tables, (_ua("7.2", "09-004"), _pdf("14.8.4.3.4"))),
    Rule("irregular-row", tables.irregular_rows, (_ua("7.2", "09-004"), _pdf("14.8.4.3.4"))),
    Rule("span-beyond-end", tables.spans_beyond_the_end, (_ua("7.2", "09-004"), _pdf("14.8.5.7"))),
    Rule("table-without-headers", tables.without_headers, (_ua("7.5", "15-001"),)),
    Rule("head-without-headers", tables.headless_heads, (_ua("7.5", "15-002"),)),
    Rule("header-without-scope", tables.unscoped_headers, (_ua("7.5", "15-003"),)),
    Rule("unknown-header", tables.unknown_headers, (_ua("7.5", "15-005"),)),
    Rule("blank-header", tables.blank_headers, (_ua("7.5", "15-002"),), "warning"),
    Rule("item-without-body", lists.items_without_body, (_ua("7.6", "09-005"), _pdf("14.8.4.3.3"))),
    Rule("empty-list", lists.empty_lists, (_ua("7.6", "09-005"), _pdf("14.8.4.3.3"))),
    Rule("label-in-body", lists.labels_in_bodies, (_ua("7.6"), _pdf("14.8.4.3.3"))),
    Rule("missing-label", lists.missing_labels, (_ua("7.6"), _pdf("14.8.4.3.3"))),
    Rule("uncounted-list", lists.uncounted_lists, (_ua("7.6", "16-001"),), "warning"),
    # what runs over pages
    Rule("split-paragraph", continuity.split_paragraphs, (_pdf("14.8.4.3.2"), _ua("7.1", "01-006"))),
    Rule("split-table", continuity.split_tables, (_pdf("14.8.4.3.4"), _ua("7.5"))),
    Rule("split-list", continuity.split_lists, (_pdf("14.8.4.3.3"), _ua("7.6"))),
    Rule("split-row", continuity.split_rows, (_pdf("14.8.4.3.4"), _ua("7.5"))),
    Rule("repeated-head", continuity.repeated_heads, (_pdf("14.8.2.2.2"), _ua("7.1", "01-001"))),
    Rule("unordered-blocks", continuity.unordered_blocks, (_ua("7.1", "09-001"),), "warning"),
    Rule("unordered-pages", continuity.unordered_pages, (_ua("7.1", "09-001"),), "warning"),
    # links
    Rule("link-without-annotation", links.links_without_annotation, (_ua("7.18.5"), _pdf("14.8.4.4.2"))),
    Rule("empty-link", links.empty_links, (_ua("7.18.5"), _pdf("14.8.4.4.2"))),
    Rule("untagged-link", links.untagged_links, (_ua("7.18.5", "28-011"),)),
    Rule("untagged-annotation", links.untagged_annotations, (_ua("7.18.1", "28-002"),)),
    Rule("nameless-annotation", links.nameless_links, (_ua("7.18.5", "28-012"),)),
    Rule("lost-link", links.lost_links, (_pdf("12.3.2"),)),
    Rule("wrong-address", links.wrong_addresses, (_pdf("12.6.4.7"),)),
    Rule("link-without-surface", links.surfaces, (_pdf("12.5.2"),)),
    Rule("wrong-parent-of-annotation", links.parents_of_annotations, (_pdf("14.7.4.4"),)),
    Rule("strange-object", links.strange_objects, (_pdf("14.7.4.3"),)),
    Rule("tab-order", links.tab_order, (_ua("7.18.3", "28-008"),)),
    Rule("annotation-flags", links.flags, (_a("6.3.2"),)),
    Rule("annotation-kind", links.kinds, (_a("6.3.1"),)),
    Rule("annotation-appearance", links.appearances, (_a("6.3.3"),)),
    # fonts
    Rule("font-not-embedded", lettering.embedded, (_ua("7.21.4.1", "31-009"), _a("6.2.11.4.1"))),
    Rule("font-unreadable", lettering.readable, (_a("6.2.11.2"),)),
    Rule("font-without-unicode", lettering.declared, (_ua("7.21.7", "31-027"), _a("6.2.11.7.2"))),
    Rule("notdef", lettering.notdef, (_ua("7.21.8", "31-030"), _a("6.2.11.8"))),
    Rule("unmapped-character", lettering.unmapped, (_ua("7.21.7", "10-001"), _a("6.2.11.7.2"))),
    Rule("forbidden-character", lettering.forbidden, (_ua("7.21.7", "31-029"),)),
    Rule("private-character", lettering.private, (_a("6.2.11.7.3"),)),
    # outline, places, attachments
    Rule("no-outline", navigation.outline, (_ua("7.17"),)),
    Rule("lost-outline-entry", navigation.lost_entries, (_pdf("12.3.3"), _ua("7.17"))),
    Rule("blank-outline-entry", navigation.blank_entries, (_pdf("12.3.3"), _ua("7.17"))),
    Rule("unlisted-heading", navigation.unlisted_headings, (_ua("7.17"),), "warning"),
    Rule("unordered-outline", navigation.unordered_entries, (_ua("7.17"),), "warning"),
    Rule("lost-destination", navigation.lost_names, (_pdf("12.3.2.3"),)),
    Rule("attachment-name", enclosures.names, (_a("6.8"), _ua("7.11", "21-001"))),
    Rule("attachment-relationship", enclosures.relationships, (_a("6.8"),)),
    Rule("attachment-unassociated", enclosures.associations, (_a("6.8"),)),
    Rule("attachment-type", enclosures.media_types, (_a("6.8"),)),
    Rule("attachment-description", enclosures.descriptions, (_ua("7.11"), _pdf("7.11.3"))),
    Rule("attachment-unlisted", enclosures.unlisted, (_pdf("7.11.4"),), "warning"),
    Rule("attachment-damaged", enclosures.damaged, (_pdf("7.11.4"),)),
)
