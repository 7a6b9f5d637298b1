//! The banks of sentences for made-up documents, each named after the question that it answers. They
//! are Indonesian, as what people write in the app is.

/// Sentences of which one is taken from each group.
pub type Bank = &'static [&'static [&'static str]];

/// For a question without a bank of its own.
pub const GENERAL: Bank = &[
    &[
        "Saya terus mencoba {action} di kelas {class}.",
        "Dalam pelajaran {subject} saya memperhatikan {target}.",
    ],
    &[
        "Hasilnya saya catat setiap minggu.",
        "Murid memberi tanggapan yang membantu.",
        "Rekan sejawat ikut memberi masukan.",
    ],
];
/// When the steps are done.
pub const SCHEDULE: Bank = &[
    &[
        "Setiap Senin",
        "Setiap Rabu",
        "Dua minggu sekali",
        "Setiap pertemuan {subject}",
        "Minggu pertama setiap bulan",
    ],
    &["mulai awal semester", "sampai akhir Oktober", "selama satu semester", "di kelas {class}"],
];
/// A document that supports the preparation.
pub const DOCUMENT: Bank = &[
    &["Modul ajar {subject}", "Lembar kerja murid", "Rubrik penilaian", "Jadwal pelajaran"],
    &["kelas {class}", "pertemuan ke-{number}"],
];
/// Why an indicator is chosen.
pub const REASON: Bank = &[
    &[
        "Di kelas {class} pelajaran {subject} sudah berjalan, tetapi {indicator} belum terasa oleh semua murid.",
        "Kelas {class} cukup ramai, dan sebagian murid masih ragu ikut serta.",
        "Hasil rapor sekolah menunjukkan bahwa {indicator} perlu mendapat perhatian.",
        "Tahun lalu saya belum rutin {action}.",
        "Beberapa murid di {class} cepat bosan saat pelajaran {subject}.",
    ],
    &[
        "Saya ingin lebih sering {action}.",
        "Saya percaya hal ini akan membantu murid yang selama ini diam.",
        "Saya memilihnya karena dapat langsung dicoba di setiap pertemuan.",
        "Dengan begitu waktu belajar lebih banyak terpakai untuk belajar.",
    ],
    &[
        "Kepala sekolah dan rekan guru mendukung pilihan ini.",
        "Ini juga sejalan dengan program sekolah tahun ini.",
        "",
    ],
];
/// What will be learned, and how.
pub const COMPETENCY: Bank = &[
    &[
        "Saya akan memperdalam cara {action}.",
        "Saya akan belajar merancang kegiatan {subject} yang memperkuat {indicator}.",
        "Saya akan melatih kemampuan mengamati dan mencatat kemajuan murid.",
        "Saya akan mempelajari praktik baik guru lain tentang {target}.",
    ],
    &[
        "Caranya melalui komunitas belajar sekolah sebulan sekali.",
        "Saya mengikuti pelatihan mandiri pada bulan Februari dan mencobanya di {class}.",
        "Saya meminta rekan mengamati kelas saya dua kali dalam setahun.",
        "Saya membaca bahan bacaan dan mendiskusikannya di MGMP.",
    ],
];
/// What will be done for an aspect of behaviour.
pub const COMMITMENT: Bank = &[
    &[
        "Setiap hari saya berusaha {action}.",
        "Saya akan {action} dalam tugas sehari-hari.",
        "Di sekolah saya menjaga agar selalu {action}.",
    ],
    &[
        "Saya mulai dari kelas {class}.",
        "Rekan boleh mengingatkan saya bila saya lupa.",
        "Saya menilainya sendiri setiap akhir bulan.",
        "",
    ],
];
/// What the superior expects in one aspect of work behaviour.
pub const EXPECTATION: Bank = &[
    &[
        "Saya berharap Bapak/Ibu menjadi contoh dalam hal {target}.",
        "Untuk {target}, mohon ceritakan kemajuannya setiap triwulan.",
        "Dalam {target}, dampingi juga guru baru yang mengajar {subject}.",
        "Mohon aspek {target} juga tampak dalam kerja sama dengan orang tua.",
        "Teruskan yang sudah baik: {action}.",
    ],
    &["Utamakan murid yang tertinggal.", "Saya siap mendampingi bila diperlukan.", "", "", ""],
];
/// How a target is prepared.
pub const EFFORT: Bank = &[
    &[
        "Untuk {target}, saya akan {action}.",
        "Saya menyiapkan kegiatan pembuka yang melatih {target}.",
        "Saya mempelajari contoh {target} dari rekan, lalu menyesuaikannya untuk {class}.",
    ],
    &[
        "Saya mencobanya lebih dahulu pada dua pertemuan sebelum observasi.",
        "Langkahnya saya tulis di rencana pelajaran {subject}.",
        "Saya meminta murid menilai apakah caranya membantu mereka.",
        "Saya berlatih bersama rekan di komunitas belajar.",
    ],
];
/// Which materials there are.
pub const MATERIALS: Bank = &[&[
    "Rencana pelajaran {subject} kelas {class}, tersimpan di map kerja.",
    "Lembar kerja kelompok dan rubrik singkat.",
    "Modul ajar pertemuan ke-{number} ada di ruang guru.",
    "Bahan tayang dan gambar kesepakatan kelas.",
]];
/// Evidence of a practice that works.
pub const SEEN: Bank = &[
    &[
        "Guru tampak {action}, dan hampir semua murid menanggapi.",
        "Saat kegiatan inti guru {action} tanpa tergesa-gesa.",
        "Sejak awal pelajaran guru {action}.",
    ],
    &[
        "Murid yang biasanya diam ikut menjawab.",
        "Kelompok bekerja dengan tenang dan saling membantu.",
        "Murid dapat menjelaskan kembali dengan kata-kata sendiri.",
        "Tercatat {number} kali murid bertanya atau menanggapi.",
    ],
];
/// Evidence of a practice that does not work yet.
pub const PARTLY_SEEN: Bank = &[
    &[
        "Guru sudah mencoba {action}, tetapi baru menjangkau murid di barisan depan.",
        "Upaya {target} terlihat pada awal pelajaran, lalu berkurang.",
        "Guru {action}, namun waktunya terlalu singkat.",
    ],
    &[
        "Sebagian murid belum paham apa yang diminta.",
        "Dua kelompok masih menunggu arahan.",
        "Murid menjawab bersama-sama sehingga pemahamannya sulit dilihat.",
    ],
];
/// What to note when nothing was seen.
pub const NOT_SEEN: Bank = &[
    &[
        "Selama pengamatan {target} belum terlihat.",
        "Waktu habis untuk penjelasan sehingga {target} belum sempat dilakukan.",
    ],
    &[
        "Guru menjelaskan bahwa bagian ini direncanakan untuk pertemuan berikutnya.",
        "Setelah ditanya, guru menyadari hal ini dan akan mencobanya.",
    ],
];
/// What the observer recommends.
pub const RECOMMENDATION: Bank = &[
    &[
        "Pertahankan suasana yang sudah baik di {class}.",
        "Persiapan pelajaran {subject} sudah rapi.",
        "Hubungan guru dan murid sudah hangat.",
    ],
    &[
        "Selanjutnya cobalah lebih sering {action}.",
        "Beri waktu tunggu setelah bertanya.",
        "Atur tempat duduk agar semua murid mudah terlibat.",
        "Catat murid yang belum mendapat kesempatan, lalu dahulukan mereka.",
    ],
    &["Kita bahas bersama pada diskusi tindak lanjut.", "Rekan sejawat dapat membantu mengamati.", ""],
];
/// What the employee says to an observation or assessment.
pub const REMARK: Bank = &[&[
    "Terima kasih, catatannya sesuai dengan yang saya rasakan.",
    "Saya menerima hasil ini dan akan menindaklanjutinya.",
    "Saya setuju, terutama tentang {target}.",
    "Terima kasih atas waktu dan masukannya.",
]];
/// How the employee sees the observed lesson.
pub const REFLECTION: Bank = &[
    &[
        "Saya melihat bahwa murid lebih berani ketika saya {action}.",
        "Saat observasi saya masih terlalu banyak berbicara.",
        "Bagian pembuka berjalan baik, tetapi penutup terburu-buru.",
        "Saya menyadari bahwa {target} perlu dilakukan terus-menerus.",
    ],
    &[
        "Murid di {class} membutuhkan contoh yang lebih dekat dengan keseharian.",
        "Tanggapan murid membantu saya melihat apa yang belum jelas.",
        "Catatan pengamatan membuka mata saya tentang murid yang diam.",
    ],
];
/// What is difficult.
pub const CHALLENGES: Bank = &[
    &[
        "Jumlah murid yang banyak membuat saya sulit menyapa semuanya.",
        "Waktu pelajaran {subject} sering terasa kurang.",
        "Kemampuan awal murid di {class} sangat beragam.",
        "Kebiasaan lama saya masih sering muncul.",
    ],
    &[
        "Saya juga perlu berlatih {action}.",
        "Beberapa murid belum percaya diri.",
        "Dukungan alat peraga masih terbatas.",
    ],
];
/// What is to be reached.
pub const GOAL: Bank = &[
    &[
        "Dalam satu semester saya terbiasa {action}.",
        "Semua murid {class} mendapat kesempatan ikut serta dalam setiap pertemuan.",
        "Murid merasakan {target} dalam pelajaran {subject}.",
    ],
    &[
        "Keberhasilannya terlihat dari lembar tanggapan murid.",
        "Saya mengukurnya dengan catatan harian yang sederhana.",
        "Pada akhir Oktober kami menilainya bersama.",
    ],
];
/// How it is to be reached.
pub const STEPS: Bank = &[
    &[
        "Pertama, saya menyusun rencana sederhana untuk {class}.",
        "Pertama, saya mengamati kelas rekan yang sudah terbiasa.",
        "Pertama, saya meminta pendapat murid.",
    ],
    &[
        "Kedua, saya mencoba {action} pada setiap pertemuan.",
        "Kedua, saya mengubah pembagian waktu pelajaran.",
        "Kedua, saya membuat kartu giliran agar semua murid terlibat.",
    ],
    &[
        "Terakhir, saya menilai hasilnya bersama rekan.",
        "Terakhir, saya memperbaiki langkah yang belum berhasil.",
        "Terakhir, saya melaporkannya di komunitas belajar.",
    ],
];
/// What help is needed.
pub const SUPPORT: Bank = &[
    &[
        "Saya membutuhkan kesempatan mengamati kelas rekan.",
        "Mohon waktu khusus untuk komunitas belajar.",
        "Saya membutuhkan umpan balik singkat setiap bulan.",
        "Saya membutuhkan bahan bacaan tentang {indicator}.",
    ],
    &["Bila mungkin, jadwal piket saya disesuaikan.", "Bantuan alat tulis kelompok juga berguna.", ""],
];
/// What help is given.
pub const SUPPORT_GIVEN: Bank = &[&[
    "Jadwal mengamati kelas rekan sudah diatur.",
    "Sekolah menyediakan alat yang diminta.",
    "Saya akan masuk kelas sebulan sekali untuk memberi masukan.",
    "Komunitas belajar mendapat waktu tetap pada hari Sabtu.",
]];
/// What was done.
pub const WHAT: Bank = &[
    &[
        "Mencoba {action} di kelas {class}.",
        "Mengikuti pelatihan singkat tentang {indicator}.",
        "Mengamati pelajaran rekan dan mencatat cara {target}.",
        "Berdiskusi di komunitas belajar tentang {target}.",
        "Menyusun kembali rencana pelajaran {subject}.",
    ],
    &[
        "Kegiatan berlangsung dua jam pelajaran.",
        "Saya mencatat {number} tanggapan murid.",
        "Rekan ikut mengamati dan memberi saran.",
        "Hasilnya saya bandingkan dengan catatan observasi.",
    ],
];
/// What it did for the pupils.
pub const EFFECT: Bank = &[
    &[
        "Lebih banyak murid mengangkat tangan.",
        "Murid lebih cepat memulai tugas.",
        "Kelompok bekerja tanpa harus ditegur.",
        "Murid yang pendiam mulai bertanya.",
    ],
    &[
        "Perubahan ini tampak terutama di {class}.",
        "Masih ada beberapa murid yang perlu didampingi.",
        "Nilai tugas {subject} ikut membaik.",
    ],
];
/// What was learned.
pub const INSPIRATION: Bank = &[
    &[
        "Saya belajar bahwa hal kecil seperti {action} berdampak besar.",
        "Rekan di komunitas belajar menunjukkan cara sederhana untuk {target}.",
        "Masukan murid menjadi sumber ide yang tidak saya duga.",
    ],
    &[
        "Saya ingin meneruskannya di kelas lain.",
        "Sekarang saya menyiapkan pelajaran dengan bertanya dahulu apa yang dibutuhkan murid.",
        "Hal ini membuat saya lebih bersemangat mengajar {subject}.",
    ],
];
/// What is different now.
pub const CHANGE: Bank = &[
    &[
        "Dahulu saya jarang {action}; sekarang hampir setiap pertemuan.",
        "Pembuka pelajaran kini lebih singkat dan melibatkan semua murid.",
        "Saya lebih banyak mendengar daripada berbicara.",
    ],
    &[
        "Murid {class} mengatakan bahwa pelajaran terasa lebih jelas.",
        "Suasana kelas lebih tertib tanpa teguran keras.",
        "Dibandingkan dengan observasi, kemajuannya dapat saya tunjukkan.",
    ],
];
/// How difficulties are met.
pub const STRATEGY: Bank = &[
    &[
        "Saya membagi tujuan besar menjadi langkah mingguan.",
        "Saya meminta rekan mengingatkan bila kebiasaan lama muncul.",
        "Saya menyiapkan kartu pertanyaan sebelum pelajaran {subject}.",
    ],
    &[
        "Tahun depan saya meneruskannya di semua kelas.",
        "Catatan saya bagikan kepada guru lain.",
        "Dengan cara itu tantangan tersebut dapat diatasi sedikit demi sedikit.",
    ],
];
/// What the superior answers.
pub const FEEDBACK: Bank = &[
    &[
        "Kemajuan Bapak/Ibu terlihat jelas di {class}.",
        "Catatan yang dibuat rapi dan jujur.",
        "Saya menghargai usaha untuk {action}.",
    ],
    &[
        "Teruskan dan bagikan kepada rekan yang lain.",
        "Perhatikan juga murid yang masih pasif.",
        "Langkah berikutnya: perkuat {target}.",
        "Mari kita lihat lagi hasilnya pada pertemuan berikutnya.",
    ],
];
/// Work results beyond what was agreed.
pub const RESULT_ABOVE: Bank = &[
    &[
        "Semua yang direncanakan tercapai, dan hasilnya dibagikan kepada guru lain.",
        "Perubahan praktik melebihi tujuan yang disepakati.",
    ],
    &[
        "Bukti berupa catatan upaya dan tanggapan murid {class} sudah saya lihat.",
        "Rekan sejawat juga menyaksikan kemajuannya.",
    ],
];
/// Work results as agreed.
pub const RESULT_MEETS: Bank = &[
    &[
        "Tujuan yang disepakati tercapai.",
        "Upaya dilakukan sesuai rencana dan refleksinya mendalam.",
        "Target perilaku sudah menjadi kebiasaan di {class}.",
    ],
    &[
        "Catatan upaya dan refleksi mendukung hal ini.",
        "Dokumen tugas pokok sudah saya lihat.",
        "Beberapa langkah masih dapat diperkuat tahun depan.",
    ],
];
/// Work results below what was agreed.
pub const RESULT_BELOW: Bank = &[
    &[
        "Sebagian besar langkah belum dilakukan sampai akhir tahun.",
        "Tujuan belum tercapai karena upaya terhenti di tengah tahun.",
    ],
    &[
        "Hal ini sudah dibahas bersama, dan rencana perbaikan disusun.",
        "Pendampingan akan diteruskan tahun depan.",
    ],
];
/// Behaviour beyond what was agreed.
pub const BEHAVIOUR_ABOVE: Bank = &[
    &["Menjadi teladan dalam kerja sama dan kedisiplinan.", "Sering membantu rekan tanpa diminta."],
    &["Orang tua dan rekan memberi tanggapan yang baik.", "Kehadiran dan ketepatan waktu sangat baik."],
];
/// Behaviour as agreed.
pub const BEHAVIOUR_MEETS: Bank = &[
    &[
        "Bekerja dengan jujur, tepat waktu, dan terbuka pada masukan.",
        "Komitmen tujuh aspek dijalankan dengan baik.",
        "Hubungan dengan murid dan rekan terjaga.",
    ],
    &[
        "Kehadiran selama tahun ini baik.",
        "Rangkuman kehadiran mendukung penilaian ini.",
        "Terus pertahankan.",
    ],
];
/// Behaviour below what was agreed.
pub const BEHAVIOUR_BELOW: Bank = &[
    &[
        "Kehadiran dan ketepatan waktu perlu diperbaiki.",
        "Kerja sama dengan rekan belum berjalan seperti yang disepakati.",
    ],
    &[
        "Hal ini sudah disampaikan dan akan kita pantau bersama.",
        "Ada kemajuan pada akhir tahun yang perlu diteruskan.",
    ],
];
