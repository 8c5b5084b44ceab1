//! The network: the only module that touches it, and only when somebody asks for it on the command line.
//!
//! Asks addresses whether they answer. Nothing that comes back is kept or followed but the status; the addresses of one
//! host are asked one after the other, so that no server takes us for an attack.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, PoisonError, mpsc};
use std::time::Duration;

use ureq::{Agent, Error};
use url::Url;

/// Hosts that are asked at the same time.
const AT_ONCE: usize = 8;
/// How long an address has to answer, forwardings included.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often an address may send on to another.
const FORWARDINGS: u32 = 8;

/// What an address says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// There is something.
    Fine,
    /// The host says that there is nothing, with this status.
    Gone(u16),
    /// There is no answer, for this reason.
    Silent(String),
    /// The host will not say to a program, with this status.
    Unclear(u16),
}

/// Asks each address; `told` learns after each how many have been asked. The answers come in the order of the addresses.
pub fn ask(addresses: &[&str], mut told: impl FnMut(usize)) -> Vec<Answer> {
    let unasked = Answer::Silent("it was not asked".to_owned());
    let mut answers = vec![unasked; addresses.len()];
    let hosts = Mutex::new(by_host(addresses));
    let agent = agent();
    let (done, all_done) = mpsc::channel();
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            let (done, hosts, agent) = (done.clone(), &hosts, &agent);
            scope.spawn(move || {
                let next = || {
                    let mut hosts = hosts.lock().unwrap_or_else(PoisonError::into_inner);
                    hosts.pop_front()
                };
                while let Some(host) = next() {
                    for at in host {
                        let address = addresses.get(at).copied().unwrap_or_default();
                        // Nobody listens any more only when all is over.
                        let _ = done.send((at, answer(agent, address)));
                    }
                }
            });
        }
        drop(done);
        for (count, (at, answer)) in (1..).zip(all_done) {
            if let Some(place) = answers.get_mut(at) {
                *place = answer;
            }
            told(count);
        }
    });
    answers
}

/// The places of the addresses of each host, the hosts with most of them first.
fn by_host(addresses: &[&str]) -> VecDeque<Vec<usize>> {
    let mut hosts: BTreeMap<Option<String>, Vec<usize>> = BTreeMap::new();
    for (at, address) in addresses.iter().enumerate() {
        let host = Url::parse(address).ok();
        let host = host.and_then(|url| url.host_str().map(str::to_owned));
        hosts.entry(host).or_default().push(at);
    }
    let mut hosts: Vec<_> = hosts.into_values().collect();
    hosts.sort_by_key(|host| std::cmp::Reverse(host.len()));
    hosts.into()
}

fn agent() -> Agent {
    let config = Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .max_redirects(FORWARDINGS)
        .http_status_as_error(false)
        .user_agent(concat!(
            "transpacific/",
            env!("CARGO_PKG_VERSION"),
            " (link check)"
        ));
    config.build().new_agent()
}

fn answer(agent: &Agent, address: &str) -> Answer {
    match status(agent, address) {
        Ok(status @ (404 | 410)) => Answer::Gone(status),
        Ok(200..=399) => Answer::Fine,
        Ok(status) => Answer::Unclear(status),
        Err(error) => Answer::Silent(in_words(&error)),
    }
}

/// Asks for the head alone; where a host minds that, for the whole, of which nothing is read.
fn status(agent: &Agent, address: &str) -> Result<u16, Error> {
    let status = agent.head(address).call()?.status().as_u16();
    match status {
        403..=405 | 501 => Ok(agent.get(address).call()?.status().as_u16()),
        _ => Ok(status),
    }
}

fn in_words(error: &Error) -> String {
    match error {
        Error::HostNotFound => "there is no such host".to_owned(),
        Error::Timeout(_) => format!("no answer in {} seconds", PATIENCE.as_secs()),
        Error::TooManyRedirects | Error::RedirectFailed => "it sends on and on".to_owned(),
        Error::ConnectionFailed => "the host takes no call".to_owned(),
        Error::Io(error) => format!("the connection failed ({error})"),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_addresses_of_a_host_are_asked_in_turn() {
        let addresses = [
            "https://b.org/1",
            "https://a.org/1",
            "http://b.org/2",
            "no address",
        ];
        let hosts: Vec<_> = by_host(&addresses).into();
        assert_eq!(hosts, [vec![0, 2], vec![3], vec![1]]);
    }
}
