"""Where things are: shapes, the grid of cells, exact distances and densities, and what is spread over the cells."""
