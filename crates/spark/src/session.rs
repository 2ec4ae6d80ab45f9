//! A session with a server.

use std::sync::Arc;
use std::time::Duration;

use http::uri::PathAndQuery;
use prost::Message;
use tokio::runtime::{Builder, Runtime};
use tonic::client::Grpc;

use tonic::metadata::{Ascii, MetadataKey, MetadataValue};
use tonic::transport::{Channel, ClientTlsConfig, Endpoint};
use tonic::{Code, Request, Status};
use tonic_prost::ProstCodec;

use crate::address::Address;
use crate::error::{Error, first_line};
use crate::messages::{
    Command, CommandKind, CreateView, ExecutePlanRequest, ExecutePlanResponse, InterruptRequest, InterruptResponse,
    LocalRelation, Plan, PlanKind, Relation, RelationCommon, RelationKind, ReleaseSessionRequest,
    ReleaseSessionResponse, Response, Sql, SqlCommand, UserContext,
};
use crate::rows::Rows;

/// Largest message that is read. Spark's own limit is the same.
const MAX_MESSAGE: usize = 128 << 20;
/// How long the handshake may take once the port is open.
const CONNECT: Duration = Duration::from_secs(10);
/// How long the last words to a server may take.
const GOODBYE: Duration = Duration::from_secs(2);
const CLIENT: &str = "collab";

/// A session: its temporary views live as long as it does. It is closed when dropped.
#[derive(Debug)]
pub struct Session {
    runtime: Runtime,
    channel: Channel,
    caller: Arc<Caller>,
}

/// Cancels what a session has under way, from another thread and by a connection of its own.
#[derive(Clone, Debug)]
pub struct Canceller {
    caller: Arc<Caller>,
}

/// Name and value of a header.
type Header = (MetadataKey<Ascii>, MetadataValue<Ascii>);

/// What every request needs.
#[derive(Debug)]
struct Caller {
    endpoint: Endpoint,
    session: String,
    user: UserContext,
    headers: Vec<Header>,
}

impl Session {
    /// Dials the port, then opens a session. The token is sent as `Authorization: Bearer`, and shown nowhere.
    ///
    /// # Errors
    /// [`Error::Unreachable`] within three seconds where nobody listens; [`Error::Unencrypted`] for a token without
    /// encryption beyond this machine.
    pub fn open(address: &Address, token: Option<&str>) -> Result<Self, Error> {
        if !address.is_encrypted && !address.is_this_machine() {
            return Err(Error::Unencrypted);
        }
        address.dial()?;
        let lost = |error: &dyn std::fmt::Display| Error::Lost(error.to_string());
        let runtime = Builder::new_current_thread().enable_all().build().map_err(|error| lost(&error))?;
        let endpoint = endpoint(address)?;
        let channel = {
            let _inside = runtime.enter();
            endpoint.connect_lazy()
        };
        let caller = Caller {
            endpoint,
            session: uuid::Uuid::new_v4().to_string(),
            user: UserContext { user_id: address.user.clone(), user_name: address.user.clone() },
            headers: headers(address, token)?,
        };
        Ok(Self { runtime, channel, caller: Arc::new(caller) })
    }

    /// Runs a statement that gives no rows, such as one that makes a view.
    ///
    /// # Errors
    /// What the server says, or that it is gone.
    pub fn execute(&self, statement: &str) -> Result<(), Error> {
        let input = self.relation(RelationKind::Sql(Sql { query: statement.to_owned() }));
        let sql = SqlCommand { sql: statement.to_owned(), input: Some(input) };
        let command = Command { kind: Some(CommandKind::Sql(sql)) };
        self.run(PlanKind::Command(command), &mut |_| true)
    }

    /// Runs a query and hands over its rows, message by message, until `each` gives `false`: then the query is cancelled.
    ///
    /// # Errors
    /// What the server says, or that it is gone; rows of a type that is not read here.
    pub fn query(&self, query: &str, each: &mut dyn FnMut(Rows) -> bool) -> Result<(), Error> {
        self.run(PlanKind::Root(self.relation(RelationKind::Sql(Sql { query: query.to_owned() }))), each)
    }

