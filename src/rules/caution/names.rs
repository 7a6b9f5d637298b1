//! Finds what looks like the full name of a pupil. A guess, made to be wrong seldom and in silence
//! rather than often and aloud:
//!
//! - words with a capital letter right after a word such as "siswa" or "named" are a name;
//! - so is one that is a name and nothing else, wherever it stands;
//! - so are two or more of them in a row inside a sentence, of which none is a word for something else, and one is
//!   often in the name of a person, or somebody does after them what only people do;
//! - any other first word of a sentence has its capital anyway, a word all in capitals is no name, and a
//!   name behind "Pak" or "Bu" is that of a grown-up;
//! - what is called a museum, a day or a song is none, and neither is what follows "di", "ke" or "novel".

use super::given;

/// Words behind which a name follows.
const CUES: &str = " siswa siswi murid ananda bernama didik pupil pupils student students named ";

/// Words behind which, or with which, the name of a grown-up stands.
const TITLES: &str = " pak bu ibu bapak kak ki mr mrs ms miss sir dr dra prof ustaz ustadz ustazah \
    ustadzah haji hj kepala guru pengawas teacher principal ";

/// Words behind which something else than a person is named: a place, a work, a theme.
const THINGS: &str = " di ke novel film lagu cerita dongeng legenda kisah tari tarian buku judul berjudul puisi pantun \
    drama lakon pidato surah surat materi topik tema bertema menyanyikan nyanyian permainan lomba aplikasi situs laman kota \
    desa kecamatan kabupaten provinsi pulau candi gunung sungai danau tokoh pahlawan in at to novel song film book \
    story play poem theme app visited watched sang ";

/// What only people do or are.
const DEEDS: &str = " menangis bertanya menjawab duduk berdiri mau malu takut marah tertidur mengantuk terlambat absen sakit \
    berkelahi memukul mengganggu mengobrol melamun menolak mengaku mengangkat berani cried asked answered sat refused ";

/// Words that begin, or end, the name of a place, an event, an office or a work.
const KINDS: &str = " \
    museum taman candi gunung danau rawa sungai pantai pulau laut teluk selat hutan kebun kampung balai \
    aula gedung rumah masjid musala gereja pura wihara klenteng puskesmas posyandu klinik universitas \
    institut politeknik pondok pesantren madrasah yayasan pasar stadion lapangan alun bandara stasiun \
    terminal pelabuhan perpustakaan laboratorium bank koperasi kantin pojok pohon papan kartu jurnal lembar \
    majalah mading kotak celengan tari tarian lagu film novel cerita dongeng legenda hikayat serat kitab \
    perang proklamasi sumpah hari pekan bulan lomba gerakan program projek proyek festival karnaval pentas \
    pawai senam mars hymne upacara peringatan bung raden pangeran sultan ratu raja presiden wali bupati \
    gubernur camat lurah jenderal jendral kapten kolonel pahlawan nabi rasul santo santa dewan komite badan \
    lembaga panitia forum asosiasi himpunan persatuan ikatan palang patroli duta sahabat kampanye pelatihan \
    lokakarya seminar webinar angkatan tim regu kelompok gugus raya negara republik tanah air bhinneka \
    garuda merah putih pelangi pelita harapan bangsa kelapa village head national square park river lake \
    mountain island temple church mosque library university day week song dance story web market hall \
    committee council team world ";

/// Words with a capital letter that are no names of pupils; the rule pack knows many more.
const NO_NAMES: &str = " saya anda kami kita aku ia dia mereka i he she they we you the a an \
    januari februari maret april mei juni juli agustus september oktober november desember \
    january february march may june july august october december \
    senin selasa rabu kamis jumat jum'at sabtu minggu ahad \
    monday tuesday wednesday thursday friday saturday sunday \
    bahasa indonesia inggris english arab jawa sunda bali mandarin kurikulum merdeka matematika ilmu pengetahuan \
    alam sosial agama islam muslim muslimah kristen katolik hindu buddha khonghucu \
    batak betawi bugis dayak madura melayu minang tionghoa pancasila kewarganegaraan seni budaya jasmani \
    olahraga kesehatan prakarya informatika fisika kimia biologi sejarah geografi ekonomi sosiologi \
    rapor pendidikan ruang gtk platform mengajar modul ajar asesmen nasional profil pelajar komunitas belajar \
    sekolah dasar menengah pertama atas kejuruan negeri kelas fase semester ganjil genap tahun ajaran dinas \
    kementerian kota kabupaten kecamatan desa provinsi jalan barat timur utara selatan tengah sumatra sumatera \
    kalimantan sulawesi papua nusa tenggara maluku jakarta bandung surabaya yogyakarta \
    allah tuhan idul fitri adha natal ramadan ramadhan nyepi waisak maulid isra mikraj \
    praja muda karana pramuka google classroom form forms drive docs meet canva kahoot quizizz wordwall youtube \
    whatsapp zoom microsoft office teams word excel power point powerpoint \
    problem project inquiry discovery based learning teaching cooperative differentiated think pair share \
    jigsaw gallery walk exit ticket ministry education school class grade term ";

