//! Texts of the work itself: forms, stages, signing, sending and receiving.

catalogue! {
    /// Forms and saving.
    Form {
        step: "Langkah {} dari {}" / "Step {} of {}";
        lacks: "{} belum beres" / "{} to settle";
        complete: "lengkap" / "complete";
        next: "Lanjut" / "Next";
        previous: "Kembali" / "Back";
        check: "Periksa dan tanda tangani" / "Check and sign";
        optional: "boleh kosong" / "optional";
        pick: "Pilih…" / "Choose…";
        limits: "{} sampai {} karakter" / "{} to {} characters";
        at_most: "Paling banyak {} karakter" / "At most {} characters";
        row: "Baris {}" / "Entry {}";
        add_row: "Tambah baris" / "Add an entry";
        remove_row: "Hapus baris {}" / "Remove entry {}";
        meaning: "Arti dan contoh" / "Meaning and examples";
        examples_do: "Contoh yang dianjurkan: {}." / "Examples to do: {}.";
        examples_avoid: "Contoh yang dihindari: {}." / "Examples to avoid: {}.";
        source: "Sumber: {} ({})." / "Source: {} ({}).";
        about_stage: "Tentang tahap ini" / "About this stage";
        help_heading: "Pegangan" / "At hand";
        look_back: "Lihat {}" / "Look at {}";
        saving: "Menyimpan" / "Saving";
        saved: "Tersimpan {} di perangkat ini" / "Saved {} on this device";
        saved_draft: "Draf tersimpan {}" / "Draft saved {}";
        not_saved: "Belum tersimpan. Jangan tutup halaman ini; unduh salinan lewat tombol di atas." / "Not saved. Do not close this page; download a copy with the button above.";
        choose: "Pilih untuk setiap isian yang berbeda" / "Choose for each answer that differs";
        choose_same: "Isian yang sama: {}" / "Answers that are the same: {}";
        side_version: "Versi {}, {}, {}" / "Version {}, {}, {}";
        rows_most: "Paling banyak {} baris." / "{} lines at most.";
        rows_left: "Paling banyak {} baris, tinggal {} lagi." / "{} lines at most, {} are left.";
        rows_full: "Sudah {} baris, dan tidak dapat ditambah lagi." / "There are {} lines, and no more can be added.";
        side_all: "Gabungan: semua isi dari keduanya" / "Both together: everything of the two";
        take_all: "Pakai semua dari versi {}" / "Take all from version {}";
        go_on_chosen: "Lanjutkan dengan pilihan ini" / "Go on with these choices";
        put_away: "Draf Anda disimpan dulu pada {}, dan tetap ada sampai {}." / "Your draft was put away {}, and is kept until {}.";
        bring_back: "Pakai lagi draf itu" / "Take that draft again";
        undo: "Urungkan" / "Undo";
        row_removed: "Baris {} dihapus." / "Entry {} was removed.";
        clear: "Kosongkan isian ini" / "Clear these answers";
        discard: "Buang draf, mulai lagi dari versi terakhir" / "Discard the draft, begin again from the last version";
        not_yours: "Tahap ini belum dapat Anda tulis. Lihat giliran pada halaman berkas." / "You cannot write this stage now. See whose turn it is on the page of the dossier.";
        returned: "Dikembalikan dengan catatan: “{}”" / "Returned with a note: “{}”";
        returned_noted: "Dikembalikan. Catatannya ada pada isian ini:" / "Returned. The notes are on these answers:";
        amending: "Anda mengubah isi yang sudah disepakati. Versi lama tetap berlaku sampai usulan ini diparaf." / "You are changing what was agreed. The old version holds until this amendment is co-signed.";
        confirming: "Tahap sebelumnya berubah. Tinjau isi ini, sesuaikan bila perlu, lalu tanda tangani lagi." / "An earlier stage changed. Look at this again, adjust it if needed, then sign once more.";
        resolving: "Versi baru ini menggantikan kedua versi yang berselisih." / "This new version replaces the two diverging ones.";
        ahead: "Tahap {} belum dijawab. Yang ini boleh Anda tanda tangani sekarang, dan berlaku begitu versi yang menunggu itu disetujui." / "{} has not been answered. You may sign this one now; it holds once the version that waits there is agreed.";
        lapsed: "Isi ini Anda tanda tangani di atas versi {} yang lain. Tinjau, sesuaikan bila perlu, lalu tanda tangani lagi." / "You signed this on another version of {}. Look at it again, adjust it if needed, then sign once more.";
        replacing: "Versi yang sudah dikirim belum diputuskan. Versi baru ini akan menggantikannya." / "The version you sent has not been decided. This new one will replace it.";
        summary: "Ada yang perlu dilengkapi" / "Some answers need attention";
        summary_comfort: "Draf Anda tetap tersimpan. Perbaiki ini sebelum menandatangani." / "Your draft is kept. Mend these before you sign.";
        summary_setup: "Perbaiki ini, lalu lanjutkan." / "Mend these, then go on.";
        error_title: "Galat:" / "Error:";
    }
}

