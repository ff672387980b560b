//! Quotations: whose words stand in quotation marks, and what the article says that somebody said.
//!
//! Direct and partial quotations in any marks and over paragraphs, with the speaker before, after or within; the said
//! clause of indirect speech, as far as it stands outside the marks. Titles, nicknames and terms in marks are no speech.
//!
//! ```text
//! “This is a good deal,” said Robert Lighthizer      direct, Robert Lighthizer
//! Beijing said both sides had agreed                 indirect "both sides had agreed", China
//! ```

mod attribute;
pub mod cue;
mod indirect;
pub mod marks;
mod scene;
mod speaker;
mod telling;

use super::reading::Reading;

/// Adds what it finds to the reading.
pub(super) fn run(reading: &mut Reading<'_>) {
    let scene = scene::Scene::new(reading, marks::quoted(reading.text));
    let tellings = telling::tellings(&scene);
    let mut quotes = attribute::direct(&scene, &tellings);
    quotes.extend(indirect::indirect(&scene, &tellings));
    quotes.sort_by_key(|q| (q.span.start, std::cmp::Reverse(q.span.end)));
    reading.record.quotes = quotes;
}

#[cfg(test)]
mod tests {
    use super::run;
    use crate::extract::Hints;
    use crate::extract::link::tests::{ENGINE, reading_of, unmarked};
    use crate::record::QuoteKind;
    use crate::text::Text;

    /// The quotations of a text in which people are marked {P:..}, organisations {O:..}, places {L:..} and peoples {G:..}.
    /// Each as "words | speaker | words that name the speaker"; indirect ones in square brackets.
    fn check(marked: &str, expected: &[&str]) {
        let hints = Hints::default();
        let (plain, mentions) = unmarked(marked);
        let text = Text::new(plain);
        let mut reading = reading_of(&ENGINE, &text, &hints, &mentions);
        run(&mut reading);
        let found: Vec<String> = reading
            .record
            .quotes
            .iter()
            .map(|q| {
                let words = text.slice(q.span);
                let words = if q.kind == QuoteKind::Indirect { format!("[{words}]") } else { words.to_owned() };
                let speaker = q.speaker.and_then(|id| reading.record.entity(id)).map_or("?", |e| e.name.as_str());
                format!("{words} | {speaker} | {}", q.speaker_span.map_or("", |s| text.slice(s)))
            })
            .collect();
        assert_eq!(found, expected, "in {:?}", text.as_str());
    }

    #[test]
    fn the_speaker_after_the_words() {
        check("“We agree,” {P:Ola Berg} said.", &["“We agree,” | Ola Berg | Ola Berg"]);
        check("“We agree,” said {P:Ola Berg}, who chairs the council.", &["“We agree,” | Ola Berg | Ola Berg"]);
        check("“Is it over?” asked {O:Lysne} chief executive {P:Ola Berg}.", &["“Is it over?” | Ola Berg | Ola Berg"]);
        check("“No deal,” Norway’s trade minister {P:Ola Berg} told reporters.", &["“No deal,” | Ola Berg | Ola Berg"]);
        check(
            "“No deal,” {P:Ola Berg}, the head of {O:Nordfisk}, told reporters.",
            &["“No deal,” | Ola Berg | Ola Berg"],
        );
        check("“It hurts us,” according to {O:Nordfisk}.", &["“It hurts us,” | Nordfisk | Nordfisk"]);
    }

    #[test]
    fn the_speaker_before_the_words() {
        check("{P:Ola Berg} said: “We agree.”", &["“We agree.” | Ola Berg | Ola Berg"]);
        check("On Monday {P:Ola Berg} warned, “We are late.”", &["“We are late.” | Ola Berg | Ola Berg"]);
        check("{P:Ola Berg} called it “a mess.”", &["“a mess.” | Ola Berg | Ola Berg"]);
        check("{P:Ola Berg} dismissed the plan as “fantasy”.", &["“fantasy” | Ola Berg | Ola Berg"]);
        check(
            "In a statement, {O:Nordfisk} said it was “deeply concerned”.",
            &["[it was] | Nordfisk | Nordfisk", "“deeply concerned” | Nordfisk | Nordfisk"],
        );
        check("The plan was called “reckless” by {P:Ola Berg}.", &["“reckless” | Ola Berg | Ola Berg"]);
    }

