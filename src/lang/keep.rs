//! Texts about keeping: backups, archives, room, what was set aside, several people on one device.

catalogue! {
    /// A second window.
    Windows {
        heading: "Paraf terbuka di jendela lain" / "Paraf is open in another window";
        lead: "Agar isian tidak saling menimpa, Paraf bekerja di satu jendela saja. Yang sudah Anda ketik di jendela lain disimpan lebih dulu." / "So that nothing is written over, Paraf works in one window only. What you typed in the other one is stored first.";
        take_over: "Pakai di sini" / "Use it here";
        taking_over: "Meminta jendela lain menyimpan dan berhenti…" / "Asking the other window to store and stop…";
        outdated: "Data Anda dari versi Paraf yang lebih baru" / "Your data are of a newer version of Paraf";
        outdated_lead: "Versi yang terbuka ini lebih lama, jadi data Anda tidak disentuh. Sambungkan ke internet, lalu muat ulang. Bila Anda membuka Paraf sebagai berkas, buka berkas yang lebih baru." / "The version that is open is older, so your data are not touched. Connect to the internet, then reload. If you opened Paraf as a file, open the newer file.";
        reload: "Muat ulang" / "Reload";
        unsaved: "Sebagian isian di jendela ini tidak dapat disimpan di peramban. Unduh salinannya dulu, sebelum jendela ini dipakai lagi atau ditutup." / "Some of what was typed in this window could not be stored in the browser. Download a copy first, before you use this window again or close it.";
        rescued: "Salinan sudah diunduh. Setelah Paraf dipakai di sini lagi, pulihkan dari salinan itu." / "The copy was downloaded. Once Paraf is used here again, restore from that copy.";
    }
}

