"""What those who develop briefgen use: their commands, and what makes the templates that ship."""