catalogue! {
    /// The page of a dossier.
    Dossier {
        back: "Berkas kinerja" / "Dossier";
        stage_of: "Tahap {} dari {}" / "Stage {} of {}";
        heading_mine: "Berkas kinerja {}" / "Dossier {}";
        heading_of: "Berkas kinerja {}" / "Dossier of {}";
        lead_employee: "Atasan Anda: {}" / "Your superior: {}";
        lead_superior: "Anda atasan · periode {}" / "You are the superior · period {}";
        incomplete: "Berkas belum lengkap" / "Incomplete dossier";
        twin_first: "Ada dua berkas kinerja dengan orang dan periode yang sama. Yang ini dimulai lebih dulu, {} oleh {}: lanjutkan di sini, dan tutup yang lain." / "There are two dossiers of the same people and period. This one was begun first, {} by {}: go on here, and close the other one.";
        twin_later: "Ada dua berkas kinerja dengan orang dan periode yang sama. Yang ini dimulai belakangan, {} oleh {}: tutup yang ini bila isinya tidak diperlukan." / "There are two dossiers of the same people and period. This one was begun later, {} by {}: close it unless you need what is in it.";
        twin_open: "Buka berkas yang lain" / "Open the other one";
        stages: "Tujuh tahap, {} disepakati" / "Seven stages, {} agreed";
        until: "dianjurkan {}" / "advised by {}";
        ours: "saran Paraf {}" / "Paraf suggests {}";
        planned: "direncanakan {}" / "planned for {}";
        agreed_on: "pada {}" / "on {}";
        unmatched: "Kunci {} belum dicocokkan." / "The key of {} has not been compared.";
        match_now: "Cocokkan kode kenal" / "Compare the code";
        copy: "Rincian salinan di perangkat ini" / "Details of the copy on this device";
        state_code: "Kode isi" / "Code of the content";
        records: "Catatan bertanda tangan" / "Signed records";
        newest: "Tanda tangan terbaru" / "Newest signature";
        uncounted: "Catatan berikut disimpan tetapi tidak dihitung:" / "These records are kept but do not count:";
        seen: "Sudah sampai: {} memiliki versi {} tahap {} (menurut berkasnya, {})." / "It has arrived: {} has version {} of {} (says their file of {}).";
        lost_version: "Mungkin kiriman Anda tidak sampai: berkas terbaru dari {} ({}) belum memuat versi {} tahap {}. Kirim sekali lagi." / "Perhaps your file never arrived: the newest one of {} ({}) does not have version {} of {}. Send it once more.";
        lost_answer: "Mungkin kiriman Anda tidak sampai: berkas terbaru dari {} ({}) belum memuat jawaban Anda pada tahap {}. Kirim sekali lagi." / "Perhaps your file never arrived: the newest one of {} ({}) does not have your answer in {}. Send it once more.";
        send_again: "Kirim seluruh riwayat" / "Send the whole history";
        whole_year: "Awal, tengah, dan akhir" / "Beginning, middle and end";
        glance: "Tahun {} sekilas" / "{} at a glance";
        glance_note: "Tanda pada bulan yang akan datang masih anjuran." / "Signs in the months to come are advice.";
        year_whole: "Tahun {} genap" / "The year {} is whole";
        year_thanks: "Ketujuh tahap disepakati. Terima kasih, Anda berdua sudah menuntaskannya." / "All seven stages are agreed. Thank you both for seeing them through.";
        both: "{} dan {}" / "{} and {}";
        print_year: "Cetak halaman ini" / "Print this page";
        print_all: "Cetak semua lembar" / "Print all sheets";
        sheets: "Semua lembar {} · {}" / "All sheets of {} · {}";
        sheets_lead: "Setiap tahap yang sudah ditandatangani, persis seperti ditandatangani." / "Every stage that has been signed, exactly as it was signed.";
        no_sheets: "Belum ada lembar yang ditandatangani." / "No sheet has been signed yet.";
    }
}

