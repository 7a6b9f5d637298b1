//! Taking in a file: any bytes are refused or taken in, the order of the records does not matter, and what
//! was taken in can be sent on and taken in again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use paraf::seal::archive;
use paraf::seal::bundle::{self, Parcel};
use paraf::seal::dossier::Dossier;
use paraf::seal::record::Record;

fuzz_target!(|bytes: &[u8]| {
    match Parcel::read(bytes) {
        Ok(Parcel::Bundle(bundle)) => {
            let dossier = Dossier::assemble(bundle.dossier, bundle.records.clone());
            let turned = Dossier::assemble(bundle.dossier, bundle.records.into_iter().rev());
            assert_eq!(dossier.state_hash(), turned.state_hash(), "the order matters");
            let again = bundle::write(&dossier, bundle.handoff.as_ref());
            assert!(matches!(Parcel::read(again.as_bytes()), Ok(Parcel::Bundle(_))), "it cannot be sent on");
        }
        Ok(Parcel::Archive(archive)) => {
            let assemble = |(id, records): (_, Vec<Record>)| Dossier::assemble(id, records);
            let dossiers: Vec<Dossier> = archive.dossiers.into_iter().map(assemble).collect();
            let parts = archive::write(&archive.entries, &dossiers.iter().collect::<Vec<_>>());
            for part in parts {
                assert!(matches!(Parcel::read(part.as_bytes()), Ok(Parcel::Archive(_))), "it cannot be kept");
            }
        }
        Ok(Parcel::Cells(cells)) => drop(paraf::storage::profiles_of(cells)),
        Ok(Parcel::Invitation(_) | Parcel::Backup(_)) | Err(_) => {}
    }
});
