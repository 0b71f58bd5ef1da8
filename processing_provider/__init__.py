"""The Processing provider: reads the user's layers into arrays, has rtm_plugin compute, writes layers."""
