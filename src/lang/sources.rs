//! The names of the sources that rule packs cite by short keys: a person reads what it is, never a key.

use super::Lang;
use crate::domain::date::date;

/// The key that stands in the packs, and the name in Indonesian and in English.
const NAMES: &[(&str, &str, &str)] = &[
    ("seed 000", "Kompasiana", "Kompasiana"),
    ("seed 001", "Pijar Sekolah", "Pijar Sekolah"),
    (
        "seed 002",
        "Pusat Informasi, “Pelaksanaan Praktik Kinerja”",
        "Pusat Informasi, “Pelaksanaan Praktik Kinerja”",
    ),
    ("seed 003", "blog guru tentang kinerja di PMM", "a teacher's blog on performance in PMM"),
    ("seed 004", "artikel Ruang GTK 2025", "an article of Ruang GTK, 2025"),
    (
        "O1",
        "Pusat Informasi, “Variabel Pengelolaan Kinerja” 2025",
        "Pusat Informasi, “Variabel Pengelolaan Kinerja” 2025",
    ),
    (
        "O2",
        "Pusat Informasi, “Poin di Pengembangan Kompetensi” 2024",
        "Pusat Informasi, “Poin di Pengembangan Kompetensi” 2024",
    ),
    ("O3", "Pusat Informasi, “Tugas Tambahan”", "Pusat Informasi, “Tugas Tambahan”"),
    ("O4", "Pusat Informasi, “Ubah Praktik Kinerja”", "Pusat Informasi, “Ubah Praktik Kinerja”"),
    ("O5", "panduan dokumen tindak lanjut Ruang GTK", "the follow-up guide of Ruang GTK"),
    (
        "O6",
        "Panduan Teknis kepala sekolah sebagai atasan, 2023",
        "technical guide for principals as superiors, 2023",
    ),
    (
        "O7",
        "Panduan Teknis kepala sekolah sebagai pegawai, 2024",
        "technical guide for principals as employees, 2024",
    ),
    ("O8", "siaran pers Kemendikdasmen, 13 November 2025", "press release of the ministry, 13 November 2025"),
    ("R1", "Perdirjen GTK 7607/2023", "Perdirjen GTK 7607/2023"),
    ("R2", "Kepdirjen GTK 4242/2024", "Kepdirjen GTK 4242/2024"),
    ("R3", "berita tentang perubahan 2026", "news on the changes of 2026"),
    ("R4", "ringkasan sosialisasi 2026 dari sebuah sekolah", "a school's summary of the briefing of 2026"),
    ("R5", "panduan pengisian 2026 di media daring", "how-to of 2026 in online media"),
    ("R6", "indikator dan jadwal 2026 di blog guru", "indicators and dates of 2026 in a teacher's blog"),
    ("R7", "panduan pengisian 2026 di blog guru", "how-to of 2026 in a teacher's blog"),
    ("R8", "Pikiran Rakyat, 1 Juni 2024", "Pikiran Rakyat, 1 June 2024"),
    (
        "R9",
        "SEB BKN 17/2023 dan Mendikbudristek 9/2023",
        "joint circular BKN 17/2023 and Mendikbudristek 9/2023",
    ),
    ("S1", "ringkasan Kepmendikdasmen 271/O/2025 di blog", "summary of Kepmendikdasmen 271/O/2025 in a blog"),
    (
        "S2",
        "ringkasan Kepmendikdasmen 271/O/2025 di blog guru",
        "summary of Kepmendikdasmen 271/O/2025 in a teacher's blog",
    ),
    ("S3", "blog guru, Desember 2025", "a teacher's blog, December 2025"),
    ("S4", "berita di blog guru, Januari 2026", "news in a teacher's blog, January 2026"),
    ("S7", "tahap dan tanggal 271/O/2025 di laman PGRI", "stages and dates of 271/O/2025 on a page of PGRI"),
    ("S9", "peran pengawas 2026 di blog guru", "the pengawas of 2026 in a teacher's blog"),
    ("S10c", "panduan perencanaan 2026 di blog guru", "how-to of planning 2026 in a teacher's blog"),
    ("S10d", "ASN di sekolah swasta 2026 di blog guru", "ASN at private schools, 2026, in a teacher's blog"),
    ("S11", "guru ASN di sekolah swasta 2026 di blog", "ASN teachers at private schools, 2026, in a blog"),
    ("S12", "ikhtisar 2026 di blog guru", "overview of 2026 in a teacher's blog"),
    (
        "S16",
        "observasi kepala sekolah 2026 di media daring",
        "observation of principals, 2026, in online media",
    ),
    (
        "S17",
        "Rumah Pendidikan, “Rangkaian Tahap Pelaksanaan”",
        "Rumah Pendidikan, “Rangkaian Tahap Pelaksanaan”",
    ),
    ("S18", "Pusat Informasi, perencanaan guru 2025", "Pusat Informasi, planning of teachers, 2025"),
    (
        "S19",
        "Pusat Informasi, variabel kepala sekolah 2025",
        "Pusat Informasi, variables of principals, 2025",
    ),
    ("S20", "hari observasi sebuah sekolah, 2026", "the observation days of a school, 2026"),
    ("S21", "PermenPANRB 6/2022 di laman kepegawaian", "PermenPANRB 6/2022 on a personnel page"),
    ("S22", "SE MenPANRB 3/2023 di blog", "SE MenPANRB 3/2023 in a blog"),
    ("S23", "PP 30/2019 dalam buku ajar LAN", "PP 30/2019 in a textbook of LAN"),
    ("S14", "ringkasan tahun 2026 di ktguru.id", "an overview of 2026 on ktguru.id"),
    ("S24", "berita kendala e-Kinerja, Januari 2026", "news on the troubles of e-Kinerja, January 2026"),
    (
        "S28",
        "daftar pesan galat sinkronisasi e-Kinerja",
        "a list of the error messages of the sync to e-Kinerja",
    ),
    ("S27", "panduan sinkronisasi mutasi, 2024", "how-to of the sync after a move, 2024"),
    ("S29", "formulir cetak dalam program terbuka", "printed forms in public software"),
    ("S31", "angka kredit dalam blog dan program terbuka", "credit points in blogs and public software"),
    ("S32", "berita batas waktu SKP 2024", "news on the closing date of SKP 2024"),
    ("T1", "Form Rubrik Observasi Kelas (Scribd)", "Form Rubrik Observasi Kelas (Scribd)"),
    ("T2", "Kumpulan Rubrik 8 Indikator (Scribd)", "Kumpulan Rubrik 8 Indikator (Scribd)"),
    ("T3", "rubrik observasi (Scribd)", "an observation rubric (Scribd)"),
    ("T4", "rubrik Perhatian dan Kepedulian (Scribd)", "rubric Perhatian dan Kepedulian (Scribd)"),
    ("T5", "rubrik Disiplin Positif (Scribd)", "rubric Disiplin Positif (Scribd)"),
    (
        "T6",
        "Formulir B Instruksi Adaptif di Google Spreadsheet",
        "Formulir B Instruksi Adaptif in a Google spreadsheet",
    ),
    ("T7", "rubrik di blog guru, Februari 2024", "rubric in a teacher's blog, February 2024"),
    ("T8", "kepalasekolah.id, Februari 2024", "kepalasekolah.id, February 2024"),
    ("T9", "rubrik di blog guru, Maret 2024", "rubric in a teacher's blog, March 2024"),
    ("T10", "delapan indikator di blog pendidikan, 2024", "the eight indicators in an education blog, 2024"),
    ("T11", "formulir observasi 2025 di blog guru", "observation form of 2025 in a teacher's blog"),
    ("T12", "rubrik dalam program terbuka", "rubric in public software"),
    ("K1", "rubrik kepala sekolah (Scribd)", "rubric for principals (Scribd)"),
    ("K2", "rubrik kepala sekolah (Scribd)", "rubric for principals (Scribd)"),
    ("K3", "buku panduan kepala sekolah di FlipBuilder", "handbook for principals on FlipBuilder"),
    ("K4", "indikator kepala sekolah di blog guru", "indicators for principals in a teacher's blog"),
    ("D1", "contoh Dokumen Persiapan di blog guru, 2024", "sample preparation in a teacher's blog, 2024"),
    ("D2", "contoh dokumen di media daring", "samples in online media"),
    ("D3", "contoh dokumen di media daring, 2025", "samples in online media, 2025"),
    ("D4", "contoh refleksi di blog guru, 2024", "sample reflection in a teacher's blog, 2024"),
    ("D5", "contoh dokumen 2026 di blog guru", "samples of 2026 in a teacher's blog"),
    ("D6", "contoh dokumen 2026 di blog guru", "samples of 2026 in a teacher's blog"),
    ("D7", "contoh dokumen di media daring", "samples in online media"),
    ("D8", "contoh perencanaan PAUD di blog guru, 2024", "sample plan for PAUD in a teacher's blog, 2024"),
    ("D9", "Kompasiana tentang bukti dukung", "Kompasiana on evidence"),
    ("D10", "contoh dokumen di blog guru, 2024", "samples in a teacher's blog, 2024"),
    ("N1", "PermenPANRB 6/2022", "PermenPANRB 6/2022"),
    ("N2", "PerBKN 3/2023", "PerBKN 3/2023"),
    ("N3", "Perka BKN 43/2007", "Perka BKN 43/2007"),
    ("N4", "matriks predikat dalam program terbuka", "grade matrix in public software"),
    ("G3", "dasbor e-Kinerja buatan guru", "an e-Kinerja dashboard made by a teacher"),
    ("G4", "aplikasi Formulir A–D buatan guru", "an app for Formulir A–D made by a teacher"),
];

