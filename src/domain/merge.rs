//! Choosing between documents that were written apart, question by question. A person chooses; nothing is
//! merged by itself.

use super::document::{Answer, Document};

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

/// Gives the document that says to each question what the chosen document says. A choice is the number of
/// a document, as text; where nothing was chosen, the first one holds.
pub fn merged(documents: &[Document], choices: &Document) -> Document {
    let mut merged = Document::default();
    for (name, _) in documents.iter().flat_map(Document::answers) {
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
    fn what_was_typed_and_taken_out_again_is_no_difference() {
        let mut typed = Document::default();
        typed.set_text(&Path::Field("reason".into()), "");
        typed.choose("targets", "a", true);
        typed.choose("targets", "a", false);
        assert!(differing(&[typed, Document::default()]).is_empty());
    }
}
