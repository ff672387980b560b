//! What is asked of an entity that may be one of other articles, and what the answer says.

use super::{Cx, Intent, OpenArticle, Scope, correcting};
use crate::extract::link::across::{Across, Doubt, Joined, Member};
use crate::record::EntityId;
use crate::record::correct::Correction;

/// What an entity of an article may be, and why.
pub fn doubts<'a>(
    across: &'a Across,
    article: &OpenArticle,
    id: EntityId,
) -> impl Iterator<Item = (&'a Joined, &'a Doubt)> {
    let doubts = across.doubts_in(article.id.0).iter().filter(move |doubt| doubt.entity == id);
    doubts.filter_map(|doubt| Some((across.entities.get(doubt.of)?, doubt)))
}

/// What is asked.
pub fn question(cx: &Cx<'_>, of: &Joined) -> String {
    let place = of.members.first().map_or_else(String::new, |m| format!(" of “{}”", title(cx, m)));
    format!("Is this the same as “{}”{place}?", of.name.name)
}

/// What the analyst says of an entity of the open article and one of others. That two are one holds wherever they have
/// these names; that one is another than its namesakes holds in its article alone.
pub fn answer(article: &OpenArticle, id: EntityId, of: &Joined, same: bool) -> Option<Intent> {
    let one = correcting::entity_ref(&article.record, id)?;
    let elsewhere = of.members.iter().find(|m| m.article != article.id.0).map(|m| m.name.clone());
    let other = if of.name == one { elsewhere? } else { of.name.clone() };
    let scope = if !same && other == one { Scope::Article } else { Scope::Everywhere };
    Some(Intent::Correct(Correction::Identify { one, other, same }, scope))
}

/// The title of the article that names a part of an entity.
pub fn title(cx: &Cx<'_>, member: &Member) -> String {
    let row = cx.articles.iter().find(|row| row.id.0 == member.article);
    row.map_or_else(|| "an article".to_owned(), |row| row.title.clone())
}
