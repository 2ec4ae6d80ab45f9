//! Clusters, brokers, articulation points and bridges of answers, computed anew from ties alone.

use std::collections::{BTreeMap, BTreeSet};

use collabgraph::answer::Answer;
use collabgraph::corpus::institution::{InstitutionId, Sector};
use collabgraph::messages::{Argument, Statement};

use crate::statements::Facts;

fn count(statement: &Statement, name: &str) -> usize {
    match statement.argument(name) {
        Some(Argument::Count(count)) => *count as usize,
        other => panic!("{}: {name} is no count: {other:?}", statement.id),
    }
}

fn items<'s>(statement: &'s Statement, name: &str) -> &'s [Argument] {
    match statement.argument(name) {
        Some(Argument::List(list)) => &list.items,
        other => panic!("{}: {name} is no list: {other:?}", statement.id),
    }
}

/// Labels of the institutions of a list.
fn labels(items: &[Argument]) -> BTreeSet<String> {
    let label = |item: &Argument| match item {
        Argument::Name(names) => names.label().to_owned(),
        other => panic!("no name: {other:?}"),
    };
    items.iter().map(label).collect()
}

fn label(facts: &Facts<'_>, id: InstitutionId) -> String {
    facts.whole.institution(id).names.label().to_owned()
}

/// Those that can be reached from an institution without passing `closed`, nor the tie `cut`.
fn reached(
    facts: &Facts<'_>,
    from: InstitutionId,
    closed: Option<InstitutionId>,
    cut: Option<(InstitutionId, InstitutionId)>,
) -> BTreeSet<InstitutionId> {
    let mut seen = BTreeSet::from([from]);
    let mut stack = vec![from];
    while let Some(id) = stack.pop() {
        for next in facts.partners(id) {
            let is_cut = cut == Some((id.min(next), id.max(next)));
            if Some(next) != closed && !is_cut && seen.insert(next) {
                stack.push(next);
            }
        }
    }
    seen
}

fn articulation_points(facts: &Facts<'_>) -> BTreeSet<InstitutionId> {
    let splits = |id: &InstitutionId| {
        let partners = facts.partners(*id);
        let Some(&first) = partners.first() else { return false };
        let rest = reached(facts, first, Some(*id), None);
        partners.iter().any(|partner| !rest.contains(partner))
    };
    facts.institutions.iter().copied().filter(splits).collect()
}

fn bridges(facts: &Facts<'_>) -> usize {
    facts.ties.keys().filter(|&&(a, b)| !reached(facts, a, None, Some((a, b))).contains(&b)).count()
}

const ROLES: [&str; 4] = ["coordinator", "itinerant", "gatekeeper", "liaison"];

