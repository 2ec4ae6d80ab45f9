//! Which columns of a list of ties hold its ends and its weight, by their headers.

use crate::corpus::naming::fold;
use crate::ingest::columns::{Layout, Role};

/// Words for the two ends that say by themselves what they are.
const ENDS: [(&str, &str); 17] = [
    ("source", "target"),
    ("from", "to"),
    ("src", "dst"),
    ("src", "dest"),
    ("source", "dest"),
    ("source", "destination"),
    ("orig", "dest"),
    ("src", "tgt"),
    ("sender", "receiver"),
    ("ego", "alter"),
    ("origin", "destination"),
    ("head", "tail"),
    ("tail", "head"),
    ("출발", "도착"),
    ("출발지", "도착지"),
    ("보내는", "받는"),
    ("출처", "대상"),
];

/// Words that are ends only where another column is known to hold weights.
const WEAK_ENDS: [(&str, &str); 10] = [
    ("v1", "v2"),
    ("x1", "x2"),
    ("a", "b"),
    ("i", "j"),
    ("u", "v"),
    ("s", "t"),
    ("start", "end"),
    ("시작", "끝"),
    ("row", "column"),
    ("row", "col"),
];

/// Names that R gives to columns without one: two ends, and the weight.
const UNNAMED: [(&str, &str, &str); 2] = [("v1", "v2", "v3"), ("x1", "x2", "x3")];

/// An institution and its partner.
const PARTNERS: [(&str, &str); 8] = [
    ("institution", "partner"),
    ("organization", "partner"),
    ("organisation", "partner"),
    ("actor", "partner"),
    ("기관", "상대기관"),
    ("기관", "협력기관"),
    ("기관", "파트너"),
    ("기관", "상대"),
];

/// What marks the two ends of one word: `node1` and `node2`, `기관 A` and `기관 B`.
const NUMBERS: [(&str, &str); 7] =
    [("1", "2"), ("a", "b"), ("i", "j"), ("x", "y"), ("one", "two"), ("first", "second"), ("첫번째", "두번째")];

/// What a series of [`NUMBERS`] goes on with: then it is one of more than two columns, and no tie.
const THIRD: [&str; 7] = ["3", "c", "k", "z", "three", "third", "세번째"];

/// What is called by a name or a number, the names first.
const STEMS: [&str; 45] = [
    "name",
    "label",
    "institutionname",
    "organizationname",
    "organisationname",
    "nodename",
    "nodelabel",
    "이름",
    "명",
    "기관명",
    "institution",
    "institute",
    "organization",
    "organisation",
    "org",
    "inst",
    "company",
    "firm",
    "university",
    "affiliation",
    "partner",
    "actor",
    "node",
    "vertex",
    "item",
    "entity",
    "agent",
    "member",
    "party",
    "country",
    "author",
    "기관",
    "대학",
    "회사",
    "기업",
    "연구소",
    "노드",
    "나라",
    "국가",
    "저자",
    "id",
    "nodeid",
    "vid",
    "vertexid",
    "userid",
];

/// How many of [`WEIGHTS`] say nothing but a weight.
const CLEAR: usize = 8;

/// Words for the weight, the clearest first.
const WEIGHTS: [&str; 27] = [
    "weight",
    "weights",
    "wt",
    "가중치",
    "무게",
    "strength",
    "강도",
    "세기",
    "value",
    "값",
    "count",
    "counts",
    "n",
    "w",
    "freq",
    "frequency",
    "frequencies",
    "횟수",
    "빈도",
    "빈도수",
    "건수",
    "편수",
    "개수",
    "수",
    "total",
    "times",
    "amount",
];

/// What is counted: the number of these is a weight.
const COUNTED: [&str; 30] = [
    "papers",
    "works",
    "articles",
    "publications",
    "documents",
    "models",
    "projects",
    "patents",
    "collaborations",
    "collaboration",
    "partnerships",
    "cooccurrences",
    "cooccurrence",
    "coauthorships",
    "coauthorship",
    "copublications",
    "copublication",
    "cooperation",
    "occurrences",
    "links",
    "ties",
    "논문",
    "공저",
    "협력",
    "협업",
    "공동연구",
    "공동논문",
    "공동출원",
    "모델",
    "특허",
];

/// Words before and after what is counted.
const BEFORE: [&str; 14] =
    ["numberof", "num", "no", "nof", "n", "total", "sum", "joint", "shared", "common", "co", "edge", "tie", "link"];
const AFTER: [&str; 9] = ["count", "counts", "number", "total", "수", "횟수", "건수", "편수", "빈도"];

/// Columns of a list of ties.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ends {
    pub(crate) source: usize,
    pub(crate) target: usize,
    /// The weight column that belongs to these ends.
    pub(crate) weight: Option<usize>,
    /// Whether the headers say by themselves that they are ends, and cannot be names above a matrix.
    pub(crate) are_clear: bool,
}

