//! The verbs and nouns that make a clause worth tracking, from a table that a user may extend.

use crate::extract::table::rows;
use rustc_hash::FxHashSet;

/// Verbs of acts, and nouns whose fate is news.
#[derive(Debug, Default)]
pub struct Actions {
    acts: FxHashSet<Box<str>>,
    changes: FxHashSet<Box<str>>,
    flows: FxHashSet<Box<str>>,
    outcomes: FxHashSet<Box<str>>,
    targets: FxHashSet<Box<str>>,
    states: FxHashSet<Box<str>>,
    agents: FxHashSet<Box<str>>,
    private: FxHashSet<Box<str>>,
}

impl Actions {
    /// The words that come with the program.
    pub fn builtin() -> Self {
        let mut actions = Self::default();
        actions.extend(include_str!("../../../assets/lists/actions.tsv"));
        actions
    }

    /// Adds rows of a table, and says how many.
    pub fn extend(&mut self, table: &str) -> usize {
        let mut taken = 0;
        for row in rows(table) {
            let [kind, _, words, ..] = row[..] else { continue };
            let list = match kind {
                "action" => &mut self.acts,
                "change" => &mut self.changes,
                "flow" => &mut self.flows,
                "outcome" => &mut self.outcomes,
                "target" => &mut self.targets,
                "state" => &mut self.states,
                "agent" => &mut self.agents,
                "private" => &mut self.private,
                _ => continue,
            };
            list.extend(words.split('|').map(Box::from));
            taken += 1;
        }
        taken
    }

    /// Whether a verb in its base form is an act to track.
    pub fn is_action(&self, lemma: &str) -> bool {
        self.acts.contains(lemma) || self.changes.contains(lemma) || self.flows.contains(lemma)
    }

    /// Whether a verb in its base form, or one with its particle, is an act whatever its object.
    pub fn is_act(&self, verb: &str) -> bool {
        self.acts.contains(verb)
    }

    /// Whether a verb in its base form is nothing that anybody does, even if they say that they will: "need", "benefit".
    pub fn is_state(&self, lemma: &str) -> bool {
        self.states.contains(lemma)
    }

    /// Whether a noun in the singular names people or bodies that act: "government", "farmer", "union".
    pub fn is_agent(&self, noun: &str) -> bool {
        self.agents.contains(noun) || self.private.contains(noun)
    }

    /// Whether a noun in the singular names those who act for themselves: a "French union" is not France.
    pub fn is_private(&self, noun: &str) -> bool {
        self.private.contains(noun)
    }

    /// Whether a verb needs an object worth tracking ("raise" taxes, not hopes).
    pub fn is_change(&self, lemma: &str) -> bool {
        self.changes.contains(lemma)
    }

    /// Whether a verb names trade, which as a habit is no act ("smelters ship metal").
    pub fn is_flow(&self, lemma: &str) -> bool {
        self.flows.contains(lemma)
    }

    /// Whether a change of what a noun, in the singular, names is worth tracking.
    pub fn is_target(&self, noun: &str) -> bool {
        self.outcomes.contains(noun) || self.targets.contains(noun)
    }

    /// Whether the fate of a noun, in the singular, is news.
    pub fn is_outcome(&self, noun: &str) -> bool {
        self.outcomes.contains(noun)
    }
}
