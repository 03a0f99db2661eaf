//! One look at OSS: a plain request, its answer judged.
//!
//! Waits, so it is called on a thread of its own. What it asks and for how long is in [`Settings`].

use super::fault;
use super::sample::{Found, Sample};
use super::settings::{Proxy, Settings, without_secret};
use crate::app::Why;
use hyper_util::client::proxy::matcher::Matcher;
use reqwest::header::{ACCEPT, HeaderMap, HeaderValue, LOCATION};
use reqwest::{Client, Response, StatusCode, Url, redirect};
use std::time::{Duration, Instant};
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

/// Longer chains are circles that change their clothes.
const MOST_STEPS: usize = 8;
/// Says what asks and nothing of who.
const USER_AGENT: &str = "Mozilla/5.0 (compatible; status check)";

/// Asks OSS.
pub struct Probe {
    settings: Settings,
    client: Client,
    /// The proxies of this PC, where they are used.
    proxies: Option<Matcher>,
    /// Taken only when it is dropped.
    runtime: Option<Runtime>,
}

impl std::fmt::Debug for Probe {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Probe").field("settings", &self.settings).finish_non_exhaustive()
    }
}

/// Nothing can be asked from this PC at all.
#[derive(Debug, thiserror::Error)]
#[error("cannot ask over the network: {0}")]
pub struct NotReady(pub String);

/// What one address answered.
struct Answer {
    status: Option<u16>,
    /// The host in the end, if it is not the one that was asked.
    led_to: Option<String>,
    verdict: Result<(), Trouble>,
}

struct Trouble {
    why: Why,
    detail: String,
}

impl Trouble {
    fn plain(why: Why) -> Self {
        Self { why, detail: String::new() }
    }
}

