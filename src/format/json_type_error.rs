//! JSON type errors: the messages of the JSON parser on unexpected values, in plain English and Korean.

/// The reader's words in English and Korean; what is not known stays as it is. O(length).
pub(crate) fn describe(what: &str) -> (String, String) {
    known(what).unwrap_or_else(|| (what.to_owned(), what.to_owned()))
}

fn known(what: &str) -> Option<(String, String)> {
    let plain = |english: &str, korean: &str| Some((english.to_owned(), korean.to_owned()));
    match what {
        "expected value" => return plain("no JSON value begins here", "JSON 값이 시작되지 않는다"),
        "expected `:`" => return plain("a : is missing", ":가 없다"),
        "expected `,` or `}`" => return plain("a , or } is missing", ",나 }가 없다"),
        "expected `,` or `]`" => return plain("a , or ] is missing", ",나 ]가 없다"),
        "key must be a string" => return plain("a key must stand in double quotes", "키는 큰따옴표로 묶어야 한다"),
        "trailing comma" => return plain("a comma stands before the end", "끝 앞에 쉼표가 남아 있다"),
        "data did not match any variant of untagged enum Id" => {
            return plain(
                "an id must be a whole number or a text in quotes",
                "식별자는 정수나 따옴표로 묶은 글이어야 한다",
            );
        }
        "unexpected end of hex escape" | "lone leading surrogate in hex escape" | "invalid unicode code point" => {
            return plain("a \\u escape in it names no letter", "\\u로 적은 글자가 없는 글자다");
        }
        "trailing characters" => {
            return plain("more stands after the end of the JSON", "JSON이 끝난 뒤에 글이 더 있다");
        }
        _ => {}
    }
    if let Some(field) = what.strip_prefix("missing field ") {
        let field = quoted(field);
        return Some((format!("{field} is missing before here"), format!("이 앞에 {field}이(가) 없다")));
    }
    if let Some(field) = what.strip_prefix("duplicate field ") {
        let field = quoted(field);
        return Some((format!("{field} stands twice"), format!("{field}이(가) 두 번 있다")));
    }
    if let Some(word) = what.strip_suffix(" is no date; write 2024, 2024-12 or 2024-12-09") {
        let korean = format!("{word}은(는) 날짜가 아니다. 2024, 2024-12, 2024-12-09처럼 적는다");
        return Some((what.to_owned(), korean));
    }
    if let Some(word) = what.strip_suffix(" is no country; write a code (KR) or a name") {
        return Some((what.to_owned(), format!("{word}은(는) 나라가 아니다. 코드(KR)나 이름을 적는다")));
    }
    let (found, wanted) = what.split_once(", expected ")?;
    if let Some(word) = found.strip_prefix("unknown field ").or_else(|| found.strip_prefix("unknown variant ")) {
        let (word, wanted) = (quoted(word), quoted(wanted));
        return Some((
            format!("{word} has no meaning here; expected {wanted}"),
            format!("{word}은(는) 여기서 뜻이 없다. {}이(가) 와야 한다", wanted.trim_start_matches("one of ")),
        ));
    }
    let found = found.strip_prefix("invalid type: ").or_else(|| found.strip_prefix("invalid value: "));
    let (found, found_ko) = match found {
        Some(found) => value(found),
        None => ("a list".to_owned(), "목록".to_owned()),
    };
    let (wanted, wanted_ko) = kind(wanted);
    Some((
        format!("{found} stands here; expected {wanted}"),
        format!("{found_ko}이(가) 있다. {wanted_ko}이(가) 와야 한다"),
    ))
}

/// Words between back ticks, in double quotes.
fn quoted(text: &str) -> String {
    text.replace('`', "\"")
}

/// A value that was found, as the reader describes it.
fn value(found: &str) -> (String, String) {
    match found {
        "map" => return ("an object".to_owned(), "객체".to_owned()),
        "sequence" => return ("a list".to_owned(), "목록".to_owned()),
        "null" | "unit value" => return ("null".to_owned(), "null".to_owned()),
        _ => {}
    }
    let plain = ["string ", "integer ", "floating point ", "boolean "]
        .iter()
        .find_map(|kind| found.strip_prefix(kind))
        .unwrap_or(found)
        .trim_matches('`')
        .to_owned();
    (plain.clone(), plain)
}

/// A kind of value, by the reader's word for it.
fn kind(wanted: &str) -> (String, String) {
    let (english, korean) = match wanted {
        "a sequence" => ("a list", "목록"),
        "a map" => ("an object", "객체"),
        "a string" | "a borrowed string" | "a character" => ("a text in quotes", "따옴표 안의 글"),
        "a boolean" => ("true or false", "true나 false"),
        "u8" | "u16" | "u32" | "u64" | "usize" | "i8" | "i16" | "i32" | "i64" | "isize" => {
            ("a whole number without quotes", "따옴표 없는 정수")
        }
        "f32" | "f64" => ("a number without quotes", "따옴표 없는 수"),
        _ if wanted.starts_with("struct ") => ("an object", "객체"),
        _ => return (quoted(wanted), quoted(wanted)),
    };
    (english.to_owned(), korean.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readers_words_become_plain() {
        for (what, plain) in [
            ("missing field `claims`", "\"claims\" is missing before here"),
            ("invalid type: string \"all\", expected a sequence", "\"all\" stands here; expected a list"),
            ("invalid value: integer `-1`, expected u64", "-1 stands here; expected a whole number without quotes"),
            (
                "unknown field `verdikt`, expected one of `id`, `text`",
                "\"verdikt\" has no meaning here; expected one of \"id\", \"text\"",
            ),
            ("invalid type: map, expected a string", "an object stands here; expected a text in quotes"),
            ("key must be a string", "a key must stand in double quotes"),
            ("something else", "something else"),
        ] {
            assert_eq!(describe(what).0, plain);
        }
        assert_eq!(describe("invalid type: null, expected f64").1, "null이(가) 있다. 따옴표 없는 수이(가) 와야 한다");
    }
}
