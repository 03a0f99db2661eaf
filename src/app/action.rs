//! What an officer can mean by a key: one table, read by the keymap, the bottom bar, the help and the
//! manual.

use super::Edit;

/// Where a key is pressed: decides which bindings apply. Named in `keys.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mode {
    /// First start: the questions about the office.
    Setup,
    /// Unlocking, and the lock over a running program.
    Unlock,
    /// The work queues.
    Beranda,
    /// Typing in the search box.
    Search,
    /// The task list of a case.
    Tasks,
    /// A question that is typed, one line.
    Field,
    /// A question that is typed, several lines.
    Paragraph,
    /// The picker over a question: typing searches.
    Lookup,
    /// A question that is chosen.
    Pick,
    /// The read-back.
    Review,
    /// The retype sheet.
    Handover,
    /// A paper, before it is printed.
    Paper,
    /// The card of an applicant to call.
    Call,
    /// A step that is chosen while a case is put aside.
    Waiting,
    /// A small window that takes a line of text.
    Prompt,
    /// A small window that asks yes or no.
    Confirm,
    /// A message that waits to be read, and the help.
    Reading,
    /// The window of answers without a question.
    Orphans,
    /// The list of troubles: typing searches.
    Troubles,
    /// A step or an end of a trouble.
    Trouble,
    /// The card about the applicant's OSS account.
    Account,
    /// The screen turned to the applicant, where nothing is typed.
    Facing,
    /// The window of what the applicant can say back.
    TeachBack,
    /// The window in which an outage is written down.
    Outage,
    /// The choice of the outage that a letter is about.
    Which,
    /// The journal of outages.
    Outages,
    /// The officers of this counter.
    Officers,
    /// Lines about an officer: a name, a passphrase, a PIN.
    Officer,
}

impl Mode {
    /// Every mode, in the order of the help.
    pub const ALL: [Self; 28] = [
        Self::Setup,
        Self::Unlock,
        Self::Beranda,
        Self::Search,
        Self::Tasks,
        Self::Field,
        Self::Paragraph,
        Self::Lookup,
        Self::Pick,
        Self::Review,
        Self::Handover,
        Self::Paper,
        Self::Call,
        Self::Waiting,
        Self::Prompt,
        Self::Confirm,
        Self::Reading,
        Self::Orphans,
        Self::Troubles,
        Self::Trouble,
        Self::Account,
        Self::Facing,
        Self::TeachBack,
        Self::Outage,
        Self::Which,
        Self::Outages,
        Self::Officers,
        Self::Officer,
    ];

    /// Its name in `keys.toml`; the heading in the help is the Fluent message `mode-<name>`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Setup => "setup",
            Self::Unlock => "unlock",
            Self::Beranda => "beranda",
            Self::Search => "search",
            Self::Tasks => "tasks",
            Self::Field => "field",
            Self::Paragraph => "paragraph",
            Self::Lookup => "lookup",
            Self::Pick => "pick",
            Self::Review => "review",
            Self::Handover => "handover",
            Self::Paper => "paper",
            Self::Call => "call",
            Self::Waiting => "waiting",
            Self::Prompt => "prompt",
            Self::Confirm => "confirm",
            Self::Reading => "reading",
            Self::Orphans => "orphans",
            Self::Troubles => "troubles",
            Self::Trouble => "trouble",
            Self::Account => "account",
            Self::Facing => "facing",
            Self::TeachBack => "teach-back",
            Self::Outage => "outage",
            Self::Which => "which",
            Self::Outages => "outages",
            Self::Officers => "officers",
            Self::Officer => "officer",
        }
    }

    /// Whether letters are text here. Then a plain letter never is a command.
    pub const fn types(self) -> bool {
        matches!(
            self,
            Self::Setup
                | Self::Unlock
                | Self::Search
                | Self::Field
                | Self::Paragraph
                | Self::Lookup
                | Self::Prompt
                | Self::Troubles
                | Self::Outage
                | Self::Officer
        )
    }
}

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// What a key means. Edits within a text are [`Action::Edit`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Action {
            $($(#[$doc])* $name,)*
            /// A move or change within the text being typed.
            Edit(Edit),
        }

        impl Action {
            /// Every action with its name in `keys.toml`. What it does, in words, is the Fluent message
            /// `action-<name>`.
            pub const TABLE: &'static [(Self, &'static str)] = &[
                $((Self::$name, $text),)*
                (Self::Edit(Edit::Left), "left"),
                (Self::Edit(Edit::Right), "right"),
                (Self::Edit(Edit::WordLeft), "word-left"),
                (Self::Edit(Edit::WordRight), "word-right"),
                (Self::Edit(Edit::Home), "line-start"),
                (Self::Edit(Edit::End), "line-end"),
                (Self::Edit(Edit::Backspace), "backspace"),
                (Self::Edit(Edit::Delete), "delete"),
                (Self::Edit(Edit::DeleteWord), "delete-word"),
                (Self::Edit(Edit::Newline), "new-line"),
            ];
        }
    };
}

