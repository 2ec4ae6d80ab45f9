//! The messages of the protocol that are used, with the numbers of their fields in Spark 3.4 to 4.3. Fields of an answer
//! that are not listed are passed over, as the wire format means it.

use prost::{Message, Oneof};

#[derive(Clone, PartialEq, Message)]
pub(crate) struct UserContext {
    #[prost(string, tag = "1")]
    pub(crate) user_id: String,
    #[prost(string, tag = "2")]
    pub(crate) user_name: String,
}

#[derive(Clone, PartialEq, Message)]
pub(crate) struct ExecutePlanRequest {
    #[prost(string, tag = "1")]
    pub(crate) session_id: String,
    #[prost(message, optional, tag = "2")]
    pub(crate) user_context: Option<UserContext>,
    #[prost(message, optional, tag = "3")]
    pub(crate) plan: Option<Plan>,
    #[prost(string, optional, tag = "4")]
    pub(crate) client_type: Option<String>,
    #[prost(string, optional, tag = "6")]
    pub(crate) operation_id: Option<String>,
    #[prost(string, repeated, tag = "7")]
    pub(crate) tags: Vec<String>,
}

#[derive(Clone, PartialEq, Message)]
pub(crate) struct Plan {
    #[prost(oneof = "PlanKind", tags = "1, 2")]
    pub(crate) kind: Option<PlanKind>,
}

#[derive(Clone, PartialEq, Oneof)]
pub(crate) enum PlanKind {
    #[prost(message, tag = "1")]
    Root(Relation),
    #[prost(message, tag = "2")]
    Command(Command),
}

#[derive(Clone, PartialEq, Message)]
pub(crate) struct Relation {
    #[prost(message, optional, tag = "1")]
    pub(crate) common: Option<RelationCommon>,
    #[prost(oneof = "RelationKind", tags = "10, 11")]
    pub(crate) kind: Option<RelationKind>,
}

#[derive(Clone, PartialEq, Message)]
pub(crate) struct RelationCommon {
    #[prost(int64, optional, tag = "2")]
    pub(crate) plan_id: Option<i64>,
}

#[derive(Clone, PartialEq, Oneof)]
pub(crate) enum RelationKind {
    #[prost(message, tag = "10")]
    Sql(Sql),
    #[prost(message, tag = "11")]
    Local(LocalRelation),
}

#[derive(Clone, PartialEq, Message)]
pub(crate) struct Sql {
    #[prost(string, tag = "1")]
    pub(crate) query: String,
}

#[derive(Clone, PartialEq, Message)]
pub(crate) struct LocalRelation {
    #[prost(bytes = "vec", optional, tag = "1")]
    pub(crate) data: Option<Vec<u8>>,
}

#[derive(Clone, PartialEq, Message)]
pub(crate) struct Command {
    #[prost(oneof = "CommandKind", tags = "3, 5")]
    pub(crate) kind: Option<CommandKind>,
}

#[derive(Clone, PartialEq, Oneof)]
pub(crate) enum CommandKind {
    #[prost(message, tag = "3")]
    CreateView(CreateView),
    #[prost(message, tag = "5")]
    Sql(SqlCommand),
}

#[derive(Clone, PartialEq, Message)]
pub(crate) struct CreateView {
    #[prost(message, optional, tag = "1")]
    pub(crate) input: Option<Relation>,
    #[prost(string, tag = "2")]
    pub(crate) name: String,
    #[prost(bool, tag = "4")]
    pub(crate) replace: bool,
}

#[derive(Clone, PartialEq, Message)]
pub(crate) struct SqlCommand {
    /// What servers before 4.0 read.
    #[prost(string, tag = "1")]
    pub(crate) sql: String,
    #[prost(message, optional, tag = "6")]
    pub(crate) input: Option<Relation>,
}

#[derive(Clone, PartialEq, Message)]
pub(crate) struct ExecutePlanResponse {
    #[prost(oneof = "Response", tags = "2, 14")]
    pub(crate) kind: Option<Response>,
}

#[derive(Clone, PartialEq, Oneof)]
pub(crate) enum Response {
    #[prost(message, tag = "2")]
    Batch(ArrowBatch),
    #[prost(message, tag = "14")]
    Complete(ResultComplete),
}

#[derive(Clone, PartialEq, Message)]
pub(crate) struct ArrowBatch {
    #[prost(int64, tag = "1")]
    pub(crate) row_count: i64,
    #[prost(bytes = "vec", tag = "2")]
    pub(crate) data: Vec<u8>,
}

#[derive(Clone, Copy, PartialEq, Eq, Message)]
pub(crate) struct ResultComplete {}

#[derive(Clone, PartialEq, Message)]
pub(crate) struct InterruptRequest {
    #[prost(string, tag = "1")]
    pub(crate) session_id: String,
    #[prost(message, optional, tag = "2")]
    pub(crate) user_context: Option<UserContext>,
    #[prost(string, optional, tag = "3")]
    pub(crate) client_type: Option<String>,
    /// 1: all operations of the session.
    #[prost(int32, tag = "4")]
    pub(crate) interrupt_type: i32,
}

#[derive(Clone, PartialEq, Message)]
pub(crate) struct InterruptResponse {
    #[prost(string, repeated, tag = "2")]
    pub(crate) interrupted_ids: Vec<String>,
}

#[derive(Clone, PartialEq, Message)]
pub(crate) struct ReleaseSessionRequest {
    #[prost(string, tag = "1")]
    pub(crate) session_id: String,
    #[prost(message, optional, tag = "2")]
    pub(crate) user_context: Option<UserContext>,
    #[prost(string, optional, tag = "3")]
    pub(crate) client_type: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Message)]
pub(crate) struct ReleaseSessionResponse {}
