//! Texts about keeping: backups, archives, room, what was set aside, several people on one device.

catalogue! {
    /// The page of keeping, and what was set aside.
    Keep {
        heading: "Simpanan dan cadangan" / "Storage and backups";
        lead: "Data Anda hanya ada di peramban ini. Cadangan yang terbukti terbaca menjaganya." / "Your data are only in this browser. A backup that was proven to open keeps them safe.";
        room: "Ruang di peramban" / "Room in the browser";
        used: "Terpakai" / "Used";
        used_of: "{} %, {} dari {} ribu karakter" / "{} %, {} of {} thousand characters";
        tight: "Ruang peramban hampir habis: terpakai {} %. Arsipkan berkas kinerja yang sudah selesai." / "The room in this browser is nearly used up: {} %. Archive the dossiers that are finished.";
        promise: "Janji peramban" / "Promise of the browser";
        persistent: "Tidak akan menghapus data ini sendiri" / "Will not remove these data by itself";
        fleeting: "Boleh menghapus data ini bila perangkat penuh; buat cadangan berkala" / "May remove these data when the device is full; make backups";
        all: "Cadangan lengkap" / "Complete backup";
        all_lead: "Berisi kunci yang tetap bersandi, semua berkas kinerja, draf, dan kontak. Simpan di luar perangkat ini." / "Holds the key, still sealed, all dossiers, drafts and contacts. Keep it outside of this device.";
        save_all: "Simpan cadangan lengkap" / "Save a complete backup";
        never: "Belum ada cadangan lengkap yang terbukti" / "No complete backup was proven yet";
        fresh: "Cadangan lengkap: {}" / "Complete backup: {}";
        stale: "Cadangan lengkap: {}, catatan baru sesudahnya: {}" / "Complete backup: {}, new records since: {}";
        trial: "Uji pulihkan" / "Restore test";
        trial_lead: "Pilih berkas cadangan yang Anda simpan. Isinya dibandingkan dengan data di sini; tidak ada yang berubah." / "Choose the backup file that you saved. It is compared with the data here; nothing changes.";
        choose: "Pilih berkas cadangan" / "Choose a backup file";
        whole: "Berkas ini memuat semuanya. Catatan bertanda tangan: {}." / "This file holds everything. Signed records: {}.";
        lacks_key: "Kunci Anda tidak ada di berkas ini." / "Your key is not in this file.";
        lacks_records: "Catatan bertanda tangan yang belum ada di berkas ini: {}." / "Signed records that this file lacks: {}.";
        lacks_entries: "Draf dan data lain yang belum ada atau sudah berubah: {}." / "Drafts and other data that this file lacks or has otherwise: {}.";
        lacks_next: "Bila cadangan terdiri atas beberapa berkas, pilih semuanya. Bila tidak, simpan cadangan baru lalu uji lagi." / "If the backup consists of several files, choose all of them. If not, save a new one and test again.";
        prove_lead: "Sekarang buka kunci di berkas itu dengan frasa sandi Anda, agar pasti dapat dipulihkan." / "Now open the key in that file with your passphrase, to be sure that it can be restored.";
        prove: "Buka dan buktikan" / "Open and prove";
        proven: "Terbukti: cadangan ini terbuka dan memuat semuanya." / "Proven: this backup opens and holds everything.";
        archive: "Arsip" / "Archive";
        archive_lead: "Berkas kinerja yang selesai: {}. Simpan ke berkas, uji berkas itu di atas, lalu hapus dari peramban bila ruang diperlukan." / "Finished dossiers: {}. Save them to a file, test that file above, then remove them from the browser if you need the room.";
        archive_none: "Belum ada berkas kinerja yang selesai." / "No dossier is finished yet.";
        save_finished: "Simpan arsip" / "Save the archive";
        removable: "Terbaca kembali dari berkas dan boleh dihapus dari peramban: {}." / "Read back from the file and free to be removed from the browser: {}.";
        remove_finished: "Hapus dari peramban" / "Remove from the browser";
        confirm: "Ketik {} untuk melanjutkan" / "Type {} to go on";
        confirm_word: "HAPUS" / "REMOVE";
        unconfirmed: "Kata itu belum cocok, jadi tidak ada yang dihapus." / "That word does not fit, so nothing was removed.";
        archived: "Sudah diarsipkan" / "Archived";
        archived_one: "{}, periode {}, dihapus dari peramban {}. Masukkan berkas arsipnya untuk melihatnya lagi." / "{}, period {}, removed from the browser {}. Take in its archive file to see it again.";
        remove_all: "Hapus semua data Anda" / "Remove all your data";
        remove_all_lead: "Kunci, berkas kinerja, dan draf Anda hilang dari peramban ini. Simpan cadangan lengkap dulu; setelah itu Anda dapat menghapus di sini." / "Your key, dossiers and drafts go from this browser. Save a complete backup first; then you can remove them here.";
        aside: "Yang disisihkan" / "Set aside";
        aside_lead: "Ini rusak atau tidak dapat dipercaya, jadi tidak dipakai. Tidak ada yang dihapus tanpa Anda." / "These are damaged or cannot be trusted, so they are not used. Nothing is removed without you.";
        aside_none: "Tidak ada yang disisihkan." / "Nothing is set aside.";
        aside_open: "Lihat yang disisihkan" / "See what was set aside";
        damaged: "{}: rusak atau terpotong ({} karakter)" / "{}: damaged or cut ({} characters)";
        misplaced: "{}: terbaca, tetapi bukan milik tempatnya ({} karakter)" / "{}: readable, but not what belongs there ({} characters)";
        unknown: "{}: tidak dikenal versi aplikasi ini, dibiarkan di tempatnya ({} karakter)" / "{}: not known to this version of the app, left where it is ({} characters)";
        a_record: "Catatan bertanda tangan" / "Signed record";
        a_draft: "Draf" / "Draft";
        a_person: "Data dan kunci Anda" / "Your details and key";
        a_contact: "Kontak" / "Contact";
        a_rule_pack: "Paket aturan" / "Rule pack";
        another: "Data lain" / "Other data";
        save_aside: "Simpan sebagai berkas" / "Save as a file";
        remove_aside: "Hapus yang disisihkan" / "Remove what was set aside";
        remove_aside_first: "Simpan dulu sebagai berkas; setelah itu Anda dapat menghapusnya di sini." / "Save them as a file first; then you can remove them here.";
    }
}

