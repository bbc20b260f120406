//! The loop: wait for an event, take all that wait, change the model, draw once.
//!
//! Nothing moves, nothing is drawn. What outlasts a frame runs on threads (`jobs`) and reports
//! back as an event; what touches the world happens in `perform`.

pub mod blocks;
pub mod jobs;
pub mod keeper;
pub mod painter;
mod perform;
pub mod proofreader;
pub mod searcher;
pub mod words;

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use crate::app::{self, Model, Msg, Shared};
use crate::clipboard::{Clipboard, Outcome};
use crate::config::Theme;
use crate::search;
use crate::store::Store;
use crate::tailoring::applicant::STARTER;
use crate::terminal::{Input, MouseAction, Notice, Session, TerminalError, panic, signals};
use crate::ui::{self, Look, Pictures};

use self::keeper::{Keeper, Places};
use self::perform::World;
use self::searcher::Searcher;

/// Lines a wheel notch moves.
const WHEEL: i16 = 3;

/// What the loop needs beyond the model.
pub struct Options {
    pub theme: Theme,
    pub pictures: Pictures,
    pub clipboard: Clipboard,
    /// The person's applications, letters and copies; `None` where they cannot be kept.
    pub store: Option<Store>,
    pub places: Places,
    /// The person's editor with its arguments.
    pub editor: Option<Vec<String>>,
    /// Folder of the search index; without one it lives in memory.
    pub index: Option<PathBuf>,
    /// Printed below a panic message: version and next step.
    pub farewell: String,
    /// A sentence to show at the start, such as files that were skipped.
    pub warning: Option<String>,
}

/// What the terminal or a job reported.
pub enum Event {
    Input(Input),
    Signal(Notice),
    /// The index is there.
    Searcher(Box<Searcher>, Option<search::Notice>),
    /// What a worker found out.
    Answer(Msg),
    Copied(crate::clipboard::Request, Outcome),
    WorkerPanicked,
}

/// Runs the program until it is left. Returns the exit code.
pub fn run(shared: Shared, options: Options) -> Result<u8, TerminalError> {
    let (events, inbox) = mpsc::channel();
    let reports = events.clone();
    let main = std::thread::current().id();
    panic::install(options.farewell, move |_| {
        if std::thread::current().id() != main {
            let _ = reports.send(Event::WorkerPanicked);
        }
    });
    let notices = events.clone();
    signals::watch(move |notice| {
        let _ = notices.send(Event::Signal(notice));
    })
    .map_err(TerminalError::Read)?;

    let mut session = Session::start(events.clone(), Event::Input)?;
    let mut model = app::start(shared);
    model.status = options.warning.and_then(app::Status::warning);
    let look = Look::new(options.theme);
    if model.shared.mouse {
        session.set_mouse(true)?;
    }
    // The first frame does not wait for the index.
    let mut pictures = options.pictures;
    model.drawn = session.draw(|frame| ui::view(&model, &look, &mut pictures, frame))?;
    jobs::open_index(&model.shared.corpus, options.index, events.clone());
    let file = options.places.applicant.clone();
    let blocks = options.places.blocks.clone();
    let own_words = options.places.words.clone();
    let exports = options.places.exports.clone();
    let editor = options.editor.map(|words| Editor { words, file, blocks });
    let language = model.shared.language;
    let keeper = Keeper::start(options.store, options.places, language, events.clone());
    let mut world = World::new(options.clipboard, keeper, own_words, exports, events);
    let driven =
        drive(&mut model, &look, &mut pictures, &mut session, &mut world, &inbox, editor.as_ref());
    // However the program ends, what was written is saved; dropping the world waits for it.
    for effect in app::update(&mut model, Msg::SaveDue) {
        world.perform(effect, &model.shared);
    }
    drop(world);
    match driven {
        // A signal is on its way and knows the exit code.
        Err(TerminalError::Ending) => {
            Ok(inbox.iter().find_map(|event| exit_code(&event)).unwrap_or(0))
        }
        result => result,
    }
}

fn exit_code(event: &Event) -> Option<u8> {
    match event {
        Event::Signal(notice) => notice.exit_code(),
        _ => None,
    }
}