/// The columns of the ends, where the headers name them. O(columns).
pub(crate) fn ends(headers: &[String]) -> Option<Ends> {
    let folded: Vec<String> = headers.iter().map(|header| fold(header)).collect();
    if folded.len() < 2 {
        return None;
    }
    let find = |word: &str| folded.iter().position(|header| header == word);
    let pair = |first: &str, second: &str| {
        Some(Ends { source: find(first)?, target: find(second)?, weight: None, are_clear: false })
            .filter(|ends| ends.source != ends.target)
    };
    let affixed = |stem: &str, (a, b): (&str, &str)| {
        pair(&format!("{a}{stem}"), &format!("{b}{stem}"))
            .or_else(|| pair(&format!("{stem}{a}"), &format!("{stem}{b}")))
    };
    // Names say more than ids: `source_name` comes before `source`.
    let (names, others) = STEMS.split_at(10);
    let strong = |stems: &[&str]| stems.iter().find_map(|stem| ENDS.iter().find_map(|&marks| affixed(stem, marks)));
    let plain = || ENDS.iter().find_map(|&(a, b)| pair(a, b));
    if let Some(found) = strong(names).or_else(plain).or_else(|| strong(others)).or_else(|| of_one_word(&folded)) {
        return Some(Ends { are_clear: true, ..found });
    }
    if has_works(headers, &folded) {
        return None;
    }
    let numbered = || {
        STEMS.iter().find_map(|stem| {
            NUMBERS.iter().zip(THIRD).find_map(|(&marks, third)| {
                let goes_on = find(&format!("{stem}{third}")).or_else(|| find(&format!("{third}{stem}"))).is_some();
                affixed(stem, marks).filter(|_| !goes_on)
            })
        })
    };
    numbered().or_else(|| PARTNERS.iter().find_map(|&(a, b)| pair(a, b))).or_else(|| unnamed(&folded, pair)).or_else(
        || {
            let found = WEAK_ENDS.iter().find_map(|&(a, b)| pair(a, b))?;
            // R's triplets of a sparse matrix are i, j, x.
            let triplet = || find("x").filter(|_| folded[found.source] == "i");
            let is_end = |column: usize| column == found.source || column == found.target;
            let has_weight = (0..folded.len()).any(|column| !is_end(column) && weight_rank(&folded[column]).is_some());
            match triplet() {
                Some(weight) => Some(Ends { weight: Some(weight), ..found }),
                None => has_weight.then_some(found),
            }
        },
    )
}

/// Two headers that say which end they are of one and the same word: `orig_airport` and `dest_airport`. Times have such
/// ends as well (`from_year`, `to_year`), and where several words have them it is not clear which are names.
fn of_one_word(folded: &[String]) -> Option<Ends> {
    const TIMES: [&str; 10] = ["date", "year", "time", "month", "day", "period", "일", "년", "연도", "날짜"];
    let at = |header: &str| folded.iter().position(|own| own == header);
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (source, header) in folded.iter().enumerate() {
        for (a, b) in ENDS {
            let before = header.strip_prefix(a).map(|word| (word, format!("{b}{word}")));
            let after = header.strip_suffix(a).map(|word| (word, format!("{word}{b}")));
            let others = before.into_iter().chain(after).filter(|(word, _)| !word.is_empty() && !TIMES.contains(word));
            found.extend(others.filter_map(|(_, other)| at(&other)).map(|target| (source, target)));
        }
    }
    found.dedup();
    match found[..] {
        [(source, target)] => Some(Ends { source, target, weight: None, are_clear: false }),
        _ => None,
    }
}

/// Whether a first row is no header but a tie of VOSviewer's network file: two names or numbers, and a strength.
pub(crate) fn is_bare_tie(cells: &[String]) -> bool {
    let is_number = |cell: &String| cell.trim().parse::<f64>().is_ok_and(f64::is_finite);
    match cells {
        [a, b] => is_number(a) && is_number(b),
        [a, _, weight] => is_number(weight) && !a.starts_with('%'),
        _ => false,
    }
}

/// V1, V2 and V3: the third is the weight, if there is one, and there is no fourth.
fn unnamed(folded: &[String], pair: impl Fn(&str, &str) -> Option<Ends>) -> Option<Ends> {
    UNNAMED.iter().find_map(|&(a, b, weight)| {
        let weight = folded.iter().position(|header| header == weight);
        let fits = folded.len() == 2 + usize::from(weight.is_some());
        pair(a, b).filter(|_| fits).map(|ends| Ends { weight, ..ends })
    })
}

