//! What a view derives from a record is derived once a revision and kept in egui's memory, not once a frame.

use crate::chart::{Ground, Scene};
use crate::ui::OpenArticle;
use crate::workspace::ArticleId;
use egui::{Id, Ui};
use std::sync::Arc;

/// A drawing, kept until the article or the width changes.
pub(super) fn drawn(ui: &Ui, article: &OpenArticle, name: &str, draw: impl FnOnce(f32) -> Scene) -> Arc<Scene> {
    type Kept = (ArticleId, u64, f32, Arc<Scene>);
    let id = Id::unique(("drawn", name));
    let width = ui.available_width();
    let kept = ui.data(|d| d.get_temp::<Kept>(id));
    match kept {
        Some((of, revision, wide, scene)) if (of, revision, wide) == (article.id, article.revision, width) => scene,
        _ => {
            let scene = Arc::new(draw(width));
            ui.data_mut(|d| d.insert_temp::<Kept>(id, (article.id, article.revision, width, Arc::clone(&scene))));
            scene
        }
    }
}

/// What is kept, with the article and the revision it was made from.
type Kept<T> = (ArticleId, u64, Arc<T>);

/// What `make` makes of the open article; `what` names it among all that is kept.
pub(super) fn derived<T: Send + Sync + 'static>(
    ui: &Ui,
    article: &OpenArticle,
    what: &'static str,
    make: impl FnOnce(Ground<'_>) -> T,
) -> Arc<T> {
    let id = Id::unique(("derived", what));
    let kept = ui.data(|d| d.get_temp::<Kept<T>>(id));
    match kept {
        Some((of, revision, value)) if of == article.id && revision == article.revision => value,
        _ => {
            let value = Arc::new(make(Ground { text: &article.text, record: &article.record }));
            ui.data_mut(|d| d.insert_temp::<Kept<T>>(id, (article.id, article.revision, Arc::clone(&value))));
            value
        }
    }
}
