"""Saved web pages: where the text of the page is, its notes, its structure and what it says of itself."""
