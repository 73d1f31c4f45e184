"""The page of the codebook: the kinds of comment."""
