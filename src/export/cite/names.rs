//! Who made a work, from the words of its author: persons, whose family names lead in a bibliography, and everybody else,
//! whose names stay as they are.
//!
//! An author is one line that somebody wrote for readers: `Sardar Hamdan Khan Sadozai`, `Ministry of Foreign Affairs of
//! Japan`, `Peter Baker, The Washington Post`, `Kishi Nobusuke and Dwight D. Eisenhower`. What is turned round by mistake
//! is wrong, what stays as it is at worst unusual; so a name is turned only where it is surely a person's whose family
//! name stands last.

use super::entry::{clean, is_japanese};
use crate::document::SourceKind;

/// One of those who made a work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Maker {
    /// A person whose family name is known.
    Person {
        family: String,
        given: String,
        /// `Jr.` and the like.
        suffix: Option<String>,
    },
    /// An institution, or a name that stays as it is.
    Whole(String),
}

/// Who made a work.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Makers {
    pub(super) makers: Vec<Maker>,
    /// Whether they edited it.
    pub(super) edited: bool,
    /// The newspaper, journal or site that it stands in.
    pub(super) within: Option<String>,
}

/// Reads the author of a work of a kind.
pub(super) fn makers(author: &str, kind: SourceKind) -> Makers {
    let author = clean(author);
    let mut all = Makers::default();
    for party in author.split(';').map(str::trim) {
        if !party.is_empty() {
            self::party(party, kind, &mut all);
        }
    }
    all
}

/// Words between who wrote and where it stands.
const STANDS_IN: &[&str] = &[
    ", first in ",
    ", in the ",
    ", in ",
    ", by way of the ",
    ", by way of ",
];
/// Who sends news to newspapers and is none.
const AGENCIES: &[&str] = &[
    "agence france-presse",
    "associated press",
    "bloomberg",
    "kyodo",
    "kyodo news",
    "jiji press",
    "reuters",
    "united press",
    "united press international",
    "xinhua",
];

fn party(text: &str, kind: SourceKind, all: &mut Makers) {
    let edited = ["(editor)", "(editors)", "(ed.)", "(eds.)"];
    if let Some(editors) = edited.iter().find_map(|mark| text.strip_suffix(mark))
        && let Some(persons) = persons(editors.trim(), kind)
    {
        all.makers.extend(persons);
        all.edited = true;
        return;
    }
    if let Some(persons) = persons(text, kind) {
        return all.makers.extend(persons);
    }
    if let Some((makers, within)) = signed(text, kind) {
        all.makers.extend(makers);
        all.within = within.map(str::to_owned).or(all.within.take());
        return;
    }
    let is_person = |maker: &Maker| matches!(maker, Maker::Person { .. });
    let follows = all.makers.last().is_some_and(is_person);
    let is_paper = kind == SourceKind::News && !is_agency(text);
    if (is_paper || follows) && all.within.is_none() {
        all.within = Some(text.to_owned());
    } else {
        all.makers.push(Maker::Whole(text.to_owned()));
    }
}

fn is_agency(text: &str) -> bool {
    AGENCIES.contains(&text.to_lowercase().as_str())
}

/// Who wrote, and where: `Peter Baker, The Washington Post`, `Kyodo, in Nichi Bei`, `Koizumi Jun’ichirō (Ministry of
/// Foreign Affairs of Japan)`.
fn signed(text: &str, kind: SourceKind) -> Option<(Vec<Maker>, Option<&str>)> {
    let stands = STANDS_IN.iter().filter_map(|words| text.split_once(words));
    if let Some((head, within)) = stands.min_by_key(|(head, _)| head.len()) {
        let is_news = kind == SourceKind::News;
        let whole = || is_news.then(|| vec![Maker::Whole(head.to_owned())]);
        let agency = whole().filter(|_| is_agency(head));
        let makers = agency.or_else(|| persons(head, kind));
        let makers = makers
            .or_else(|| Some(signed(head, kind)?.0))
            .or_else(whole)?;
        let is_site = within.contains('.') && !within.contains(' ');
        let is_named = !has_remark(within) && (is_site || !within.starts_with(char::is_lowercase));
        return is_named.then_some((makers, Some(within)));
    }
    if let Some((head, within)) = text
        .strip_suffix(')')
        .and_then(|text| text.split_once(" ("))
    {
        let makers = persons(head, kind)?;
        return is_place(within).then_some((makers, Some(within)));
    }
    // The last comma before which all are persons. Who is named with where he writes is a person, whatever the kind.
    let commas = text.rmatch_indices(", ").map(|(at, _)| at);
    let mut parts = commas.filter_map(|at| Some((text.get(..at)?, text.get(at + 2..)?)));
    parts.find_map(|(head, within)| {
        let makers = persons(head, SourceKind::Book)?;
        is_place(within).then(|| (makers, Some(within).filter(|within| !is_office(within))))
    })
}

/// Whether this can be the name of what a work stands in, by itself.
fn is_place(text: &str) -> bool {
    !has_remark(text) && !text.contains(['(', ')'])
}

