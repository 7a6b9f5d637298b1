//! Special cases: what is not the plain way through the seven stages.

catalogue! {
    /// Rule packs.
    Rules {
        id: "Aturan periode" / "Rule pack";
        hash: "Kode aturan" / "Code of the pack";
        from: "Asal" / "Where from";
        own: "Dari berkas yang Anda terima" / "From a file that you took in";
        shipped: "Bawaan Paraf" / "Shipped with Paraf";
        offered: "Aturan ini belum dipakai. Baca dulu perubahannya. Berkas kinerja yang sudah ada tetap memakai aturannya sendiri." / "This pack is not in use yet. Read first what it changes. Dossiers that exist keep their own pack.";
        take: "Pakai untuk berkas baru" / "Use it for new dossiers";
        changes: "{} perubahan terhadap aturan {}" / "{} changes against the pack {}";
        no_changes: "Tidak ada yang berubah." / "Nothing changes.";
        more_changes: "Masih ada {} perubahan lain yang tidak ditampilkan di sini. Ini bukan koreksi kecil; pakailah hanya bila Anda mengenal pembuatnya." / "There are {} more changes that are not listed here. This is no small correction; use it only if you know who made it.";
        calendar: "Kalender tahapan" / "Calendar of the stages";
        days: "{} sampai {}" / "{} to {}";
        basis: "Dasar aturan" / "Legal basis";
        first_day: "hari pertama" / "first day";
        last_day: "hari terakhir" / "last day";
        answer_from: "persetujuan mulai" / "approval from";
        ours: "hari terakhirnya saran Paraf" / "the last day is a suggestion of Paraf";
        save: "Simpan sebagai berkas" / "Save as a file";
        all: "Aturan periode" / "Rule packs";
        former: "versi lama, untuk berkas yang sudah memakainya" / "former version, for dossiers that use it already";
        look: "Lihat aturan periode dan kalendernya" / "Look at the rule pack and its calendar";
        missing: "Aturan periode belum sampai" / "The rule packs are not here yet";
        missing_lead: "Pertanyaan dan jadwal tiap periode ada di berkas tersendiri. Berkas itu belum sampai ke perangkat ini, atau rusak di jalan. Periksa sinyal, lalu coba lagi. Data Anda tetap tersimpan di peramban ini." / "The questions and dates of each period stand in a file of their own. It has not reached this device, or was damaged on the way. Check your signal, then try again. Your data are still stored in this browser.";
        fetch: "Coba lagi" / "Try again";
    }
}

catalogue! {
    /// What stands beside the questions of an assessment.
    Advising {
        heading: "Rekomendasi Tim Kinerja" / "Recommendation of the Tim Kinerja (team)";
        advise: "Beri rekomendasi untuk penilaian" / "Recommend the ratings";
        lead: "Anda mengamati dan membina; atasan yang memutuskan. Kedua pihak membaca rekomendasi ini di samping penilaian." / "You observed and coached; the superior decides. Both sides read this recommendation beside the assessment.";
        work_result: "Rating hasil kerja yang Anda anjurkan" / "Rating of hasil kerja (work result) that you recommend";
        work_behaviour: "Rating perilaku kerja yang Anda anjurkan" / "Rating of perilaku kerja (work behaviour) that you recommend";
        note: "Alasan Anda" / "Your reasons";
        button: "Beri rekomendasi" / "Recommend";
        point: "Rekomendasi ini tidak menetapkan rating. Atasan dan pegawai membacanya dengan nama Anda." / "This recommendation sets no rating. The superior and the employee read it under your name.";
        said_result: "Hasil kerja: {}" / "Hasil kerja (work result): {}";
        said_behaviour: "Perilaku kerja: {}" / "Perilaku kerja (work behaviour): {}";
        proposed: "Usul matriks: {}." / "The matrix proposes: {}.";
        given: "{} memberi rekomendasi untuk penilaian, {}." / "{} recommended the ratings, {}.";
        missing: "{} belum memberi rekomendasi untuk penilaian. Kirim berkas ini kepadanya, lalu terima berkas darinya. Anda juga boleh menilai tanpa menunggu." / "{} has not recommended the ratings yet. Send them this file, and take in the file that comes back. You may also assess without waiting.";
        team_usual: "Untuk kepala sekolah dan guru ASN di sekolah swasta, biasanya Tim Kinerja (pengawas, atau kepala sekolah di sekolah swasta) yang mengamati, membina, dan memberi rekomendasi. Anda yang memutuskan." / "For principals, and for civil servants who teach at a private school, usually the Tim Kinerja (the school supervisor, or the principal of a private school) observes, coaches and recommends. You decide.";
        decided: "Yang diputuskan atasan" / "What the superior decided";
        reviewer: "Atasan pejabat penilai" / "Superior of the one who rates";
        served: "Masa yang dinilai" / "Time that is rated";
        served_means: "Penilaian proporsional" / "Assessment in proportion";
        served_days: "{} sampai {} ({})" / "{} to {} ({})";
        can_assess: "Masa kerja sampai tanggal itu masih dapat dinilai, juga bila observasi tidak sempat berlangsung." / "The time served up to that day can still be assessed, also where the observation never happened.";
        assess_served: "Nilai masa yang sudah dijalani" / "Assess the time that was served";
        no_answer: "Penilaian Anda tercatat. Pegawai tidak dapat menjawab lagi, jadi tidak ada yang ditunggu." / "Your assessment is on record. The employee cannot answer any more, so nothing is waited for.";
    }
}

