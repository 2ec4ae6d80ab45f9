//! The name of an institution at the head of a row: both languages on one line, the second nearest the mark.

use crate::answer::language::Language;
use crate::answer::mark::{Mark, TextAnchor};
use crate::corpus::institution::Names;
use crate::drawing::member::{self, Look};
use crate::drawing::names::{self, Length};
use crate::drawing::wording;
use crate::typography::{Weight, reserved_width};

/// Gap between the two languages in points.
const BETWEEN: f64 = 5.0;

/// Whether a row has room for the second language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// First language only.
    First,
    /// Both on one line.
    Both,
}

/// The name of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowName {
    /// In bold.
    pub first: String,
    /// In the other language.
    pub second: Option<String>,
}

impl RowName {
    /// The name of an institution.
    #[must_use]
    pub fn new(names: &Names, length: Length, lines: Lines, look: Look<'_>) -> Self {
        let label = names::label(names, look.language, length);
        let second = label.second.filter(|_| lines == Lines::Both && look.language == Language::Both);
        Self { first: label.first, second }
    }

    /// Width with reserve, in points.
    #[must_use]
    pub fn width(&self, look: Look<'_>) -> f64 {
        reserved_width(&self.first, look.roles.name, Weight::Bold) + self.second_width(look)
    }

    fn second_width(&self, look: Look<'_>) -> f64 {
        let width = |text: &String| reserved_width(text, look.roles.second, Weight::Regular) + BETWEEN;
        self.second.as_ref().map_or(0.0, width)
    }

    /// Cuts it to a width: the second language goes first, then letters.
    pub fn fit(&mut self, most: f64, look: Look<'_>) {
        if self.width(look) > most {
            self.second = None;
        }
        if self.width(look) > most {
            self.first = wording::fitted(&self.first, look.roles.name, Weight::Bold, most / 1.2);
        }
    }

    /// The texts, ending at `right`, with their middle at a height.
    #[must_use]
    pub fn marks(&self, right: f64, middle: f64, look: Look<'_>) -> Vec<Mark> {
        let mut marks = Vec::new();
        if let Some(second) = &self.second {
            let text = member::line(second, right, middle, look.roles.second, look.theme.muted);
            marks.push(text.anchored(TextAnchor::End).into());
        }
        let right = right - self.second_width(look);
        let first = member::line(&self.first, right, middle, look.roles.name, look.theme.ink);
        marks.push(first.bold().anchored(TextAnchor::End).into());
        marks
    }
}

/// Width of the widest, after each was cut to `most`.
#[must_use]
pub fn column(rows: &mut [RowName], most: f64, look: Look<'_>) -> f64 {
    rows.iter_mut().for_each(|row| row.fit(most, look));
    rows.iter().map(|row| row.width(look)).fold(0.0, f64::max)
}