/// Whether this says how a work has come to where it stands.
fn has_remark(text: &str) -> bool {
    let remarks = [
        "quoting",
        "citing",
        "copied",
        "copy",
        "kept",
        "reprinted",
        "report",
        "edited",
        "translated",
        "text",
        "from",
        "intercepted",
        "collected",
        "recorded",
    ];
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.into_iter().any(|word| remarks.contains(&word))
}

/// Whether this says what somebody was, and not where the work stands.
fn is_office(text: &str) -> bool {
    let offices = [
        "minister",
        "secretary of",
        "president of",
        "ambassador",
        "governor",
        "emperor",
    ];
    let text = text.to_lowercase();
    offices.iter().any(|office| text.contains(office))
}

/// All of these, if all are persons.
fn persons(text: &str, kind: SourceKind) -> Option<Vec<Maker>> {
    if let Some(turned) = turned_already(text, kind) {
        return Some(vec![turned]);
    }
    let mut names: Vec<String> = Vec::new();
    let listed = text.replace(" and ", ", ").replace(" & ", ", ");
    for name in listed
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
    {
        match names.last_mut() {
            Some(last) if is_suffix(name) => {
                last.push_str(", ");
                last.push_str(name);
            }
            _ => names.push(name.to_owned()),
        }
    }
    let several = names.len() > 1;
    let persons = names.iter().map(|name| person(name, kind, several));
    persons
        .collect::<Option<Vec<_>>>()
        .filter(|persons| !persons.is_empty())
}

/// `Sadozai, Sardar Hamdan Khan`.
fn turned_already(text: &str, kind: SourceKind) -> Option<Maker> {
    let (family, given) = text.split_once(',')?;
    let given = given.trim();
    let is_one = !given.contains(',') && !given.contains(" and ") && !given.contains('&');
    let words = given.split(' ').chain(family.split(' '));
    let is_named = words.clone().all(is_name) && !words.clone().any(is_of_institutions);
    let short = family.split(' ').count() == 1 && !is_suffix(given);
    (is_one && is_named && short && tells_persons(kind)).then(|| Maker::Person {
        family: family.to_owned(),
        given: given.to_owned(),
        suffix: None,
    })
}

/// Whether authors of this kind are mostly persons. Those of news, pages and figures are mostly named after a paper, a
/// site or an office, and `Baker McKenzie` looks like anybody.
fn tells_persons(kind: SourceKind) -> bool {
    !matches!(
        kind,
        SourceKind::News | SourceKind::Web | SourceKind::Dataset
    )
}

fn person(name: &str, kind: SourceKind, is_one_of_several: bool) -> Option<Maker> {
    let (name, suffix) = match name.split_once(", ") {
        Some((name, suffix)) => (name, Some(suffix.to_owned())),
        None => (name, None),
    };
    if name.chars().any(is_japanese) {
        // 姓名: a family name first, and nothing to turn round.
        let is_name = name
            .chars()
            .all(|letter| is_japanese(letter) || letter == ' ');
        let short = (2..=8).contains(&name.chars().count());
        return (is_name && short && (tells_persons(kind) || is_one_of_several))
            .then(|| Maker::Whole(name.to_owned()));
    }
    let words: Vec<_> = name.split(' ').collect();
    let [given @ .., family] = words.as_slice() else {
        return None;
    };
    let looks = (2..=6).contains(&words.len())
        && words.iter().all(|word| is_name(word))
        && !words.iter().any(|word| is_of_institutions(word));
    let has_initial = given.iter().any(|word| is_initial(word));
    let sure = has_initial || suffix.is_some() || tells_persons(kind);
    if !looks || !sure || is_initial(family) {
        return None;
    }
    if leads_with_family(&words) {
        return Some(Maker::Whole(name.to_owned()));
    }
    // `Charles de Gaulle`, `Martin van Buren`.
    let particles = given
        .iter()
        .rev()
        .take_while(|word| is_particle(word))
        .count();
    let (given, family) = words.split_at(given.len() - particles);
    (!given.is_empty()).then(|| Maker::Person {
        family: family.join(" "),
        given: given.join(" "),
        suffix,
    })
}

fn is_suffix(word: &str) -> bool {
    matches!(word, "Jr." | "Jr" | "Sr." | "Sr" | "II" | "III" | "IV")
}

fn is_particle(word: &str) -> bool {
    let particles = [
        "al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "le", "ten",
        "ter", "van", "von",
    ];
    particles.contains(&word)
}

/// `J.`, `K`, `J.R.`
fn is_initial(word: &str) -> bool {
    let bare = word.replace('.', "");
    let letters = bare.chars().count();
    let dotted = word.ends_with('.') && letters <= 2;
    (letters == 1 || dotted) && bare.chars().all(char::is_uppercase)
}

/// Whether a word can be part of a person's name.
fn is_name(word: &str) -> bool {
    if is_particle(word) || is_initial(word) {
        return true;
    }
    let letters = word
        .chars()
        .all(|letter| letter.is_alphabetic() || matches!(letter, '-' | '\'' | '’' | 'ʻ'));
    let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
    let length = word.chars().count();
    let begins = word.chars().next().is_some_and(char::is_uppercase);
    letters && begins && length > 1 && capitals < length && !word.chars().any(is_japanese)
}

