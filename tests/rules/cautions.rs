//! What is said and never forced: the names that are found, the ones that must not be, and dates
//! outside the recommended days.

use super::ID_2025;
use paraf::domain::date::date;
use paraf::domain::document::{Answer, Document, Path};
use paraf::domain::stage::{Position, Stage};
use paraf::rules::caution::{About, Caution, cautions};
use paraf::rules::form::Context;
use paraf::rules::pack::Pack;

/// Words of the two cards.
const KNOWN: [&str; 3] = ["Siti Rahayu, S.Pd.", "Budi Santoso, M.Pd.", "SMP Negeri 1 Contoh"];

/// Texts that name a pupil, with the words that are found.
const NAMES: &[(&str, &str)] = &[
    ("Saya menyapa siswa Andi setiap pagi.", "Andi"),
    ("Siswi Kartika mulai bertanya sendiri.", "Kartika"),
    ("Seorang murid bernama Rizky Pratama sering terlambat.", "Rizky Pratama"),
    ("Ananda Putri kini berani maju ke depan.", "Putri"),
    ("Peserta didik Dimas Anggara selesai lebih dulu.", "Dimas Anggara"),
    ("Kelompok itu dipimpin oleh Kartika Maharani dan tiga temannya.", "Kartika Maharani"),
    ("Kemarin Rizky Pratama tidak masuk.", "Rizky Pratama"),
    ("Tugas dikumpulkan terlambat oleh Moh. Rizky Pratama lagi.", "Moh Rizky Pratama"),
    ("Di kelas 5B Rizky Pratama duduk sendiri.", "Rizky Pratama"),
    ("[09.41] Guru menunjuk Dimas Anggara ke papan tulis.", "Dimas Anggara"),
    ("The pupil Kartika answered first.", "Kartika"),
    ("A boy named Dimas kept calling out.", "Dimas"),
    ("Later Kartika Maharani led the group.", "Kartika Maharani"),
    ("Baris pertama tanpa nama.\nLalu murid Dimas bertanya.", "Dimas"),
    ("Kata Siti Rahayu, murid Bagas lebih tenang.", "Bagas"),
    ("Rizky Pratama", "Rizky Pratama"),
    ("Rizky belum lancar membaca.", "Rizky"),
    ("Kelompok Melati dan Mawar dipimpin Dimas.", "Dimas"),
    ("Siswa bernama Rizky Ramadhan pindah.", "Rizky Ramadhan"),
];

/// Texts that name no pupil; each was a false alarm, or could be.
const NO_NAMES: &[&str] = &[
    "",
    "Murid mulai bertanya sendiri. Saya mencatat tiga pertanyaan.",
    "Saya membimbing murid Anda di kelas.",
    "Rapor Pendidikan menunjukkan nilai rendah pada Kualitas Pembelajaran.",
    "Kami memakai Kurikulum Merdeka dan Profil Pelajar Pancasila.",
    "Pelajaran Bahasa Indonesia dan Bahasa Inggris digabung.",
    "Saya berdiskusi dengan Bu Rina Wati dan Pak Joko Widodo.",
    "Saya dibantu oleh bu Rina Wati.",
    "Rekan saya, Ibu Dewi Lestari, mengamati kelas.",
    "Atasan saya Budi Santoso memberi saran; Siti Rahayu setuju.",
    "Kegiatan di SMP Negeri 1 Contoh berjalan lancar.",
    "Observasi pada Senin Maret dan April.",
    "Saya memakai model Problem Based Learning dan Google Classroom.",
    "Untuk murid. Setiap pagi saya menyapa.",
    "Semua siswa, Anda, dan saya membuat kesepakatan.",
    "KELAS IPA DAN IPS MENGIKUTI ANBK.",
    "Saya menilai siswa IPA dan siswa IPS.",
    "1. Menyapa murid\n2. Menunjuk kesepakatan\n- Memberi pujian",
    "Inisial A. dan B. maju ke depan; murid R. menjawab.",
    "Kerja sama dengan Dinas Pendidikan Kota Bandung.",
    "Platform Merdeka Mengajar dan Komunitas Belajar membantu saya.",
    "Di kelas 5B. Murid aktif berdiskusi.",
    "Each pupil was greeted by name; R. and D. answered with a smile.",
    "The Ministry of Education and the English Class.",
    "Saya belajar dari Ki Hajar Dewantara.",
];

