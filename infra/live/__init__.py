"""What a first deployment should show, checked against the stack itself: ``python -m infra.live --stack NAME``."""
