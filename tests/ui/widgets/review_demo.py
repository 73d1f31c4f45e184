"""Two drafts of a fictional chapter with everything that a review shows, and comments on the newer one."""

from carfacilitator.document.anchors import AnchorState
from carfacilitator.document.blocks import (
    Anchor,
    Block,
    BlockKind,
    Document,
    FileComment,
    Revision,
    RevisionKind,
    Span,
    SpanKind,
    Story,
)
from carfacilitator.document.comparison import compare
from carfacilitator.ui.widgets.review_data import AudienceLook, CommentCard, DraftHead, KindLook, ReplyLine
from carfacilitator.ui.widgets.sheet_model import Drafts

KINDS = (
    KindLook("i", "I", "Interpretation", "whose meaning is it?", "interpretation", ("Whose words are these?",)),
    KindLook("a", "A", "Analysis", "does it follow?", "analysis", ("How many is most?", "Compared with what?")),
    KindLook("w", "W", "Writing style", "can it be plainer?", "style"),
    KindLook("p", "P", "Politics", "who will read this, and how?", "politics"),
    KindLook("e", "E", "Ethics", "who could be known or hurt?", "ethics", ("Could anyone be recognised from this?",)),
    KindLook("v", "V", "Evidence", "how do we know?", "evidence"),
)
AUDIENCES = (
    AudienceLook("facilitator only", "Facilitator only", private=True, hint="Nobody else will see it."),
    AudienceLook("author", "Author", hint="Gatekeepers and the group will not see it."),
    AudienceLook("group", "Group", hint="Gatekeepers will not see it."),
)
MOVED = "In the first month nobody told families what the letters meant. I did not ask"
LAUGHED = (
    "“I thought if I moaned you would move me down the list,” one of them said, and laughed, and then did not laugh."
)
SAME = (
    "The table shows the arrears for the whole scheme. Managers saw it in March.",
    LAUGHED,
    "None of it fits the form that we use. I began to write it on the back, and in February I took them to my manager.",
    "I would go to the door first and write afterwards. I would ask a second person to read what I had written down.",
    "I would not use the word engagement. Nobody I met had a use for it.",
    "What I can change on my own is small: the first visit, and the second name on the form.",
)
SPLIT = (
    "A letter is not contact. When I went to the door instead, I heard about the damp and the school run.",
    ("None of it was in the file that I had read before I went, and I had read all of it twice over."),
)


def heading(text: str, label: str, level: int = 2) -> Block:
    return Block(f"h{label}", BlockKind.HEADING, (Span(text),), level=level, label=label)


def paragraph(*spans: Span | str, kind: BlockKind = BlockKind.PARAGRAPH, label: str = "", style: str = "") -> Block:
    made = tuple(Span(span) if isinstance(span, str) else span for span in spans)
    return Block("p", kind, made, label=label, style=style)


def table(*rows: tuple[str, ...]) -> Block:
    return Block("t", BlockKind.TABLE, rows=tuple(tuple((paragraph(cell),) for cell in row) for row in rows))


def note(text: str) -> Block:
    return Block("n", BlockKind.NOTE, blocks=(Block("n1", spans=(Span(text),), story=Story.FOOTNOTE),))


def bold(text: str) -> Span:
    return Span(text, marks=frozenset({"bold"}))