    #[test]
    fn the_speaker_within_the_words() {
        check(
            "“We agree,” said {P:Ola Berg}, “but we are late.”",
            &["“We agree,” | Ola Berg | Ola Berg", "“but we are late.” | Ola Berg | Ola Berg"],
        );
        check(
            "“We agree,” {P:Ola Berg} said. “But we are late.”",
            &["“We agree,” | Ola Berg | Ola Berg", "“But we are late.” | Ola Berg | Ola Berg"],
        );
    }

    #[test]
    fn pronouns_speak() {
        check(
            "{P:Clara Oduya} met {P:Henry Vance} on Friday. “It went well,” she said.",
            &["“It went well,” | Clara Oduya | she"],
        );
        check(
            "{P:Clara Oduya} met {P:Henry Vance} on Friday. “It went well,” he said.",
            &["“It went well,” | Henry Vance | he"],
        );
        check(
            "{O:Nordfisk} posted a loss. The company said it “misread” demand.",
            &["“misread” | Nordfisk | The company"],
        );
    }

    #[test]
    fn institutions_speak() {
        check("{L:Ottawa} said it “rejects” the claim.", &["“rejects” | Canada | Ottawa"]);
        check(
            "A spokesman for {O:Nordfisk} said: “No comment.”",
            &["“No comment.” | Nordfisk | A spokesman for Nordfisk"],
        );
        check("{G:Chinese} officials called the step “illegal.”", &["“illegal.” | China | Chinese officials"]);
        check("Two aides called the step “illegal.”", &["“illegal.” | ? | Two aides"]);
    }

    #[test]
    fn a_speaker_goes_on() {
        check(
            "“We agree,” said {P:Ola Berg}.\n\n“Nobody else does.”",
            &["“We agree,” | Ola Berg | Ola Berg", "“Nobody else does.” | Ola Berg | Ola Berg"],
        );
        check(
            "{P:Ola Berg} said: “We agree.\n\n“Nobody else does.”",
            &["“We agree. | Ola Berg | Ola Berg", "“Nobody else does.” | Ola Berg | Ola Berg"],
        );
        check(
            "{P:Ola Berg} was blunt. “This will never work at all.”",
            &["“This will never work at all.” | Ola Berg | Ola Berg"],
        );
    }

    #[test]
    fn marks_within_and_after() {
        check(
            "“One.\n\n“Two.\n\n“Three,” {P:Ola Berg} said.",
            &["“One. | Ola Berg | Ola Berg", "“Two. | Ola Berg | Ola Berg", "“Three,” | Ola Berg | Ola Berg"],
        );
        check(
            "“He told me, ‘Never sell,’” said {P:Ola Berg}, a trader.",
            &["“He told me, ‘Never sell,’” | Ola Berg | Ola Berg"],
        );
        check(
            "Farmers in {L:Norway} say the pact is “too late”.",
            &["[the pact is] | ? | Farmers in Norway", "“too late” | ? | Farmers in Norway"],
        );
        check(
            "{P:Ola Berg} said {L:Brussels} would respond “in due course”.",
            &["[Brussels would respond] | Ola Berg | Ola Berg", "“in due course” | Ola Berg | Ola Berg"],
        );
        check("— We are late, said {P:Ola Berg}.", &["— We are late, | Ola Berg | Ola Berg"]);
    }

