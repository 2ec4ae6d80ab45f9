//! Values of the data and of options in the reader's words, and back.
//!
//! Tables record criteria, domains and ways of access in English. Answers print them in the reader's language, and filters
//! accept what answers print.

use crate::message;
use crate::messages::language::Language;
use crate::messages::localizer::Localizer;
use crate::messages::message::Message;

/// Every language in which a value is accepted.
const LANGUAGES: [Language; 2] = [Language::English, Language::Korean];

/// The message of a value that tables record in English, whatever its case; `None` for a value that is in no catalogue and
/// stands as the data have it.
#[must_use]
pub fn recorded(value: &str) -> Option<Message> {
    Some(match value.to_lowercase().as_str() {
        "sota improvement" => message!("values-sota-improvement"),
        "highly cited" => message!("values-highly-cited"),
        "historical significance" => message!("values-historical-significance"),
        "significant use" => message!("values-significant-use"),
        "training cost" => message!("values-training-cost"),
        "discretionary" => message!("values-discretionary"),
        "open weights (unrestricted)" => message!("values-open-weights-unrestricted"),
        "open weights (restricted use)" => message!("values-open-weights-restricted"),
        "open weights (non-commercial)" => message!("values-open-weights-non-commercial"),
        "api access" => message!("values-api-access"),
        "hosted access (no api)" => message!("values-hosted-access"),
        "unreleased" => message!("values-unreleased"),
        "language" => message!("values-language"),
        "vision" => message!("values-vision"),
        "image generation" => message!("values-image-generation"),
        "biology" => message!("values-biology"),
        "multimodal" => message!("values-multimodal"),
        "robotics" => message!("values-robotics"),
        "mathematics" => message!("values-mathematics"),
        "games" => message!("values-games"),
        "speech" => message!("values-speech"),
        "medicine" => message!("values-medicine"),
        "3d modeling" => message!("values-three-d-modeling"),
        "driving" => message!("values-driving"),
        "materials science" => message!("values-materials-science"),
        "recommendation" => message!("values-recommendation"),
        "search" => message!("values-search"),
        "video" => message!("values-video"),
        "earth science" => message!("values-earth-science"),
        "audio" => message!("values-audio"),
        "other" => message!("values-other"),
        "multinational" => message!("values-multinational"),
        "article" => message!("values-article"),
        "epoch" => message!("values-epoch"),
        "paper" => message!("values-paper"),
        _ => return None,
    })
}

/// The message of a value of an option.
#[must_use]
pub fn option(value: &str) -> Option<Message> {
    Some(match value {
        "full" => message!("values-option-full"),
        "fractional" => message!("values-option-fractional"),
        "strict" => message!("values-option-strict"),
        "recorded" => message!("values-option-recorded"),
        "group" => message!("values-option-group"),
        "year" => message!("values-option-year"),
        "country" => message!("values-option-country"),
        "sector" => message!("values-option-sector"),
        "institution" => message!("values-option-institution"),
        _ => return None,
    })
}

/// Every value that tables record and that the catalogue translates, in English.
#[must_use]
pub fn all_recorded() -> &'static [&'static str] {
    &[
        "SOTA improvement",
        "Highly cited",
        "Historical significance",
        "Significant use",
        "Training cost",
        "Discretionary",
        "Open weights (unrestricted)",
        "Open weights (restricted use)",
        "Open weights (non-commercial)",
        "API access",
        "Hosted access (no API)",
        "Unreleased",
        "Language",
        "Vision",
        "Image generation",
        "Biology",
        "Multimodal",
        "Robotics",
        "Mathematics",
        "Games",
        "Speech",
        "Medicine",
        "3D modeling",
        "Driving",
        "Materials science",
        "Recommendation",
        "Search",
        "Video",
        "Earth science",
        "Audio",
        "Other",
        "Multinational",
        "article",
        "epoch",
        "paper",
    ]
}

/// Whether a reader who types `text` means the recorded `value`: the value itself, its word in any language, or the word
/// with the value in brackets, as Korean answers print it. Case and spaces play no part.
#[must_use]
pub fn is_meant(text: &str, value: &str) -> bool {
    is_named(text, value, recorded(value).as_ref())
}

/// Whether a reader who types `text` means the `value` of an option.
#[must_use]
pub fn is_option_meant(text: &str, value: &str) -> bool {
    is_named(text, value, option(value).as_ref())
}

fn is_named(text: &str, value: &str, message: Option<&Message>) -> bool {
    let text = folded(text);
    let words = LANGUAGES.iter().filter_map(|&language| message.map(|one| Localizer::new(language).render(one)));
    text == folded(value)
        || words.into_iter().any(|word| text == folded(&word) || text == folded(&format!("{word}({value})")))
}

fn folded(text: &str) -> String {
    text.chars().filter(|ch| !ch.is_whitespace()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_meant_in_every_language() {
        assert!(is_meant("학습비용", "Training cost"));
        assert!(is_meant("training COST", "Training cost"));
        assert!(is_meant("학습 비용(Training cost)", "Training cost"));
        assert!(!is_meant("비용", "Training cost"));
        assert!(is_meant("무엇", "무엇"));
        assert!(is_option_meant("분수", "fractional"));
    }

    #[test]
    fn each_translated_value_has_its_message() {
        for value in all_recorded() {
            let message = recorded(value);
            assert_eq!(message.map(|one| Localizer::new(Language::English).render(&one)).as_deref(), Some(*value));
        }
    }
}
