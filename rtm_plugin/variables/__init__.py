"""From risk factors to the 0/1 variables of the cells."""
