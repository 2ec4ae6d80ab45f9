//! One form for each word that names shorten or write in another language.
//!
//! Source: address abbreviations of the Web of Science (abbreviation → words), read both ways: all words of a row are one
//! word. Where an abbreviation has two expansions (`Sci`: science, sciences) both are the same word here, so that names are
//! compared stem by stem and in order; an abbreviation whose expansions are different words (`Nat`: national, natural) has
//! one of them here and the others in [`others`]. Words of other languages stand beside the English ones because the
//! registry lists many institutions in one language only.

use std::sync::OnceLock;

use crate::corpus::hashing::FastMap;

/// First the form, then all other words that mean it; folded.
const WORDS: &[&str] = &[
    "univ university universities universite universitat universitaet universidad universidade universita universitas universiteit universitet universitetet universiti uniwersytet univerzita univerzitet univerza universitatea universitesi universitario universitaria universitaire universiteti universitate universitaria universitatis universitats uni unv univers universitaten",
    "inst institute institutes institut instituto institutos istituto istituti instituut institutet instytut institutul instit ist insts",
    "tech technology technologies technological technol technical technique techniques technische technischen technischer techn tecnologia tecnologico tecnologica tecnologicas tecnica tecnico technologie technologique teknologi tecn technolology",
    "polytech polytechnic polytechnique polytechnical politecnico politecnica politehnica politechnika polytechnico polytechn polytechnische",
    "sci science sciences scientific scientifique scient ciencia ciencias scienza scienze scis wissenschaften",
    "natl national nationale nacional nazionale natl nacl nazl natn nationaal nationales",
    "med medical medicine medicina medica medicas medico medicinal medicale medecine medizin medizinische medizinischen medisch meditsin medicin",
    "hlth health salud saude sante salute",
    "res research recherche recherches researches ricerca ricerche investigacion investigaciones investigacao pesquisa pesquisas forschung",
    "ctr center centre centro centrum zentrum centers centres centr",
    "cent central centrale",
    "hosp hospital hospitals hopital hopitaux hospitalier hospitalario hospitaux hop ospedale ospedali hospitalet",
    "clin clinic clinical clinics clinica clinique clinicas klinik",
    "coll college colleges colegio collegio",
    "sch school schools schule escuela",
    "lab laboratory laboratories labs laboratoire laboratoires laboratorio laboratori laboratorium laboratorios",
    "fac faculty facultad faculdade faculte fakultat",
    "dept department departments dep depts departamento departement dipartimento depto",
    "div division divisions",
    "acad academy academia academie akademie akademia academies accademia akademi academic",
    "engn engineering engineer eng engr ingenieria ingegneria ingenierie engineers engg engenharia engng",
    "agr agricultural agriculture agri agricola agric agron agronomy agronomic agronomique agraria agrarian",
    "appl applied aplicada aplicadas applicata",
    "biol biology biological biologie biologia biologicas biologique bio",
    "biochem biochemistry biochemical",
    "biomed biomedical biomedicine biomedica",
    "biotechnol biotechnology biotechnological biotech biotecnologia biotechnologie",
    "chem chemistry chemical chemie chimie chimica quim quimica chim",
    "phys physics physical physik physique fisica fis physica",
    "physiol physiology physiological",
    "math mathematics mathematical mathematik mathematiques matematica maths",
    "comp computer computing comput computers computation computational computat",
    "elect electronic electronics electrical electr electric",
    "informat information informatics info informatik informatique informatica",
    "econ economics economic economia economy economiche",
    "educ education educational educacion educacao",
    "environm environment environmental environ environnement ambiente ambiental",
    "fdn foundation fondation fondazione fundacion fundacao stiftung found",
    "fed federal federation federale",
    "geol geology geological geologie",
    "geophys geophysics geophysical",
    "geog geography geographic geographical",
    "ind industry industrial industries",
    "int international intl internacional internationale internat",
    "mat materials material",
    "mech mechanical mechanics",
    "mfg manufacturing",
    "mil military",
    "minist ministry ministerio ministere ministero ministries",
    "mus museum museo musee museums",
    "nucl nuclear nucleaire nucleare",
    "pharm pharmacy pharmaceutical pharmaceuticals pharmaceut",
    "pharmacol pharmacology pharmacological",
    "polit political",
    "publ public publique publica",
    "rehabil rehabilitation",
    "secur security",
    "serv service services servicio",
    "soc society societies",
    "social socials",
    "stat statistics statistical",
    "surg surgery surgical",
    "syst system systems",
    "theoret theoretical",
    "tradit traditional",
    "trop tropical",
    "vet veterinary veterinaria",
    "zool zoology zoological",
    "calif california",
    "penn pennsylvania",
    "mem memorial",
    "gen general generale",
    "pk park",
    "mt mount",
    "st saint sainte sankt",
    "prov province provincial",
    "reg region regional",
    "republ republic",
    "super superior superieure superieur superiore",
    "off office",
    "bur bureau",
    "canc cancer cancerology",
    "oncol oncology oncologico",
    "commun communication communications",
    "telecommun telecommunication telecommunications telecom",
    "dev development",
    "dis disease diseases",
    "aeronaut aeronautics aeronautical",
    "astronaut astronautics astronautical",
    "aerosp aerospace aerospatial",
    "astron astronomy astronomical astronomico astronomie",
    "astrophys astrophysics astrophysical",
    "adv advanced",
    "adm administration administrative admin",
    "assoc association associated associacao",
    "organizat organization organisation organizations",
    "autonom autonomous autonoma autonome",
    "cathol catholic catolica cattolica catholique",
    "bus business",
    "mgmt management manag",
    "govt government",
    "lib library libraries",
    "observ observatory observatoire observatorio osservatorio",
    "pediat pediatric pediatrics paediatric paediatrics",
    "psychol psychology psychological",
    "psychiat psychiatry psychiatric",
    "neurol neurology neurological",
    "neurosci neuroscience neurosciences",
    "mol molecular",
    "mar marine marina",
    "meteorol meteorology meteorological",
    "microbiol microbiology",
    "ocean oceanography oceanographic oceanological oceanol",
    "opt optics optical",
    "optoelect optoelectronics optoelectronic",
    "photon photonics photonic",
    "petr petroleum petrol",
    "transportat transportation transport",
    "automat automation automatic",
    "anal analysis",
    "affil affiliated affiliate",
    "grad graduate",
    "expt experimental experiment",
    "genet genetics genetic",
    "ecol ecology ecological",
    "epidemiol epidemiology",
    "hort horticulture horticultural",
    "hyg hygiene",
    "hist history historical",
    "innovat innovation innovations",
    "linguist linguistics linguistic",
    "nutr nutrition nutritional",
    "ophthalmol ophthalmology",
    "pathol pathology",
    "radiat radiation",
    "radiol radiology",
    "commiss commission",
    "council consejo consiglio conseil conselho",
    "corp corporation",
    "co company",
    "grp group groupe gruppo",
    "conserv conservation",
    "constr construction",
    "architect architecture architectural",
    "archaeol archaeology archaeological",
    "art arts artes",
    "sport sports",
    "text textile textiles",
    "forest forestry forests",
    "fishery fisheries",
    "law legal",
    "lang language languages",
    "munich munchen muenchen",
    "vienna wien",
    "cologne koln koeln",
    "naples napoli",
    "rome roma",
    "milan milano",
    "turin torino",
    "florence firenze",
    "padua padova",
    "venice venezia",
    "genoa genova",
    "lisbon lisboa",
    "prague praha praze",
    "warsaw warszawa warszawski",
    "krakow cracow",
    "geneva geneve genf",
    "zurich zuerich",
    "basel basle bale",
    "seville sevilla",
    "brussels bruxelles brussel",
    "antwerp antwerpen",
    "ghent gent gand",
    "copenhagen kobenhavn kobenhavns",
    "gothenburg goteborg goteborgs",
    "moscow moskva",
    "nuremberg nurnberg nuernberg",
    "hannover hanover",
    "gottingen goettingen",
    "tubingen tuebingen",
    "wurzburg wuerzburg",
    "dusseldorf duesseldorf",
    "julich juelich",
    "luebeck lubeck",
    "bucharest bucuresti",
    "belgrade beograd beogradu",
    "athens athenes",
    "strasbourg strassburg",
    "mexico messico",
    "germany deutschland",
    "max maks",
];