/// Sentences of school life that name no pupil.
const SCHOOL_LIFE: [&str; 60] = [
    "Kelas kami menang dalam Lomba Cerdas Cermat tingkat kecamatan.",
    "Pada Hari Guru Nasional murid membacakan puisi.",
    "Kami berkunjung ke Museum Nasional dan Taman Mini.",
    "Literasi pagi memakai novel Laskar Pelangi.",
    "Murid menulis laporan tentang Candi Borobudur dan Gunung Merapi.",
    "Kegiatan dibuka dengan lagu Indonesia Raya dan Mars Sekolah.",
    "Murid berlatih Tari Saman untuk pentas seni.",
    "Poster itu bertema Jumat Bersih dan Sabtu Sehat.",
    "Petugas dari Puskesmas Sukamaju memeriksa gigi murid.",
    "Kami menyusun jadwal bersama Komite Sekolah dan Dewan Guru.",
    "Upacara Hari Pahlawan berjalan tertib.",
    "Murid membandingkan Danau Toba dengan Rawa Pening.",
    "Cerita Malin Kundang dipakai untuk membahas karakter.",
    "Kelompok Melati dan kelompok Mawar bertukar peran.",
    "Saya mengikuti Pendidikan Guru Penggerak angkatan tujuh.",
    "Hasil belajar dipajang di Pojok Baca dan Mading Kelas.",
    "Kami menonton film Sang Pemimpi bersama.",
    "Praktik dilakukan di Laboratorium Komputer lantai dua.",
    "Murid menirukan pidato Bung Karno di depan kelas.",
    "Kunjungan ke Kebun Raya Bogor memakai lembar pengamatan.",
    "Kami memakai Kartu Kendali dan Jurnal Harian.",
    "Rapat di Balai Desa membahas program Bank Sampah.",
    "Materi Perang Diponegoro dibahas dengan peta pikiran.",
    "Murid kelas enam berlatih Senam Kesegaran Jasmani.",
    "Kami bekerja sama dengan Universitas Negeri Malang.",
    "Pelatihan diadakan oleh Balai Guru Penggerak.",
    "Anak-anak menyanyikan Rayuan Pulau Kelapa.",
    "Sekolah mengikuti Gerakan Literasi Nasional dan Gerakan Sekolah Sehat.",
    "The class visited the National Museum and Merdeka Square.",
    "We read Charlotte's Web and wrote a letter to the Village Head.",
    "Ulangan harian tentang Sumpah Pemuda dikerjakan berpasangan.",
    "Murid mengenal Rumah Gadang dan Rumah Joglo dari gambar.",
    "Sekolah kami meraih Adiwiyata Mandiri tahun lalu.",
    "Permainan Ular Tangga Pecahan membuat kelas hidup.",
    "Kami mengundang Polisi Sahabat Anak ke sekolah.",
    "Murid membuat peta Kepulauan Seribu dari bubur kertas.",
    "Pada Bulan Bahasa murid menulis pantun.",
    "Saya membaca Permendikbud tentang Kurikulum Operasional Satuan Pendidikan.",
    "Kelas dimulai dengan Tepuk Semangat dan Salam Literasi.",
    "Video dari Rumah Belajar saya putar dua kali.",
    "Murid berlatih percobaan Gunung Berapi Mini.",
    "Kami membentuk Duta Kebersihan dan Polisi Kantin.",
    "Cerita Timun Mas dibacakan sambil memakai boneka.",
    "Saya memakai strategi Dua Bintang Satu Harapan.",
    "Kegiatan Kemah Bakti diikuti semua kelas.",
    "Di halaman, murid menanam Apotek Hidup.",
    "Murid menghitung biaya perjalanan Surabaya Malang.",
    "Kami menjenguk korban banjir bersama Palang Merah Remaja.",
    "Lagu Gundul Pacul dinyanyikan sebelum pelajaran.",
    "Wali kelas membagikan Buku Penghubung kepada orang tua.",
    "Saya ikut Konferensi Guru Indonesia secara daring.",
    "Murid membahas tokoh Cut Nyak Dien dan Kapitan Pattimura.",
    "Tugas akhir berupa Buku Harian Pengamatan Bulan.",
    "Mereka menyusun Kesepakatan Kelas dan menempelnya.",
    "Kami meminjam bola dari Karang Taruna setempat.",
    "Bersama Dinas Kesehatan kami mengadakan imunisasi.",
    "Lokakarya diadakan di Hotel Grand Mulia.",
    "Setiap pagi ada Jurnal Syukur dan Doa Bersama.",
    "Pupils compared Lake Toba with the Java Sea.",
    "The Science Fair and the Reading Corner were full.",
];

