//! Message catalogue: every text that a user reads, in every language, outside the logic.
//!
//! Code makes a [`Message`] (an identifier and typed arguments) where a fact is computed; a [`Localizer`] renders it last.
//! The texts are [Fluent](https://projectfluent.org/) files, one folder a language (`en/`, `ko/`), one file an area.
//! The first word of an identifier names its file: `who-partners` stands in `who.ftl`.
//!
//! ```
//! use collabgraph::message;
//! use collabgraph::messages::{Localizer, language::Language};
//!
//! let notices = message!("cli-notices-summary", count = 1_362_usize);
//! assert_eq!(Localizer::new(Language::English).render(&notices), "1,362 notices");
//! assert_eq!(Localizer::new(Language::Korean).render(&notices), "알림 1,362건");
//! ```
//!
//! # Converting a sentence
//!
//! 1. Choose the area: the module's name (`who`, `map`, `report`). A new area is a file in each language's folder and a word
//!    in [`catalogue::AREAS`].
//! 2. Write the text in `en/AREA.ftl` and `ko/AREA.ftl` under `area-what-it-says`. Each language chooses its own order of
//!    words; neither need use every argument that the other uses, but together they use all that the code passes.
//! 3. Make it in code: `message!("area-what-it-says", count = n, name = &institution.names)`. Never join rendered texts:
//!    pass a [`Message`] or a [`List`] as an argument.
//!
//! | Fluent | gives |
//! |---|---|
//! | `{ $count }` of an integer | `1,362`; selects plurals: `{ $count -> [one] tie *[other] ties }` |
//! | `{ $name }` of `&Names` | the institution's name in the reader's language |
//! | `{ COUNTED($count, $kind) }` | `5 models`, `14 institutions`; `모델 5개`, `기관 14곳` |
//! | `{ PIECES($count, $kind) }` | `5`; `5개`, `3편`, `14곳` |
//! | `{ NOUN($kind) }`, `{ NOUN($kind, $count) }`, `{ NOUN($kind, 2) }` | `model`; agreeing with a number; `models` |
//! | `{ HEADING($kind) }`, `{ HEADING($kind, 2) }` | `Model`, `Models` |
//! | `{ $name }은(는)`, `이(가)`, `을(를)`, `과(와)`, `(으)로`, `(이)라는`, `(이)다` … | the particle that fits the word before it |
//!
//! `$kind` is a [`WorkKind`](crate::corpus::kind::WorkKind), an [`ActorKind`](crate::corpus::kind::ActorKind), or one of
//! their words in quotes (`{ NOUN("institution", $count) }`).
//!
//! `tests/messages.rs` refuses an identifier without text, a text without use, an argument that no text uses or that is not
//! passed, and Hangul in any source but files of data words, which it lists.

pub mod argument;
pub mod catalogue;
pub mod english;
mod functions;
pub mod korean;
pub mod language;
mod localizer;
mod message;
pub mod number;
pub mod values;

pub use argument::{Argument, List};
pub use localizer::Localizer;
pub use message::{Message, Statement};
