"""From arrays to what the user keeps: rasters, tables, styles, maps, reports."""
