//! Exports that are known to name no institutions: each is refused by its own name, with where the same works have them, and
//! with the column of authors, who can be drawn instead.

use crate::corpus::naming::fold;
use crate::format::decoder::{Confidence, Refusal};
use crate::format::head::Head;
use crate::message;
use crate::messages::Message;
use crate::source::error::Error;

/// An export without institutions.
struct Nameless {
    name: &'static str,
    /// Folded headers that it has.
    headers: &'static [&'static str],
    /// Folded headers of titles, of authors.
    columns: [&'static str; 2],
    /// Where the same works have institutions.
    other: &'static str,
}

const KNOWN: [Nameless; 5] = [
    Nameless {
        name: "Lens CSV",
        headers: &["lensid", "title"],
        columns: ["title", "authors"],
        other: "Lens (JSON), OpenAlex, Scopus, Web of Science",
    },
    Nameless {
        name: "Springer CSV",
        headers: &["itemtitle", "itemdoi"],
        columns: ["itemtitle", "authors"],
        other: "OpenAlex, Scopus, Web of Science",
    },
    Nameless {
        name: "PubMed CSV",
        headers: &["pmid", "title", "firstauthor", "citation"],
        columns: ["title", "authors"],
        other: "PubMed (format PubMed, .nbib)",
    },
    Nameless {
        name: "Google Scholar CSV",
        headers: &["authors", "title", "publication", "volume", "number", "pages", "year", "publisher"],
        columns: ["title", "authors"],
        other: "OpenAlex, Scopus, Web of Science",
    },
    Nameless {
        name: "Publish or Perish CSV",
        headers: &["cites", "authors", "title", "gsrank"],
        columns: ["title", "authors"],
        other: "OpenAlex, Scopus, Web of Science",
    },
];

/// Refuses exports without institutions, unless the user says which column to take.
pub(crate) struct NamelessExport;

impl Refusal for NamelessExport {
    fn refuse(&self, head: &Head<'_>) -> Option<(Confidence, Error)> {
        if let Some(error) = cochrane(head) {
            return Some((Confidence::Certain, error));
        }
        let row = head.header().filter(|_| head.options.columns.is_none())?;
        // Patents of The Lens have its identifiers, too, and inventors instead of authors.
        let is_such = |known: &&Nameless| known.headers.iter().chain([&known.columns[1]]).all(|header| row.has(header));
        let found = KNOWN.iter().find(is_such)?;
        let [title, authors] = found.columns.map(|folded| {
            let own = row.headers.iter().find(|header| fold(header) == folded);
            own.map_or_else(|| folded.to_owned(), Clone::clone)
        });
        // Headers with blanks or commas are quoted for the shell.
        let columns = format!("work={title},institutions={authors}");
        let columns = if columns.contains(' ') { format!("\"{columns}\"") } else { columns };
        let told = message!(
            "formats-no-columns",
            format = found.name,
            advice = message!("formats-advice-other", other = found.other),
            columns = columns
        );
        Some((Confidence::Certain, error(head, &told)))
    }
}

/// The text form of the Cochrane Library.
fn cochrane(head: &Head<'_>) -> Option<Error> {
    let mut lines = head.body().lines().map(str::trim).filter(|line| !line.is_empty());
    let is_such = lines.next()?.starts_with("Record #1 of ") && lines.next()?.starts_with("ID:");
    let told = || {
        message!(
            "formats-no-fields",
            format = "Cochrane Library",
            advice = message!("formats-advice-other", other = "PubMed (.nbib), Embase, OpenAlex")
        )
    };
    is_such.then(|| error(head, &told()))
}

fn error(head: &Head<'_>, told: &Message) -> Error {
    Error::at(head.name, 1, 1, told.clone())
}
