"""What the user sees in QGIS: calls the algorithms through Processing, and computes nothing itself."""