/// Pairs that an institution connects, by role and by the two groups of a pair; and all of them.
type Brokered = (BTreeMap<&'static str, BTreeMap<(Sector, Sector), usize>>, usize);

/// Pairs of partners without a tie, each by the sectors of the three.
fn brokered(facts: &Facts<'_>, id: InstitutionId) -> Brokered {
    let (partners, sector) = (facts.partners(id), |id: InstitutionId| facts.whole.institution(id).sector());
    let (mut of, mut all) = (BTreeMap::new(), 0);
    for (at, &a) in partners.iter().enumerate() {
        for &b in partners[at + 1..].iter().filter(|&&b| !facts.ties.contains_key(&(a.min(b), a.max(b)))) {
            all += 1;
            let (Some(own), Some(a), Some(b)) = (sector(id), sector(a), sector(b)) else { continue };
            let role = match (a == own, b == own, a == b) {
                (true, true, _) => ROLES[0],
                (false, false, true) => ROLES[1],
                (false, false, false) => ROLES[3],
                _ => ROLES[2],
            };
            *of.entry(role).or_insert_with(BTreeMap::new).entry((a.min(b), a.max(b))).or_default() += 1;
        }
    }
    (of, all)
}

/// Checks a statement on brokers.
pub(crate) fn brokers(facts: &Facts<'_>, one: &Statement, told: &str) {
    let brokers: Vec<(InstitutionId, Brokered)> =
        facts.shown().into_iter().map(|id| (id, brokered(facts, id))).filter(|(_, (_, all))| *all > 0).collect();
    let of_role = |role: &str, (of, _): &Brokered| of.get(role).map_or(0, |pairs| pairs.values().sum::<usize>());
    match one.id {
        "brokers-none" => assert!(brokers.is_empty(), "{told}"),
        "brokers-no-groups" => {
            assert!(!brokers.is_empty() && brokers.iter().all(|(_, (of, _))| of.is_empty()), "{told}");
        }
        "brokers-leader" | "brokers-leaders" => {
            let Some(Argument::Text(role)) = one.argument("role") else { panic!("{told}: {one:?}") };
            let most = brokers.iter().map(|(_, one)| of_role(role, one)).max().unwrap_or(0);
            let leaders: Vec<&(InstitutionId, Brokered)> =
                brokers.iter().filter(|(_, one)| of_role(role, one) == most).collect();
            assert!(most > 0 && count(one, "count") == most, "{told}: {one:?}, not {most}");
            if one.id == "brokers-leaders" {
                let names = leaders.iter().map(|(id, _)| label(facts, *id)).collect();
                assert!(leaders.len() > 1 && labels(items(one, "names")) == names, "{told}: {one:?}");
                return;
            }
            let [(leader, (of, _))] = leaders[..] else { panic!("{told}: {one:?}, of {}", leaders.len()) };
            let Some(Argument::Name(name)) = one.argument("name") else { panic!("{told}: {one:?}") };
            assert_eq!(name.label(), label(facts, *leader), "{told}");
            let largest = of[role.as_str()].values().copied().max().unwrap();
            assert_eq!((count(one, "pairs"), count(one, "others")), (largest, most - largest), "{told}: {one:?}");
        }
        "brokers-articulation-points" => {
            let points = articulation_points(facts);
            assert_eq!((count(one, "count"), count(one, "bridges")), (points.len(), bridges(facts)), "{told}");
            let names = points.into_iter().map(|id| label(facts, id)).collect();
            assert_eq!(labels(items(one, "names")), names, "{told}");
        }
        "brokers-no-articulation-points" => assert!(articulation_points(facts).is_empty(), "{told}"),
        "brokers-roles" | "brokers-constraint-definition" | "brokers-home-country" => {}
        id => panic!("{told}: no check of {id}: {one:?}"),
    }
}

/// Checks an answer on clusters: that they part the institutions, each connected; their sizes, ties, weights and quality;
/// and its statements by them.
pub(crate) fn clusters(facts: &Facts<'_>, answer: &Answer, told: &str) {
    let record: serde_json::Value = serde_json::from_str(&answer.record.compact()).unwrap();
    let id_of = |member: &serde_json::Value| facts.whole.institution_by_key(member["id"].as_str().unwrap()).unwrap();
    let clusters: Vec<BTreeSet<InstitutionId>> = record["clusters"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cluster| cluster["members"].as_array().unwrap().iter().map(id_of).collect())
        .collect();
    let all: BTreeSet<InstitutionId> = clusters.iter().flatten().copied().collect();
    assert_eq!(all, facts.institutions, "{told}");
    assert_eq!(clusters.iter().map(BTreeSet::len).sum::<usize>(), all.len(), "{told}: in two clusters");
    let total = facts.total_weight();
    let algorithm = record["algorithm"].as_str().unwrap();
    let is_leiden = algorithm == "leiden";
    let resolution = if is_leiden { record["resolution"].as_f64().unwrap() } else { 1.0 };
    let mut quality = 0.0;
    for (row, members) in record["clusters"].as_array().unwrap().iter().zip(&clusters) {
        let is_inside = |(a, b): &(InstitutionId, InstitutionId)| members.contains(a) && members.contains(b);
        let inside: Vec<f64> = facts.ties.iter().filter(|(ends, _)| is_inside(ends)).map(|(_, tie)| tie.0).collect();
        let weight: f64 = inside.iter().sum();
        assert_eq!(row["ties"].as_u64().unwrap() as usize, inside.len(), "{told}: {row}");
        assert!((row["weight"].as_f64().unwrap() - weight).abs() < 1e-6, "{told}: {row}");
        // Connected by its own ties alone.
        let mut seen = BTreeSet::from([*members.first().unwrap()]);
        let mut stack: Vec<InstitutionId> = seen.iter().copied().collect();
        while let Some(id) = stack.pop() {
            stack.extend(facts.partners(id).into_iter().filter(|next| members.contains(next) && seen.insert(*next)));
        }
        assert!(!is_leiden || seen.len() == members.len(), "{told}: not connected: {row}");
        let strength = |id: &InstitutionId| -> f64 {
            facts.ties.iter().filter(|((a, b), _)| a == id || b == id).map(|(_, tie)| tie.0).sum()
        };
        let degree: f64 = members.iter().map(strength).sum();
        if total > 0.0 {
            quality += weight / total - resolution * (degree / (2.0 * total)).powi(2);
        }
    }
    // The other methods seek the best of another kind; their modularity is told beside it.
    let told_quality = record[if is_leiden { "quality" } else { "modularity" }].as_f64().unwrap();
    assert!((told_quality - quality).abs() < 1e-6, "{told}: {quality}");
    answer.lead.iter().chain(&answer.notes).for_each(|one| stated_clusters(facts, &clusters, one, told));
}

fn stated_clusters(facts: &Facts<'_>, clusters: &[BTreeSet<InstitutionId>], one: &Statement, told: &str) {
    let larger = clusters.iter().filter(|members| members.len() > 1).count();
    let sizes: Vec<usize> = clusters.iter().map(BTreeSet::len).collect();
    let most = sizes.iter().copied().max().unwrap_or(0);
    let equal = sizes.iter().filter(|&&size| size == most).count();
    match one.id {
        "clusters-none" => assert_eq!(larger, 0, "{told}"),
        "clusters-count" => assert_eq!((count(one, "count"), clusters.len()), (larger, larger), "{told}"),
        "clusters-count-and-singletons" => {
            assert_eq!((count(one, "count"), count(one, "singletons")), (larger, clusters.len() - larger), "{told}");
        }
        "clusters-largest" => {
            assert_eq!((count(one, "count"), equal), (most, 1), "{told}");
            let members = clusters.iter().find(|members| members.len() == most).unwrap();
            let names = members.iter().map(|&id| label(facts, id)).collect();
            assert_eq!(labels(items(one, "names")), names, "{told}");
        }
        "clusters-largest-several" => {
            assert_eq!((count(one, "count"), count(one, "clusters")), (most, equal), "{told}");
        }
        "clusters-names" => assert_eq!(items(one, "names").len(), larger, "{told}"),
        "clusters-are-components" => {
            let own = |members: &BTreeSet<InstitutionId>| reached(facts, *members.first().unwrap(), None, None);
            assert!(clusters.iter().all(|members| own(members) == *members), "{told}");
        }
        "clusters-few" | "clusters-few-ties" => {
            assert!(larger > 0 && count(one, "count") == facts.institutions.len(), "{told}: {one:?}");
        }
        _ => {}
    }
}
