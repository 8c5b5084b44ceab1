//! What lists, the entries in them and their titles are called where something is said of them.

use super::super::{Event, Group, List, Timeline};
use crate::messages::{Message, message};

impl List {
    /// "categories", within a sentence.
    pub fn called(self) -> Message {
        match self {
            Self::Categories => message!("editing-categories"),
            Self::Actors => message!("editing-actors"),
            Self::Eras => message!("editing-eras"),
            Self::Sources => message!("editing-sources"),
            Self::Events => message!("editing-events"),
            Self::Series => message!("editing-all-series"),
            Self::Stories => message!("editing-stories"),
        }
    }
}

impl Group {
    /// "category", within a sentence.
    pub fn called(&self) -> Message {
        self.bare.clone()
    }

    /// "a category".
    pub fn called_one(&self) -> Message {
        self.said.clone()
    }
}

impl Timeline {
    /// What an entry is called in the main language and in Japanese, as the file has it.
    pub fn names_of(&self, list: List, index: usize) -> [Option<&str>; 2] {
        let main = self.title_of(list, index);
        let japanese = match list {
            List::Categories => entry(&self.categories, index, |one| one.name_ja.as_deref()),
            List::Actors => entry(&self.actors, index, |one| one.name_ja.as_deref()),
            List::Eras => entry(&self.eras, index, |one| one.title_ja.as_deref()),
            List::Sources => None,
            List::Events => entry(&self.events, index, |one: &Event| one.title_ja.as_deref()),
            List::Series => entry(&self.series, index, |one| one.title_ja.as_deref()),
            List::Stories => entry(&self.stories, index, |one| one.title_ja.as_deref()),
        };
        [main, japanese]
    }

    /// What an entry is called within a sentence; its id where it has no title.
    pub fn called(&self, list: List, index: usize) -> Option<Message> {
        let [main, japanese] = self
            .names_of(list, index)
            .map(|name| name.filter(|name| !name.is_empty()));
        let main = main.or_else(|| self.id_of(list, index))?;
        let both = [main, japanese.unwrap_or(main)].map(str::to_owned);
        Some(message!("editing-title", title = both))
    }
}

fn entry<T>(list: &[T], index: usize, name: impl Fn(&T) -> Option<&str>) -> Option<&str> {
    list.get(index).and_then(name)
}

#[cfg(test)]
mod tests {
    use super::super::super::Sort;
    use super::*;

    #[test]
    fn every_group_has_a_name_that_is_the_one_of_the_schema() {
        let inner = |group: &'static Group| {
            let fields = group.fields.iter();
            fields.filter_map(|field| match field.sort {
                Sort::Entries(inner) => Some(inner),
                _ => None,
            })
        };
        let lists = List::ALL.map(List::group);
        let all = lists.into_iter().flat_map(|group| {
            let steps = inner(group).flat_map(inner);
            [group].into_iter().chain(inner(group)).chain(steps)
        });
        for group in all {
            let said = |message: Message| message.text(crate::messages::Lang::En);
            assert_eq!(said(group.called()), group.noun());
            assert_eq!(said(group.called_one()), group.what);
        }
        for list in List::ALL {
            assert_eq!(list.called().text(crate::messages::Lang::En), list.name());
        }
    }
}
