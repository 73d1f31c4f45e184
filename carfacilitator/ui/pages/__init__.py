"""The pages, one package for each noun; they stand in the order of the rail."""

from collections.abc import Callable

from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.pages.groups.page import GroupsPage
from carfacilitator.ui.pages.packs.page import PacksPage
from carfacilitator.ui.pages.review.page import ReviewPage

PAGES: tuple[Callable[[Services, Desk], Page], ...] = (
    GroupsPage,
    ReviewPage,
    PacksPage,
)
