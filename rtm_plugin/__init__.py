"""Risk terrain modelling on arrays: numpy and scipy only, no QGIS.

Data flows one way: files and space -> variables -> selection -> model, which ``pipeline`` does from top to bottom; then
use, trust and report.
"""
