"""Risk terrain modelling on arrays: numpy and scipy only, no QGIS.

Data flows one way: shapes -> grid -> influence -> candidates -> elastic net -> stepwise -> model.
"""
