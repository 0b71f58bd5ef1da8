"""How far a fitted model can be trusted."""
