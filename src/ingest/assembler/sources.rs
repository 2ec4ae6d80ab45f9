//! Works that several sources tell of: by what they are one, whose institutions are taken, which may be one, and which are no
//! regular ones.

use crate::corpus::hashing::FastMap;
use crate::corpus::naming::fold;
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::assembler::drafts::extend;
use crate::ingest::drafts::Draft;
use crate::ingest::merge::OmissionRule;
use crate::ingest::notice::Kind;
use crate::ingest::record::Evidence;
use crate::message;
use crate::messages::List;

/// The name of a scheme of identifiers.
fn scheme_name(scheme: &str) -> &str {
    match scheme {
        "doi" => "DOI",
        "eid" => "EID",
        "wos" => "UT",
        "pmid" => "PMID",
        other => other,
    }
}

/// Whether two texts are both there and differ.
fn differ(own: &str, other: &str) -> bool {
    !own.is_empty() && !other.is_empty() && own != other
}

impl CorpusAssembler<'_> {
    pub(super) fn tell_same_doi(&mut self, first: &Draft, other: &Draft) {
        let (file, line) = (self.input_name(first.source().input).to_owned(), self.row_words(first.source()));
        let shared = other.ids.iter().find(|id| first.ids.contains(id)).map_or("", String::as_str);
        let id = if shared.is_empty() || first.doi == other.doi && !first.doi.is_empty() { &first.doi } else { shared };
        let (id, _) = id.split_once(' ').unwrap_or((id, ""));
        let told = match id.split_once(':').filter(|(scheme, _)| !scheme.starts_with("10.")) {
            Some((scheme, id)) => message!(
                "formats-same-id",
                work = &other.name,
                scheme = scheme_name(scheme),
                id = id,
                file = &file,
                line = line
            ),
            None => {
                message!("formats-same-doi", work = &other.name, doi = id, file = &file, line = line)
            }
        };
        let place = other.spot().row();
        self.omit(OmissionRule::Work, place, told.clone());
        self.notice(Kind::DuplicateWork, place, told);
    }

    /// Institutions that two sources tell of one work: those of both, unless each has some that the other has not and they
    /// know them in different ways. These may be the same under other names, which must not become partners of each
    /// other, so that those that are known more exactly are taken, and the others told.
    pub(super) fn join_institutions(&mut self, draft: &mut Draft, other: &Draft) {
        let is_known = |list: &[u32], entity: u32| list.contains(&entity);
        let only_own = draft.entities.iter().any(|&entity| !is_known(&other.entities, entity));
        let only_other: Vec<u32> =
            other.entities.iter().copied().filter(|&entity| !is_known(&draft.entities, entity)).collect();
        let exact = [draft.evidence, other.evidence];
        let are_rivals = only_own && !only_other.is_empty() && !exact.contains(&Evidence::Unknown);
        if !are_rivals || draft.evidence == other.evidence && draft.source().input == other.source().input {
            extend(&mut draft.entities, only_other);
            draft.evidence = draft.evidence.min(other.evidence);
            return;
        }
        let (left, of) = if other.evidence < draft.evidence {
            let own = std::mem::replace(&mut draft.entities, other.entities.clone());
            (own.into_iter().filter(|&entity| !is_known(&other.entities, entity)).collect(), draft.spot())
        } else {
            (only_other, other.spot())
        };
        draft.evidence = draft.evidence.min(other.evidence);
        let names: Vec<String> = left.iter().map(|&entity| self.registry.name(entity).to_owned()).collect();
        let told = message!("formats-rival-institutions", work = &draft.name, names = List::and(names, "institution"));
        self.omit(OmissionRule::Repeated, of.row(), told.clone());
        self.tell(Kind::Other, of.row(), &told);
    }

    /// Tells of works of several inputs that have one title and one year, and no identifier in common: they may be one.
    /// O(works) for a number of inputs.
    pub(super) fn suggest_same(&mut self, drafts: &[Draft]) {
        let key = |draft: &Draft| Some((fold(&draft.name), draft.date?.year_number()));
        // The first work of each input under a title and a year.
        let mut by_title: FastMap<(String, u16), Vec<usize>> = FastMap::default();
        for (at, draft) in drafts.iter().enumerate().filter(|(_, draft)| draft.is_published()) {
            let Some(key) = key(draft).filter(|(title, _)| !title.is_empty()) else { continue };
            let firsts = by_title.entry(key).or_default();
            let input = draft.source().input;
            let is_other = |one: &Draft| one.source().input != input && !differ(&one.doi, &draft.doi);
            if let Some(&first) = firsts.iter().find(|&&one| drafts.get(one).is_some_and(is_other)) {
                self.tell_same_title(&drafts[first], draft);
            }
            if !firsts.iter().any(|&one| drafts[one].source().input == input) {
                firsts.push(at);
            }
        }
    }

    fn tell_same_title(&mut self, first: &Draft, draft: &Draft) {
        let (file, line) = (self.input_name(first.source().input).to_owned(), self.row_words(first.source()));
        let year = draft.date.map_or(0, |date| date.year_number());
        let told =
            message!("formats-same-title", work = &draft.name, year = year.to_string(), file = file, line = line);
        self.tell(Kind::PossibleDuplicate, draft.spot().row(), &told);
    }

    /// Whether a work is one that the user excludes; it is counted.
    pub(super) fn is_excluded(&mut self, draft: &Draft) -> bool {
        let kinds = [
            (draft.standing.is_retracted, self.excluded.retracted),
            (draft.standing.is_paratext, self.excluded.paratext),
            (draft.standing.is_cut, false),
        ];
        for ((is_such, _), standing) in kinds.into_iter().zip(&mut self.standings) {
            if is_such {
                if standing.count == 0 {
                    standing.first = draft.spot().row();
                }
                standing.count += 1;
            }
        }
        kinds.into_iter().any(|(is_such, is_excluded)| is_such && is_excluded)
    }

    /// Tells of works that were retracted or are paratext: how many there are, and whether they count.
    pub(super) fn tell_standings(&mut self) {
        let [retracted, paratext, cut] = self.standings;
        let exclude = self.excluded;
        for (standing, told) in [
            (cut, message!("formats-authors-cut", count = cut.count)),
            (
                retracted,
                if exclude.retracted {
                    message!("formats-retracted-excluded", count = retracted.count)
                } else {
                    message!("formats-retracted", count = retracted.count)
                },
            ),
            (
                paratext,
                if exclude.paratext {
                    message!("formats-paratext-excluded", count = paratext.count)
                } else {
                    message!("formats-paratext", count = paratext.count)
                },
            ),
        ] {
            if standing.count > 0 {
                self.tell(Kind::Standing, standing.first, &told);
            }
        }
    }
}