/// Writes where something is from, in the words of a person. A source is named as in the packs: names or keys
/// parted by semicolons, each perhaps after a colon behind what of the item it is for. `[U]` marks what is ours.
pub fn named(lang: Lang, source: &str) -> String {
    let pick = |id: &'static str, en: &'static str| match lang {
        Lang::Id => id,
        Lang::En => en,
    };
    let mut names: Vec<String> = Vec::new();
    let mut is_partly_ours = false;
    for part in source.split(';').map(str::trim) {
        let (scope, what) = part.rsplit_once(": ").unwrap_or(("", part));
        if what.trim_end_matches("[U]").trim() == "Paraf" && !scope.is_empty() {
            is_partly_ours = true;
            continue;
        }
        let known = NAMES.iter().find(|(key, ..)| *key == what);
        let name = known.map_or_else(|| readable(lang, what), |(_, id, en)| pick(id, en).to_string());
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    if is_partly_ours {
        names.push(pick("sebagian susunan Paraf", "partly Paraf's own").to_string());
    }
    if names.is_empty() { pick("tidak disebut", "not named").to_string() } else { names.join("; ") }
}

/// Leaves the words of a source that no table knows, without numbers and marks by which only a program finds it.
fn readable(lang: Lang, what: &str) -> String {
    let is_key = |word: &&str| {
        let has_digit = word.contains(|c: char| c.is_ascii_digit());
        let is_hex = word.len() >= 6 && word.chars().all(|c| c.is_ascii_hexdigit());
        let is_short = word.len() <= 3 && word.starts_with(|c: char| c.is_ascii_uppercase());
        word.starts_with('[') || has_digit && (is_hex || is_short)
    };
    let say = |word: &str| date(word).map_or_else(|| word.to_string(), |day| lang.day(day));
    what.split_whitespace().filter(|word| !is_key(word)).map(say).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_a_name_and_never_a_key() {
        let cases = [
            ("Paraf", "Paraf"),
            (
                "kompasiana 639a083d; 64ead01f; kumparan 2023-11-28; prompts: Paraf [U]",
                "kompasiana; kumparan 28\u{a0}November\u{a0}2023; sebagian susunan Paraf",
            ),
            ("Scribd 586718829; school levels: Paraf [U]", "Scribd; sebagian susunan Paraf"),
            ("SE MenPANRB 20/2021; do: Paraf [U]", "SE MenPANRB 20/2021; sebagian susunan Paraf"),
            ("seed 001; gurusantai.com", "Pijar Sekolah; gurusantai.com"),
            ("K1; K2; do, avoid: Paraf [U]", "rubrik kepala sekolah (Scribd); sebagian susunan Paraf"),
            ("from: seed 001", "Pijar Sekolah"),
            ("X9; 64ead01f", "tidak disebut"),
        ];
        for (source, name) in cases {
            assert_eq!(named(Lang::Id, source), name, "{source}");
        }
    }
}
