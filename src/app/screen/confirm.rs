//! A question that is answered with yes or no.

use crate::app::effect::Effect;

#[derive(Debug, Clone)]
pub struct State {
    pub question: String,
    /// What happens on yes.
    pub effect: Effect,
}