catalogue! {
    /// The page of keeping, and what was set aside.
    Keep {
        heading: "Simpanan dan cadangan" / "Storage and backups";
        lead: "Data Anda hanya ada di peramban ini. Simpan cadangannya di tempat lain, lalu uji apakah terbaca." / "Your data are only in this browser. Keep a backup elsewhere, and test that it can be read.";
        room: "Ruang di peramban" / "Room in the browser";
        used: "Terpakai" / "Used";
        used_of: "{} % ({} dari {} ribu karakter)" / "{} % ({} of {} thousand characters)";
        tight: "Ruang peramban hampir habis: terpakai {} %. Arsipkan berkas kinerja yang sudah selesai." / "The room in this browser is nearly used up: {} %. Archive the dossiers that are finished.";
        promise: "Penghapusan otomatis" / "Automatic removal";
        persistent: "Tidak; peramban berjanji menjaga data ini" / "No; the browser promises to keep these data";
        fleeting: "Mungkin, bila perangkat penuh. Buat cadangan berkala" / "Possible when the device is full. Make backups now and then";
        all_lead: "Berisi kunci Anda, semua berkas kinerja, draf, dan kontak. Kuncinya tetap terkunci oleh kata sandi. Simpan di luar perangkat ini, misalnya di surel Anda sendiri atau USB." / "Holds your key, all dossiers, drafts and contacts. The key stays locked by your passphrase. Keep it outside of this device, such as in your own e-mail or on a USB stick.";
        save_all: "Simpan cadangan" / "Save a backup";
        never: "Cadangan: belum ada" / "Backup: none yet";
        fresh: "Cadangan: terbaca kembali {}" / "Backup: read back {}";
        stale: "Cadangan: terbaca kembali {}, yang baru sesudahnya: {}" / "Backup: read back {}, new since: {}";
        trial: "Uji pulihkan" / "Restore test";
        trial_lead: "Pilih berkas cadangan yang Anda simpan. Isinya dibandingkan dengan data di sini; tidak ada yang berubah." / "Choose the backup file that you saved. It is compared with the data here; nothing changes.";
        choose: "Pilih berkas cadangan" / "Choose a backup file";
        only_key: "Berkas ini dari Paraf yang lama dan hanya memuat kunci Anda. Simpan cadangan baru, lalu pilih berkasnya." / "This file is of an older Paraf and holds nothing but your key. Save a new backup and choose its file.";
        whole: "Berkas ini memuat semuanya. Catatan bertanda tangan: {}." / "This file holds everything. Signed records: {}.";
        lacks_key: "Kunci Anda tidak ada di berkas ini, atau masih dengan kata sandi lama." / "Your key is not in this file, or still under the old passphrase.";
        lacks_records: "Catatan bertanda tangan yang belum ada di berkas ini: {}." / "Signed records that this file lacks: {}.";
        lacks_entries: "Draf dan data lain yang belum ada atau sudah berubah: {}." / "Drafts and other data that this file lacks or has otherwise: {}.";
        lacks_next: "Bila cadangan terdiri atas beberapa berkas, pilih semuanya. Bila tidak, simpan cadangan baru lalu uji lagi." / "If the backup consists of several files, choose all of them. If not, save a new one and test again.";
        prove_lead: "Terakhir, buka kunci di berkas itu dengan kata sandi Anda, supaya pasti dapat dipulihkan." / "Last, open the key in that file with your passphrase, to be sure that it can be restored.";
        prove: "Uji kata sandi" / "Test the passphrase";
        proven: "Teruji: cadangan ini terbuka dan memuat semuanya." / "Tested: this backup opens and holds everything.";
        archive: "Arsip" / "Archive";
        archive_lead: "Berkas kinerja yang selesai: {}. Bila perlu ruang: simpan arsipnya, uji arsip itu di atas, lalu hapus dari peramban." / "Finished dossiers: {}. If you need room: save the archive, test it above, then remove them from the browser.";
        save_finished: "Simpan arsip" / "Save the archive";
        removable: "Terbaca kembali dari berkas, jadi boleh dihapus dari peramban: {}." / "Read back from the file, and so free to be removed from the browser: {}.";
        remove_finished: "Hapus dari peramban" / "Remove from the browser";
        confirm: "Ketik {} untuk melanjutkan" / "Type {} to go on";
        confirm_word: "HAPUS" / "REMOVE";
        unconfirmed: "Tidak ada yang dihapus, karena kata itu belum cocok. Ketik {}." / "Nothing was removed, because that word does not fit. Type {}.";
        archived: "Sudah diarsipkan" / "Archived";
        archived_one: "{}, periode {}, dihapus dari peramban {}. Masukkan berkas arsipnya untuk melihatnya lagi." / "{}, period {}, removed from the browser {}. Take in its archive file to see it again.";
        remove_all: "Hapus semua data Anda" / "Remove all your data";
        remove_all_lead: "Kunci, berkas kinerja, dan draf Anda akan hilang dari peramban ini. Simpan cadangan dulu; setelah itu Anda dapat menghapus di sini." / "Your key, dossiers and drafts will be gone from this browser. Save a backup first; then you can remove them here.";
        aside: "Yang tidak dipakai" / "What is not used";
        aside_lead: "Data ini rusak atau tidak dapat dipercaya. Tidak ada yang dihapus tanpa Anda." / "These data are damaged or cannot be trusted. Nothing is removed without you.";
        aside_none: "Semua data terbaca dan dipakai." / "All data can be read and are used.";
        aside_open: "Lihat yang tidak dipakai" / "See what is not used";
        damaged: "{}: rusak atau terpotong ({} karakter)" / "{}: damaged or cut ({} characters)";
        misplaced: "{}: terbaca, tetapi bukan milik tempatnya ({} karakter)" / "{}: readable, but not what belongs there ({} characters)";
        unknown: "{}: tidak dikenal versi aplikasi ini, dibiarkan di tempatnya ({} karakter)" / "{}: not known to this version of the app, left where it is ({} characters)";
        a_record: "Catatan bertanda tangan" / "Signed record";
        a_draft: "Draf" / "Draft";
        a_person: "Data dan kunci Anda" / "Your details and key";
        a_contact: "Kontak" / "Contact";
        a_rule_pack: "Aturan periode" / "Rule pack";
        another: "Data lain" / "Other data";
        save_aside: "Simpan sebagai berkas" / "Save as a file";
        remove_aside: "Hapus yang tidak dipakai" / "Remove what is not used";
        remove_aside_first: "Simpan dulu sebagai berkas; setelah itu Anda dapat menghapusnya di sini." / "Save them as a file first; then you can remove them here.";
    }
}