/// Whether a word belongs to institutions, papers and offices and not to persons.
fn is_of_institutions(word: &str) -> bool {
    let word = word.to_lowercase();
    INSTITUTIONS.split(' ').any(|known| known == word)
        || INSTITUTION_ENDS.iter().any(|end| word.ends_with(end))
}

const INSTITUTION_ENDS: &[&str] = &["shimbun", "shinbun", "shimpo", "shimpō", "pedia", "news"];
const INSTITUTIONS: &str = "academy administration affairs agency air allied america american annual archive archives army arts asia \
    asian association atomic authority bank bei board britain broadcasting bulletin bureau cabinet center \
    centre china chronicle church city club code codenames collection college commerce commission committee \
    company conference congress corporation council court daily data database defense democratic department \
    dictionary digital diplomat district division economic economist education embassy emperor encyclopedia \
    encyclopædia exhibition express federal federation figures five force forces foreign foundation france \
    fund gazette general globe government great group guardian hall herald hindu historical history honolulu \
    hotel house hub illustrated imperial india indian industry institute institution international irish \
    island islands italy japan japanese journal kingdom labor labour law league legacy legal legion library \
    list magazine mail memorial military minister ministry mission monitor motor motors museum national \
    nations naval navy netherlands network nine nobel observatory office official olympic online order \
    orders organisation organization pacific papers park parliament party policy politico post power powers \
    prefecture presidency president press program programme project public publishing records register \
    relations report reporter reports republic research review school secretariat securities senate service \
    services seven shipyard six snacks society spectator sports standard star stars state states statistics \
    studies sun supreme survey telegraph television the times today trade trading treasury tribunal tribune \
    trust union united university up viscount war web website weekly welle white wire world yearbook";

/// Whether a name has the family name first already, as Japanese, Chinese and Korean names often have: `Kishi Nobusuke`,
/// `Ban Ki-moon`. Of a name that could be either nobody knows, and it stays as it is.
fn leads_with_family(words: &[&str]) -> bool {
    let [first, .., last] = words else {
        return false;
    };
    const FIRST: &str = "Ban Chiang Deng Hu Jiang Mao Moon Park Roh Wang Wen Xi Yoon Zhang Zhou";
    let is_given = |word: &&str| {
        // Ki-moon, Geun-hye, Tse-tung.
        let after = word
            .split_once('-')
            .and_then(|(_, after)| after.chars().next());
        after.is_some_and(char::is_lowercase)
    };
    if FIRST.split(' ').any(|known| known == *first) || is_given(last) {
        return true;
    }
    let [first, last] = words else {
        return false;
    };
    let is_given_first = is_japanese_family(last) && !is_japanese_family(first);
    is_romaji(first) && is_romaji(last) && !is_given_first
}

/// Whether a name in Latin letters ends as Japanese family names do and given names do not.
fn is_japanese_family(word: &str) -> bool {
    const ENDS: &str = "aoka ata bara be da eoka gawa gi guchi hara hashi hayashi ii ioka iura jita kawa kita mine mita \
        moto mura naka nishi no oura saka saki sawa shima shita tani tori uoka uura wara yama zaka zaki \
        zawa zuki";
    const WHOLE: &str =
        "abe aso ito itō kato katō sato satō suga saito saitō endo endō goto gotō kondo kondō";
    let word = word.to_lowercase();
    WHOLE.split(' ').any(|known| known == word) || ENDS.split(' ').any(|end| word.ends_with(end))
}

/// Whether a word can be Japanese in Latin letters: open syllables, and n.
fn is_romaji(word: &str) -> bool {
    let plain: String = word
        .to_lowercase()
        .chars()
        .filter(|letter| !matches!(letter, '\'' | '’' | '-'))
        .map(|letter| match letter {
            'ā' => 'a',
            'ī' => 'i',
            'ū' => 'u',
            'ē' => 'e',
            'ō' => 'o',
            other => other,
        })
        .collect();
    let mut rest = plain.as_str();
    while !rest.is_empty() {
        let Some(after) = syllable(rest) else {
            return false;
        };
        rest = after;
    }
    true
}

/// What is left after one syllable.
fn syllable(text: &str) -> Option<&str> {
    const ONSETS: &str =
        "ky gy sh j ch ny hy by py my ry ts k g s z t d n h f b p m y r w kk ss tt pp ssh tch";
    let open = ONSETS.split(' ').chain([""]).find_map(|onset| {
        let rest = text.strip_prefix(onset)?;
        rest.strip_prefix(['a', 'i', 'u', 'e', 'o'])
    });
    // Moraic n, and the m that older spellings have before b, m and p.
    open.or_else(|| text.strip_prefix('n')).or_else(|| {
        let rest = text.strip_prefix('m')?;
        rest.starts_with(['b', 'm', 'p']).then_some(rest)
    })
}
