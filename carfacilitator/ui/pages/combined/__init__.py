"""What came back of a draft: edits and remarks to decide, one at a time, and the draft made of them."""
