//! Korean particles, chosen by the sound that a word ends in.
//!
//! Hangul shows its final consonant; digits and Latin letters are taken as Koreans read them aloud
//! (`LG` 엘지, `IBM` 아이비엠, `Google` 구글, `v2` 브이이). A word of another script gets both forms.

use std::borrow::Cow;

/// A particle with two forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Particle {
    /// 은/는
    Topic,
    /// 이/가
    Subject,
    /// 을/를
    Object,
    /// 과/와
    And,
    /// 으로/로
    Toward,
    /// The 이 of 이라, 이다, 이라는, 이나 …, which goes after a vowel.
    Copula,
}

/// How a word ends when it is read aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    Vowel,
    Rieul,
    Consonant,
    Unknown,
}

/// The word with its particle: `카이스트` + And → `카이스트와`. Brackets and marks at the end are read over.
#[must_use]
pub fn attach(word: &str, particle: Particle) -> String {
    format!("{word}{}", form(particle, ending(word)))
}

/// How texts of the catalogue write a particle that the word before it decides.
const MARKS: [(&str, Particle); 10] = [
    ("은(는)", Particle::Topic),
    ("는(은)", Particle::Topic),
    ("이(가)", Particle::Subject),
    ("가(이)", Particle::Subject),
    ("을(를)", Particle::Object),
    ("를(을)", Particle::Object),
    ("과(와)", Particle::And),
    ("와(과)", Particle::And),
    ("(으)로", Particle::Toward),
    ("(이)", Particle::Copula),
];

/// What stands for each particle until the word before it is known: noncharacters of Unicode, which no text has.
const PLACEHOLDERS: [(char, Particle); 6] = [
    ('\u{FDD0}', Particle::Topic),
    ('\u{FDD1}', Particle::Subject),
    ('\u{FDD2}', Particle::Object),
    ('\u{FDD3}', Particle::And),
    ('\u{FDD4}', Particle::Toward),
    ('\u{FDD5}', Particle::Copula),
];

/// Replaces the marks of particles (`은(는)`, `(으)로`, `(이)라는`) in a text of the catalogue by placeholders, so that
/// the same letters within an argument stay as they are. O(length).
#[must_use]
pub fn mark_particles(text: &str) -> Cow<'_, str> {
    if !text.contains('(') {
        return Cow::Borrowed(text);
    }
    let mut marked = Cow::Borrowed(text);
    for (mark, particle) in MARKS {
        if marked.contains(mark) {
            let placeholder = PLACEHOLDERS.iter().find(|(_, other)| *other == particle);
            marked = Cow::Owned(marked.replace(mark, &placeholder.map_or_else(String::new, |(ch, _)| ch.to_string())));
        }
    }
    marked
}

/// Replaces each placeholder by the form of its particle that the word before it asks for. O(length).
#[must_use]
pub fn apply_particles(text: String) -> String {
    let particle_of = |ch| PLACEHOLDERS.iter().find(|(other, _)| *other == ch).map(|(_, particle)| *particle);
    if !text.contains(|ch| particle_of(ch).is_some()) {
        return text;
    }
    let mut applied = String::with_capacity(text.len());
    for ch in text.chars() {
        match particle_of(ch) {
            Some(particle) => applied.push_str(form(particle, ending(&applied))),
            None => applied.push(ch),
        }
    }
    applied
}

/// Marks of a particle that the word before it decides, as they stand in a sentence with blanks filled in.
const OPEN: [(&str, Choice); 8] = [
    ("은(는)", Choice::Particle(Particle::Topic)),
    ("이(가)", Choice::Particle(Particle::Subject)),
    ("을(를)", Choice::Particle(Particle::Object)),
    ("과(와)", Choice::Particle(Particle::And)),
    ("와(과)", Choice::Particle(Particle::And)),
    ("(으)로", Choice::Particle(Particle::Toward)),
    ("(이)라", Choice::Copula("라")),
    ("(이)다", Choice::Copula("다")),
];