catalogue! {
    /// What now and whose turn.
    Turns {
        write: "Isi tahap {}" / "Fill in {}";
        write_button: "Mulai mengisi" / "Start writing";
        go_on: "Lanjutkan tahap {}" / "Go on with {}";
        go_on_button: "Lanjutkan draf" / "Go on with the draft";
        improve: "Perbaiki tahap {}" / "Improve {}";
        improve_button: "Baca catatan dan perbaiki" / "Read the note and improve";
        confirm: "Tinjau lagi tahap {}" / "Look at {} again";
        confirm_button: "Tinjau dan tanda tangani lagi" / "Look again and sign";
        choose: "Pilih versi tahap {}" / "Choose a version of {}";
        choose_button: "Bandingkan kedua versi" / "Compare the versions";
        review: "Periksa dan paraf tahap {}" / "Check and co-sign {}";
        review_button: "Periksa" / "Check";
        send: "Kirim berkas kepada {}" / "Send the file to {}";
        send_button: "Kirim" / "Send";
        send_again: "Kirim lagi" / "Send again";
        send_first: "Kirim dulu yang sudah ditandatangani" / "Send what you signed first";
        wait: "Menunggu tahap {}" / "Waiting for {}";
        ahead: "Sambil menunggu, tulis {}" / "Meanwhile, write {}";
        ahead_too: "Tulis juga {}, lalu kirim bersama" / "Write {} too, then send both";
        done: "Semua tahap disepakati" / "All stages are agreed";
        incomplete: "Berkas belum lengkap: minta kirim ulang" / "The dossier is incomplete: ask for it again";
        needs_rules: "Aturan periode berkas ini belum ada di Paraf Anda" / "Your Paraf does not have the rule pack of this dossier";
        newer: "Berkas ini memerlukan versi aplikasi yang lebih baru" / "This dossier needs a newer version of the app";
        yours: "Giliran Anda" / "Your turn";
        yours_signed: "Giliran Anda. {} menandatangani {}" / "Your turn. {} signed on {}";
        theirs: "Giliran {}" / "It is the turn of {}";
        theirs_since: "Giliran {}, sejak {}" / "It is the turn of {}, since {}";
        unsent: "Sudah ditandatangani, belum dikirim" / "Signed, not sent yet";
        asks_sent: "Sudah dikirim kepada {}?" / "Did you send it to {}?";
        asks_sent_button: "Jawab" / "Answer";
        handed_out: "Berkasnya sudah Anda simpan atau bagikan. Giliran berpindah setelah Anda jawab Ya." / "You saved or shared the file. The turn moves once you answer yes.";
        lacking: "{} belum memiliki semua yang ada di berkas ini" / "{} does not have all that is in this dossier yet";
        nobody: "Kedua pihak sudah menandatangani ketujuh tahap." / "Both sides have signed all seven stages.";
        by_when: "Dianjurkan selesai {}" / "Recommended by {}";
        late: "Sudah lewat dari anjuran, {}" / "Past the recommended day, {}";
        ours: "Saran Paraf, bukan aturan: selesai {}" / "A suggestion of Paraf, not a rule: by {}";
        answer: "Persetujuan dianjurkan {}" / "Approval is recommended from {}";
        begun_late: "Berkas ini dimulai sesudah {}, jadi sebagian tanggal anjuran sudah lewat. Isi saja tahap demi tahap; di sini tidak ada yang dihitung terlambat." / "This dossier was begun after {}, so some recommended days have passed. Just go stage by stage; nothing counts as late here.";
        planned: "Observasi direncanakan {}" / "The observation is planned for {}";
        planned_late: "Observasi direncanakan {}, dan belum dicatat" / "The observation was planned for {} and is not recorded yet";
    }
}

