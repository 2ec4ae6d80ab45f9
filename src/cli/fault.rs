//! The older name of [`CliError`](crate::error::CliError), for the modules that are about to go.

pub(crate) use crate::error::CliError as Fault;

impl Fault {
    pub(crate) fn new(english: impl Into<String>, korean: impl Into<String>) -> Self {
        Self::translated(english, korean)
    }
}
