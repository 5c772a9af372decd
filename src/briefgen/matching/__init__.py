"""Finding the terms of a person in Dutch text: stems, compounds, phrases, abbreviations."""
