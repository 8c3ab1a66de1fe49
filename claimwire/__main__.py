"""``python -m claimwire``."""

from claimwire.cli import main

if __name__ == "__main__":
    main()
