//! A thin client of Spark Connect, the protocol of Apache Spark, Databricks and compatible servers: SQL goes there, rows
//! come back in bounded messages. It knows nothing of what the statements are about.
//!
//! ```no_run
//! use collabgraph_spark::{Address, Session};
//!
//! let session = Session::open(&Address::parse("sc://localhost:15002")?, None)?;
//! session.query("SELECT 1 AS one", &mut |rows| {
//!     assert_eq!(rows.columns[0].integer(0), Some(1));
//!     true
//! })?;
//! # Ok::<(), collabgraph_spark::Error>(())
//! ```

mod address;
mod error;
mod messages;
mod rows;
mod session;

pub use address::Address;
pub use error::Error;
pub use rows::{Column, Rows};
pub use session::{Canceller, Session};