catalogue! {
    /// The page of a stage and the sheet.
    Stages {
        back: "Kembali ke tahap" / "Back to the stage";
        back_to_form: "Kembali mengubah" / "Back to the form";
        check: "Periksa {}" / "Check {}";
        check_lead: "Persis lembar inilah yang Anda tanda tangani." / "This very sheet is what you sign.";
        not_ready: "Lembar ini belum lengkap, jadi belum bisa ditandatangani." / "This sheet is not complete, so it cannot be signed yet.";
        sign: "Tanda tangani" / "Sign";
        change: "Ubah" / "Change";
        none: "Tidak diisi" / "Not filled in";
        grade: "Predikat kinerja" / "Final grade";
        credit: "Angka kredit" / "Credit (angka kredit)";
        credit_formula: "{} % × {} per tahun × {}/12 bulan = {}" / "{} % × {} a year × {}/12 months = {}";
        grade_rule: "Dari matriks hasil kerja dan perilaku kerja" / "From the matrix of work result and work behaviour";
        answer: "Jawaban" / "Answer";
        note: "Catatan" / "Note";
        note_hint: "Wajib diisi bila Anda mengembalikan. Sebutkan apa yang perlu diperbaiki." / "Required when you send it back. Say what should be improved.";
        note_hint_objection: "Wajib diisi bila Anda keberatan. Sebutkan alasannya." / "Required when you object. Give your reason.";
        your_answer: "Jawaban Anda" / "Your answer";
        agree: "Setuju dan paraf" / "Agree and co-sign";
        acknowledge: "Mengetahui dan paraf" / "Acknowledge and co-sign";
        send_back: "Kembalikan" / "Send back";
        accept: "Terima penilaian" / "Accept the assessment";
        object: "Ajukan keberatan" / "Object";
        amend: "Usulkan perubahan" / "Propose an amendment";
        replace: "Tulis versi baru" / "Write a new version";
        think_again: "Anda sudah mengembalikan versi ini. Selama belum ada versi baru, jawaban itu masih dapat Anda ubah: setujui saja, atau kembalikan dengan catatan lain." / "You sent this version back. As long as there is no new one, you may still change that answer: agree after all, or send it back with another note.";
        ahead: "Ditandatangani lebih dulu. Begitu tahap {} disetujui, tahap ini menunggu jawaban. Bila versi lain yang disetujui, isi ini ditinjau lagi." / "Signed ahead. Once {} is agreed, this stage waits for its answer. If another version is agreed, this one is looked at again.";
        ahead_version: "Ditandatangani lebih dulu, belum berlaku" / "Signed ahead, does not hold yet";
        nothing_yet: "Belum ada yang ditandatangani di tahap ini." / "Nothing has been signed in this stage.";
        newer: "Sebagian catatan di tahap ini dibuat aplikasi yang lebih baru. Perbarui aplikasi sebelum memaraf." / "Some records of this stage were made by a newer app. Update the app before you co-sign.";
        period_of: "Periode {}" / "Period {}";
        version_of: "Versi {} · kode {}" / "Version {} · code {}";
        version_number: "{} · versi {}" / "{} · version {}";
        more: "Rincian" / "Details";
        unsigned_of: "Periode {} · belum ditandatangani" / "Period {} · not signed";
        version_name: "Versi {} · {}" / "Version {} · {}";
        version_code: "Versi {}" / "Version {}";
        versions: "Semua versi" / "All versions";
        signed_by: "Ditandatangani {}, {}" / "Signed by {}, {}";
        agreed_by: "Diparaf {}, {}" / "Co-signed by {}, {}";
        returned_by: "Dikembalikan {}, {}" / "Returned by {}, {}";
        settles_nothing: "Tidak memutuskan apa pun" / "Settles nothing";
        unanswered: "Belum dijawab" / "Not answered yet";
        unanswered_seen: "Belum dijawab; sudah sampai pada {} (berkas {})" / "Not answered yet; has reached {} (file of {})";
        box_empty: "Belum ditandatangani" / "Not signed";
        box_signed: "Ditandatangani" / "Signed";
        box_returned: "Dikembalikan" / "Returned";
        box_lifted: "Masih milik versi sebelumnya" / "Still belongs to the version before";
        own_key: "Kunci Anda sendiri" / "Your own key";
        key_matched: "Kunci dicocokkan langsung" / "Key compared in person";
        key_unmatched: "Kunci belum dicocokkan" / "Key not compared";
        print: "Cetak lembar ini" / "Print this sheet";
        changes: "Yang berubah sejak jawaban Anda" / "What changed since your answer";
        no_changes: "Tidak ada isian yang berubah." / "No answer changed.";
        removed: "dihapus:" / "removed:";
        added: "ditambah:" / "added:";
    }
}