/// What a mark leaves open.
#[derive(Clone, Copy)]
enum Choice {
    Particle(Particle),
    /// 이다 after a consonant, 다 after a vowel: what follows the 이.
    Copula(&'static str),
}

/// A sentence whose particles are left open (`‘KAIST’은(는)`) with each one chosen by the word before it
/// (`‘KAIST’는`). After a word of unknown sound both forms stay. O(length).
#[must_use]
pub fn settle(sentence: &str) -> String {
    let mut settled = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some((at, mark, choice)) = next_mark(rest) {
        settled.push_str(&rest[..at]);
        let ending = ending(&settled);
        settled.push_str(match (choice, ending) {
            (Choice::Particle(particle), ending) => form(particle, ending),
            (Choice::Copula(_), Ending::Unknown) => mark,
            (Choice::Copula(tail), Ending::Vowel) => tail,
            (Choice::Copula("라"), _) => "이라",
            (Choice::Copula(_), _) => "이다",
        });
        rest = &rest[at + mark.len()..];
    }
    settled.push_str(rest);
    settled
}

fn next_mark(text: &str) -> Option<(usize, &'static str, Choice)> {
    // All marks hold a bracket: most sentences are passed over at once.
    text.contains('(').then(|| {
        let found = OPEN.iter().filter_map(|&(mark, choice)| text.find(mark).map(|at| (at, mark, choice)));
        found.min_by_key(|&(at, ..)| at)
    })?
}

/// The words as one list, `A, B, C`.
#[must_use]
pub fn list(words: &[String]) -> String {
    words.join(", ")
}

fn form(particle: Particle, ending: Ending) -> &'static str {
    let (closed, open, both) = match particle {
        Particle::Topic => ("은", "는", "은(는)"),
        Particle::Subject => ("이", "가", "이(가)"),
        Particle::Object => ("을", "를", "을(를)"),
        Particle::And => ("과", "와", "와(과)"),
        Particle::Toward => ("으로", "로", "(으)로"),
        Particle::Copula => ("이", "", "(이)"),
    };
    match (ending, particle) {
        (Ending::Unknown, _) => both,
        (Ending::Vowel, _) | (Ending::Rieul, Particle::Toward) => open,
        (Ending::Consonant | Ending::Rieul, _) => closed,
    }
}

/// What is read aloud last: a bracket that gives the Korean reading counts, any other is passed over.
fn spoken(word: &str) -> &str {
    let Some(open) = word.strip_suffix(')').and_then(|inside| inside.rfind('(')) else { return word };
    let inside = word[open + 1..].trim_end_matches(')');
    let reading = inside.chars().next_back().is_some_and(|letter| matches!(letter, '가'..='힣'));
    if reading || open == 0 { word } else { word[..open].trim_end() }
}

fn ending(word: &str) -> Ending {
    let trimmed = spoken(word).trim_end_matches(|letter: char| !letter.is_alphanumeric());
    match trimmed.chars().next_back() {
        Some(letter @ '가'..='힣') => match (letter as u32 - '가' as u32) % 28 {
            0 => Ending::Vowel,
            8 => Ending::Rieul,
            _ => Ending::Consonant,
        },
        Some(digit) if digit.is_ascii_digit() => match digit {
            '1' | '7' | '8' => Ending::Rieul,
            '0' | '3' | '6' => Ending::Consonant,
            _ => Ending::Vowel,
        },
        // Letters of decomposed syllables: a final consonant, or a vowel without one.
        Some('\u{11AF}') => Ending::Rieul,
        Some('\u{11A8}'..='\u{11C2}') => Ending::Consonant,
        Some('\u{1161}'..='\u{1175}') => Ending::Vowel,
        Some(letter) if letter.is_ascii_alphabetic() => {
            let start = trimmed.rfind(|letter: char| !letter.is_ascii_alphabetic());
            let token = start.map_or(trimmed, |at| trimmed[at..].trim_start_matches(|one: char| !one.is_ascii()));
            latin(token.trim_start_matches(|one: char| !one.is_ascii_alphabetic()))
        }
        _ => Ending::Unknown,
    }
}

fn latin(token: &str) -> Ending {
    let lower = token.to_ascii_lowercase();
    let letters = lower.as_bytes();
    let capitals = token.bytes().all(|letter| letter.is_ascii_uppercase());
    if lower.ends_with("tech") {
        return Ending::Consonant;
    }
    let vowels = letters.iter().filter(|letter| is_vowel(**letter)).count();
    if letters.len() == 1 || capitals && (letters.len() < 4 || vowels * 3 < letters.len()) {
        return spelled(letters[letters.len() - 1]);
    }
    let before = letters[letters.len() - 2];
    match letters[letters.len() - 1] {
        b'l' => Ending::Rieul,
        b'm' | b'n' => Ending::Consonant,
        b'e' if before == b'l' => Ending::Rieul,
        b'e' if matches!(before, b'm' | b'n') && letters.len() > 3 => Ending::Consonant,
        b'g' if before == b'n' => Ending::Consonant,
        b'k' if before == b'c' || is_vowel(before) => Ending::Consonant,
        b'b' | b'c' | b'p' | b't' if is_vowel(before) && !double_vowel(letters) => Ending::Consonant,
        _ => Ending::Vowel,
    }
}

