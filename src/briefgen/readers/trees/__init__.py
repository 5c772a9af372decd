"""What the readers of HTML and XML share: safe parsing, the text layer of a tree, links and notes of markup."""