impl Probe {
    /// Ready to ask; nothing is sent yet. Reads the system's certificates and its proxy, once.
    pub fn new(settings: Settings) -> Result<Self, NotReady> {
        // Somebody was first: then there is one, which is all that is wanted.
        _ = rustls::crypto::ring::default_provider().install_default();
        let not_ready = |error: &dyn std::error::Error| NotReady(error.to_string());
        let runtime = Builder::new_current_thread()
            .enable_io()
            .enable_time()
            .build()
            .map_err(|error| not_ready(&error))?;
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, HeaderValue::from_static("text/html"));
        let mut client = Client::builder()
            .user_agent(USER_AGENT)
            .default_headers(headers)
            .referer(false)
            .redirect(redirect::Policy::none())
            .retry(reqwest::retry::never())
            // Each look knocks anew: an old connection says nothing about the door.
            .pool_max_idle_per_host(0)
            .connect_timeout(settings.connect_timeout);
        client = match &settings.proxy {
            Proxy::System => client,
            Proxy::None => client.no_proxy(),
            Proxy::At(url) => {
                let proxy = reqwest::Proxy::all(url.clone()).map_err(|error| not_ready(&error))?;
                client.proxy(proxy)
            }
        };
        let client = client.build().map_err(|error| NotReady(fault::detail(&error)))?;
        let proxies = (settings.proxy == Proxy::System).then(Matcher::from_system);
        Ok(Self { settings, client, proxies, runtime: Some(runtime) })
    }

    /// Looks once. Takes at most [`Settings::total_timeout`] for each address.
    pub fn check(&self) -> Sample {
        let runtime = self.runtime.as_ref().expect("it is taken only when dropped");
        runtime.block_on(self.look())
    }

    async fn look(&self) -> Sample {
        let mut slowest: Option<Sample> = None;
        for url in &self.settings.oss {
            let begun = Instant::now();
            let answer = self.answer_within(url).await;
            let took = begun.elapsed();
            let (found, detail) = match answer.verdict {
                Ok(()) => (Found::Alive, String::new()),
                Err(trouble) => (self.meaning(trouble.why).await, trouble.detail),
            };
            let Answer { status, led_to, .. } = answer;
            let address = without_secret(url);
            let sample = Sample { found, took, address, status, led_to, detail };
            if found != Found::Alive {
                return sample;
            }
            if slowest.as_ref().is_none_or(|other| other.took < took) {
                slowest = Some(sample);
            }
        }
        slowest.expect("the settings have at least one address")
    }

    /// Whose trouble it is: OSS's own, that of this office, or a page in between.
    async fn meaning(&self, why: Why) -> Found {
        match why {
            Why::OtherPage => return Found::Portal(why),
            // OSS itself said so.
            Why::Http(_) | Why::RedirectLoop => return Found::Down(why),
            _ => {}
        }
        let mut alike = true;
        for url in &self.settings.other {
            match self.any_answer(url).await {
                // Another one's certificate is good today: it is not our calendar.
                Ok(()) if why == Why::Clock && url.scheme() == "https" => {
                    return Found::Down(Why::Tls);
                }
                Ok(()) => return Found::Down(why),
                Err(other) => alike &= other == why,
            }
        }
        match why {
            _ if self.settings.other.is_empty() => Found::Down(why),
            // Somebody answers for everybody, with a certificate of his own.
            Why::Tls if alike => Found::Portal(why),
            // Everybody answers; it is our calendar that is wrong.
            Why::Clock if alike => Found::Down(why),
            _ => Found::Office(why),
        }
    }

    /// Whether this address answers anything at all.
    async fn any_answer(&self, url: &Url) -> Result<(), Why> {
        match timeout(self.settings.total_timeout, self.client.get(url.clone()).send()).await {
            // What stands in between answers for itself.
            Ok(Ok(response)) => match of_status(response.status()) {
                Some(why @ (Why::Proxy | Why::OtherPage)) => Err(why),
                _ => Ok(()),
            },
            Ok(Err(error)) => Err(self.why(&error, url)),
            Err(_) => Err(Why::Timeout),
        }
    }

    async fn answer_within(&self, url: &Url) -> Answer {
        let waited = timeout(self.settings.total_timeout, self.answer(url)).await;
        waited.unwrap_or_else(|_| Answer {
            status: None,
            led_to: None,
            verdict: Err(Trouble::plain(Why::Timeout)),
        })
    }

    /// Follows an address to its page.
    async fn answer(&self, first: &Url) -> Answer {
        let mut seen = vec![first.clone()];
        loop {
            let url = seen.last().expect("the first is there").clone();
            let led_to = (url.host_str() != first.host_str())
                .then(|| url.host_str().unwrap_or_default().to_owned());
            let response = match self.client.get(url.clone()).send().await {
                Ok(response) => response,
                Err(error) => {
                    let trouble = self.trouble(&error, &url);
                    return Answer { status: None, led_to, verdict: Err(trouble) };
                }
            };
            let status = response.status();
            let answer = |verdict| Answer { status: Some(status.as_u16()), led_to, verdict };
            if let Some(trouble) = of_status(status) {
                return answer(Err(Trouble::plain(trouble)));
            }
            let Some(to) = leads_to(&response, &url) else {
                return answer(self.page(response).await);
            };
            if !self.is_of_oss(first, &to) {
                let led_to = to.host_str().map(str::to_owned);
                let verdict = Err(Trouble::plain(Why::OtherPage));
                return Answer { status: Some(status.as_u16()), led_to, verdict };
            }
            if seen.contains(&to) || seen.len() >= MOST_STEPS {
                return answer(Err(Trouble::plain(Why::RedirectLoop)));
            }
            seen.push(to);
        }
    }

    /// Whether `to` is a place OSS may send us to from `first`.
    fn is_of_oss(&self, first: &Url, to: &Url) -> bool {
        let Some(host) = to.host_str() else { return false };
        let own = first.host_str().unwrap_or_default();
        // `www.x` and `x` are one.
        let own = own.strip_prefix("www.").unwrap_or(own);
        let under = |parent: &str| {
            host == parent || host.strip_suffix(parent).is_some_and(|rest| rest.ends_with('.'))
        };
        // Sent away from a secret connection to an open one: nobody decent does that.
        let opened = first.scheme() == "https" && to.scheme() != "https";
        let known = self.settings.may_lead_to.iter().any(|parent| under(parent));
        matches!(to.scheme(), "http" | "https") && !opened && (under(own) || known)
    }

    /// Reads as much of the page as tells whose it is.
    async fn page(&self, mut response: Response) -> Result<(), Trouble> {
        let mut body = Vec::new();
        while body.len() < self.settings.max_body {
            match response.chunk().await {
                Ok(Some(chunk)) => body.extend_from_slice(&chunk),
                Ok(None) => break,
                Err(error) => {
                    let why = if error.is_timeout() { Why::Timeout } else { Why::CutOff };
                    return Err(Trouble { why, detail: fault::detail(&error) });
                }
            }
        }
        body.truncate(self.settings.max_body);
        let text = String::from_utf8_lossy(&body).to_lowercase();
        let occurs = |word: &String| text.contains(word.as_str());
        let foreign = self.settings.must_not_occur.iter().any(occurs);
        let wanted = &self.settings.must_occur;
        if foreign || !(wanted.is_empty() || wanted.iter().any(occurs)) {
            return Err(Trouble::plain(Why::OtherPage));
        }
        Ok(())
    }

    fn trouble(&self, error: &reqwest::Error, asked: &Url) -> Trouble {
        Trouble { why: self.why(error, asked), detail: fault::detail(error) }
    }

    fn why(&self, error: &reqwest::Error, asked: &Url) -> Why {
        let goes_through = |proxies: &Matcher| {
            asked.as_str().parse().is_ok_and(|asked| proxies.intercept(&asked).is_some())
        };
        let by_system = self.proxies.as_ref().is_some_and(goes_through);
        fault::why(error, by_system || matches!(self.settings.proxy, Proxy::At(_)))
    }
}

impl Drop for Probe {
    fn drop(&mut self) {
        // A name that is still being looked up is not waited for.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_timeout(Duration::ZERO);
        }
    }
}

/// What a status means by itself. A page that refuses us is a page: OSS is there.
fn of_status(status: StatusCode) -> Option<Why> {
    match status {
        StatusCode::PROXY_AUTHENTICATION_REQUIRED => Some(Why::Proxy),
        StatusCode::NETWORK_AUTHENTICATION_REQUIRED => Some(Why::OtherPage),
        status if status.is_server_error() => Some(Why::Http(status.as_u16())),
        _ => None,
    }
}

/// Where an answer sends us.
fn leads_to(response: &Response, from: &Url) -> Option<Url> {
    if !response.status().is_redirection() {
        return None;
    }
    let to = response.headers().get(LOCATION)?.to_str().ok()?;
    from.join(to).ok()
}