/// Sentences of school life that name one.
const OF_PUPILS: [&str; 8] = [
    "Setelah diminta membaca, Alya Nurhaliza menangis dan keluar kelas.",
    "Saya memindahkan Bagus Setiawan ke bangku depan.",
    "Orang tua Citra Kirana menanyakan nilainya.",
    "Kelompok dua macet karena Farhan Maulana tidak mau bekerja sama.",
    "Murid Galang belum lancar membaca.",
    "Catatan untuk Intan Permata: sering tidak mengerjakan tugas.",
    "Nilai terendah diperoleh Yoga Pratama, disusul temannya.",
    "The worksheet of Nadia Safitri was empty again.",
];

/// As many again, written before the rule was read.
const MORE_SCHOOL_LIFE: [&str; 30] = [
    "Siswa kelas VIII B membaca nyaring cerita rakyat Malin Kundang secara bergiliran.",
    "Pak Guru membuka pelajaran dengan menanyakan kabar anak-anak.",
    "Anak-anak kelas rendah senang bermain congklak di teras Perpustakaan.",
    "Siswa yang duduk di belakang belum ikut menjawab pertanyaan guru.",
    "Beberapa murid mengerjakan soal pecahan dengan potongan kertas lipat.",
    "Murid bernama kelompok Melati maju lebih dulu untuk presentasi.",
    "Peserta didik Kelas 5 mengamati daun Mangga dan daun Pepaya di halaman.",
    "Guru memakai lagu Tanah Airku untuk membuka diskusi tentang persatuan.",
    "Siswa Muslim salat Zuhur berjamaah di musala, siswa Kristen berdoa di ruang baca.",
    "Kelompok Pattimura membahas perlawanan rakyat Maluku, kelompok Kartini membahas pendidikan.",
    "Anak Autis di kelas ini didampingi oleh guru pembimbing khusus.",
    "Kegiatan Pramuka hari Jumat diikuti siswa kelas IV sampai VI.",
    "Murid Sekolah Dasar di pulau ini datang dengan perahu.",
    "Ananda yang sakit mendapat tugas lewat WhatsApp orang tua.",
    "Siswa Bu Guru menulis surat untuk tukang sampah di Kelurahan.",
    "Siswa belajar Teorema Pythagoras lewat denah rumah masing-masing.",
    "Anak Indonesia Hebat menjadi tema pembiasaan pagi semester ini.",
    "Murid Senin pagi terlambat karena jembatan rusak.",
    "Saat asesmen awal, siswa menjawab lewat Quizizz dan Google Formulir.",
    "Siswa OSIS dan PMR menjaga pos kesehatan saat lomba.",
    "Siswa Asal Papua bercerita tentang noken kepada teman sekelas.",
    "Anak Didik Lembaga ini berasal dari tiga desa.",
    "Dua siswa saling menegur dengan sopan, lalu diskusi berlanjut.",
    "Guru memanggil siswa secara acak memakai stik es krim.",
    "Kelas dibuka dengan doa, lalu siswa menyanyikan Indonesia Raya.",
    "Murid bermain peran sebagai Soekarno dan Hatta di Rengasdengklok.",
    "Siswa Kelompok Tiga selesai paling akhir, tetapi hasilnya rapi.",
    "Anak Berkebutuhan Khusus memakai kartu bergambar saat menjawab.",
    "Ketua Kelas membagikan lembar kerja, siswa lain menata bangku.",
    "Siswa menghitung jarak Surabaya ke Malang memakai skala peta.",
];

