//! Names of stages and sides, and the words for facts: what is wrong, why something does not count.

use super::{Lang, Texts, fill};
use crate::domain::problem::Fault;
use crate::domain::stage::{Party, Position, Stage};
use crate::rules::pack::Confidence;
use crate::seal::dossier::Standing;
use crate::seal::strict::ParseFault;

catalogue! {
    /// Names and reasons.
    Facts {
        months: "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember" / "January February March April May June July August September October November December";
        planning: "Perencanaan" / "Planning";
        preparation: "Diskusi Persiapan" / "Preparation";
        observation: "Observasi Kinerja" / "Observation";
        discussion: "Diskusi Tindak Lanjut" / "Follow-up discussion";
        effort: "Upaya Tindak Lanjut" / "Follow-up effort";
        reflection: "Refleksi Tindak Lanjut" / "Reflection";
        assessment: "Penilaian" / "Assessment";
        employee: "Pegawai" / "Employee";
        superior: "Atasan" / "Superior";
        teacher: "Guru" / "Teacher";
        principal: "Kepala sekolah" / "Principal";
        sure: "terlihat di dua sumber atau lebih" / "seen in two or more sources";
        seen: "terlihat di sumbernya" / "seen in its source";
        partly: "terlihat sebagian" / "partly seen";
        ours: "belum bersumber, susunan kami" / "without a source, our own";
        missing: "Belum diisi." / "Not filled in.";
        too_short: "Terlalu pendek: {} karakter, paling sedikit {}." / "Too short: {} characters, at least {}.";
        too_long: "Terlalu panjang: {} karakter, paling banyak {}." / "Too long: {} characters, at most {}.";
        too_few: "Pilih atau isi paling sedikit {}." / "Choose or fill in at least {}.";
        too_many: "Paling banyak {}." / "At most {}.";
        not_in_list: "Pilihan ini tidak ada dalam daftar. Pilih lagi." / "This choice is not in the list. Choose again.";
        not_a_date: "Tanggal ini tidak ada di kalender." / "This date is not in the calendar.";
        not_a_time: "Tulis jam seperti 09.30." / "Write a time such as 09:30.";
        not_a_number: "Isi angka bulat dari {} sampai {}." / "Give a whole number from {} to {}.";
        outside: "Tanggal ini di luar periode berkas." / "This date is outside the period of the dossier.";
        digits: "Harus {} angka, sekarang {}." / "It must have {} digits, now it has {}.";
        unchanged: "Belum ada yang berubah." / "Nothing was changed yet.";
        not_yet: "Tanggal ini belum tiba. Isi hari ini atau sebelumnya." / "This day has not come yet. Give today or an earlier day.";
        passphrase_alike: "Terlalu mudah ditebak: pakai lebih banyak huruf yang berbeda." / "Too easy to guess: use more different letters.";
        not_digits: "Hanya angka: “{}” tidak dapat dipakai di sini." / "Digits only: “{}” cannot stand here.";
        nip_birth: "Delapan angka pertama bukan tanggal lahir yang ada." / "The first eight digits are not a real date of birth.";
        nip_start: "Angka ke-9 sampai ke-14 bukan bulan mulai bertugas atau nomor perjanjian yang mungkin." / "Digits 9 to 14 are not a possible month of first service or agreement number.";
        nip_sex: "Angka ke-15 harus 1 atau 2." / "Digit 15 must be 1 or 2.";
        nip_serial: "Tiga angka terakhir dimulai dari 001." / "The last three digits begin at 001.";
        no_role: "Pilih paling sedikit satu peran." / "Choose at least one role.";
        not_chosen: "Belum dipilih." / "Not chosen yet.";
        not_trial: "Centang ini untuk mencoba, atau buka Paraf di jendela biasa." / "Tick this to try things out, or open Paraf in an ordinary window.";
        passphrase_short: "Kata sandi paling sedikit {} karakter." / "The passphrase must have at least {} characters.";
        passphrase_differs: "Kedua kata sandi tidak sama." / "The two passphrases are not the same.";
        not_a_code: "Ada huruf yang salah atau kurang. Periksa kelompok demi kelompok." / "A character is wrong or missing. Check group by group.";
        counts: "dihitung" / "counts";
        waiting: "menunggu catatan yang belum datang" / "waits for a record that has not arrived";
        newer: "dibuat aplikasi yang lebih baru" / "made by a newer app";
        stranger: "ditandatangani orang yang bukan pihak" / "signed by somebody who is not a party";
        wrong_side: "ditandatangani pihak yang tidak berwenang menulisnya" / "signed by the side that may not write it";
        gate_jumped: "tahap sebelumnya belum disepakati" / "the stage before it was not agreed";
        wrong_target: "menjawab sesuatu yang bukan versi tahap ini" / "answers something that is not a version of its stage";
        foreign: "milik berkas kinerja lain" / "belongs to another dossier";
        on_uncounted: "bertumpu pada catatan yang tidak dihitung" / "builds on a record that does not count";
        cut: "Berkas ini terpotong atau bukan berkas Paraf." / "This file was cut or is not a file of Paraf.";
        twice: "Berkas ini memuat isian ganda, sehingga bisa dibaca dengan dua cara." / "This file names something twice, so that it could be read in two ways.";
        too_much: "Berkas ini melampaui batas ukuran yang wajar." / "This file goes beyond reasonable limits.";
        odd: "Berkas ini memuat angka, nama, atau karakter yang tidak pernah ditulis Paraf." / "This file holds numbers, names or characters that Paraf never writes.";
    }
}