catalogue! {
    /// Special cases.
    Cases {
        heading: "Hal khusus" / "Special cases";
        lead: "Bila keadaan berubah. Setiap langkah ditandatangani dan tetap tercatat." / "When things change. Each step is signed and stays on record.";
        handover: "Ganti atasan" / "Change the superior";
        handover_lead: "Berkas ini diteruskan kepada atasan baru. Semua yang sudah disepakati tetap berlaku atas nama atasan lama." / "This dossier goes on with a new superior. All that was agreed stays valid under the name of the earlier one.";
        handover_to: "Atasan baru" / "New superior";
        handover_to_hint: "Orang yang undangannya sudah Anda terima di Paraf. Belum ada? Minta ia mengirim undangan, lalu terima di sini." / "Somebody whose invitation you took in. Not there yet? Ask them to send one from Paraf, and take it in here.";
        effective: "Mulai tanggal" / "From which day";
        letter: "Nomor surat tugas atau SK" / "Number of the letter of appointment";
        handover_button: "Teruskan ke atasan baru" / "Hand over to the new superior";
        handover_point: "Atasan baru dapat membaca seluruh berkas ini. Setelah ini hanya atasan baru yang dapat memaraf dan menilai. Perubahan ini tercatat selamanya. Beri tahu atasan lama bahwa berkas sudah diteruskan." / "The new superior can read the whole dossier. From now on only the new superior can co-sign and rate. This change stays on record for ever. Tell the old superior that the dossier went on.";
        handover_alone: "Anda mengganti atasan tanpa tanda tangan atasan lama. Hal itu tertulis di setiap salinan." / "You change the superior without the signature of the earlier one. Every copy says so.";
        handed_over: "Atasan berganti kepada {} mulai {}." / "The superior changed to {} from {}.";
        handed_over_by: "Dicatat oleh {}, {}." / "Recorded by {}, {}.";
        handed_over_alone: "Tanpa tanda tangan atasan lama." / "Without the signature of the earlier superior.";
        close: "Tutup berkas lebih awal" / "Close the dossier early";
        close_lead: "Bila ada yang pindah, pensiun, atau cuti panjang. Tidak ada yang dihapus, dan berkas dapat dibuka lagi." / "When somebody moves, retires or takes long leave. Nothing is deleted, and the dossier can be opened again.";
        reason: "Alasan" / "Reason";
        close_note: "Keterangan" / "More about it";
        close_button: "Tutup berkas" / "Close the dossier";
        close_point: "Berkas berhenti di sini dengan alasan yang Anda tulis. Pihak lain melihatnya dan dapat membukanya lagi." / "The dossier stops here for the reason you give. The other side sees it and can open it again.";
        closed: "Berkas ini ditutup mulai {}: {}. Ditandatangani {}, {}." / "This dossier is closed from {}: {}. Signed by {}, {}.";
        reopened: "Berkas ini dibuka kembali: {}. Ditandatangani {}, {}." / "This dossier was opened again: {}. Signed by {}, {}.";
        signed_for_you: "{}: disepakati tanpa tanda tangan Anda di Paraf. Periksa lembarnya." / "{}: agreed without your signature in Paraf. Look at its sheet.";
        is_closed: "Berkas ini sudah ditutup" / "This dossier is closed";
        reopen: "Buka kembali berkas" / "Open the dossier again";
        reopen_lead: "Berkas berlanjut dari tahap terakhir." / "The dossier goes on from its last stage.";
        reopen_note: "Mengapa dibuka kembali" / "Why it is opened again";
        reopen_button: "Buka kembali" / "Open again";
        reopen_point: "Berkas berjalan lagi dari tahap terakhirnya." / "The dossier goes on from its last stage.";
        delegate: "Minta Tim Kinerja atau rekan mengamati" / "Ask the Tim Kinerja (team) or a colleague to observe";
        delegate_lead: "Ia mengisi dan menandatangani hasil observasi atas nama Anda, dan dapat memberi rekomendasi untuk penilaian. Namanya tertulis di lembar itu; Anda yang memutuskan." / "They fill in and sign the observation for you, and can recommend the ratings. Their name stands on the sheet; you decide.";
        delegate_to: "Siapa yang mengamati" / "Who observes";
        delegate_button: "Minta orang ini" / "Ask this person";
        delegate_point: "Orang ini dapat membaca seluruh berkas ini. Ia boleh menulis dan menandatangani observasi dan memberi rekomendasi, tidak yang lain." / "This person can read the whole dossier. They may write and sign the observation and recommend the ratings, nothing else.";
        delegated: "Observasi diminta kepada {}. Kirim berkas ini kepadanya; Anda tetap dapat mengisinya sendiri." / "The observation was asked of {}. Send them this file; you can still fill it in yourself.";
        delegated_by: "atas nama {}, sebagai pengamat" / "for {}, as the observer";
        wait_delegate: "Menunggu observasi oleh {}" / "Waiting for the observation by {}";
        was_superior: "Anda atasan sebelumnya · periode {}" / "You are the earlier superior · period {}";
        observer: "Anda pengamat · periode {}" / "You are the observer · period {}";
        recommend: "Tandai sub-indikator yang disarankan" / "Mark recommended sub-indicators";
        recommend_lead: "Menurut Rapor Pendidikan sekolah. Guru melihat tandanya dan tetap bebas memilih." / "By the school's Rapor Pendidikan (education report). The teacher sees the mark and stays free to choose.";
        recommend_button: "Simpan tanda" / "Save the marks";
        recommend_point: "Tanda ini ikut dalam berkas dan terlihat oleh pegawai saat menyusun rencana." / "These marks travel with the dossier; the employee sees them while planning.";
        recommended: "Disarankan atasan" / "Recommended by the superior";
        next: "Mulai berkas periode berikutnya" / "Start the dossier of the next period";
        next_lead: "Orang yang sama, periode baru. Isi rencana yang masih cocok dibawa sebagai draf." / "The same people, a new period. What still fits of the plan is taken over as a draft.";
        next_button: "Mulai berkas baru" / "Start the new dossier";
        next_point: "Anda memulai berkas kinerja baru dengan orang yang sama dan aturan periode yang dipilih." / "You start a new dossier with the same person and the rules of the chosen period.";
        withdraw: "Tarik kembali" / "Take back";
        withdraw_heading: "Tarik kembali versi ini?" / "Take this version back?";
        withdraw_point: "Versi ini tidak lagi menunggu jawaban; isinya kembali menjadi draf Anda. Bila pihak lain sudah menyetujuinya, persetujuan itu tetap berlaku." / "This version no longer waits for an answer; its content is your draft again. If the other side has agreed meanwhile, the agreement stands.";
        withdrawn: "Ditarik kembali, {}" / "Taken back, {}";
        crossed_agreed: "{} menarik kembali tahap {} ({}) sementara {} memarafnya ({}); keduanya bersilangan di jalan. Paraf itu tetap berlaku. Bila isinya perlu diubah, usulkan perubahan." / "{} took back {} ({}) while {} co-signed it ({}); the two crossed on their way. The co-signature stands. If the content has to change, propose an amendment.";
        crossed_returned: "{} menarik kembali tahap {} ({}) sementara {} mengembalikannya ({}); keduanya bersilangan di jalan. Versi itu tetap ditarik kembali, dan catatannya dapat dibaca di daftar versi." / "{} took back {} ({}) while {} returned it ({}); the two crossed on their way. The version stays taken back, and the note can be read in the list of versions.";
        crossed_late: "{} menarik kembali tahap {} ({}) sementara {} memarafnya ({}); keduanya bersilangan di jalan. Paraf itu tidak memutuskan apa pun, jadi versi itu tetap ditarik kembali." / "{} took back {} ({}) while {} co-signed it ({}); the two crossed on their way. The co-signature settles nothing, so the version stays taken back.";
        answered_and_taken: "{}; ditarik kembali, {}" / "{}; taken back, {}";
        paper: "Pihak lain tidak dapat menandatangani di sini?" / "Can the other side not sign here?";
        paper_lead: "Cetak lembar ini, minta tanda tangan di kertas, lalu catat di sini. Lembar akan menyebutnya sebagai tanda tangan di kertas, bukan tanda tangan digital." / "Print this sheet, have it signed on paper, then record it here. The sheet will call it a signature on paper, not a digital one.";
        paper_note: "Kapan ditandatangani, dan di mana kertasnya disimpan" / "When it was signed, and where the paper is kept";
        paper_button: "Catat tanda tangan di kertas" / "Record a signature on paper";
        paper_point: "Anda menyatakan bahwa pihak lain menandatangani versi ini di kertas. Pernyataan ini atas nama Anda sendiri dan selalu tampak begitu." / "You state that the other side signed this version on paper. The statement is yours alone and always shows as such.";
        copy: "Salin dari kertas" / "Copy from paper";
        copy_lead: "Bila atasan mengisi dan menandatangani di kertas, Anda dapat menyalinnya di sini. Lembar akan menyebutnya sebagai salinan dari kertas." / "When the superior filled in and signed a paper, you can copy it here. The sheet will call it a copy from paper.";
        copying: "Anda menyalin isian atasan dari kertas, bukan mengisi sendiri. Salin persis seperti tertulis." / "You copy what the superior wrote on paper; you do not fill it in yourself. Copy it exactly as it stands.";
        copy_button: "Tanda tangani sebagai salinan" / "Sign as a copy";
        copy_point: "Anda menyatakan bahwa isi ini salinan persis dari kertas yang diisi dan ditandatangani atasan. Pernyataan ini atas nama Anda sendiri dan selalu tampak begitu." / "You state that this is an exact copy of the paper that the superior filled in and signed. The statement is yours alone and always shows as such.";
        reschedule: "Jadwal berubah? Usulkan perubahan; isian lain tetap, dan keduanya memaraf lagi." / "Has the date changed? Propose an amendment; the other answers stay, and both sign again.";
        paper_by: "Tanda tangan di kertas, dicatat oleh {}, {}" / "Signed on paper, recorded by {}, {}";
        automatic_by: "Disepakati otomatis menurut aturan; dikirim oleh {}, {}" / "Agreed automatically by rule; sent by {}, {}";
        automatic_now: "Menurut aturan (Plt. atau periode ini), rencana disepakati otomatis begitu Anda menandatangani, tanpa diskusi. Periksa baik-baik." / "By rule (acting superior, or this period) the plan is agreed automatically once you sign, without discussion. Check it well.";
        box_automatic: "Disepakati otomatis menurut aturan, tanpa tanda tangan" / "Agreed automatically by rule, without a signature";
        box_paper: "Tanda tangan di kertas, menurut pencatat" / "Signed on paper, as recorded by";
        for_other_side: "untuk {}, yang tidak menandatangani di sini" / "for {}, who did not sign here";
        former_late: "tidak mengetahui bahwa atasan sudah berganti; tidak memutuskan apa pun" / "did not know that the superior had changed; settles nothing";
        former: "saat itu menjabat" / "in office at that time";
        beside: "Tidak ada lagi yang perlu Anda lakukan di berkas ini" / "There is nothing left for you to do in this dossier";
        observed: "Hasil observasi Anda sudah ada di berkas ini." / "Your observation is in this dossier.";
        replaced_lead: "Berkas diteruskan kepada {}. Salinan Anda tetap dapat dibaca." / "The dossier went on to {}. Your copy stays readable.";
        own_answer: "Anda belum memaraf sendiri versi ini." / "You have not co-signed this version yourself yet.";
        remark_at: "Isian yang mana" / "Which answer";
        remark_number: "Catatan {}" / "Note {}";
        remark_remove: "Hapus catatan {}" / "Remove note {}";
        remark_add: "Tambah catatan pada satu isian" / "Add a note on one answer";
        remark: "Catatan: {}" / "Note: {}";
        remark_way: "Ke catatan: {}" / "To the note: {}";
        remark_open: "Catatan per isian" / "Notes on single answers";
        remark_lead: "Tulis apa yang perlu diperbaiki, atau usulkan kalimatnya. Usulan itu dapat dipakai dengan satu ketukan." / "Say what should be mended, or suggest the wording. It can be taken with one tap.";
        remark_note: "Yang perlu diperbaiki" / "What should be mended";
        suggestion: "Usulan kalimat" / "Suggested wording";
        take: "Pakai usulan ini" / "Use this wording";
        observed_by: "Observasi dilakukan oleh" / "Observed by";
        suggested: "Usulan: {}" / "Suggested: {}";
        late_agreed: "{} memaraf tahap {} pada {} tanpa mengetahui bahwa atasan sudah berganti." / "{} co-signed the stage {} on {} without knowing that the superior had changed.";
        late_returned: "{} mengembalikan tahap {} pada {} tanpa mengetahui bahwa atasan sudah berganti." / "{} returned the stage {} on {} without knowing that the superior had changed.";
        late_wrote: "{} menulis tahap {} pada {} tanpa mengetahui bahwa atasan sudah berganti." / "{} wrote the stage {} on {} without knowing that the superior had changed.";
        late_closed: "{} menutup berkas pada {} tanpa mengetahui bahwa atasan sudah berganti." / "{} closed the dossier on {} without knowing that the superior had changed.";
        late_reopened: "{} membuka kembali berkas pada {} tanpa mengetahui bahwa atasan sudah berganti." / "{} reopened the dossier on {} without knowing that the superior had changed.";
        late_delegated: "{} meminta rekan menulis tahap {} pada {} tanpa mengetahui bahwa atasan sudah berganti." / "{} asked a colleague to write the stage {} on {} without knowing that the superior had changed.";
        late_recommended: "{} memberi rekomendasi untuk tahap {} pada {} tanpa mengetahui bahwa atasan sudah berganti." / "{} recommended items for the stage {} on {} without knowing that the superior had changed.";
        late_settled: "Itu tetap tercatat dan tidak memutuskan apa pun; {} sudah memutuskan sendiri." / "It stays on record and settles nothing; {} has decided since.";
        late_yours: "Itu tetap tercatat, tetapi belum memutuskan apa pun: Anda yang memutuskan." / "It stays on record, but settles nothing: that is up to you.";
        late_theirs: "Itu tetap tercatat, tetapi belum memutuskan apa pun: {} yang memutuskan." / "It stays on record, but settles nothing: that is up to {}.";
        next_none: "Belum ada aturan untuk periode sesudah {}. Perbarui Paraf bila aturannya sudah terbit, atau terima berkas aturannya." / "There are no rules yet for the period after {}. Update Paraf once they are out, or take in the file of their rule pack.";
        duplicate: "Ada dua berkas yang sama" / "There are two of the same";
        duplicate_means: "Berkas yang lain, dengan orang dan periode yang sama, yang dilanjutkan." / "The other dossier of the same people and period goes on.";
        day_not_yet: "Tanggal ini belum tiba. Periksa lagi; tetap boleh bila memang baru berlaku nanti." / "This day has not come yet. Look again; you may keep it if it holds only from then on.";
        day_before_begin: "Tanggal ini sebelum berkas kinerja ini dimulai. Periksa lagi; tetap boleh." / "This day is before the dossier was begun. Look again; you may keep it.";
        people_none: "Belum ada orang yang dapat dipilih." / "There is nobody to choose yet.";
        people_ask: "Minta orang itu membuat undangan di Paraf-nya dan mengirimkannya kepada Anda." / "Ask that person to make an invitation in their Paraf and to send it to you.";
        people_take_in: "Terima berkas undangannya di sini. Berkas baru tidak perlu dimulai." / "Take in the file of the invitation here. No new dossier has to be started.";
        people_choose: "Kembali ke halaman ini; namanya dapat dipilih." / "Come back to this page; their name can be chosen.";
        people_receive: "Terima undangan" / "Take in an invitation";
    }
}

#[cfg(test)]
pub(super) fn all() -> Vec<(&'static str, &'static str, &'static str)> {
    [Rules::all(), Advising::all(), Cases::all()].concat()
}
