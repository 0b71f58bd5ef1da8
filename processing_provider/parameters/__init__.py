"""What algorithms ask for, and how it is read from the parameters of a run."""