fn forms() -> &'static FastMap<&'static str, &'static str> {
    static FORMS: OnceLock<FastMap<&'static str, &'static str>> = OnceLock::new();
    FORMS.get_or_init(|| {
        let mut forms = FastMap::default();
        for row in WORDS {
            let mut words = row.split(' ');
            let form = words.next().unwrap_or_default();
            words.for_each(|word| {
                forms.entry(word).or_insert(form);
            });
        }
        forms
    })
}

/// The one form of a folded word.
pub(super) fn canonical(word: &str) -> &str {
    forms().get(word).copied().unwrap_or(word)
}

/// All words that have a form, that form first; the word itself where there are no others.
pub(super) fn words_of(form: &str) -> Vec<&str> {
    let row = WORDS.iter().find(|row| row.split(' ').next() == Some(form));
    row.map_or_else(|| vec![form], |row| row.split(' ').collect())
}

/// Whether a folded word is the one form of words of any institution (inst, sci); names of towns are none.
pub(super) fn is_form(word: &str) -> bool {
    let forms = WORDS.iter().take_while(|row| !row.starts_with("munich "));
    static FORMS: OnceLock<crate::corpus::hashing::FastSet<&'static str>> = OnceLock::new();
    FORMS
        .get_or_init(|| {
            forms.filter_map(|row| row.split(' ').next()).filter(|form| !matches!(*form, "calif" | "penn")).collect()
        })
        .contains(word)
}

/// Further readings of a word of a text: folded form as written → other forms.
pub(super) fn others(word: &str) -> &'static [&'static str] {
    match word {
        "nat" => &["natl", "natur", "natural"],
        "n" | "no" => &["north", "northern"],
        "s" | "so" => &["south", "southern"],
        "e" => &["east", "eastern"],
        "w" => &["west", "western"],
        "ne" => &["northeast", "northeastern"],
        "nw" => &["northwest", "northwestern"],
        "se" => &["southeast", "southeastern"],
        "sw" => &["southwest", "southwestern"],
        "st" => &["state"],
        "soc" => &["social"],
        "org" => &["organizat"],
        "min" => &["minist", "mining"],
        "comm" => &["commun", "commiss"],
        "u" => &["univ"],
        "intern" => &["int"],
        "electron" => &["elect"],
        "metall" => &["metallurgical", "metallurgy"],
        "agron" => &["agr"],
        "chin" => &["chinese"],
        "finan" => &["finance"],
        "ment" => &["mental"],
        "max-planck" => &["max planck"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn no_form_leads_to_another() {
        for row in WORDS {
            let form = row.split(' ').next().unwrap();
            assert!(!forms().contains_key(form) || canonical(form) == form, "{form}");
        }
    }
}
