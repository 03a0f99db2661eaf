//! stub
/// stub
pub struct Look {
    /** x */
    pub theme: Theme,
    /** x */
    pub keymap: Keymap,
}
/// stub
pub struct Theme;
/// stub
pub struct Keymap;
impl Theme {
    /** x */
    pub fn mono() -> Self {
        Self
    }
    /** x */
    pub fn with_override(_: &str) -> (Self, Vec<String>) {
        (Self, vec![])
    }
}
impl Keymap {
    /** x */
    pub fn with_override(_: &str) -> (Self, Vec<String>) {
        (Self, vec![])
    }
    /** x */
    pub fn event(
        &self,
        _: &crate::app::State,
        _: ratatui::crossterm::event::Event,
    ) -> Option<crate::app::Msg> {
        None
    }
}
/// stub
pub fn view(
    _: &crate::app::State,
    _: &crate::app::Env,
    _: &crate::text::Catalog,
    _: &Look,
    _: &mut ratatui::Frame,
) {
}