catalogue! {
    /// Several people on one device, and the lock.
    Lock {
        heading: "Terkunci" / "Locked";
        lead: "Masukkan kata sandi Anda untuk melanjutkan." / "Enter your passphrase to go on.";
        who: "Siapa Anda?" / "Who are you?";
        unreadable: "Data tidak terbaca" / "Details cannot be read";
        choose: "Pilih nama Anda." / "Choose your name.";
        open: "Buka" / "Open";
        add: "Tambah orang di perangkat ini" / "Add a person to this device";
        section: "Perangkat bersama" / "Shared device";
        section_lead: "Halaman ini dapat terkunci sendiri setelah 10 menit tidak dipakai. Isinya tetap tersimpan tanpa sandi; yang bersandi hanya kunci tanda tangan." / "This page can lock by itself after 10 minutes without use. What is stored is not encrypted; only the signature key is.";
        shared: "Perangkat ini dipakai {} orang, jadi selalu terkunci sendiri." / "{} people use this device, so it always locks by itself.";
        want: "Kunci otomatis setelah 10 menit" / "Lock after 10 minutes";
        unwant: "Matikan kunci otomatis" / "Do not lock by itself";
        now: "Kunci sekarang" / "Lock now";
        is_in: "Yang masuk: {}" / "Signed in: {}";
        switch: "Ganti orang" / "Switch person";
    }
}

catalogue! {
    /// The app in one file that somebody passed on.
    Edition {
        heading: "Paraf dalam satu berkas" / "Paraf in one file";
        stored: "Anda membuka Paraf dari berkas. Data Anda disimpan oleh peramban ini, bukan di dalam berkas itu. Di Chrome dan Edge, semua berkas yang Anda buka berbagi satu penyimpanan; buka hanya berkas HTML yang Anda percaya. Peramban lain menyimpan untuk tiap berkas, atau tidak menyimpan sama sekali." / "You opened Paraf from a file. Your data are stored by this browser, not in that file. In Chrome and Edge all files that you open share one storage; open only HTML files that you trust. Other browsers keep one for each file, or none at all.";
        moved: "Bila berkas itu dipindah, diganti namanya, atau dibuka di peramban lain, data Anda mungkin tidak terlihat. Simpan cadangan setiap kali selesai bekerja; dari cadangan itu semuanya kembali." / "If that file is moved, renamed or opened in another browser, your data may not be seen. Save a backup whenever you finish working; it brings everything back.";
        genuine: "Asli atau tidaknya berkas terlihat dari sidiknya: hitung SHA-256 dari paraf.html, lalu bandingkan dengan yang diumumkan di tempat asalnya. Angka di bawah hanya untuk mengenali versi, karena berkas palsu dapat menampilkan apa saja." / "Whether the file is genuine shows in its fingerprint: compute the SHA-256 of paraf.html, and compare it with the one announced where it comes from. What stands below only helps to tell versions apart, since a forged file can show anything.";
        file: "Nama berkas" / "Name of the file";
        version: "Versi" / "Version";
        program: "Sidik program di dalamnya (SHA-256)" / "Fingerprint of the program inside (SHA-256)";
        careful: "Paraf dibuka dari berkas. Bila berkas ini dipindah, diganti namanya, atau dibuka di peramban lain, data Anda mungkin tidak terlihat. Selalu simpan cadangan." / "Paraf was opened from a file. If it is moved, renamed or opened in another browser, your data may not be seen. Always save a backup.";
        more: "Selengkapnya" / "Read more";
    }
}

#[cfg(test)]
pub(super) fn all() -> Vec<(&'static str, &'static str, &'static str)> {
    [Windows::all(), Keep::all(), Lock::all(), Edition::all()].concat()
}
