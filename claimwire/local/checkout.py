"""Where the template, the functions and the locks lie: they are part of the checkout, not of the installed package."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from claimwire.errors import BadSetting


class Checkout(Struct, frozen=True):
    """A checkout of claimwire."""

    root: Path

    @property
    def template(self) -> Path:
        """What CloudFormation deploys."""
        return self.root / "infra/template.json"

    @property
    def ministack(self) -> Path:
        """The exact packages of the local cloud's server."""
        return self.root / "infra/requirements-ministack.txt"

    @property
    def lock(self) -> Path:
        """The exact packages of everything else."""
        return self.root / "requirements.lock"

    @property
    def builds(self) -> Path:
        """Where builds are kept."""
        return self.root / ".build"

    @property
    def requirements(self) -> tuple[Path, ...]:
        """What the functions need."""
        extras = ("offline", "formats")
        return self.root / "requirements.txt", *(self.root / f"infra/requirements-{extra}.txt" for extra in extras)


def find(start: Path | None = None) -> Checkout:
    """The checkout around ``start``; without it the one that this package runs from, or else around the current folder.

    Raises:
        BadSetting: there is none.
    """
    here = (start or Path.cwd()).absolute()
    for root in ([] if start else [Path(__file__).parents[2]]) + [here, *here.parents]:
        checkout = Checkout(root)
        if checkout.template.is_file() and (root / "functions").is_dir():
            return checkout
    raise BadSetting(
        "the local cloud needs a checkout of claimwire (infra/template.json and functions/): run this in one, or install "
        "claimwire from one with `pip install -e .`"
    )
