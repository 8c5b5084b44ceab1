//! Files that are made of the document: what the window asks for, and what came of it.
//!
//! What is made, and how, is the affair of rooms above; here it is a job with a name that anybody may run.

use crate::messages::Message;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// A file to be made, and to be written where somebody chooses.
#[derive(Clone)]
pub struct Making {
    /// What the file is called unless another name is chosen; its ending says what it is.
    pub name: String,
    make: Arc<Make>,
}

type Make = dyn Fn(&AtomicBool) -> Result<Made, Message> + Send + Sync;

/// What was made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Made {
    /// The file.
    pub bytes: Vec<u8>,
    /// What is to be known about it, such as what has no place in its format; empty when there is nothing.
    pub remarks: Vec<Message>,
}

/// What became of a file that was to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// It is there; the words say where.
    #[expect(missing_docs, reason = "the variant says it")]
    Yes {
        told: Message,
        remarks: Vec<Message>,
    },
    /// It is not; the words say why.
    No(Message),
    /// Nobody wanted it any more.
    Cancelled,
}

impl Making {
    /// A job that gives up, with words that nobody reads, once its flag is set.
    pub fn new(
        name: impl Into<String>,
        make: impl Fn(&AtomicBool) -> Result<Made, Message> + Send + Sync + 'static,
    ) -> Self {
        Self {
            name: name.into(),
            make: Arc::new(make),
        }
    }

    /// A text that is there already.
    pub fn of_text(name: impl Into<String>, text: String) -> Self {
        Self::new(name, move |_| {
            let bytes = text.clone().into_bytes();
            Ok(Made {
                bytes,
                remarks: Vec::new(),
            })
        })
    }

    /// Makes it; or says in words for people why not. May take long.
    pub fn run(&self, cancelled: &AtomicBool) -> Result<Made, Message> {
        (self.make)(cancelled)
    }
}

impl fmt::Debug for Making {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple(stringify!(Making)).field(&self.name).finish()
    }
}

impl PartialEq for Making {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.make, &other.make)
    }
}

impl Eq for Making {}