OLD = Document(
    (
        heading("Keeping a tenancy after the flood", "", 1),
        paragraph("This chapter asks what keeps a family in its home in the year after a flood."),
        heading("What we did", "4"),
        paragraph("Managers did not want the arrears figures to be used."),
        paragraph(f"{MOVED}."),
        *(paragraph(text) for text in SAME[:4]),
        heading("What I found", "5"),
        paragraph(
            "I spoke with nineteen tenants, ",
            bold("twelve of them twice"),
            ". Everybody said that the service was good.",
        ),
        table(("After the flood", "March", "June"), ("Tenancies at risk", "14", "9"), ("Home in 12 weeks", "19", "31")),
        paragraph("The evidence shows that early contact works."),
        paragraph(" ".join(SPLIT)),
        paragraph("first, a knock on the door", kind=BlockKind.LIST_ITEM, label="•"),
        paragraph("then a letter that says the same", kind=BlockKind.LIST_ITEM, label="•"),
        heading("What I would do again", "6"),
        *(paragraph(text) for text in SAME[4:]),
        note("The council’s own figures, given to the group in March."),
    ),
)
INSERTED = Revision(RevisionKind.INSERT, "Ailsa Reid", "2026-03-02T10:00:00")
DELETED = Revision(RevisionKind.DELETE, "Ailsa Reid", "2026-03-02T10:00:00")
NEW = Document(
    (
        heading("Keeping a tenancy after the flood", "", 1),
        paragraph(
            "This chapter asks what keeps a family in its home in the year after a flood.",
            Span("1", SpanKind.NOTE, about="1"),
        ),
        heading("What we did", "4"),
        paragraph("Managers asked to discuss with me how the arrears figures would be shown."),
        *(paragraph(text) for text in SAME[:4]),
        heading("What I found", "5"),
        paragraph(
            "I kept a diary throughout. The extracts below are given with the permission of the people they describe."
        ),
        paragraph(
            "I spoke with nineteen tenants, ",
            bold("twelve of them twice"),
            ". Most said that the service was good, but four told me later that they had not felt able to say "
            "otherwise to the person who holds their tenancy.",
        ),
        paragraph(f"{MOVED}, because I did not know that I could."),
        table(("After the flood", "March", "June"), ("Tenancies at risk", "14", "9"), ("Home in 12 weeks", "22", "31")),
        paragraph(SPLIT[0]),
        paragraph(SPLIT[1]),
        paragraph("first, a knock on the door", kind=BlockKind.LIST_ITEM, label="•"),
        paragraph("then a letter that says the same", kind=BlockKind.LIST_ITEM, label="•"),
        heading("What I would do again", "6"),
        paragraph(
            SAME[4],
            Span(" They spoke of who came,", revisions=(INSERTED,)),
            Span(" They did not say why,", revisions=(DELETED,)),
            " and whether the same one came back.",
        ),
        *(paragraph(text) for text in SAME[5:]),
        paragraph(Span("\ufffc", SpanKind.PICTURE, about="A map of Mill Wynd"), kind=BlockKind.PICTURE),
        note("The council’s own figures, given to the group in March."),
    ),
    comments=(
        FileComment("1", "Is this still so?", "Tom Baird", "TB", "2026-03-01T09:30:00", anchor=Anchor(3, 0, 3, 8)),
        FileComment("2", "It was in March.", "Ailsa Reid", "AR", "2026-03-02T10:00:00", parent="1"),
    ),
)


def drafts() -> Drafts:
    """Return both drafts, compared."""
    heads = (
        DraftHead("Draft 3", "came by email, Monday 9 February · 6,012 words"),
        DraftHead("Draft 4", "came by email, Wednesday 4 March · 6,204 words"),
    )
    return Drafts(NEW, OLD, compare(OLD, NEW), new_head=heads[1], old_head=heads[0])


def place(words: str) -> Anchor:
    """Return where words stand in the newer draft."""
    leaf, text = next((n, text) for n, text in enumerate(NEW.texts()) if words in text)
    start = text.index(words)
    return Anchor(leaf, start, leaf, start + len(words))


def cards() -> tuple[CommentCard, ...]:
    """Return comments in every state."""
    author, group, private = AUDIENCES[1], AUDIENCES[2], AUDIENCES[0]
    interpretation, analysis, style, politics, ethics, evidence = KINDS
    return (
        CommentCard(
            "politics",
            politics,
            "Agree with Alan how this is put, before the pack goes.",
            "Isla Munro",
            "3 weeks ago",
            place("asked to discuss with me how the arrears figures would be shown"),
            author,
            AnchorState.WEAK,
            "did not want the arrears figures to be used",
        ),
        CommentCard(
            "diary",
            interpretation,
            "Whose diary is the evidence here, yours or theirs? A tenant’s own words would carry this.",
            "Isla Munro",
            "today",
            place("The extracts below"),
            private,
        ),
        CommentCard(
            "most",
            analysis,
            "How many is most? Nineteen people, or thirty-one conversations?",
            "Dougie Kerr, critical friend",
            "2 weeks ago",
            place("Most said"),
            group,
            AnchorState.CHANGED,
            "Everybody said that the service was good",
            (ReplyLine("Ailsa Reid", "2 days ago", "Fifteen of the nineteen. I will say so."),),
        ),
        CommentCard(
            "four",
            ethics,
            "Could colleagues tell which four these are?",
            "Isla Munro",
            "today",
            place("they had not felt able to say otherwise"),
            author,
        ),
        CommentCard(
            "damp",
            style,
            "Strong image. Keep it short.",
            "Samina Aziz, critical friend",
            "2 weeks ago",
            place("the damp and the school run"),
            group,
        ),
        CommentCard(
            "done",
            evidence,
            "Which figures?",
            "Isla Munro",
            "5 weeks ago",
            place("What I can change"),
            author,
            resolved=True,
        ),
        CommentCard(
            "early",
            analysis,
            "Which evidence? And early compared with what?",
            "Dougie Kerr, critical friend",
            "2 weeks ago",
            None,
            group,
            AnchorState.ORPHAN,
            "The evidence shows that early contact works",
            near=place(SPLIT[0]).first,
            cut_from="5 What I found, after table 1",
            candidates=(place("When I went to the door instead"), place("I would go to the door first")),
        ),
        CommentCard(
            "march",
            evidence,
            "Who counted, and on which day?",
            "Isla Munro",
            "3 weeks ago",
            None,
            author,
            AnchorState.ORPHAN,
            "the March count",
            cut_from="3, paragraph 2",
        ),
    )
