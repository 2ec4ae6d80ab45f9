//! Why the command could not answer: one sentence, and exit code 2.

pub(crate) use collabgraph::analysis::error::AnalysisError as CliError;
