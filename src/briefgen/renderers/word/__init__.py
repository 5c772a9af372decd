"""The parts of the Word renderer: the package, its tags, its links, its notes, its contents, its properties.

`checking.check` tells all faults of a template, `comments.annotated` writes them into the user's own file.
"""
