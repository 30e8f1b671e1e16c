//! Serves Microsoft's in-memory Cosmos DB emulator over plain HTTP on a free port of 127.0.0.1, and prints the port as the
//! first line. TLS is the business of the proxy before it. The account has one region, session consistency, and accepts any
//! key; with `--throttling` its containers refuse what exceeds their request units.

use std::sync::Arc;

use axum::{
    body::{to_bytes, Body},
    extract::{Request, State},
    http::{Response, StatusCode},
    Router,
};
use azure_core::http::{
    headers::{HeaderName, HeaderValue},
    Method, Request as EmulatorRequest,
};
use azure_data_cosmos_driver::in_memory_emulator::{
    InMemoryEmulatorHttpClient, VirtualAccountConfig, VirtualRegion,
};
use url::Url;

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Requests must be for a host that the emulator knows; which one clients use is the proxy's to say.
const REGION_ENDPOINT: &str = "https://emulator.local";
const MAX_BODY_BYTES: usize = 8 * 1024 * 1024;

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let region = VirtualRegion::new("Local", Url::parse(REGION_ENDPOINT)?);
    let throttling = std::env::args().any(|argument| argument == "--throttling");
    let account = VirtualAccountConfig::new(vec![region])?.with_throttling_enabled(throttling);
    let emulator = Arc::new(InMemoryEmulatorHttpClient::new(account));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", listener.local_addr()?.port());
    let app = Router::new().fallback(answer).with_state(emulator);
    axum::serve(listener, app).await?;
    Ok(())
}

async fn answer(
    State(emulator): State<Arc<InMemoryEmulatorHttpClient>>,
    request: Request,
) -> Response<Body> {
    forward(&emulator, request).await.unwrap_or_else(|error| {
        let mut response = Response::new(Body::from(error.to_string()));
        *response.status_mut() = StatusCode::NOT_IMPLEMENTED;
        response
    })
}

async fn forward(
    emulator: &InMemoryEmulatorHttpClient,
    request: Request,
) -> Result<Response<Body>, Failure> {
    let (head, body) = request.into_parts();
    // The SDK sends `//dbs` and `/dbs/x/`; the emulator wants neither.
    let path = head.uri.path().trim_matches('/');
    let mut url = Url::parse(&format!("{REGION_ENDPOINT}/{path}"))?;
    url.set_query(head.uri.query());
    let method: Method = head.method.as_str().parse()?;
    let mut forwarded = EmulatorRequest::new(url, method);
    for (name, value) in &head.headers {
        let name = HeaderName::from(name.as_str().to_owned());
        let value = HeaderValue::from(value.to_str()?.to_owned());
        forwarded.headers_mut().insert(name, value);
    }
    forwarded.set_body(to_bytes(body, MAX_BODY_BYTES).await?.to_vec());
    let answer = emulator
        .execute_request(&forwarded)
        .await?
        .try_into_raw_response()
        .await?;
    let mut response = Response::builder().status(u16::from(answer.status()));
    for (name, value) in answer.headers().iter() {
        // Both are the server's own to set.
        if !matches!(name.as_str(), "content-length" | "transfer-encoding") {
            response = response.header(name.as_str(), value.as_str());
        }
    }
    let body: &[u8] = answer.body().as_ref();
    Ok(response.body(Body::from(body.to_vec()))?)
}
