// One-mode projection, counts, shortest paths and ranks under the filters, by the library's rules: a work of n
// institutions adds to each of its pairs 1, 1/(n−1) or 2/(n(n−1)); teams above the cap make no ties.
const PER_PAIR = { full: () => 1, fractional: (n) => 1 / (n - 1), strict: (n) => 2 / (n * (n - 1)) };
let net = null;

// What the filters make of a work, by the rule of the command: "out" where it fails a condition; where it fails none,
// "undated" or "unplaced" where a missing date, country or sector leaves it undecided; else "kept". Each filter is judged
// separately, so that the counts of a facet can ignore its own filter.
function judge(work, besides) {
  const one = facts.works[work];
  const any = (list, words) => !words.size || list.some((index) => words.has(index));
  if (besides !== "domain" && !any(one.f, chosen.domain)) return "out";
  if (besides !== "criterion" && !any(one.c, chosen.criterion)) return "out";
  const ofTeam = judgeAttributes([one.kc, one.ks], [one.kcx, one.ksx], besides);
  if (ofTeam === false) return "out";
  if (besides !== "years" && (state.from !== null || state.to !== null)) {
    if (one.year === null) return "undated";
    if (one.year < (state.from ?? -Infinity) || one.year > (state.to ?? Infinity)) return "out";
  }
  return ofTeam ? "kept" : "unplaced";
}
const keeps = (work, besides) => judge(work, besides) === "kept";

// Whether countries and sectors meet the filters; null where there may be more than these.
function judgeAttributes([countries, sectors], [moreCountries, moreSectors], besides) {
  const meets = (own, isOpen, words) => !words.size || own.some((index) => words.has(index)) || (isOpen ? null : false);
  const verdicts = [
    besides === "country" || meets(countries, moreCountries, chosen.country),
    besides === "sector" || meets(sectors, moreSectors, chosen.sector),
  ];
  return verdicts.includes(false) ? false : verdicts.includes(null) ? null : true;
}
let chosen = {};
function choose() {
  chosen = {};
  for (const list of Object.keys(KEYS)) chosen[list] = new Set(state[list].map((word) => indexOf(list, word)));
}
const unfiltered = () => state.from === null && state.to === null && Object.values(chosen).every((set) => set.size === 0);

// Whether a filter asks for what ties without works do not have.
const asksForWorks = () => state.from !== null || state.to !== null || chosen.domain.size > 0 || chosen.criterion.size > 0;
const judgeStated = (a, b) => {
  const of = (key) => [a, b].map((end) => level.institutions[end][key]);
  const all = ["c", "t"].map(of);
  return !asksForWorks() && judgeAttributes(all.map((lists) => lists.flat()), all.map((lists) => lists.some((own) => !own.length)));
};

// `ignoreFilters` ignores all filters, for "of all" counts; its team-size cap is the one with which the page was made, or
// `team`.
function build(ignoreFilters, team = facts.maxTeam) {
  const count = level.institutions.length;
  const verdicts = facts.works.map((_, work) => (ignoreFilters ? "kept" : judge(work)));
  const kept = verdicts.map((verdict) => verdict === "kept");
  const all = ignoreFilters || unfiltered();
  const cap = ignoreFilters ? team : state.team;
  const perPair = PER_PAIR[ignoreFilters ? facts.counting : state.counting];
  const ties = new Map();
  const worksOf = Array.from({ length: count }, () => []);
  const over = [];
  const add = (a, b, weight, work) => {
    const [low, high] = a < b ? [a, b] : [b, a];
    const key = low * count + high;
    if (level.pairs && !level.pairs.has(key)) return;
    let tie = ties.get(key);
    if (!tie) ties.set(key, (tie = { a: low, b: high, weight: 0, works: [], stated: 0 }));
    tie.weight += weight;
    if (work === null) tie.stated += weight;
    else tie.works.push(work);
  };
  kept.forEach((keep, work) => {
    if (!keep) return;
    const members = level.members[work];
    members.forEach((member) => worksOf[member].push(work));
    if (cap && teamOf(work) > cap) { over.push(work); return; }
    for (let i = 0; i < members.length; i += 1) for (let j = i + 1; j < members.length; j += 1) add(members[i], members[j], perPair(sizeOf(work)), work);
  });
  // An explicit tie has no works: country and sector judge its two ends as a team, any other filter excludes it.
  const unstated = [];
  for (const [a, b, weight] of level.stated) {
    const verdict = ignoreFilters || judgeStated(a, b);
    if (verdict) add(a, b, weight, null); else unstated.push(verdict);
  }
  // Without a filter, institutions without works and ties are there as well.
  const tied = new Set([...ties.values()].flatMap((tie) => [tie.a, tie.b]));
  const here = worksOf.map((works, index) => all || works.length > 0 || tied.has(index));
  let cut = 0;
  const least = ignoreFilters ? leastOfAll() : state.least;
  if (least > leastOfAll()) for (const [key, tie] of ties) if (Math.max(tie.works.length, tie.stated) < least) { ties.delete(key); cut += 1; }
  const near = Array.from({ length: count }, () => new Map());
  for (const tie of ties.values()) { near[tie.a].set(tie.b, tie); near[tie.b].set(tie.a, tie); }
  return { kept, ties: [...ties.values()], near, worksOf, over, cut, unstated: unstated.length, unplacedTies: unstated.filter((verdict) => verdict === null).length, here, undated: verdicts.filter((one) => one === "undated").length, unplaced: verdicts.filter((one) => one === "unplaced").length, works: kept.filter(Boolean).length, institutions: here.filter(Boolean).length, betweenness: null };
}
const tieOf = (a, b) => net.near[a].get(b);
const strengthOf = (index) => { let sum = 0; for (const tie of net.near[index].values()) sum += tie.weight; return sum; };
const coMade = (index) => net.worksOf[index].filter((work) => sizeOf(work) > 1).length;
const sameTeam = (a, b) => tieOf(a, b)?.works ?? [];

