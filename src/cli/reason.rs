//! The reason codes of `paraf verify`: one stable word for each fact about a record or a file. Every
//! word stands in the table of `src/seal/FORMAT.md`; a test compares them.

use paraf::seal::bundle::FileFault;
use paraf::seal::dossier::Standing;
use paraf::seal::proof::ProofFault;
use paraf::seal::record::RecordFault;
use paraf::seal::strict::ParseFault;

/// Nothing is wrong.
pub const OK: &str = "ok";
/// The file could not be opened or read.
pub const UNREADABLE: &str = "unreadable";
/// The file holds a sealed key and no records.
pub const BACKUP: &str = "backup";
/// The bundle holds no records at all.
pub const EMPTY: &str = "empty";
/// The cover letter names records that are not in the file.
pub const HEADS_MISSING: &str = "heads_missing";
/// The cover letter is not from one side of the dossier to the other.
pub const LETTER_OF_STRANGER: &str = "letter_of_stranger";
/// The proof of the record holds, but the file that carries it is refused as a whole.
pub const FILE_REFUSED: &str = "file_refused";

/// Gives the code of a standing.
pub fn of_standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Counts => OK,
        Standing::Waiting => "waiting",
        Standing::Newer => "newer",
        Standing::Stranger => "stranger",
        Standing::WrongSide => "wrong_side",
        Standing::GateJumped => "gate_jumped",
        Standing::WrongTarget => "wrong_target",
        Standing::Foreign => "foreign",
        Standing::OnUncounted => "on_uncounted",
    }
}

/// Gives the code of a fault of a whole file.
pub fn of_file(fault: FileFault) -> &'static str {
    match fault {
        FileFault::Parse(fault) => of_text(fault),
        FileFault::NotParaf => "not_paraf",
        FileFault::Newer => "newer_file",
        FileFault::Record(..) => "record_refused",
        FileFault::Letter(_) => "letter_refused",
        FileFault::TooMany => "too_many_records",
        FileFault::Mixed => "mixed",
    }
}

/// Gives the code of a fault of one record or letter.
pub fn of_record(fault: RecordFault) -> &'static str {
    match fault {
        RecordFault::Parse(fault) => of_text(fault),
        RecordFault::Proof(fault) => of_proof(fault),
        RecordFault::Shape => "record_shape",
        RecordFault::Newer => "record_newer",
    }
}

fn of_text(fault: ParseFault) -> &'static str {
    match fault {
        ParseFault::TooLarge => "too_large",
        ParseFault::NotUtf8 => "not_utf8",
        ParseFault::NotJson => "not_json",
        ParseFault::Repeated => "repeated_member",
        ParseFault::TooDeep => "too_deep",
        ParseFault::TooMany => "too_many_values",
        ParseFault::TooLong => "too_long",
        ParseFault::Number => "number",
        ParseFault::MemberName => "member_name",
        ParseFault::Character => "character",
    }
}

fn of_proof(fault: ProofFault) -> &'static str {
    match fault {
        ProofFault::Missing => "proof_missing",
        ProofFault::Shape => "proof_shape",
        ProofFault::Context => "proof_context",
        ProofFault::Suite => "proof_suite",
        ProofFault::Purpose => "proof_purpose",
        ProofFault::Method => "proof_method",
        ProofFault::Created => "proof_created",
        ProofFault::Value => "proof_value",
        ProofFault::Signature => "proof_signature",
    }
}
