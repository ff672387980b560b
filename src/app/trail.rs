//! Where the analyst has been: selections to walk back and forward through.

use crate::ui::Selection;
use crate::workspace::ArticleId;

/// More places than anybody walks back.
const LONGEST: usize = 200;

/// A place: an article and what was selected in it.
pub(super) type Place = (ArticleId, Selection);

/// The places, and where in them one is.
#[derive(Debug, Default)]
pub(super) struct Trail {
    places: Vec<Place>,
    /// How many of them are behind, the current one included.
    here: usize,
}

impl Trail {
    /// Goes to a new place; what was ahead is forgotten.
    pub(super) fn visit(&mut self, place: Place) {
        if self.here.checked_sub(1).and_then(|i| self.places.get(i)) == Some(&place) {
            return;
        }
        self.places.truncate(self.here);
        self.places.push(place);
        if self.places.len() > LONGEST {
            self.places.remove(0);
        }
        self.here = self.places.len();
    }

    /// The place before this one.
    pub(super) fn back(&mut self) -> Option<Place> {
        let before = self.here.checked_sub(2)?;
        self.here -= 1;
        self.places.get(before).copied()
    }

    /// The place that was left by going back.
    pub(super) fn forward(&mut self) -> Option<Place> {
        let next = self.places.get(self.here).copied()?;
        self.here += 1;
        Some(next)
    }

    /// Whether there is a place to go back to.
    pub(super) fn can_go_back(&self) -> bool {
        self.here > 1
    }

    /// Whether there is a place to go forward to.
    pub(super) fn can_go_forward(&self) -> bool {
        self.here < self.places.len()
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::Trail;
    use crate::ui::Selection;
    use crate::workspace::ArticleId;

    #[test]
    fn back_and_forward() {
        let place = |i| (ArticleId(1), Selection::Figure(i));
        let mut trail = Trail::default();
        assert_eq!(trail.back(), None);
        for i in [0, 1, 1, 2] {
            trail.visit(place(i));
        }
        assert_eq!(trail.back(), Some(place(1)));
        assert_eq!(trail.back(), Some(place(0)));
        assert_eq!(trail.back(), None);
        assert_eq!(trail.forward(), Some(place(1)));
        trail.visit(place(7));
        assert!(!trail.can_go_forward());
        assert_eq!(trail.back(), Some(place(1)));
    }
}
