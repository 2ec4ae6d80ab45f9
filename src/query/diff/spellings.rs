//! Recorded spellings of institutions, to detect renamings that name resolution hides.

use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::corpus::place;
use crate::names::resolution::{Merge, MergeRule};

/// Recorded names of one side of a comparison.
#[derive(Clone, Copy, Debug)]
pub struct RecordedNames<'t> {
    /// The unfiltered corpus.
    pub corpus: &'t Corpus,
    /// Merged names.
    pub merges: &'t [Merge],
}

impl RecordedNames<'_> {
    /// Recorded spellings of each institution by identifier, with the preferred name if a work has no other spelling.
    /// Corrections of single works, differences in form and roll-ups to parents are no spellings. O((works +
    /// locations) log works).
    pub(super) fn spellings(&self) -> BTreeMap<String, BTreeSet<String>> {
        let corpus = self.corpus;
        let lines = self.lines();
        let mut written: BTreeMap<InstitutionId, (BTreeSet<String>, usize)> = BTreeMap::new();
        for merge in self.merges {
            let named = |rule: &MergeRule| matches!(rule, MergeRule::Variant | MergeRule::Name | MergeRule::Case);
            let id = corpus.institution_by_key(&merge.institution).filter(|_| merge.rules.iter().all(named));
            let Some(id) = id else { continue };
            let works: BTreeSet<usize> =
                merge.locations.iter().filter_map(|location| work_at(&lines, location)).collect();
            let slot = written.entry(id).or_default();
            slot.0.insert(merge.recorded.clone());
            slot.1 += works.len();
        }
        let names = |id: InstitutionId| {
            let institution = corpus.institution(id);
            let (mut names, covered) = written.get(&id).cloned().unwrap_or_default();
            if covered < corpus.works_of(id).len() {
                names.insert(institution.names.name.clone());
            }
            (institution.id.clone(), names)
        };
        corpus.institution_ids().map(names).collect()
    }

    /// File name and line of each work, sorted.
    fn lines(&self) -> Vec<(&str, u32)> {
        let corpus = self.corpus;
        let line = |work| {
            let source = corpus.work(work).source;
            let file = corpus.inputs().get(usize::from(source.input)).map_or("", |input| input.name.as_str());
            (file_name(file), source.line)
        };
        let mut lines: Vec<(&str, u32)> = corpus.work_ids().map(line).collect();
        lines.sort_unstable();
        lines
    }
}

/// Index of the work at a location (`file:line:column`): the last one that starts at or before it.
fn work_at(lines: &[(&str, u32)], location: &str) -> Option<usize> {
    let (file, line, _) = place::read(location);
    let line = u32::try_from(line).ok().filter(|&line| line > 0)?;
    let at = lines.partition_point(|one| *one <= (file_name(file), line));
    at.checked_sub(1).filter(|&at| lines[at].0 == file_name(file))
}

fn file_name(path: &str) -> &str {
    let (path, _) = place::without_rows(path);
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