catalogue! {
    /// Signing, and the signs of agreement.
    Signing {
        locked: "Belum dibuka" / "Not open yet";
        ahead: "Ditandatangani lebih dulu, menunggu tahap sebelumnya" / "Signed ahead, waits for the stage before";
        open: "Belum ditandatangani" / "Not signed";
        for_superior: "Menunggu paraf atasan" / "Waiting for the superior";
        for_employee: "Menunggu paraf pegawai" / "Waiting for the employee";
        returned_employee: "Dikembalikan kepada pegawai" / "Returned to the employee";
        returned_superior: "Dikembalikan kepada atasan" / "Returned to the superior";
        agreed: "Disepakati" / "Agreed";
        stale: "Disepakati, perlu ditinjau" / "Agreed, to be looked at again";
        amendment: "Ada usulan perubahan" / "An amendment is proposed";
        closed: "Ditutup" / "Closed";
        diverged: "Berselisih — perlu dipilih" / "Diverging — choose one";
        sign_heading: "Tanda tangani {}?" / "Sign {}?";
        sign_point: "Anda menandatangani lembar yang baru saja Anda periksa." / "You sign the sheet that you just checked.";
        sign_ahead: "Tahap {} belum dijawab: yang ini berlaku begitu versi yang menunggu itu disetujui." / "{} has not been answered: this one holds once the version that waits there is agreed.";
        sign_button: "Tanda tangani" / "Sign";
        agree_heading: "Paraf {}?" / "Co-sign {}?";
        agree_point: "Anda menyetujui persis versi yang ditampilkan, bersama jawaban Anda." / "You agree to exactly the version that is shown, with your answer.";
        accept_heading: "Terima penilaian ini?" / "Accept this assessment?";
        accept_point: "Anda menerima penilaian persis seperti yang ditampilkan." / "You accept the assessment exactly as it is shown.";
        object_heading: "Ajukan keberatan?" / "Object to the assessment?";
        object_point: "Keberatan Anda dengan alasannya menjadi bagian riwayat dan dikirim kepada atasan." / "Your objection with its reason becomes part of the history and goes to the superior.";
        return_heading: "Kembalikan {}?" / "Send {} back?";
        return_point: "Versi ini dikembalikan dengan catatan Anda. Versinya tetap tersimpan." / "This version goes back with your note. The version itself is kept.";
        invite_heading: "Buat undangan?" / "Make the invitation?";
        invite_point: "Undangan memuat nama, jabatan, dan sekolah Anda. Kata sandi Anda tidak ikut." / "The invitation holds your name, office and school. Your passphrase does not go along.";
        invite_button: "Tanda tangani" / "Sign";
        start_heading: "Mulai berkas bersama?" / "Start the dossier together?";
        start_point: "Berkas kinerja dimulai dengan identitas Anda berdua. Kirimkan balik setelah ini." / "The dossier starts with the identity of you both. Send it back after this.";
        start_button: "Tanda tangani dan mulai" / "Sign and start";
        means_internal: "Ini tanda tangan elektronik tidak tersertifikasi untuk kesepakatan internal. Dokumen resmi tetap lewat sistem resmi." / "This is an uncertified electronic signature for an internal agreement. Official documents still go through the official systems.";
        means_text: "Setiap perubahan sesudahnya akan terlihat, dan perlu ditandatangani lagi." / "Any later change will be visible, and has to be signed again.";
        means_kept: "Yang sudah ditandatangani tidak dapat dihapus dari riwayat." / "What was signed cannot be removed from the history.";
        passphrase: "Kata sandi" / "Passphrase";
        ask_again: "Minta kata sandi lagi" / "Ask for the passphrase again";
        is_open: "Kata sandi tidak diminta lagi selama halaman ini dipakai. Setelah 10 menit tidak dipakai, kata sandi diminta lagi." / "Your passphrase is not asked for again while you use this page. After 10 minutes without use it is.";
        show_passphrase: "Tampilkan kata sandi" / "Show the passphrase";
        hide_passphrase: "Sembunyikan kata sandi" / "Hide the passphrase";
        wrong_passphrase: "Kata sandi tidak cocok. Periksa huruf besar dan kecil, lalu coba lagi." / "The passphrase does not fit. Check upper and lower case, then try again.";
        not_secure: "Alamat ini tidak aman, jadi kunci tidak dapat dipakai. Buka lewat https." / "This address is not secure, so keys cannot be used. Open it by https.";
        refused: "Belum ada yang ditandatangani, karena isinya berubah saat kunci dibuka. Periksa lagi, lalu tanda tangani." / "Nothing was signed, because the content changed while the key was opened. Check it again, then sign.";
        busy: "Membuka kunci" / "Opening the key";
        cancel: "Batal" / "Cancel";
    }
}

