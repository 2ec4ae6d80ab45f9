//! How steady clusters are over many seeds, in words.

use serde::Serialize;

use crate::answer::number::{Real, plain, stable, thousands};
use crate::answer::told::{Cell, Column, Table};
use crate::community::leiden::Options;
use crate::community::partition::Partition;
use crate::community::stability::{self, RUNS, Stability};
use crate::corpus::institution::InstitutionId;
use crate::question::partnership;
use crate::question::record::Party;
use crate::question::scope::Scope;
use crate::question::voice::{Voice, counted};

/// Above this many ties fewer runs must do.
const MANY_TIES: usize = 20_000;
/// How many runs do then.
const FEWER_RUNS: usize = 10;
/// Partners that are together more rarely than this share of runs, and apart more rarely, waver.
const WAVERING: f64 = 0.05;
/// How many wavering partners are told.
const TOLD: usize = 10;

/// Partners that are now in one cluster, now not.
#[derive(Serialize)]
pub(super) struct Wavering {
    a: Party,
    b: Party,
    together: Real,
}

/// The stability of a partition, and which partners waver.
pub(super) struct Steadiness {
    pub(super) stability: Stability,
    wavering: Vec<(InstitutionId, InstitutionId, f64)>,
}

impl Steadiness {
    pub(super) fn of(scope: &Scope<'_>, partition: &Partition, options: &Options) -> Self {
        let network = scope.network();
        let runs = if network.tie_count() > MANY_TIES { FEWER_RUNS } else { RUNS };
        let stability = stability::of(network, partition, options, runs);
        let mut wavering: Vec<(f64, usize)> = (0..network.tie_count())
            .map(|tie| (stability.pair(network.tie(tie).0, network.tie(tie).1), tie))
            .filter(|(share, _)| (WAVERING..=1.0 - WAVERING).contains(share))
            .collect();
        let doubt = |share: f64| stable((share - 0.5).abs());
        wavering.sort_by(|x, y| doubt(x.0).total_cmp(&doubt(y.0)).then(x.1.cmp(&y.1)));
        wavering.truncate(TOLD);
        let ends = |(share, tie): (f64, usize)| partnership::ends(scope, tie).map(|(a, b)| (a, b, share));
        let wavering = wavering.into_iter().filter_map(ends).collect();
        Self { stability, wavering }
    }

    pub(super) fn records(&self, scope: &Scope<'_>) -> Vec<Wavering> {
        let record = |&(a, b, share): &(InstitutionId, InstitutionId, f64)| Wavering {
            a: Party::of(scope.corpus, a),
            b: Party::of(scope.corpus, b),
            together: Real(share),
        };
        self.wavering.iter().map(record).collect()
    }

    /// How many seeds agree, and who is least settled. `clusters` are those of two or more.
    pub(super) fn sentence(&self, voice: &Voice<'_, '_>, clusters: &[Vec<InstitutionId>]) -> String {
        let runs = thousands(self.stability.runs as u64);
        let steady = self.stability.recovered[..clusters.len()].iter().filter(|&&share| share == 1.0).count();
        if steady == clusters.len() {
            return voice.say(
                format!("All of {runs} seeds give these same clusters."),
                format!("시드 {runs}개에서 모두 같은 군집이 나온다."),
            );
        }
        let share = |id: &InstitutionId| self.stability.member_stability[id.index()];
        let least = clusters.iter().flatten().min_by(|a, b| share(a).total_cmp(&share(b)).then(a.cmp(b)));
        let (least_en, least_ko) = least.map_or_else(Default::default, |id| {
            let (name, percent) = (voice.name(*id), percent(share(id)));
            (
                format!("; least settled is {name}, with the others of its cluster in {percent} of them"),
                format!(" 가장 유동적인 기관은 {name}(자기 군집의 다른 기관과 함께 묶인 비율 {percent})."),
            )
        });
        let of = counted(clusters.len(), "cluster comes", "clusters come");
        voice.say(
            format!("Over {runs} seeds, {steady} of {of} out the same every time{least_en}."),
            format!("시드 {runs}개 가운데 늘 똑같이 나오는 군집은 {}개 중 {steady}개다.{least_ko}", clusters.len()),
        )
    }

    pub(super) fn table(&self, voice: &Voice<'_, '_>) -> Option<Table> {
        let columns = vec![
            Column::new("a", voice.say("Institution", "기관")),
            Column::new("b", voice.say("Partner", "협력 기관")),
            Column::for_machines("a_id"),
            Column::for_machines("b_id"),
            Column::new("together", voice.say("In one cluster", "같은 군집에 든 비율")),
        ];
        let key = |id: InstitutionId| voice.scope.corpus.institution(id).id.clone();
        let row = |&(a, b, share): &(InstitutionId, InstitutionId, f64)| {
            vec![
                Cell::text(voice.name(a)),
                Cell::text(voice.name(b)),
                Cell::text(key(a)),
                Cell::text(key(b)),
                Cell::coded(percent(share), stable(share).to_string()),
            ]
        };
        let caption = voice.say("Partners that waver between clusters", "시드에 따라 군집이 갈리는 협력 관계");
        let rows: Vec<Vec<Cell>> = self.wavering.iter().map(row).collect();
        (!rows.is_empty()).then(|| Table { name: "wavering".to_owned(), caption, columns, rows })
    }
}

/// A share of runs in per cent.
pub(super) fn percent(share: f64) -> String {
    format!("{}%", plain(share * 100.0, 0))
}