    #[test]
    fn what_is_no_speech() {
        check("The film “The Long Night” opens on Friday.", &[]);
        check("A band called “The Mess” played.", &[]);
        check("{P:Bob “The Boss” Hale} resigned.", &[]);
        check("The so-called “dreamers” waited.", &[]);
        check("The author of “War and Peace” said nothing.", &[]);
        check("It is a “smart” phone.", &[]);
    }

    #[test]
    fn the_nearest_verb_is_not_always_the_one() {
        check(
            "{P:Ola Berg} wrote that experts had found “errors.”",
            &["[experts had found] | Ola Berg | Ola Berg", "“errors.” | Ola Berg | Ola Berg"],
        );
        check("As {P:Ola Berg} put it, “Enough is enough.”", &["“Enough is enough.” | Ola Berg | Ola Berg"]);
        check("“It was loud,” said one resident, who fled.", &["“It was loud,” | ? | one resident"]);
        check("The ruling “changes nothing” for now, {O:Nordfisk} said.", &["“changes nothing” | Nordfisk | Nordfisk"]);
        check(
            "{L:Norway}’s trade ministry waited. “We are calm,” the ministry said.",
            &["“We are calm,” | Norway | the ministry"],
        );
        check("{P:Ola Berg} on Monday said: “No.”", &["“No.” | Ola Berg | Ola Berg"]);
        check(
            "“We agree,” said {P:Ola Berg}.\n\n“We do not,” Under Secretary {P:Kim Lund} added.",
            &["“We agree,” | Ola Berg | Ola Berg", "“We do not,” | Kim Lund | Kim Lund"],
        );
        check(
            "“We agree,” said {P:Ola Berg}. {P:Kim Lund}, her rival, answered that it was “a sign of weakness.”",
            &[
                "“We agree,” | Ola Berg | Ola Berg",
                "[it was] | Kim Lund | Kim Lund",
                "“a sign of weakness.” | Kim Lund | Kim Lund",
            ],
        );
        check("The minister, {P:Ola Berg}, said: “No.”", &["“No.” | Ola Berg | Ola Berg"]);
        check("{P:Ola Berg} wrote:\n\n“We are done here.”", &["“We are done here.” | Ola Berg | Ola Berg"]);
        check("“Less is more.” — {P:Ola Berg}", &["“Less is more.” | Ola Berg | Ola Berg"]);
        check("{P:Ola Berg} has not said whether prices “matter”.", &[]);
    }

    #[test]
    fn indirect_speech() {
        check("{P:Ola Berg} said prices would fall.", &["[prices would fall] | Ola Berg | Ola Berg"]);
        check(
            "{P:Ola Berg} told reporters on Monday that {L:Norway} will buy grain.",
            &["[Norway will buy grain] | Ola Berg | Ola Berg"],
        );
        check("Prices will fall, {P:Ola Berg} said.", &["[Prices will fall] | Ola Berg | Ola Berg"]);
        check("Prices will fall, said {P:Ola Berg}.", &["[Prices will fall] | Ola Berg | Ola Berg"]);
        check("According to {O:Nordfisk}, prices will fall.", &["[prices will fall] | Nordfisk | Nordfisk"]);
        check("Prices will fall, according to {O:Nordfisk}.", &["[Prices will fall] | Nordfisk | Nordfisk"]);
        check(
            "{P:Ola Berg} said on Monday the ministry would wait.",
            &["[the ministry would wait] | Ola Berg | Ola Berg"],
        );
        check("{L:China}’s claims that day were old. The report was long.", &[]);
        check("He was told that prices fell. They wanted to say that.", &[]);
    }

