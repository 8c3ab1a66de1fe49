"""Commands beside ``run``: one file a group. ``cli`` hands them the environment as the context's object."""
