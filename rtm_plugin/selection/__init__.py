"""Which variables a model uses: folds, elastic net, count models, stepwise search."""
