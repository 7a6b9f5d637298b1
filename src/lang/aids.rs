//! Texts of what helps while writing: stamps, beginnings, evidence, points, and what is only said.

catalogue! {
    /// Help while writing.
    Aids {
        stamp: "Catat jam" / "Note the time";
        starters: "Dari tulisan Anda sebelumnya" / "From what you wrote before";
        starter_of: "{} · {}" / "{}: {}";
        use_it: "Pakai" / "Use it";
        take_file: "Pilih berkas…" / "Choose a file…";
        other_file: "Ganti berkas…" / "Choose another file…";
        check_file: "Periksa berkas" / "Check the file";
        forget_file: "Hapus dari isian" / "Remove from the answer";
        fingerprint: "{} · {} · sidik {}…" / "{} · {} · fingerprint {}…";
        not_kept: "Berkas yang Anda pilih tidak disimpan; Paraf hanya mencatat nama, ukuran, dan sidiknya." / "A file that you choose is not stored; Paraf only notes its name, size and fingerprint.";
        same_file: "Berkas ini sama: isinya persis yang dicatat." / "This is the same file: its content is exactly what was noted.";
        other_bytes: "Berkas ini berbeda: isinya bukan yang dicatat." / "This is another file: its content is not what was noted.";
        file_too_large: "Berkas ini lebih dari 50 MB. Pilih berkas yang lebih kecil, atau tulis tautannya." / "This file is over 50 MB. Choose a smaller one, or write its link.";
        file_unreadable: "Berkas ini tidak dapat dibaca. Coba pilih lagi." / "This file could not be read. Try to choose it again.";
        total: "Jumlah poin" / "Sum of points";
        total_said: "{} (dianjurkan {}–{})" / "{} (recommended: {} to {})";
        points: "{} poin" / "{} points";
        marked: "Disarankan atasan (Rapor Pendidikan)" / "Recommended by the superior (Rapor Pendidikan)";
        sources: "Contoh dan sumber" / "Examples and sources";
        only_sources: "Sumber" / "Sources";
        prompts: "Pemandu percakapan" / "Coaching prompts";
        compare: "Awal, tengah, dan akhir" / "Beginning, middle and end";
        beginning: "Awal (baseline)" / "Beginning (baseline)";
        middle: "Tengah (midline)" / "Middle (midline)";
        end: "Akhir (endline)" / "End (endline)";
        cautions: "Sekadar mengingatkan" / "Just a reminder";
        room: "Tinggal {} karakter lagi." / "{} characters are left.";
        no_room: "Sudah sepanjang yang boleh." / "It is as long as it may be.";
        past_day: "Tanggal ini sudah lewat. Tetap boleh." / "This day has passed. You may keep it.";
        outside_days: "Di luar waktu yang dianjurkan: {} sampai {}. Tetap boleh." / "Outside the recommended time: {} to {}. You may keep it.";
        pupil_name: "“{}” tampak seperti nama murid. Sebaiknya pakai inisial, karena berkas ini dibaca orang lain." / "“{}” looks like the name of a pupil. Better use initials, because others read this file.";
        conflict: "Bertabrakan dengan observasi {}, {}." / "It clashes with the observation of {}, {}.";
        conflict_own: "Bertabrakan dengan observasi Anda sendiri, {}." / "It clashes with your own observation, {}.";
    }
}

#[cfg(test)]
pub(super) fn all() -> Vec<(&'static str, &'static str, &'static str)> {
    Aids::all()
}