catalogue! {
    /// Several people on one device, and the lock.
    Lock {
        heading: "Siapa Anda?" / "Who are you?";
        lead: "Halaman ini terkunci. Buka dengan frasa sandi Anda." / "This page is locked. Open it with your passphrase.";
        who: "Nama" / "Name";
        unreadable: "Data tidak terbaca" / "Details cannot be read";
        choose_first: "Pilih nama Anda dulu." / "Choose your name first.";
        open: "Buka" / "Open";
        add: "Tambah orang di perangkat ini" / "Add a person to this device";
        section: "Perangkat bersama" / "Shared device";
        section_lead: "Kunci menutup halaman ini setelah 10 menit tanpa kegiatan. Isi di peramban tidak disandikan; yang bersandi hanya kunci tanda tangan." / "The lock closes this page after 10 minutes without activity. What is stored is not encrypted; only the signature key is.";
        shared: "Perangkat ini dipakai {} orang, jadi selalu terkunci." / "{} people use this device, so it always locks.";
        want: "Kunci setelah 10 menit" / "Lock after 10 minutes";
        unwant: "Jangan kunci lagi" / "Do not lock any more";
        now: "Kunci sekarang" / "Lock now";
    }
}

#[cfg(test)]
pub(super) fn all() -> Vec<(&'static str, &'static str, &'static str)> {
    [Keep::all(), Lock::all()].concat()
}