/// As many again that name one.
const MORE_OF_PUPILS: [&str; 8] = [
    "Siswa bernama Rizky Ramadhan belum lancar membaca.",
    "Ananda Nabila menangis saat diminta maju.",
    "Murid saya, Bagas, sering tidak mengerjakan PR.",
    "Saat diskusi, Dimas dan Putri mengganggu teman sebangkunya.",
    "Anak itu, Yohanes, berasal dari keluarga yang bercerai.",
    "Siti Aminah (kelas 4) masih mengeja suku kata.",
    "Guru menegur siswa Kevin karena bermain gawai.",
    "Nilai Wulan turun sejak ayahnya sakit.",
];

/// And as many after one name alone was found too, before that was tried.
const YET_MORE_SCHOOL_LIFE: [&str; 30] = [
    "Kelompok Anggrek, Melati, dan Mawar memajang karyanya di dinding.",
    "Pada bulan Ramadan siswa mengikuti Pesantren Kilat.",
    "Bu Rina dan Pak Dimas mengamati kelas saya bersama.",
    "Saya membacakan kisah Nabi Yusuf dan Surah Maryam.",
    "Rama dan Sinta menjadi tokoh wayang yang digambar siswa.",
    "Pelajaran Pendidikan Agama Islam dan Budi Pekerti dimulai pukul tujuh.",
    "Dalam soal cerita, ibu membeli dua kilogram jeruk.",
    "Kami belajar ke Pantai Sanur dan Pura Besakih.",
    "Guru BK Wulan Sari, S.Pd. memberi layanan klasikal.",
    "Sekolah mengadakan bakti sosial untuk warga Lombok dan Palu.",
    "Siswa kelas Bintang menyusun balok menjadi menara.",
    "Anak-anak menirukan suara hujan di Hutan Wanagama.",
    "Siswa mengirim kartu pos ke SD Kasih Ibu.",
    "Materi Hukum Newton dijelaskan dengan mobil mainan.",
    "Siswi yang sakit beristirahat di ruang UKS.",
    "Kepala Perpustakaan, Ibu Andini, meminjamkan buku bergambar.",
    "Siswa memakai GeoGebra untuk menggambar grafik.",
    "Hari Kartini diperingati dengan pakaian adat.",
    "Lagu Ibu Kita Kartini dinyanyikan bersama.",
    "Kami bekerja sama dengan Bank Sampah Mekar Sari.",
    "Murid Bapak dan Ibu sangat antusias, kata tamu dari Dinas.",
    "Siswa membandingkan puisi Chairil Anwar dan Sapardi Djoko Damono.",
    "Proyek Kearifan Lokal menghasilkan batik jumputan.",
    "Guru menyebut aturan kelas, lalu siswa mengulanginya.",
    "Rani, tokoh dalam buku paket, pergi ke pasar bersama ayahnya.",
    "Ekstrakurikuler Yoga dan Tari diadakan hari Kamis.",
    "Saya memakai buku karya Pramoedya untuk kelas sastra.",
    "Kegiatan Tujuh Kebiasaan Anak Indonesia Hebat berjalan dua pekan.",
    "Setelah Salat Duha siswa masuk kelas masing-masing.",
    "Students in Grade Four compared Mount Bromo with Mount Fuji.",
];