    #[test]
    fn less_usual_frames() {
        check("»We agree«, said {P:Ola Berg}.", &["»We agree« | Ola Berg | Ola Berg"]);
        check(
            "“{P:Kim Lund} is wrong,” said his rival, {P:Ola Berg}.",
            &["“Kim Lund is wrong,” | Ola Berg | Ola Berg"],
        );
        check("{P:Ola Berg} was quoted as saying “never”.", &["“never” | Ola Berg | Ola Berg"]);
        check("In the words of {P:Ola Berg}, it is “a mess”.", &["“a mess” | Ola Berg | Ola Berg"]);
        check("{P:Ola Berg}, mayor of {L:Bergen}:\n\n“We agree.”", &["“We agree.” | Ola Berg | Ola Berg"]);
        check("“We agree.” — {P:Ola Berg}, mayor of {L:Bergen}", &["“We agree.” | Ola Berg | Ola Berg"]);
        check("{P:Ola Berg}’s verdict was short: “A mess.”", &["“A mess.” | Ola Berg | Ola Berg"]);
        check(
            "“It is over,” a person familiar with the matter said. {P:Ola Berg} slept.",
            &["“It is over,” | ? | a person familiar with the matter"],
        );
        check("“We won,” said the Minister for Trade and Tourism, {P:Ola Berg}.", &["“We won,” | Ola Berg | Ola Berg"]);
        check("“We won,” Trade and Industry Minister {P:Ola Berg} told aides.", &["“We won,” | Ola Berg | Ola Berg"]);
        check("“We won,” {P:Ola Berg}, an engineer, told {O:Nordfisk}.", &["“We won,” | Ola Berg | Ola Berg"]);
        check("He has missed “The Long Wait” twice, {P:Ola Berg} said.", &["[He has missed] | Ola Berg | Ola Berg"]);
    }

    #[test]
    fn who_goes_on_speaking() {
        check(
            "It was a blow for {P:Ola Berg}, who has described the levy as “a mess.”",
            &["“a mess.” | Ola Berg | Ola Berg"],
        );
        check(
            "“We won,” said {P:Ola Berg}, its trade minister, who noted that it was done “by hand”.",
            &[
                "“We won,” | Ola Berg | Ola Berg",
                "[it was done] | Ola Berg | Ola Berg",
                "“by hand” | Ola Berg | Ola Berg",
            ],
        );
        check(
            "{O:Nordfisk} ships less to {L:Norway}, Chief Executive {P:Ola Berg} said, adding that farmers would “pay”.",
            &[
                "[Nordfisk ships less to Norway] | Ola Berg | Ola Berg",
                "[farmers would] | Ola Berg | Ola Berg",
                "“pay” | Ola Berg | Ola Berg",
            ],
        );
        check("It is, as one of them, the farmer {P:Ola Berg}, put it, “a mess”.", &["“a mess” | Ola Berg | Ola Berg"]);
        check(
            "{P:Ola Berg} complained that {L:Norway} was charging farmers “40% on milk.”",
            &["[Norway was charging farmers] | Ola Berg | Ola Berg", "“40% on milk.” | Ola Berg | Ola Berg"],
        );
        check(
            "{L:Norway}, by contrast, gained, leaving firms at what {O:Nordfisk}, the lobby, called “a loss”.",
            &["“a loss” | Nordfisk | Nordfisk"],
        );
        check("{P:Ola Berg} spoke of “a first step”.", &["“a first step” | Ola Berg | Ola Berg"]);
    }

    #[test]
    fn any_prefix_is_read() {
        let marked = "“ said “A” ‘b {P:Ola Berg}, who “”, said, “C.\n\n“D” - {P:Berg} (according to {L:Oslo}), “the {O:X Y}’s: ‘E’ by the";
        let (plain, mentions) = unmarked(marked);
        for (at, _) in plain.char_indices() {
            let text = Text::new(plain.get(..at).unwrap_or_default());
            let end = u32::try_from(at).unwrap();
            let seen: Vec<_> = mentions.iter().filter(|m| m.span.end <= end).cloned().collect();
            let hints = Hints::default();
            let mut reading = reading_of(&ENGINE, &text, &hints, &seen);
            run(&mut reading);
            assert!(reading.record.quotes.iter().all(|q| !text.slice(q.span).is_empty()));
        }
    }
}
