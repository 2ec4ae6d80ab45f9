//! By which names a table writes its institutions: a renaming that the authority sees through is one all the same.

use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::corpus::name_resolution::{Merge, MergeRule};

/// What reading one side made of its names.
#[derive(Clone, Copy, Debug)]
pub struct Recorded<'t> {
    /// The whole table, without a filter.
    pub corpus: &'t Corpus,
    /// Names taken as others.
    pub merges: &'t [Merge],
}

impl Recorded<'_> {
    /// The names that the table writes for each institution, by its identifier: spellings, and the preferred name where
    /// a work has no other. What a correction of one work replaced, what differs in form alone and what was rolled up
    /// into a group are no names of the institution. O(works + places, log).
    pub(super) fn spellings(&self) -> BTreeMap<String, BTreeSet<String>> {
        let corpus = self.corpus;
        let lines = self.lines();
        let mut written: BTreeMap<InstitutionId, (BTreeSet<String>, usize)> = BTreeMap::new();
        for merge in self.merges {
            let named = |rule: &MergeRule| matches!(rule, MergeRule::Variant | MergeRule::Name | MergeRule::Case);
            let id = corpus.institution_by_key(&merge.institution).filter(|_| merge.rules.iter().all(named));
            let Some(id) = id else { continue };
            let works: BTreeSet<usize> = merge.locations.iter().filter_map(|place| start(&lines, place)).collect();
            let slot = written.entry(id).or_default();
            slot.0.insert(merge.recorded.clone());
            slot.1 += works.len();
        }
        let names = |id: InstitutionId| {
            let institution = corpus.institution(id);
            let (mut names, spelled) = written.get(&id).cloned().unwrap_or_default();
            if spelled < corpus.works_of(id).len() {
                names.insert(institution.names.name.clone());
            }
            (institution.id.clone(), names)
        };
        corpus.institution_ids().map(names).collect()
    }

    /// File and line where each work starts, sorted.
    fn lines(&self) -> Vec<(&str, u32)> {
        let corpus = self.corpus;
        let line = |work| {
            let source = corpus.work(work).source;
            let file = corpus.inputs().get(usize::from(source.input)).map_or("", |input| input.name.as_str());
            (tail(file), source.line)
        };
        let mut lines: Vec<(&str, u32)> = corpus.work_ids().map(line).collect();
        lines.sort_unstable();
        lines
    }
}

/// The work that a place (`file:line:column`) lies in: the last one that starts at or before it.
fn start(lines: &[(&str, u32)], place: &str) -> Option<usize> {
    let (rest, _) = place.rsplit_once(':')?;
    let (file, line) = rest.rsplit_once(':')?;
    let line = line.parse::<u32>().ok()?;
    let at = lines.partition_point(|one| *one <= (tail(file), line));
    at.checked_sub(1).filter(|&at| lines[at].0 == tail(file))
}

fn tail(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
