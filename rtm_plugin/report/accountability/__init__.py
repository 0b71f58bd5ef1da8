"""The accountability file: model card, assessment support sheet and transparency record of a saved model."""