/// Marks behind which a sentence begins.
const ENDS: [char; 5] = ['.', '?', '!', ':', ';'];

/// Gives the first words that look like the name of a pupil. On a single line, such as the name of a
/// subject, only what follows a cue counts. `is_known` says which words are no names here.
pub fn find(text: &str, is_line: bool, is_known: &dyn Fn(&str) -> bool) -> Option<String> {
    for line in text.lines() {
        let mut begins = true;
        let mut run = Run::default();
        let mut before = "";
        for token in line.split_whitespace() {
            let word = token.trim_matches(|c: char| !c.is_alphabetic());
            if word.is_empty() || token.contains(|c: char| c.is_ascii_digit()) {
                // A number, a class such as 5B, or a mark parts names.
                if let Some(name) = run.end(is_line, is_known) {
                    return Some(name);
                }
                begins |= token.ends_with(ENDS);
                before = "";
                continue;
            }
            let opens = !token.starts_with(char::is_alphabetic);
            run.next = word;
            if (opens || !is_capital(word))
                && let Some(name) = run.end(is_line, is_known)
            {
                return Some(name);
            }
            if is_capital(word) {
                if run.words.is_empty() {
                    run.after_cue = has(CUES, before);
                    run.after_title = has(TITLES, before);
                    run.after_thing = has(THINGS, before);
                    run.after_kind = has(KINDS, before);
                }
                // The first word of a sentence has a capital letter whatever it is.
                if !begins || given::is_name(word) {
                    run.words.push(word);
                }
            }
            let stops = !token.ends_with(char::is_alphabetic) && !is_short(token, word);
            if stops && let Some(name) = run.end(is_line, is_known) {
                return Some(name);
            }
            begins = token.ends_with(ENDS) && !is_short(token, word);
            // Letters behind a title are part of it, as in "guru BK".
            let is_title = has(TITLES, before) && word.chars().all(char::is_uppercase);
            before = match word {
                _ if stops => "",
                _ if is_title => before,
                _ => word,
            };
        }
        if let Some(name) = run.end(is_line, is_known) {
            return Some(name);
        }
    }
    None
}

/// Words with a capital letter in a row.
#[derive(Default)]
struct Run<'a> {
    words: Vec<&'a str>,
    /// The word that follows.
    next: &'a str,
    after_cue: bool,
    after_title: bool,
    after_thing: bool,
    after_kind: bool,
}

impl Run<'_> {
    /// Ends the row, and gives it when it looks like a name.
    fn end(&mut self, is_line: bool, is_known: &dyn Fn(&str) -> bool) -> Option<String> {
        let run = std::mem::take(self);
        let is_name = run.words.iter().any(|word| given::is_name(word));
        let enough = if run.after_cue || (is_name && !run.after_kind) { 1 } else { 2 };
        let full = run.words.iter().filter(|word| word.chars().count() > 1).count();
        let is_else = run.after_title || run.after_thing;
        let may_be = full >= enough && !is_else && (run.after_cue || !is_line);
        let lists = [NO_NAMES, TITLES, CUES, KINDS, THINGS];
        let is_person =
            run.after_cue || has(DEEDS, run.next) || run.words.iter().any(|word| given::is_often(word));
        // Some names are months or feasts too, and beside a name they are one.
        let is_part = |word: &str| is_name && given::is_often(word);
        let is_no_name =
            |word: &&str| (lists.iter().any(|list| has(list, word)) && !is_part(word)) || is_known(word);
        (may_be && is_person && !run.words.iter().any(is_no_name)).then(|| run.words.join(" "))
    }
}

/// Says whether a word begins with a capital letter and is not all in capitals; an initial is one.
fn is_capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && (word.chars().count() == 1 || letters.any(char::is_lowercase))
}

/// Says whether a point belongs to a short word, as in "Moh." and "A.", and ends no sentence.
fn is_short(token: &str, word: &str) -> bool {
    token.ends_with('.') && word.chars().count() <= 3 && is_capital(word)
}

fn has(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split(' ').any(|known| known.eq_ignore_ascii_case(word))
}
