"""The pages, one package for each noun; they stand in the order of the rail."""

from collections.abc import Callable

from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk, Page

PAGES: tuple[Callable[[Services, Desk], Page], ...] = ()
