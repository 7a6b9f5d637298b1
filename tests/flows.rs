//! Workflows as scripts: several named cases a file, the expectation beside the line.
//!
//! The scripts are `tests/data/flows/*.txt`; [`script`] reads them, [`people`] does the steps on the
//! screens of the app, [`shell`] stands for the browser. What is expected is what the screen says.
//! `UPDATE_FLOWS=1 cargo test flows` writes down what the app says now, to be read in review.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to end its test")]

mod chance;
mod fetched;
mod forged;
mod golden;
mod install;
mod late;
mod many;
mod moving;
mod packs;
mod pasted;
mod people;
mod screens;
mod script;
mod shell;
mod shown;
mod speed;
mod summaries;
mod troubles;

/// Names each file once, for the test that runs it and for the one that finds forgotten files.
macro_rules! flows {
    ($($promise:ident: $file:literal;)*) => {
        const FILES: &[&str] = &[$($file),*];
        $(
            #[test]
            fn $promise() {
                script::check($file);
            }
        )*
    };
}

flows! {
    seven_stages_are_agreed_by_exchanging_files: "cycle.txt";
    what_is_signed_ahead_counts_once_what_it_goes_on_from_is_agreed: "ahead.txt";
    the_help_answers_what_people_ask: "help.txt";
    a_file_is_sent_when_its_sender_says_so_and_not_before: "sending.txt";
    what_comes_back_with_a_note_is_improved_and_agreed: "returned.txt";
    an_amendment_needs_both_again_and_later_stages_are_confirmed: "amendment.txt";
    of_two_diverging_versions_the_writer_chooses: "devices.txt";
    each_wrong_file_is_told_apart_and_changes_nothing: "files.txt";
    a_failing_storage_is_seen_and_costs_no_words: "storage.txt";
    one_window_works_at_a_time_and_nothing_is_lost_between_two: "windows.txt";
    details_are_brought_up_to_date_wherever_they_are_older: "details.txt";
    one_may_be_called_and_may_type_as_one_does: "people.txt";
    what_cannot_have_happened_yet_is_not_signed: "days.txt";
    what_stands_around_a_file_is_taken_off_or_told: "around.txt";
    two_of_the_same_are_asked_about_and_told_apart: "twins.txt";
    who_was_replaced_settles_nothing_unseen: "late.txt";
    each_limit_is_said_before_it_is_reached: "limits.txt";
    several_people_and_several_dossiers_are_told_apart: "persons.txt";
    office_and_school_belong_to_the_dossier: "places-of-work.txt";
    what_crossed_moved_or_ended_is_told: "crossed.txt";
    a_key_backup_and_the_other_side_bring_everything_back: "restore.txt";
    everything_can_be_saved_proven_archived_and_locked: "keep.txt";
    each_failure_is_told_in_both_languages: "failures.txt";
    an_archive_brings_back_what_is_ones_own_and_nothing_else: "archives.txt";
    one_person_has_a_side_in_each_dossier: "roles.txt";
    what_is_not_the_plain_way_has_a_step_of_its_own: "special.txt";
    a_principal_and_every_period_have_their_own_rules: "rules.txt";
    the_language_changes_words_and_nothing_else: "language.txt";
    no_key_is_made_where_it_would_soon_be_lost: "places.txt";
    what_has_arrived_is_known_from_the_letters_of_the_other_side: "receipts.txt";
    whoever_holds_what_the_others_lack_is_told_to_send_it: "passing.txt";
    nobody_is_led_into_a_second_dossier: "again.txt";
    what_was_put_away_is_brought_back: "undo.txt";
    a_form_helps_while_it_is_written_and_forces_nothing: "aids.txt";
    a_lost_key_is_replaced_and_nobody_is_fooled: "keys.txt";
    the_passphrase_and_the_code_are_kept_and_changed_without_loss: "passphrase.txt";
    what_is_signed_can_be_printed_and_nothing_else: "print.txt";
    the_rules_of_2026_are_those_of_the_decree_and_warn_nobody_falsely: "decreed.txt";
    whoever_begins_between_two_periods_chooses: "newcomer.txt";
    a_team_observes_and_recommends_and_the_superior_decides: "teams.txt";
    whoever_leaves_in_mid_year_is_assessed_for_what_they_served: "early.txt";
    each_period_has_its_own_rules_and_earlier_texts_are_offered: "periods.txt";
}

#[test]
fn every_flow_file_is_run() {
    let mut found: Vec<String> = std::fs::read_dir(script::FOLDER)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    found.sort();
    let mut run = FILES.to_vec();
    run.sort_unstable();
    assert_eq!(found, run, "name each file of {} in tests/flows.rs", script::FOLDER);
}
