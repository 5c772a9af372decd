"""From the pages of a PDF to lines in reading order, each with its typography.

glyphs → segments (words on one baseline) → regions (columns, margins, edges) → lines → the text layer.
"""
