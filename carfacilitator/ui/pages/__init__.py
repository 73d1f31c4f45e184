"""The pages, one package for each noun; they stand in the order of the rail."""

from collections.abc import Callable

from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.pages.answers.page import AnswersPage
from carfacilitator.ui.pages.case_studies.page import CaseStudiesPage
from carfacilitator.ui.pages.codebook.page import CodebookPage
from carfacilitator.ui.pages.combined.page import CombinedPage
from carfacilitator.ui.pages.comments.page import CommentsPage
from carfacilitator.ui.pages.comparison.page import ComparisonPage
from carfacilitator.ui.pages.emails.page import EmailsPage
from carfacilitator.ui.pages.gatekeepers.page import GatekeepersPage
from carfacilitator.ui.pages.groups.page import GroupsPage
from carfacilitator.ui.pages.handouts.page import HandoutsPage
from carfacilitator.ui.pages.meetings.page import MeetingsPage
from carfacilitator.ui.pages.packs.page import PacksPage
from carfacilitator.ui.pages.people.page import PeoplePage
from carfacilitator.ui.pages.reports.page import ReportsPage
from carfacilitator.ui.pages.review.page import ReviewPage
from carfacilitator.ui.pages.sanctions.page import SanctionsPage
from carfacilitator.ui.pages.today.page import TodayPage
from carfacilitator.ui.pages.workspace.page import WorkspacePage

PAGES: tuple[Callable[[Services, Desk], Page], ...] = (
    TodayPage,
    GroupsPage,
    PeoplePage,
    MeetingsPage,
    CaseStudiesPage,
    GatekeepersPage,
    HandoutsPage,
    WorkspacePage,
    ReviewPage,
    PacksPage,
    EmailsPage,
    CombinedPage,
    SanctionsPage,
    AnswersPage,
    CodebookPage,
    CommentsPage,
    ReportsPage,
    ComparisonPage,
)