    /// Makes a temporary view of some rows, its columns by these names. All of it goes in one message.
    ///
    /// # Errors
    /// What the server says, or that it is gone; columns of different lengths.
    pub fn create_view(&self, name: &str, columns: &[&str], rows: &Rows) -> Result<(), Error> {
        let local = LocalRelation { data: Some(rows.write(columns)?) };
        let input = Some(self.relation(RelationKind::Local(local)));
        let view = CreateView { input, name: name.to_owned(), replace: true };
        let command = Command { kind: Some(CommandKind::CreateView(view)) };
        self.run(PlanKind::Command(command), &mut |_| true)
    }

    /// What cancels its queries.
    #[must_use]
    pub fn canceller(&self) -> Canceller {
        Canceller { caller: Arc::clone(&self.caller) }
    }

    fn relation(&self, kind: RelationKind) -> Relation {
        Relation { common: Some(RelationCommon { plan_id: Some(0) }), kind: Some(kind) }
    }

    fn run(&self, plan: PlanKind, each: &mut dyn FnMut(Rows) -> bool) -> Result<(), Error> {
        let request = ExecutePlanRequest {
            session_id: self.caller.session.clone(),
            user_context: Some(self.caller.user.clone()),
            plan: Some(Plan { kind: Some(plan) }),
            client_type: Some(CLIENT.to_owned()),
            operation_id: Some(uuid::Uuid::new_v4().to_string()),
            tags: vec![CLIENT.to_owned()],
        };
        self.runtime.block_on(async {
            let mut stream = self.caller.stream(&self.channel, request).await?;
            while let Some(response) = stream.message().await.map_err(|status| failure(&status))? {
                let Some(Response::Batch(batch)) = response.kind else { continue };
                if !Rows::read(&batch.data, each)? {
                    break;
                }
            }
            Ok(())
        })
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The server forgets sessions that nobody uses; nothing is lost where it does not hear this.
        let _ =
            self.runtime.block_on(async { tokio::time::timeout(GOODBYE, self.caller.release(&self.channel)).await });
    }
}

impl Canceller {
    /// Asks the server to end all that the session has under way, and the session; whether it heard it within two seconds.
    #[must_use]
    pub fn cancel(&self) -> bool {
        let Ok(runtime) = Builder::new_current_thread().enable_all().build() else { return false };
        let answer = runtime.block_on(async {
            let channel = self.caller.endpoint.connect_lazy();
            let both = async {
                self.caller.interrupt(&channel).await?;
                self.caller.release(&channel).await
            };
            tokio::time::timeout(GOODBYE, both).await
        });
        matches!(answer, Ok(Ok(())))
    }
}

impl Caller {
    /// Ends all that the session has under way.
    async fn interrupt(&self, channel: &Channel) -> Result<(), Error> {
        let request = InterruptRequest {
            session_id: self.session.clone(),
            user_context: Some(self.user.clone()),
            client_type: Some(CLIENT.to_owned()),
            interrupt_type: 1,
        };
        let path = "/spark.connect.SparkConnectService/Interrupt";
        self.call::<_, InterruptResponse>(channel, path, request).await.map(drop)
    }

    /// Ends the session.
    async fn release(&self, channel: &Channel) -> Result<(), Error> {
        let request = ReleaseSessionRequest {
            session_id: self.session.clone(),
            user_context: Some(self.user.clone()),
            client_type: Some(CLIENT.to_owned()),
        };
        let path = "/spark.connect.SparkConnectService/ReleaseSession";
        self.call::<_, ReleaseSessionResponse>(channel, path, request).await.map(|_| ())
    }

    async fn stream(
        &self,
        channel: &Channel,
        request: ExecutePlanRequest,
    ) -> Result<tonic::Streaming<ExecutePlanResponse>, Error> {
        let path = PathAndQuery::from_static("/spark.connect.SparkConnectService/ExecutePlan");
        let mut grpc = ready(channel).await?;
        let answer = grpc.server_streaming(self.request(request), path, ProstCodec::default()).await;
        answer.map(tonic::Response::into_inner).map_err(|status| failure(&status))
    }