/// And as many that name one.
const YET_MORE_OF_PUPILS: [&str; 8] = [
    "Rafi sering keluar kelas tanpa izin.",
    "Saat membaca, Nayla masih terbata-bata.",
    "Orang tua dari Aldi Saputra belum mengambil rapor.",
    "Sejak pindah, Yusuf lebih banyak diam.",
    "Murid Melati perlu bimbingan khusus.",
    "Saya meminta Farel dan teman sebangkunya berdamai.",
    "Guru menghampiri Zahra yang belum selesai menulis.",
    "Kelompok tiga tidak tuntas karena Bagas absen.",
];

/// And as many after that; nothing was changed for them.
const LAST_OF_SCHOOL_LIFE: [&str; 30] = [
    "Siswa berdiskusi tentang pahlawan dari daerah Aceh dan Sulawesi.",
    "Guru menampilkan video dari kanal Kok Bisa di layar.",
    "Rata-rata kelas naik menjadi delapan puluh dua.",
    "Lagu Bintang Kecil dinyanyikan oleh anak kelompok A.",
    "Pada hari Natal sekolah libur dua minggu.",
    "Kegiatan Outing Class dilakukan di Kebun Binatang Ragunan.",
    "Tema P5 semester ini adalah Suara Demokrasi.",
    "Rekan sejawat, Bapak Yohanes, memberi masukan tentang waktu.",
    "Siswa kelas dua menggambar keluarga Pak Tani.",
    "Cerita Si Kancil dan Buaya diceritakan ulang memakai wayang kertas.",
    "Ali Baba menjadi judul drama kelas lima.",
    "Guru Penggerak bernama Bu Endang menjadi narasumber.",
    "Karya siswa dipajang di Galeri Kelas.",
    "Soal nomor tiga bercerita tentang Ani yang membeli pensil.",
    "Kami memakai metode Jarimatika dan Gasing.",
    "Siswa membuat poster Stop Bullying bersama OSIS.",
    "Surat Edaran Bupati dibacakan saat upacara.",
    "Orang tua siswa hadir pada Rapat Pleno Komite.",
    "Murid mengamati gerak Matahari dan Bulan.",
    "Pembelajaran mengikuti sintaks Discovery Learning menurut Jerome Bruner.",
    "Teori Vygotsky tentang scaffolding saya terapkan.",
    "Saya merujuk buku Carol Dweck tentang pola pikir tumbuh.",
    "Setelah istirahat, siswa Muslim berwudu.",
    "Siswa menonton pertandingan Timnas bersama di aula.",
    "Sekolah kami bermitra dengan Toko Buku Gramedia.",
    "Peserta didik mengunjungi Masjid Raya Al Akbar.",
    "Anak-anak suka membaca seri Si Juki.",
    "Di Aksi Nyata, saya menulis tentang budaya positif.",
    "Nilai Pancasila dikaitkan dengan gotong royong di RT.",
    "The Head of Curriculum, Mrs. Linda, observed the lesson.",
];

/// And as many that name one.
const LAST_OF_PUPILS: [&str; 8] = [
    "Hasil ulangan Fadli masih di bawah rata-rata.",
    "Tadi pagi, Nurul Hidayati menangis di kelas.",
    "Ketua kelompok, Reyhan, tidak membagi tugas.",
    "Anak bernama Stevanus sering sakit.",
    "Putri sulit berkonsentrasi setelah istirahat.",
    "Ibu dari Aisyah meminta jadwal remedial.",
    "Saya menegur Gilang dan Rendi karena berisik.",
    "Siswa Agung Wibowo tidak naik kelas.",
];

