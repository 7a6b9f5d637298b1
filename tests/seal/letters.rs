//! Invitations and sealed keys travel in files of their own.

use paraf::domain::stage::{Party, Position};
use paraf::seal::bundle::{self, FileFault, Parcel};
use paraf::seal::canonical::Hash;
use paraf::seal::letter::{Invitation, Offer};
use paraf::seal::proof::ProofFault;
use paraf::seal::record::RecordFault;

use super::pair::{CREATED, card, key};

#[test]
fn invitations_and_backups_are_known_by_their_content() {
    let me = card(1, "Rina Contoh", "Guru Matematika");
    let offer = Offer {
        party: Party::Employee,
        period: "2025".into(),
        pack: "id-2025".into(),
        pack_hash: Hash::of_bytes(b"a pack"),
        position: Position::Principal,
        is_acting: true,
    };
    let invitation = Invitation::sign(&me, &offer, &key(1), CREATED).unwrap();
    let text = bundle::write_invitation(&invitation);
    assert_eq!(Parcel::read(text.as_bytes()), Ok(Parcel::Invitation(invitation)));
    let forged = text.replacen("Rina Contoh", "Rani Contoh", 1);
    let fault = FileFault::Letter(RecordFault::Proof(ProofFault::Signature));
    assert_eq!(Parcel::read(forged.as_bytes()), Err(fault));
    let by_another = Invitation::sign(&me, &offer, &key(2), CREATED);
    assert_eq!(by_another, Err(RecordFault::Shape));
    let backup = r#"{"salt": "AA==", "rounds": 600000}"#;
    let text = format!("{{\"app\":\"paraf\",\"format\":1,\"backup\":{backup}}}");
    assert_eq!(Parcel::read(text.as_bytes()), Ok(Parcel::Backup(backup.to_string())));
    assert_eq!(bundle::record_texts(text.as_bytes()), Err(FileFault::NotParaf));
}
