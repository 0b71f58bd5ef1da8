"""Reading delimited text as people export it: incidents and points of interest."""