actions! {
    /// Shows every key that matters here.
    Help = "help",
    /// The next language.
    Language = "language",
    /// Locks the screen.
    Lock = "lock",
    /// Leaves the program, once all is saved.
    Quit = "quit",
    /// One step back: out of the window, the question, the case.
    Back = "back",
    /// The work queues.
    Home = "home",
    /// One line or choice up.
    Up = "up",
    /// One line or choice down.
    Down = "down",
    /// A screenful up.
    PageUp = "page-up",
    /// A screenful down.
    PageDown = "page-down",
    /// Yes, go on, open: what Enter does here.
    Enter = "enter",
    /// The question before.
    Previous = "previous",
    /// The question after.
    Next = "next",
    /// A new applicant.
    NewCase = "new-case",
    /// To the search box.
    Search = "search",
    /// The task list of the open case.
    Tasks = "tasks",
    /// One question a page, or the dense sheet.
    Sheet = "sheet",
    /// The read-back.
    Review = "review",
    /// The retype sheet.
    Handover = "handover",
    /// The receipt.
    Receipt = "receipt",
    /// The list of requirements, to take home.
    Requirements = "requirements",
    /// The paper in large type, or back.
    Large = "large",
    /// The next language the sentences are said in.
    Speak = "speak",
    /// Turns the screen to the applicant, or back.
    ApplicantView = "applicant-view",
    /// Covers long numbers on the applicant's side, or shows them.
    HideNumbers = "hide-numbers",
    /// Reads aloud what is on the screen, or stops.
    ReadAloud = "read-aloud",
    /// What the applicant can say back.
    TeachBack = "teach-back",
    /// Records why a `periksa` is passed.
    Reason = "reason",
    /// A note beside the answer.
    Note = "note",
    /// Puts the case aside until something happens.
    Park = "park",
    /// The card of the applicant to call.
    Call = "call",
    /// What the case waits for is there.
    Met = "met",
    /// The applicant has come.
    Arrived = "arrived",
    /// They answered the telephone.
    Answered = "answered",
    /// Nobody answered.
    NoAnswer = "no-answer",
    /// They will come at some time.
    Coming = "coming",
    /// Copies the telephone number.
    CopyNumber = "copy-number",
    /// Goes to the question of the telephone number, and comes back.
    AskNumber = "ask-number",
    /// Copies the link that opens WhatsApp.
    CopyLink = "copy-link",
    /// One more instance of a repeat.
    AddInstance = "add",
    /// Takes an instance away.
    RemoveInstance = "remove",
    /// Takes the last change back.
    Undo = "undo",
    /// Does it again.
    Redo = "redo",
    /// Chooses what is marked, or takes it out again.
    Toggle = "toggle",
    /// Finishes the case.
    Finish = "finish",
    /// Opens a finished case again.
    Amend = "amend",
    /// Copies the value.
    Copy = "copy",
    /// OSS threw us out: copy this page again.
    ThrownOut = "thrown-out",
    /// The value alone on the screen, for the mouse or for typing it over.
    Alone = "alone",
    /// The goes at typing it into OSS so far.
    Attempts = "attempts",
    /// Records the number that was issued.
    RecordNib = "record-nib",
    /// Saves the paper as a file.
    Save = "save",
    /// Prints the paper on the office's printer.
    Print = "print",
    /// Shows the slip of somebody who waits to be called.
    Slip = "slip",
    /// The next size of paper.
    PaperSize = "size",
    /// What to do when OSS fails.
    Trouble = "trouble",
    /// The card about the OSS account.
    Account = "account",
    /// Writes an outage down, or its end.
    Outage = "outage",
    /// The journal of outages.
    Outages = "outages",
    /// Saves the table as CSV.
    SaveCsv = "save-csv",
    /// Saves the table as a spreadsheet.
    SaveXlsx = "save-xlsx",
    /// One day of the journal alone, or its month again.
    ByDay = "by-day",
    /// The officers of this counter.
    Officers = "officers",
    /// One more officer.
    AddOfficer = "add-officer",
    /// One officer less.
    RemoveOfficer = "remove-officer",
    /// Another passphrase for the officer at the screen.
    Passphrase = "passphrase",
    /// A PIN for the lock, as long as the program runs.
    Pin = "pin",
    /// Makes the letter about an outage.
    Letter = "letter",
    /// Yes.
    Yes = "yes",
    /// No.
    No = "no",
}

impl Action {
    /// The name in `keys.toml`.
    pub fn name(self) -> &'static str {
        Self::TABLE
            .iter()
            .find(|(action, _)| *action == self)
            .map(|(_, name)| *name)
            .expect("the table is made with the enum")
    }

    /// The action of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::TABLE.iter().find(|(_, text)| *text == name).map(|(action, _)| *action)
    }
}
