//! Institutions of cells that an engine sends: what each of them names, by the rules of a table that is loaded.

use crate::corpus::Corpus;
use crate::corpus::country::Country;
use crate::corpus::institution::{Institution, InstitutionId, Sector};
use crate::corpus::table::ExplicitTie;
use crate::ingest::columns::ColumnMap;
use crate::ingest::notice::Notice;
use crate::ingest::options::{GroupBy, Options};
use crate::ingest::role::Role;
use crate::sink::load::load;
use crate::source::error::Error;
use crate::source::input::Input;
use crate::source::position::line_ends;

/// What cells name.
#[derive(Clone, Debug)]
pub struct ResolvedCells {
    /// Every institution that one of them names.
    pub corpus: Corpus,
    /// Of each cell its institutions, each once.
    pub institutions: Vec<Vec<InstitutionId>>,
    /// Cells that name other institutions in the record of one work, which the authority corrects.
    pub corrected: Vec<CorrectedCell>,
    /// What was odd; their lines are those of a table of the cells, one column beside a number.
    pub notices: Vec<Notice>,
}

/// A cell in the record of one work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectedCell {
    /// Number of the cell.
    pub cell: usize,
    /// Name of the work.
    pub work: String,
    /// The institutions of that work, each once.
    pub institutions: Vec<InstitutionId>,
}

impl ResolvedCells {
    /// The network of the ties that an engine counted, and of the institutions of the works that it kept: institutions in
    /// order of their id, ties as [`Corpus::explicit_ties`]. What is not among the institutions of the cells is passed over.
    /// O(institutions + ties).
    #[must_use]
    pub fn network(self, mut ties: Vec<ExplicitTie>, present: &[InstitutionId]) -> Corpus {
        let mut used = vec![false; self.corpus.institution_count()];
        for id in present {
            if let Some(used) = used.get_mut(id.index()) {
                *used = true;
            }
        }
        ties.retain(|tie| tie.a < tie.b && tie.b.index() < used.len());
        ties.sort_by_key(|tie| (tie.a, tie.b));
        let corpus = self.corpus.with_explicit_ties_only(ties);
        corpus.subset_with(|_| false, |_| true, used).0
    }
}

/// What a filter asks of an institution, as the texts of [`INSTITUTION_COLUMNS`](crate::sink::sql::INSTITUTION_COLUMNS)
/// behind its number.
#[must_use]
pub fn attributes(institution: &Institution) -> [String; 5] {
    let list = |words: Vec<&str>| if words.is_empty() { String::new() } else { format!(";{};", words.join(";")) };
    let home = institution.country().filter(|country| country.is_registered());
    [
        institution.id.clone(),
        home.map(|country| country.code().to_owned()).unwrap_or_default(),
        list(institution.countries.iter().map(Country::code).collect()),
        institution.sector().map(Sector::key).unwrap_or_default().to_owned(),
        list(institution.sectors.iter().map(|sector| sector.key()).collect()),
    ]
}

/// Resolves distinct cells as those of one column of a table: how they are split, and which names are one, rests on all of
/// them. O(length of the cells · corrections of single works).
///
/// # Errors
/// As for [`load()`]: the cells are postal addresses and `options` do not say what becomes of these.
pub fn resolve_cells(cells: &[String], options: &Options) -> Result<ResolvedCells, Error> {
    let mut table = CellTable::new(cells.iter().map(|cell| cell.len() + 16).sum());
    for (number, cell) in cells.iter().enumerate() {
        table.row(&number.to_string(), cell);
    }
    // Corrections are few, and so are the cells in which the names that they concern stand.
    let mut corrected: Vec<(usize, &str)> = Vec::new();
    for (recorded, work) in options.authority.corrections() {
        let holds = |(_, cell): &(usize, &String)| cell.contains(recorded);
        corrected.extend(cells.iter().enumerate().filter(holds).map(|(number, _)| (number, work)));
    }
    corrected.sort_unstable();
    corrected.dedup();
    corrected.iter().for_each(|&(number, work)| table.row(work, &cells[number]));
    let columns = ColumnMap::default().with(Role::Work, WORK).with(Role::Institutions, CELL);
    let options =
        Options { columns: Some(columns), group_by: GroupBy::Never, delimiter: Some(b','), ..options.clone() };
    let loaded = load(&[Input::bytes("cells", table.text)], &options)?;
    let mut institutions = vec![Vec::new(); cells.len() + corrected.len()];
    for work in loaded.corpus.work_ids() {
        for source in loaded.corpus.sources_of(work) {
            if let Ok(row) = table.lines.binary_search(&u64::from(source.line)) {
                institutions[row] = loaded.corpus.institutions_of(work).to_vec();
            }
        }
    }
    let of_works = institutions.split_off(cells.len());
    let corrected = corrected.into_iter().zip(of_works);
    let corrected = corrected.filter(|((cell, _), found)| institutions[*cell] != *found);
    let corrected = corrected
        .map(|((cell, work), institutions)| CorrectedCell { cell, work: work.to_owned(), institutions })
        .collect();
    Ok(ResolvedCells { corpus: loaded.corpus, institutions, corrected, notices: loaded.notices })
}

const WORK: &str = "work";
const CELL: &str = "institutions";

/// A table of works and cells, and the line on which each row starts.
struct CellTable {
    text: String,
    lines: Vec<u64>,
    next: u64,
}

impl CellTable {
    fn new(length: usize) -> Self {
        let mut text = String::with_capacity(length);
        text.extend([WORK, ",", CELL, "\n"]);
        Self { text, lines: Vec::new(), next: 2 }
    }

    fn row(&mut self, work: &str, cell: &str) {
        self.lines.push(self.next);
        for (text, end) in [(work, ','), (cell, '\n')] {
            self.next += line_ends(text.as_bytes(), Some(b'"'));
            self.text.push('"');
            self.text.push_str(&text.replace('"', "\"\""));
            self.text.extend(['"', end]);
        }
        self.next += 1;
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::names::authority::Authority;

    #[test]
    fn cells_name_institutions_and_corrections_of_works_are_told_apart() {
        let authority = r#"{"institutions": [{"id": "lab", "name": "X Lab"}, {"id": "inc", "name": "X"}],
            "corrections": [{"work": "W", "recorded": "X", "is": "lab", "why": "so", "why_ko": "x"}]}"#;
        let options = Options {
            authority: Authority::none().with_file("mine.json", authority.as_bytes()).unwrap(),
            separator: Some(";".to_owned()),
            ..Options::default()
        };
        let cells = ["X;Y \"Z\"".to_owned(), String::new(), "Y\r\nW;X".to_owned(), "X Lab".to_owned(), "Q".to_owned()];
        let found = resolve_cells(&cells, &options).unwrap();
        let names = |ids: &[InstitutionId]| -> Vec<&str> {
            ids.iter().map(|&id| found.corpus.institution(id).names.name.as_str()).collect()
        };
        let all: Vec<Vec<&str>> = found.institutions.iter().map(|ids| names(ids)).collect();
        assert_eq!(all, [vec!["X", "Y \"Z\""], vec![], vec!["Y W", "X"], vec!["X Lab"], vec!["Q"]]);
        let corrected: Vec<(usize, &str, Vec<&str>)> =
            found.corrected.iter().map(|one| (one.cell, one.work.as_str(), names(&one.institutions))).collect();
        assert_eq!(corrected, [(0, "W", vec!["X Lab", "Y \"Z\""]), (2, "W", vec!["Y W", "X Lab"])]);
    }
}