/// A letter by its Korean name: 엘, 알 end in ㄹ; 엠, 엔 in a consonant.
fn spelled(letter: u8) -> Ending {
    match letter {
        b'l' | b'r' => Ending::Rieul,
        b'm' | b'n' => Ending::Consonant,
        _ => Ending::Vowel,
    }
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

fn double_vowel(letters: &[u8]) -> bool {
    letters.len() > 2 && is_vowel(letters[letters.len() - 3])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hangul_shows_its_final_consonant() {
        assert_eq!(attach("카이스트", Particle::And), "카이스트와");
        assert_eq!(attach("서울대학교", Particle::And), "서울대학교와");
        assert_eq!(attach("LG AI연구원", Particle::And), "LG AI연구원과");
        assert_eq!(attach("구글", Particle::Topic), "구글은");
        assert_eq!(attach("구글", Particle::Toward), "구글로");
        assert_eq!(attach("삼성", Particle::Subject), "삼성이");
    }

    #[test]
    fn brackets_are_read_over() {
        assert_eq!(attach("NAVER(네이버)", Particle::And), "NAVER(네이버)와");
        assert_eq!(attach("KAIST(카이스트)", Particle::Topic), "KAIST(카이스트)는");
        assert_eq!(attach("Volcano 13B(2023-11-13)", Particle::Topic), "Volcano 13B(2023-11-13)는");
        assert_eq!(attach("모델 9개(52.9%)", Particle::Object), "모델 9개(52.9%)를");
        assert_eq!(attach("“Samsung”", Particle::Subject), "“Samsung”이");
    }

    #[test]
    fn latin_letters_and_digits_are_taken_as_read_aloud() {
        let closed = ["IBM", "MIT Open", "Google", "Intel", "Samsung", "PyramidNet", "Facebook", "POSTECH", "ORNL"];
        for word in closed {
            assert_eq!(attach(word, Particle::Topic), format!("{word}은"));
        }
        let open = ["LG", "KT", "SNU", "KAIST", "NVIDIA", "NAVER", "Microsoft", "Volcano 13B", "StarGAN v2", "Meta"];
        for word in open {
            assert_eq!(attach(word, Particle::Topic), format!("{word}는"));
        }
        assert_eq!(attach("2017", Particle::Toward), "2017로");
        assert_eq!(attach("2016", Particle::Toward), "2016으로");
        assert_eq!(attach("北京大学", Particle::Object), "北京大学을(를)");
        assert_eq!(attach("", Particle::Topic), "은(는)");
    }

    #[test]
    fn marks_of_texts_become_particles_and_those_of_arguments_stay() {
        let text = |before: &str, rest: &str| apply_particles(format!("{before}{}", mark_particles(rest)));
        assert_eq!(text("KAIST", "은(는) 없다"), "KAIST는 없다");
        assert_eq!(text("‘삼성’", "(이)라는 이름"), "‘삼성’이라는 이름");
        assert_eq!(text("‘네이버’", "(이)라는 이름"), "‘네이버’라는 이름");
        assert_eq!(text("모델 5개", "을(를) 서울(으)로"), "모델 5개를 서울로");
        assert_eq!(text("이(가).csv", "이(가)"), "이(가).csv가");
        assert_eq!(text("北京大学", "(이)다"), "北京大学(이)다");
    }

    #[test]
    fn open_particles_are_settled_by_the_word_before() {
        assert_eq!(settle("‘KAIST’은(는) ‘삼성’과(와) 다르다"), "‘KAIST’는 ‘삼성’과 다르다");
        assert_eq!(
            settle("무게 1이(가) 0을(를) 넘고 ‘Google’(으)로 적혀 있다"),
            "무게 1이 0을 넘고 ‘Google’로 적혀 있다"
        );
        assert_eq!(settle("내용은 JSON(이)다. ‘LG’(이)라는 항목"), "내용은 JSON이다. ‘LG’라는 항목");
        assert_eq!(settle("‘\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}’은(는)").chars().last(), Some('은'));
        assert_eq!(settle("‘北京大学’을(를) 뺐다"), "‘北京大学’을(를) 뺐다");
        assert_eq!(settle("표에 행이 없다(머리글만 있다)"), "표에 행이 없다(머리글만 있다)");
    }
}