    async fn call<Q, A>(&self, channel: &Channel, path: &'static str, request: Q) -> Result<A, Error>
    where
        Q: Message + Send + Sync + 'static,
        A: Message + Default + Send + Sync + 'static,
    {
        let mut grpc = ready(channel).await?;
        let codec: ProstCodec<Q, A> = ProstCodec::default();
        let answer = grpc.unary(self.request(request), PathAndQuery::from_static(path), codec).await;
        answer.map(tonic::Response::into_inner).map_err(|status| failure(&status))
    }

    fn request<T>(&self, message: T) -> Request<T> {
        let mut request = Request::new(message);
        for (name, value) in &self.headers {
            request.metadata_mut().append(name.clone(), value.clone());
        }
        request
    }
}

async fn ready(channel: &Channel) -> Result<Grpc<Channel>, Error> {
    let mut grpc = Grpc::new(channel.clone()).max_decoding_message_size(MAX_MESSAGE);
    grpc.ready().await.map_err(|error| Error::Lost(causes(&error)))?;
    Ok(grpc)
}

fn endpoint(address: &Address) -> Result<Endpoint, Error> {
    let scheme = if address.is_encrypted { "https" } else { "http" };
    let wrong = |_| Error::Address(address.place());
    let endpoint = Endpoint::from_shared(format!("{scheme}://{}", address.place())).map_err(wrong)?;
    // Pings of HTTP/2 would be refused: servers allow one in five minutes.
    let endpoint = endpoint.connect_timeout(CONNECT).tcp_keepalive(Some(Duration::from_secs(30)));
    if !address.is_encrypted {
        return Ok(endpoint);
    }
    endpoint
        .tls_config(ClientTlsConfig::new().with_native_roots())
        .map_err(|error| Error::Unreachable(address.place(), causes(&error)))
}

fn headers(address: &Address, token: Option<&str>) -> Result<Vec<Header>, Error> {
    let mut headers = Vec::new();
    for (name, value) in &address.headers {
        let wrong = || Error::Address(name.clone());
        let key = MetadataKey::from_bytes(name.as_bytes()).map_err(|_| wrong())?;
        headers.push((key, MetadataValue::try_from(value.as_str()).map_err(|_| wrong())?));
    }
    if let Some(token) = token {
        let mut value = MetadataValue::try_from(format!("Bearer {token}")).map_err(|_| Error::Unauthorized)?;
        value.set_sensitive(true);
        headers.push((MetadataKey::from_static("authorization"), value));
    }
    Ok(headers)
}

/// What an answer that is none means.
fn failure(status: &Status) -> Error {
    let reason = first_line(status.message());
    match status.code() {
        Code::Unauthenticated | Code::PermissionDenied => Error::Unauthorized,
        Code::Unavailable | Code::Cancelled => Error::Lost(reason),
        // A stream that ends in the middle.
        Code::Unknown | Code::Internal if std::error::Error::source(status).is_some() => Error::Lost(reason),
        _ => Error::Server(reason),
    }
}

/// An error with what caused it, in one line.
fn causes(error: &dyn std::error::Error) -> String {
    let mut text = first_line(&error.to_string());
    let mut next = error.source();
    while let Some(cause) = next {
        text = format!("{text}: {}", first_line(&cause.to_string()));
        next = cause.source();
    }
    text
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::io::Write;
    use std::net::TcpListener;

    use super::*;

    /// A server that answers every connection with some bytes and hangs up.
    fn server(answer: &'static [u8]) -> Address {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let _ = stream.write_all(answer);
            }
        });
        Address::parse(&format!("sc://127.0.0.1:{port}")).unwrap()
    }

    #[test]
    fn a_server_that_hangs_up_is_lost() {
        let session = Session::open(&server(b""), None).unwrap();
        assert!(matches!(session.execute("SELECT 1"), Err(Error::Lost(_))));
        assert!(matches!(session.query("SELECT 1", &mut |_| true), Err(Error::Lost(_))));
        assert!(!session.canceller().cancel());
    }

    #[test]
    fn a_server_of_another_protocol_is_an_error() {
        let session = Session::open(&server(b"HTTP/1.1 400 Bad Request\r\n\r\n"), None).unwrap();
        assert!(session.execute("SELECT 1").is_err());
    }

    #[test]
    fn a_token_that_no_header_can_hold_is_refused_and_not_repeated() {
        let error = Session::open(&server(b""), Some("secret\nx")).unwrap_err();
        assert_eq!(error, Error::Unauthorized);
        assert!(!format!("{error} {error:?}").contains("secret"));
        let headers = headers(&server(b""), Some("secret")).unwrap();
        assert!(!format!("{headers:?}").contains("secret"));
    }
}
