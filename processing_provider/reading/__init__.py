"""From the user's layers to arrays: sources in any CRS, saved models, rasters."""
