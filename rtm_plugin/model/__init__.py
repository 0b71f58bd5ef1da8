"""The fitted risk terrain model: settings, coefficients, scores, risk classes."""