impl Texts {
    /// Gives the name of a stage.
    pub fn stage_name(&self, stage: Stage) -> &'static str {
        match stage {
            Stage::Planning => self.facts.planning,
            Stage::Preparation => self.facts.preparation,
            Stage::Observation => self.facts.observation,
            Stage::Discussion => self.facts.discussion,
            Stage::Effort => self.facts.effort,
            Stage::Reflection => self.facts.reflection,
            Stage::Assessment => self.facts.assessment,
        }
    }

    /// Gives the name of a side.
    pub fn party(&self, party: Party) -> &'static str {
        match party {
            Party::Employee => self.facts.employee,
            Party::Superior => self.facts.superior,
        }
    }

    /// Names a kind of employee.
    pub fn position(&self, position: Position) -> &'static str {
        match position {
            Position::Teacher => self.facts.teacher,
            Position::Principal => self.facts.principal,
        }
    }

    /// Says how well an item is known.
    pub fn confidence(&self, confidence: Confidence) -> &'static str {
        match confidence {
            Confidence::V2 => self.facts.sure,
            Confidence::V => self.facts.seen,
            Confidence::P => self.facts.partly,
            Confidence::U => self.facts.ours,
        }
    }

    /// Says why a record counts or not.
    pub fn standing(&self, standing: Standing) -> &'static str {
        match standing {
            Standing::Counts => self.facts.counts,
            Standing::Waiting => self.facts.waiting,
            Standing::Newer => self.facts.newer,
            Standing::Stranger => self.facts.stranger,
            Standing::WrongSide => self.facts.wrong_side,
            Standing::GateJumped => self.facts.gate_jumped,
            Standing::WrongTarget => self.facts.wrong_target,
            Standing::Foreign => self.facts.foreign,
            Standing::OnUncounted => self.facts.on_uncounted,
        }
    }

    /// Says why a text was refused before any signature was looked at.
    pub fn parse_fault(&self, fault: ParseFault) -> &'static str {
        match fault {
            ParseFault::NotUtf8 | ParseFault::NotJson => self.facts.cut,
            ParseFault::Repeated => self.facts.twice,
            ParseFault::TooLarge | ParseFault::TooDeep | ParseFault::TooMany | ParseFault::TooLong => {
                self.facts.too_much
            }
            ParseFault::Number | ParseFault::MemberName | ParseFault::Character => self.facts.odd,
        }
    }

    /// Says what is wrong with an input.
    pub fn fault(&self, lang: Lang, fault: Fault) -> String {
        let number = |number: usize| lang.number(number);
        match fault {
            Fault::Missing => self.facts.missing.into(),
            Fault::TooShort { min, have } => fill(self.facts.too_short, &[&number(have), &number(min)]),
            Fault::TooLong { max, have } => fill(self.facts.too_long, &[&number(have), &number(max)]),
            Fault::TooFew { min } => fill(self.facts.too_few, &[&number(min)]),
            Fault::TooMany { max } => fill(self.facts.too_many, &[&number(max)]),
            Fault::NotInList => self.facts.not_in_list.into(),
            Fault::NotADate => self.facts.not_a_date.into(),
            Fault::NotATime => self.facts.not_a_time.into(),
            Fault::NotANumber { min, max } => fill(self.facts.not_a_number, &[&number(min), &number(max)]),
            Fault::OutsidePeriod => self.facts.outside.into(),
            Fault::Digits { want, have } => fill(self.facts.digits, &[&number(want), &number(have)]),
            Fault::NotADigit(other) => fill(self.facts.not_digits, &[&other.to_string()]),
            Fault::NipBirth => self.facts.nip_birth.into(),
            Fault::NipStart => self.facts.nip_start.into(),
            Fault::NipSex => self.facts.nip_sex.into(),
            Fault::NipSerial => self.facts.nip_serial.into(),
            Fault::NotChosen => self.facts.not_chosen.into(),
            Fault::NotTrial => self.facts.not_trial.into(),
            Fault::NoRole => self.facts.no_role.into(),
            Fault::PassphraseShort { min } => fill(self.facts.passphrase_short, &[&number(min)]),
            Fault::Unchanged => self.facts.unchanged.into(),
            Fault::NotYet => self.facts.not_yet.into(),
            Fault::PassphraseAlike => self.facts.passphrase_alike.into(),
            Fault::PassphraseDiffers => self.facts.passphrase_differs.into(),
            Fault::NotACode => self.facts.not_a_code.into(),
        }
    }
}

#[cfg(test)]
pub(super) fn all() -> Vec<(&'static str, &'static str, &'static str)> {
    Facts::all()
}