#[test]
fn of_thirty_harmless_sentences_at_most_one_is_taken_for_a_name_and_of_eight_real_ones_seven_are_found() {
    let is_said = |text: &&&str| !said(Stage::Planning, "reason", text).is_empty();
    for (harmless, real) in [
        (&SCHOOL_LIFE[..], &OF_PUPILS),
        (&MORE_SCHOOL_LIFE, &MORE_OF_PUPILS),
        (&YET_MORE_SCHOOL_LIFE, &YET_MORE_OF_PUPILS),
        (&LAST_OF_SCHOOL_LIFE, &LAST_OF_PUPILS),
    ] {
        let alarms: Vec<&&str> = harmless.iter().filter(is_said).collect();
        let missed: Vec<&&str> = real.iter().filter(|text| !is_said(text)).collect();
        assert!(alarms.len() * 30 <= harmless.len(), "{alarms:#?}");
        assert!(missed.len() <= 1, "{missed:#?}");
    }
}

fn pack() -> Pack {
    Pack::read(ID_2025, Position::Teacher).unwrap()
}

/// Gives what is said about a plan with one answer.
fn said(stage: Stage, question: &str, text: &str) -> Vec<Caution> {
    let pack = pack();
    let mut document = Document::default();
    document.put(question, Answer::Text(text.into()));
    cautions(&pack, &Context::default(), &pack.stage(stage).document, &document, &KNOWN)
}

#[test]
fn the_name_of_a_pupil_is_found() {
    for (text, name) in NAMES {
        let [caution] = &said(Stage::Planning, "reason", text)[..] else {
            panic!("nothing is said about: {text}");
        };
        assert_eq!(caution.path, Path::Field("reason".into()));
        assert_eq!(caution.about, About::Name((*name).into()), "{text}");
    }
}

#[test]
fn what_is_no_name_of_a_pupil_is_left_alone() {
    for text in NO_NAMES {
        assert_eq!(said(Stage::Planning, "reason", text), [], "{text}");
    }
}

#[test]
fn on_one_line_only_a_name_behind_a_cue_is_found() {
    assert_eq!(said(Stage::Preparation, "subject", "Tata Boga Lanjutan"), []);
    assert_eq!(said(Stage::Preparation, "subject", "Bimbingan siswa Dimas").len(), 1);
}

#[test]
fn names_are_found_in_each_line_and_for_each_item() {
    let pack = pack();
    let mut document = Document::default();
    let places = [
        Path::OfItem("behaviours".into(), "loyal".into(), "commitment".into()),
        Path::OfItem("behaviours".into(), "service".into(), "commitment".into()),
    ];
    for place in &places {
        document.set_text(place, "Saya membantu siswa Andi.");
    }
    let form = &pack.stage(Stage::Planning).document;
    let found = cautions(&pack, &Context::default(), form, &document, &KNOWN);
    let mut found: Vec<_> = found.into_iter().map(|caution| caution.path).collect();
    found.sort();
    assert_eq!(found, places);
    let mut document = Document::default();
    let line = Path::OfRow("log".into(), 1, "what".into());
    document.set_text(&Path::OfRow("log".into(), 0, "what".into()), "Tanpa nama.");
    document.set_text(&line, "Saya membantu siswa Andi.");
    let form = &pack.stage(Stage::Effort).document;
    let found = cautions(&pack, &Context::default(), form, &document, &KNOWN);
    assert_eq!(found.into_iter().map(|caution| caution.path).collect::<Vec<_>>(), [line]);
}

#[test]
fn a_date_outside_the_recommended_days_is_said() {
    let days = [
        ("2025-01-31", false),
        ("2025-02-01", true),
        ("2025-04-30", true),
        ("2025-05-01", false),
        ("2025-02-30", true),
        ("", true),
    ];
    for (day, fits) in days {
        let found = said(Stage::Preparation, "date", day);
        assert_eq!(found.is_empty(), fits, "{day}");
        let expected = About::Days(date("2025-02-01").unwrap(), date("2025-04-30").unwrap());
        assert!(found.into_iter().all(|caution| caution.about == expected));
    }
    // The day on which an observation took place is a fact and not a plan.
    assert_eq!(said(Stage::Observation, "date", "2025-12-01"), []);
}
