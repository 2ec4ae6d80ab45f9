//! Text colour on a cell.

use crate::answer::mark::Color;
use crate::drawing::theme::Theme;

/// The text colour with the higher contrast on `color`; `None` below 4.5 : 1 (WCAG 2.2, success criterion 1.4.3).
pub(super) fn ink_on(color: Color, theme: &Theme) -> Option<Color> {
    let contrast = |ink: &Color| ink.contrast(color);
    [theme.ink, theme.page]
        .into_iter()
        .max_by(|a, b| contrast(a).total_cmp(&contrast(b)))
        .filter(|ink| contrast(ink) >= 4.5)
}