catalogue! {
    /// Taking in files.
    Receive {
        heading: "Terima berkas" / "Receive files";
        lead: "Pilih, seret, atau tempel. Isi yang menentukan, bukan nama berkas." / "Choose, drop or paste. The content decides, not the name of the file.";
        choose: "Pilih berkas" / "Choose files";
        progress: "Menerima berkas: {} dari {} · {}" / "Taking in files: {} of {} · {}";
        stop: "Berhenti" / "Stop";
        cut: "Belum diterima: {} berkas, karena Paraf terkunci atau dipakai di jendela lain di tengah jalan. Pilih lagi berkasnya." / "Not taken in: {} files, because Paraf was locked or used in another window in between. Choose them again.";
        drop: "atau seret berkas ke sini" / "or drop files here";
        paste: "Atau tempel isi berkas" / "Or paste the content of a file";
        take: "Terima teks ini" / "Take in this text";
        arrivals: "Berkas yang masuk" / "Files that came in";
        tally_new: "diterima" / "taken in";
        tally_known: "sudah Anda punya" / "you had already";
        tally_held: "perlu Anda lihat" / "to look at";
        open: "Buka berkas kinerja" / "Open the dossier";
        meet: "Kenali pengirimnya" / "Meet the sender";
        new: "Catatan baru yang diterima dan diperiksa: {}." / "New records taken in and verified: {}.";
        new_next: "Buka berkas kinerja untuk melihat giliran siapa." / "Open the dossier to see whose turn it is.";
        came_mine: "{} – {}: giliran Anda" / "{} – {}: your turn";
        came_theirs: "{} – {}: giliran {}" / "{} – {}: the turn of {}";
        came_closed: "{} – {}: berkas ini ditutup" / "{} – {}: this dossier is closed";
        came_done: "{} – {}: semua tahap disepakati" / "{} – {}: all stages are agreed";
        records_only: "Catatan baru yang diterima dan diperiksa: {}. Draf, kontak, dan aturan di berkas ini tidak dipakai." / "New records, taken in and verified: {}. Drafts, contacts and rules in this file are not used.";
        nothing_taken: "Draf, kontak, dan aturan di berkas ini tidak dipakai. Catatan baru tidak ada." / "Drafts, contacts and rules in this file are not used. There are no new records.";
        records_only_next: "Bagian itu tidak bertanda tangan, dan belum terbukti dari Anda: berkas ini memakai kata sandi lain, atau bukan arsip dari berkas kinerja yang Anda hapus di sini." / "That part is signed by nobody and not proven to be yours: the file has another passphrase, or is not the archive of a dossier that you removed here.";
        incomplete: "Berkas belum lengkap. Catatan yang tidak ikut terkirim: {}." / "The file is incomplete. Records that did not come along: {}.";
        incomplete_next: "Tidak ada yang hilang. Minta pengirim mengirim seluruh riwayat." / "Nothing is lost. Ask the sender to send the whole history.";
        newer_records: "Sebagian catatan dibuat aplikasi yang lebih baru. Disimpan, tetapi belum dapat ditampilkan." / "Some records were made by a newer app. They are kept, but cannot be shown yet.";
        newer: "Berkas ini dibuat aplikasi yang lebih baru." / "This file was made by a newer app.";
        newer_next: "Perbarui aplikasi, lalu terima berkas ini lagi." / "Update the app, then take this file in again.";
        uncounted: "Catatan yang tidak dipakai: {}. Penandatangannya bukan pihak, atau catatannya tidak pada tempatnya." / "Records that are not used: {}. Their signer is not a party, or they are out of place.";
        uncounted_next: "Tanyakan kepada pengirim dari mana berkas ini berasal. Bila kuncinya baru, ada tiga jalan: pulihkan dari cadangan, pakai kode pengganti, atau minta dijamin pihak lain setelah bertemu." / "Ask the sender where this file came from. If their key is new, there are three ways: restore the key from its backup, use the replacement code, or have the other side vouch for it after meeting.";
        no_room: "Belum diterima, karena penyimpanan peramban penuh." / "Not taken in, because the browser's storage is full.";
        no_room_next: "Arsipkan dulu yang sudah selesai, lalu terima berkas ini sekali lagi." / "First archive what is finished, then take this file in again.";
        same: "Semua isi berkas ini sudah Anda punya." / "You already have everything in this file.";
        same_next: "Tidak ada yang berubah." / "Nothing changed.";
        twin: "Anda sudah punya berkas kinerja {} dengan {}. Berkas yang baru datang ini berkas kedua, dan belum disimpan." / "You already have a dossier {} with {}. The one that came now is a second one, and is not stored yet.";
        twin_first: "Yang baru datang dimulai lebih dulu. Sepakati dengan pihak lain: bila yang itu dilanjutkan, simpan, lalu tutup yang ada sekarang." / "The one that came was begun first. Agree with the other side: if that one goes on, keep it, then close the one you have.";
        twin_later: "Yang Anda punya dimulai lebih dulu. Lanjutkan di sana, dan kirim berkas itu kepada pihak lain." / "The one you have was begun first. Go on there, and send it to the other side.";
        twin_keep: "Simpan juga berkas kedua" / "Keep the second one too";
        older: "Berkas ini lebih lama dari yang sudah ada." / "This file is older than what you have.";
        older_next: "Tidak ada yang berubah. Mungkin Anda memilih berkas lama." / "Nothing changed. Perhaps you chose an old file.";
        foreign: "Berkas ini milik dua orang lain." / "This file belongs to two other people.";
        foreign_next: "Tidak ada yang disimpan. Beri tahu pengirim bahwa berkasnya salah alamat." / "Nothing was kept. Tell the sender that it went to the wrong person.";
        invited: "Undangan untuk memulai berkas kinerja." / "An invitation to start a dossier.";
        invited_next: "Kenali pengirimnya, lalu mulai berkas bersama." / "Meet the sender, then start the dossier together.";
        own_invitation: "Ini undangan Anda sendiri." / "This is your own invitation.";
        own_invitation_next: "Kirimkan kepada pihak lain, bukan diterima di sini." / "Send it to the other side instead of taking it in here.";
        other_backup: "Ini cadangan milik kunci lain, atau dari sebelum kata sandi Anda diganti." / "This is the backup of another key, or from before your passphrase was changed.";
        other_backup_next: "Tidak ada yang berubah di perangkat ini." / "Nothing changed on this device.";
        no_identity: "Belum ada tanda tangan di perangkat ini." / "There is no signature on this device yet.";
        no_identity_next: "Buat tanda tangan dulu, lalu terima berkas ini lagi." / "Make your signature first, then take this file in again.";
        unknown_rules: "Berkas ini memakai aturan periode yang belum Anda punya." / "This file follows a rule pack that you do not have.";
        unknown_rules_next: "Minta berkas aturannya kepada pengirim, atau perbarui Paraf, lalu terima berkas ini lagi." / "Ask the sender for the file of the rule pack, or update Paraf, then take this file in again.";
        rules: "Berkas ini berisi aturan periode." / "This file holds a rule pack.";
        rules_next: "Lihat perubahannya sebelum memakainya." / "Look at what it changes before you use it.";
        rules_open: "Lihat aturan periode" / "Look at the rule pack";
        rules_known: "Aturan periode ini sudah ada di Paraf." / "Paraf has this rule pack already.";
        too_large: "Berkas ini terlalu besar untuk berkas Paraf." / "This file is too large to be one of Paraf.";
        not_paraf: "Ini bukan berkas Paraf." / "This is not a file of Paraf.";
        forged: "Catatan ke-{} di berkas ini diubah setelah ditandatangani, atau tanda tangannya palsu." / "Record {} of this file was changed after it was signed, or its signature is forged.";
        forged_letter: "Surat pengantar berkas ini diubah setelah ditandatangani." / "The cover letter of this file was changed after it was signed.";
        too_many: "Berkas ini memuat terlalu banyak catatan." / "This file holds too many records.";
        mixed: "Berkas ini mencampur catatan dari beberapa berkas kinerja." / "This file mixes records of several dossiers.";
        ask_again: "Tidak ada yang disimpan. Minta pengirim mengirim ulang berkas aslinya." / "Nothing was kept. Ask the sender for the original file again.";
        unread: "Berkas ini tidak dapat dibaca." / "This file cannot be read.";
        unread_next: "Mungkin sudah dipindahkan, terkunci, atau masih tersimpan di awan. Salin dulu ke perangkat ini, lalu pilih lagi." / "It may have been moved, be locked, or still be in a cloud. Copy it to this device first, then choose it again.";
        empty: "Berkas ini kosong." / "This file is empty.";
        empty_next: "Tidak ada yang disimpan. Mungkin unduhannya belum selesai: unduh lagi, atau minta pengirim mengirim ulang." / "Nothing was kept. Perhaps the download did not finish: download it again, or ask the sender for it again.";
        empty_folder: "Folder ini kosong." / "This folder is empty.";
        large_folder: "Berkas di folder ini terlalu banyak untuk diterima sekaligus." / "This folder holds too many files to take in at once.";
        folder_next: "Pilih berkas Paraf itu sendiri." / "Choose the files of Paraf themselves.";
        zip_closed: "Arsip ini tidak dapat dibuka di sini: terkunci, rusak, berlapis, atau dari jenis lain." / "This archive cannot be opened here: it is locked, damaged, inside another one, or of another kind.";
        zip_too_much: "Isi arsip ini terlalu besar untuk diterima sekaligus." / "This archive holds too much to take in at once.";
        zip_next: "Buka arsipnya di perangkat Anda, lalu pilih berkas Paraf di dalamnya." / "Open the archive on your device, then choose the files of Paraf in it.";
        zip_other: "Di dalam arsip ini tidak ada berkas Paraf." / "There is no file of Paraf in this archive.";
        curly_quotes: "Tanda kutip di teks ini diganti oleh aplikasi lain, sehingga isinya bukan lagi yang ditandatangani." / "Another app replaced the quotation marks of this text, so it is no longer what was signed.";
        as_a_file: "Tidak ada yang disimpan. Minta pengirim melampirkan berkasnya, bukan menyalin isinya." / "Nothing was kept. Ask the sender to attach the file instead of copying its text.";
        pasted: "Teks yang ditempel" / "Pasted text";
        counted: "{} berkas lain diterima tanpa catatan khusus: {} baru, {} sama." / "{} other files came in with nothing to note: {} new, {} the same.";
        locked: "Halaman ini terkunci, jadi berkas belum diterima. Buka dulu, lalu berikan berkasnya lagi." / "This page is locked, so no file was taken in. Open it first, then give it the file again.";
    }
}

#[cfg(test)]
pub(super) fn all() -> Vec<(&'static str, &'static str, &'static str)> {
    [Form::all(), Dossier::all(), Turns::all(), Stages::all(), Signing::all(), Receive::all()].concat()
}