fn drive(
    model: &mut Model,
    look: &Look,
    pictures: &mut Pictures,
    session: &mut Session,
    world: &mut World,
    inbox: &Receiver<Event>,
    editor: Option<&Editor>,
) -> Result<u8, TerminalError> {
    loop {
        let first = if app::is_unsaved(model) {
            match inbox.recv_timeout(SAVE_AFTER) {
                Ok(event) => event,
                Err(RecvTimeoutError::Timeout) => Event::Answer(Msg::SaveDue),
                Err(RecvTimeoutError::Disconnected) => return Ok(0),
            }
        } else {
            match inbox.recv() {
                Ok(event) => event,
                Err(_) => return Ok(0),
            }
        };
        for event in std::iter::once(first).chain(inbox.try_iter()) {
            let msg = match event {
                Event::Input(input) => translate(input),
                Event::Signal(Notice::Suspend) => {
                    suspend(session)?;
                    continue;
                }
                Event::Signal(Notice::Continued) => {
                    session.reclaim()?;
                    continue;
                }
                Event::Signal(notice) => return Ok(notice.exit_code().unwrap_or(0)),
                Event::Searcher(searcher, notice) => {
                    world.set_searcher(*searcher, &model.shared.corpus);
                    let notice =
                        notice.and_then(|notice| words::index_notice(model.shared.text(), &notice));
                    Some(Msg::IndexReady { notice })
                }
                Event::Answer(msg) => Some(msg),
                Event::Copied(request, outcome) => {
                    perform::copied(session, model, request, &outcome)?
                }
                Event::WorkerPanicked => {
                    Some(Msg::Warning(model.shared.text().worker_panicked().to_owned()))
                }
            };
            let Some(msg) = msg else { continue };
            if let Some(code) = step(model, msg, session, world, editor)? {
                return Ok(code);
            }
        }
        model.drawn = session.draw(|frame| ui::view(model, look, pictures, frame))?;
    }
}

/// One message and everything that follows from it. Returns the exit code when it ends the
/// program.
fn step(
    model: &mut Model,
    msg: Msg,
    session: &mut Session,
    world: &World,
    editor: Option<&Editor>,
) -> Result<Option<u8>, TerminalError> {
    let mut waiting = vec![msg];
    while let Some(msg) = waiting.pop() {
        for effect in app::update(model, msg) {
            match effect {
                app::Effect::Quit => return Ok(Some(0)),
                app::Effect::Redraw => session.redraw_all()?,
                app::Effect::SetMouse(on) => session.set_mouse(on)?,
                app::Effect::Suspend => suspend(session)?,
                app::Effect::EditApplicant => {
                    if let Some(editor) = editor {
                        session.release(|| editor.applicant())?;
                        world.reload_applicant();
                    } else {
                        waiting.push(Msg::Warning(model.shared.text().no_editor().to_owned()));
                    }
                }
                app::Effect::EditBlock { name } => {
                    let text = model.shared.text();
                    let message = match editor {
                        Some(editor) => session.release(|| editor.block(&name))?,
                        None => Msg::Warning(text.no_editor().to_owned()),
                    };
                    waiting.push(message);
                }
                effect => waiting.extend(world.perform(effect, &model.shared)),
            }
        }
    }
    Ok(None)
}

/// How long nothing is typed before a letter is saved.
const SAVE_AFTER: Duration = Duration::from_secs(1);

/// The person's editor and the file it opens.
struct Editor {
    words: Vec<String>,
    file: Option<PathBuf>,
    /// Folder of the person's own blocks.
    blocks: Option<PathBuf>,
}

impl Editor {
    fn applicant(&self) {
        let Some(file) = &self.file else { return };
        if !file.exists() {
            let _ = crate::store::private::write(file, STARTER);
        }
        self.run(file);
    }

    /// Opens an own block or a copy of a shipped one, and reads all blocks again.
    fn block(&self, name: &str) -> Msg {
        let Some(folder) = &self.blocks else { return Msg::Warning(String::new()) };
        match blocks::file_to_edit(folder, name) {
            Ok(file) => {
                self.run(&file);
                let (snippets, problems) = blocks::with_own(folder);
                Msg::Blocks { snippets, problem: problems.first().map(ToString::to_string) }
            }
            Err(error) => Msg::Warning(error.to_string()),
        }
    }

    /// Runs it to its end. What it says is on the person's screen.
    fn run(&self, file: &std::path::Path) {
        if let Some((program, arguments)) = self.words.split_first() {
            let _ = std::process::Command::new(program).args(arguments).arg(file).status();
        }
    }
}

fn suspend(session: &mut Session) -> Result<(), TerminalError> {
    // Without a shell that would wake us there is nothing to do.
    session.suspend().map(|_| ())
}

fn translate(input: Input) -> Option<Msg> {
    Some(match input {
        Input::Key(key) => Msg::Key(key),
        Input::Paste { text, .. } => Msg::Paste(text),
        Input::Resize { .. } => Msg::Resized,
        Input::Mouse { action, column, row } => match action {
            MouseAction::Click => Msg::Click { column, row },
            MouseAction::ScrollUp => Msg::Scroll { column, row, lines: -WHEEL },
            MouseAction::ScrollDown => Msg::Scroll { column, row, lines: WHEEL },
        },
    })
}