/// Whether a column is about works: a row is a work then, and its numbered columns are lists of institutions.
fn has_works(headers: &[String], folded: &[String]) -> bool {
    const WORKS: [&str; 8] = ["paper", "title", "article", "model", "doi", "논문", "모델", "제목"];
    // `논문` may be a paper, or the number of them.
    Layout::guess(headers).get(Role::Work).is_some_and(|work| weight_rank(&folded[work]).is_none())
        || folded.iter().any(|header| WORKS.iter().any(|word| header.contains(word)) && weight_rank(header).is_none())
}

/// How clearly a folded header names a weight, 0 the clearest; `None` for one that does not. First come the words for a
/// weight, in their order, then numbers of works and collaborations, then what holds the word “weight”.
pub(crate) fn weight_rank(folded: &str) -> Option<usize> {
    let rank = |word: &str| {
        WEIGHTS
            .iter()
            .position(|known| *known == word)
            .or_else(|| COUNTED.iter().position(|known| *known == word).map(|rank| WEIGHTS.len() + rank))
    };
    let all = WEIGHTS.len() + COUNTED.len();
    if let Some(rank) = rank(folded) {
        return Some(rank);
    }
    let singular = |word: &str| rank(word).or_else(|| rank(&format!("{word}s")));
    let counted = |word: &str| AFTER.iter().filter_map(|after| word.strip_suffix(after)).find_map(singular);
    let found = BEFORE
        .iter()
        .filter_map(|before| folded.strip_prefix(before))
        .find_map(|rest| rank(rest).or_else(|| counted(rest)))
        .or_else(|| counted(folded))
        .map(|rank| all + rank);
    found.or_else(|| (folded.starts_with("weight") || folded.ends_with("weight")).then_some(2 * all))
}

/// Whether a header of this rank says “weight” or “strength” in so many words: its column is the weight, whatever it holds.
pub(crate) fn is_clear(rank: usize) -> bool {
    rank < CLEAR
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(text: &str) -> Vec<String> {
        text.split(',').map(str::to_owned).collect()
    }

    fn found(text: &str) -> Option<(usize, usize)> {
        ends(&headers(text)).map(|ends| (ends.source, ends.target))
    }

    #[test]
    fn usual_words_for_ends_are_known() {
        for text in [
            "from,to,weight",
            "SOURCE,Target",
            "source_name,target_name",
            "From Institution,To Institution,papers",
            "node1,node2",
            "Node A,Node B,n",
            "item1,item2,n",
            "institution1,institution2,works",
            "institution_a,institution_b",
            "first institution,second institution",
            "ego,alter,freq",
            "V1,V2",
            "V1,V2,V3",
            "a,b,weight",
            "i,j,x",
            "출발,도착,횟수",
            "출발기관,도착기관,가중치",
            "기관1,기관2,건수",
            "기관 A,기관 B",
            "기관,협력기관,공동논문 수",
            "orig_airport,dest_airport,total_passengers",
            "src_node_id,dest_node_id",
            "airport_from,airport_to,from_year,to_year",
            "v_id_1,v_id_2,voltage",
        ] {
            assert_eq!(found(text), Some((0, 1)), "{text}");
        }
        assert_eq!(found("source,target,source_label,target_label"), Some((2, 3)));
    }

    #[test]
    fn other_tables_are_no_lists_of_ties() {
        for text in [
            "foo,bar",
            "A,B",
            "i,j",
            "a,b,c",
            "V1,V2,V3,V4",
            "Title,Institution 1,Institution 2",
            "Paper ID,Institution 1,Institution 2",
            "id,Institution 1,Institution 2,Institution 3",
            "id,label,x,y",
            "Model,Organization,count",
            "from_year,to_year,n",
            "from_lat,to_lat,from_lon,to_lon",
            "source",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn words_for_weights_have_an_order() {
        let rank = |text: &str| weight_rank(&fold(text));
        for text in [
            "Weight",
            "value",
            "COUNT",
            "n",
            "strength",
            "freq",
            "Frequency",
            "papers",
            "works",
            "co-occurrence",
            "cooccurrences",
            "n_papers",
            "num_works",
            "number of papers",
            "paper count",
            "works_count",
            "joint papers",
            "collaborations",
            "가중치",
            "횟수",
            "논문수",
            "공동연구 건수",
            "협력 횟수",
            "edge weight",
            "weight<links>",
            "joint_paper_count",
        ] {
            assert!(rank(text).is_some(), "{text}");
        }
        for text in ["", "id", "label", "year", "score", "paper", "model", "type", "evidence", "note", "number"] {
            assert!(rank(text).is_none(), "{text}");
        }
        assert!(rank("weight") < rank("strength") && rank("strength") < rank("value") && rank("value") < rank("count"));
        assert!(rank("n") < rank("papers") && rank("papers") < rank("n_papers") && is_clear(0));
    }
}
