//! One number with what stands right beside it: sign, currency, unit, thing counted and rate.

use super::lists::{Coin, UnitRow};
use super::{Reader, age, bound, compound, count, million, money, rate, ratio, unit};
use crate::record::{Bound, Certainty};
use crate::text::number::{Form, Number};
use std::ops::Range;

/// What a number is an amount of.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Of {
    /// Nothing said.
    Nothing,
    /// Money, by its place in the list of currencies.
    Money(Coin),
    /// A unit, by its place in the list of units.
    Unit(usize),
    /// An age in such a unit.
    Age(usize),
    /// Things: the noun in the singular.
    Things(String),
    /// A multiple or a share.
    Ratio,
    /// A place in a row.
    Rank,
}

/// A number that may become a figure.
#[derive(Clone, Debug)]
pub(super) struct Amount {
    /// The tokens of the number itself.
    pub(super) number: Range<usize>,
    /// Its tokens with sign, unit and rate.
    pub(super) tokens: Range<usize>,
    /// The lower end; the value where there is one end.
    pub(super) low: f64,
    /// The upper end.
    pub(super) high: f64,
    /// The magnitude in it that a neighbour may share.
    pub(super) scale: f64,
    pub(super) form: Form,
    pub(super) of: Of,
    /// "year" in "a year".
    pub(super) per: Option<String>,
    /// The bound, and the token where its words start.
    pub(super) bound: Option<(Bound, usize)>,
    pub(super) certainty: Certainty,
    /// What was read from the words, for the reader's card.
    pub(super) because: Vec<String>,
    /// Whether a reader before has joined it to a neighbour or found it to be no figure.
    pub(super) gone: bool,
}

impl Amount {
    /// Whether the words give two different ends.
    pub(super) fn is_range(&self) -> bool {
        self.low != self.high
    }

    /// The first token, bound included.
    pub(super) fn start(&self) -> usize {
        self.bound.map_or(self.tokens.start, |(_, start)| start.min(self.tokens.start))
    }

    /// The unit, where it is a listed one.
    pub(super) fn unit<'l>(&self, units: &'l [UnitRow]) -> Option<&'l UnitRow> {
        match self.of {
            Of::Unit(i) | Of::Age(i) => units.get(i),
            _ => None,
        }
    }

    /// A new amount of `number` alone.
    pub(super) fn new(number: &Number) -> Self {
        let vague = number.form == Form::Vague;
        Self {
            number: number.tokens.clone(),
            tokens: number.tokens.clone(),
            low: number.value,
            high: if vague { number.value * 10.0 } else { number.value },
            scale: number.scale,
            form: number.form,
            of: Of::Nothing,
            per: None,
            bound: None,
            certainty: if vague { Certainty::Unsure } else { Certainty::Sure },
            because: if vague {
                vec!["The words say an order of magnitude, not a number".to_owned()]
            } else {
                Vec::new()
            },
            gone: false,
        }
    }

    /// Adds a sentence to the reasons.
    pub(super) fn say(&mut self, reason: impl Into<String>) {
        self.because.push(reason.into());
    }
}

/// Reads what stands beside a number. Tokens before `free` belong to an earlier amount.
pub(super) fn read(reader: &Reader<'_>, number: &Number, free: usize) -> Amount {
    let mut amount = Amount::new(number);
    money::sign_before(reader, &mut amount, free);
    million::read(reader, &mut amount);
    bound::after_number(reader, &mut amount);
    if !money::after(reader, &mut amount)
        && amount.of == Of::Nothing
        && !rate::bundled(reader, &mut amount)
        && !unit::after(reader, &mut amount)
        && !compound::half_more(reader, &mut amount, free)
        && !ratio::read(reader, &mut amount)
        && !age::of_persons(reader, &mut amount)
    {
        count::read(reader, &mut amount);
    }
    rate::after(reader, &mut amount);
    amount
}