// Partners by weight, then by name, as on the command line.
function partnersOf(index) {
  return [...net.near[index]].map(([other, tie]) => ({ other, tie }))
    .sort((x, y) => y.tie.weight - x.tie.weight || x.other - y.other);
}

// Shortest path with the strongest bottleneck, then that of the smaller node numbers.
function shortest(from, to) {
  if (from === to) return [from];
  const steps = new Map([[to, 0]]);
  const order = [to];
  for (let at = 0; at < order.length && !steps.has(from); at += 1) {
    for (const next of net.near[order[at]].keys()) if (!steps.has(next)) { steps.set(next, steps.get(order[at]) + 1); order.push(next); }
  }
  if (!steps.has(from)) return null;
  // A search that stopped early may lack nodes of its last level; all earlier levels are complete.
  const best = new Map([[to, Infinity]]);
  const ahead = (node) => [...net.near[node]].filter(([next]) => steps.get(next) === steps.get(node) - 1);
  for (const node of order) {
    if (node === to) continue;
    best.set(node, Math.max(...ahead(node).map(([next, tie]) => Math.min(tie.weight, best.get(next)))));
  }
  const weakest = best.get(from);
  const path = [from];
  while (path.at(-1) !== to) {
    const fit = ahead(path.at(-1)).filter(([next, tie]) => Math.min(tie.weight, best.get(next)) >= weakest - 1e-12);
    path.push(Math.min(...fit.map(([next]) => next)));
  }
  return path;
}

// Betweenness (Brandes 2001), unweighted, divided by the number of pairs of other nodes.
function betweenness() {
  if (net.betweenness) return net.betweenness;
  const count = level.institutions.length;
  const scores = new Float64Array(count);
  const rows = net.near.map((row) => [...row.keys()]);
  const distance = new Int32Array(count), paths = new Float64Array(count), share = new Float64Array(count);
  for (let source = 0; source < count; source += 1) {
    if (!rows[source].length) continue;
    distance.fill(-1); paths.fill(0); share.fill(0);
    const order = [source];
    distance[source] = 0; paths[source] = 1;
    for (let at = 0; at < order.length; at += 1) {
      for (const next of rows[order[at]]) {
        if (distance[next] < 0) { distance[next] = distance[order[at]] + 1; order.push(next); }
        if (distance[next] === distance[order[at]] + 1) paths[next] += paths[order[at]];
      }
    }
    for (let at = order.length - 1; at > 0; at -= 1) {
      const node = order[at];
      for (const before of rows[node]) if (distance[before] === distance[node] - 1) share[before] += (paths[before] / paths[node]) * (1 + share[node]);
      scores[node] += share[node];
    }
  }
  const pairs = (net.institutions - 1) * (net.institutions - 2);
  net.betweenness = scores.map((score) => (pairs > 0 ? score / pairs : 0));
  return net.betweenness;
}
const MEASURES = {
  works: (index) => net.worksOf[index].length,
  coMade,
  partners: (index) => net.near[index].size,
  strength: strengthOf,
  betweenness: (index) => betweenness()[index],
};
