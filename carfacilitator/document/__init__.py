"""The text of a draft: its blocks, how two drafts compare, and where comments stand; pure and fast."""
