//! Choosing between documents that were written apart, question by question. A person chooses; nothing is
//! merged by itself.

use super::document::{Answer, Document, ITEM};

/// Gives the names of the questions to which the documents do not say the same.
pub fn differing(documents: &[Document]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (name, _) in documents.iter().flat_map(Document::answers) {
        let first = documents.first().and_then(|document| said(document, name));
        if !names.contains(name) && documents.iter().any(|document| said(document, name) != first) {
            names.push(name.clone());
        }
    }
    names
}

/// The choice of what all documents say to a question that is answered by a list.
pub const ALL: &str = "all";

/// Gives what documents say together to a question that is answered by a list, each line and each item once;
/// `None` where one of them says something else than a list.
pub fn united(documents: &[Document], name: &str) -> Option<Answer> {
    let mut answers = documents.iter().filter_map(|document| said(document, name));
    let mut all = answers.next()?.clone();
    for answer in answers {
        match (&mut all, answer) {
            (Answer::Many(all), Answer::Many(more)) => {
                more.iter().for_each(|id| {
                    if !all.contains(id) {
                        all.push(id.clone())
                    }
                });
            }
            (Answer::Rows(all), Answer::Rows(more)) => {
                more.iter().for_each(|row| {
                    if !all.contains(row) {
                        all.push(row.clone())
                    }
                });
            }
            _ => return None,
        }
    }
    // Lines that belong to items of a list are answers of their own, one for each item.
    match &all {
        Answer::Text(_) => None,
        Answer::Rows(rows) if rows.iter().any(|row| row.contains_key(ITEM)) => None,
        Answer::Rows(_) | Answer::Many(_) => Some(all),
    }
}

/// Gives the document that says to each question what the chosen document says. A choice is the number of
/// a document, as text, or [`ALL`]; where nothing was chosen, the first one holds.
pub fn merged(documents: &[Document], choices: &Document) -> Document {
    let mut merged = Document::default();
    for (name, _) in documents.iter().flat_map(Document::answers) {
        if let Some(all) = united(documents, name).filter(|_| choices.field(name) == ALL) {
            merged.put(name, all);
            continue;
        }
        let chosen = documents.get(choices.field(name).parse().unwrap_or(0));
        if let Some(answer) = chosen.and_then(|document| said(document, name)) {
            merged.put(name, answer.clone());
        }
    }
    merged
}

/// Gives an answer that says something.
fn said<'a>(document: &'a Document, name: &str) -> Option<&'a Answer> {
    let found = document.answers().find(|(known, _)| *known == name).map(|(_, answer)| answer);
    found.filter(|answer| match answer {
        Answer::Text(text) => !text.is_empty(),
        Answer::Many(chosen) => !chosen.is_empty(),
        Answer::Rows(rows) => !rows.is_empty(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::document::Path;
    use proptest::prelude::*;

    fn document() -> impl Strategy<Value = Document> {
        let answer = prop_oneof![
            "[ab]{1,3}".prop_map(Answer::Text),
            proptest::collection::vec("[xyz]", 1..3).prop_map(Answer::Many),
        ];
        let answers = proptest::collection::vec(("[p-t]", answer), 0..5);
        answers.prop_map(|answers| {
            let mut document = Document::default();
            answers.into_iter().for_each(|(name, answer)| document.put(&name, answer));
            document
        })
    }

    proptest! {
        #[test]
        fn choosing_all_from_one_side_gives_that_document_exactly(
            documents in proptest::collection::vec(document(), 1..4), which in any::<usize>(),
        ) {
            let which = which % documents.len();
            let mut choices = Document::default();
            for name in differing(&documents) {
                choices.put(&name, Answer::Text(which.to_string()));
            }
            prop_assert_eq!(&merged(&documents, &choices), &documents[which]);
        }

        #[test]
        fn each_answer_is_the_one_that_was_chosen(one in document(), other in document(), mask in any::<u8>()) {
            let documents = [one, other];
            let names = differing(&documents);
            let choice = |index: usize| usize::from(mask >> (index % 8) & 1);
            let mut choices = Document::default();
            for (index, name) in names.iter().enumerate() {
                choices.put(name, Answer::Text(choice(index).to_string()));
            }
            let merged = merged(&documents, &choices);
            for (index, name) in names.iter().enumerate() {
                prop_assert_eq!(said(&merged, name), said(&documents[choice(index)], name));
            }
            // Whatever was the same stays, and nothing else comes in.
            for (name, answer) in merged.answers() {
                prop_assert!(documents.iter().any(|document| said(document, name) == Some(answer)));
            }
        }
    }

    #[test]
    fn together_the_lists_of_all_keep_every_line_once() {
        let log = |lines: &[&str]| {
            let mut document = Document::default();
            for (row, line) in lines.iter().enumerate() {
                document.set_text(&Path::OfRow("log".into(), row, "what".into()), line);
            }
            lines.iter().for_each(|line| document.choose("targets", line, true));
            document
        };
        let documents = [log(&["a", "b"]), log(&["a", "c"])];
        let mut choices = Document::default();
        differing(&documents).iter().for_each(|name| choices.put(name, Answer::Text(ALL.into())));
        assert_eq!(merged(&documents, &choices), merged(&[log(&["a", "b", "c"])], &Document::default()));
        let mut of_items = Document::default();
        of_items.set_text(&Path::OfItem("ratings".into(), "a".into(), "level".into()), "2");
        assert_eq!(united(&[of_items, Document::default()], "ratings"), None);
    }

    #[test]
    fn what_was_typed_and_taken_out_again_is_no_difference() {
        let mut typed = Document::default();
        typed.set_text(&Path::Field("reason".into()), "");
        typed.choose("targets", "a", true);
        typed.choose("targets", "a", false);
        assert!(differing(&[typed, Document::default()]).is_empty());
    }
}
