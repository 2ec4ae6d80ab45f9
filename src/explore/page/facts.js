// Data of the page: works and institutions by index, with their names.
let facts = null;
let level = null;

function read(data) {
  facts = data;
  facts.workOf = new Map(data.works.map((work, index) => [work.k, index]));
  for (const work of data.works) {
    work.year = work.d ? Number(work.d.slice(0, 4)) : null;
    for (const list of ["l", "c", "f", "al", "st", "kc", "ks"]) work[list] ??= [];
  }
  for (const one of data.levels) {
    one.keyOf = new Map(one.institutions.map((institution, index) => [institution.k, index]));
    for (const institution of one.institutions) for (const list of ["c", "t", "al"]) institution[list] ??= [];
    one.pairs = one.chosen && new Set(one.chosen.map(([a, b]) => a * one.institutions.length + b));
    one.worksOf = one.institutions.map(() => []);
    one.members.forEach((members, work) => members.forEach((member) => one.worksOf[member].push(work)));
  }
  const years = data.works.map((work) => work.year).filter((year) => year !== null);
  facts.years = years.length ? [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))] : null;
  level = data.levels[0];
}

// Whether there are works; ties alone have no views, panes and columns of works.
const hasWorks = () => facts.works.length > 0;
const OF_WORKS = new Set(["works", "coMade", "jointCount", "two"]);
const withWorks = (keys) => keys.filter((key) => hasWorks() || !OF_WORKS.has(key));

// The least number of joint works of a tie, or where there are no works its least weight, that asks nothing.
const leastOfAll = () => (hasWorks() ? 1 : 0);

// Number of actors of a work, with those that were left out before, and of its institutions.
const sizeOf = (work) => level.sizes?.[work][0] ?? level.members[work].length;
const teamOf = (work) => level.sizes?.[work][1] ?? level.members[work].length;

// The name in the page's language, and the name in the other one.
const nameOf = (index) => {
  const one = level.institutions[index];
  return language === "ko" ? one.ko || one.n : one.n;
};
const otherNameOf = (index) => {
  const one = level.institutions[index];
  return language === "ko" ? (one.ko && one.ko !== one.n ? one.n : "") : one.ko && one.ko !== one.n ? one.ko : "";
};
const workName = (index) => facts.works[index].n;
const countryName = (index) => termOf(facts.countries[index][language === "ko" ? 2 : 1]);
// Shape of an institution by its main sector: 0 circle, 1 square, 2 diamond, 3 hexagon.
const shapeOf = (index) => facts.sectors[level.institutions[index].t[0]]?.[3] ?? 3;
const sectorName = (index) => facts.sectors[index][language === "ko" ? 2 : 1];
const domainName = (index) => termOf(facts.domains[index]);
const criterionName = (index) => termOf(facts.criteria[index]);
const dateOf = (work) => facts.works[work].d || say("undated");
