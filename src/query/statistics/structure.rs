//! What a network has beyond its degrees: small world, rich club.

use crate::answer::number::{Real, decimals, stable};
use crate::answer::table::{Cell, Table};
use crate::centrality::null_model::{self, NullComparison};
use crate::message;
use crate::messages::{Argument, Message};
use crate::query::localized::LocalizedContext;
use serde::Serialize;

/// The largest component against networks of the same degrees.
#[derive(Serialize)]
pub(super) struct NullModel {
    samples: usize,
    lattices: usize,
    seed: u64,
    clustering: Real,
    random_clustering: Real,
    lattice_clustering: Real,
    path_length: Real,
    random_path_length: Real,
    pub(super) sigma: Real,
    pub(super) omega: Real,
    rich_club: Vec<ClubRow>,
}

#[derive(Serialize)]
struct ClubRow {
    /// The club has more partners than this.
    degree: usize,
    institutions: usize,
    coefficient: Real,
    expected: Real,
    ratio: Real,
    /// Share of the random networks whose club is as dense.
    as_high: Real,
}

impl NullModel {
    pub(super) fn of(comparison: &NullComparison) -> Self {
        let NullComparison { own, random, lattice_clustering, sigma, omega, rich_club } = comparison;
        let row = |club: &null_model::RichClub| ClubRow {
            degree: club.degree,
            institutions: club.nodes,
            coefficient: Real(club.coefficient),
            expected: Real(club.expected),
            ratio: Real(if club.expected > 0.0 { club.coefficient / club.expected } else { f64::NAN }),
            as_high: Real(club.as_high),
        };
        Self {
            samples: null_model::SAMPLES,
            lattices: null_model::LATTICES,
            seed: null_model::SEED,
            clustering: Real(own.clustering),
            random_clustering: Real(random.clustering),
            lattice_clustering: Real(*lattice_clustering),
            path_length: Real(own.path_length),
            random_path_length: Real(random.path_length),
            sigma: Real(*sigma),
            omega: Real(*omega),
            rich_club: rich_club.iter().map(row).collect(),
        }
    }

    /// What the numbers rest on.
    pub(super) fn note(&self) -> Message {
        let number = |value: Real| Argument::number(value.0, decimals(value.0));
        message!(
            "statistics-null-model",
            samples = self.samples,
            lattices = self.lattices,
            seed = self.seed.to_string(),
            clustering = number(self.clustering),
            random = number(self.random_clustering),
            lattice = number(self.lattice_clustering),
            length = number(self.path_length),
            expected = number(self.random_path_length)
        )
    }

    pub(super) fn table(&self, localized: &LocalizedContext<'_, '_>) -> Table {
        let columns = vec![
            localized.column("degree", message!("statistics-more-partners-than")).integer(),
            localized.column("institutions", message!("answers-number-of-institutions")).integer(),
            localized.column("coefficient", message!("statistics-density")).real(),
            localized.column("expected", message!("statistics-expected-density")).real(),
            localized.column("ratio", message!("statistics-club-ratio")).real(),
            localized.column("as_high", message!("statistics-as-dense")).share(),
        ];
        let real = |value: Real| if value.0.is_finite() { Cell::Real(value.0) } else { Cell::Empty };
        let row = |row: &ClubRow| {
            let share = format!("{}%", crate::answer::number::plain(row.as_high.0 * 100.0, 0));
            vec![
                Cell::Count(row.degree as u64),
                Cell::Count(row.institutions as u64),
                real(row.coefficient),
                real(row.expected),
                real(row.ratio),
                Cell::coded(share, stable(row.as_high.0).to_string()),
            ]
        };
        let caption = localized.text(message!("statistics-club-caption", samples = self.samples));
        Table { name: "rich_club".to_owned(), caption, columns, rows: self.rich_club.iter().map(row).collect() }
    }
}
