// What the teacher and the principal write in the year 2025.

const ASPECTS = ['service', 'accountable', 'competent', 'harmonious', 'loyal', 'adaptive', 'collaborative'];

export const PLAN = {
  'school_level=sd': true,
  'ptk_kind=class_teacher': true,
  'indicator=orderly_climate': true,
  reason: 'Kelas 5B ramai saat berganti kegiatan; sapaan di awal sudah berjalan, tetapi kesepakatan kelas belum.',
  'competency_area=pedagogic': true,
  competency: 'Mengelola peralihan kegiatan, belajar dari komunitas belajar setiap dua minggu.',
  'accountability=curriculum': true,
  'accountability=attendance': true,
  ...Object.fromEntries(
    ASPECTS.map((aspect) => [`behaviours.${aspect}.commitment`, 'Menjawab pesan orang tua pada hari yang sama.']),
  ),
};

export const PREPARATION = {
  'targets=positive_communication': true,
  'targets=class_agreement': true,
  'efforts.positive_communication.effort': 'Menyapa setiap murid dengan namanya di pintu kelas selama dua minggu.',
  'efforts.class_agreement.effort': 'Menyusun kesepakatan kelas bersama murid dan menempelnya di dinding.',
  date: '2025-03-10',
  time: '07:30',
  class: '5B',
  subject: 'Matematika, pecahan',
};

export const OBSERVATION = {
  'observer=self': true,
  date: '2025-03-17',
  class: '5B',
  'ratings.positive_communication.level=effective': true,
  'ratings.positive_communication.evidence': 'Each pupil was greeted by name; R. and D. answered with a smile.',
  'ratings.class_agreement.level=not_effective': true,
  'ratings.class_agreement.evidence': 'The agreement hangs on the wall, but was not used when the class grew loud.',
  recommendation: 'The greetings work well. Point to the agreement the next time the class grows loud.',
};

export const DISCUSSION = {
  reflection: 'Saya melihat bahwa kesepakatan kelas baru menjadi hiasan dinding.',
  challenges: 'Saya lupa menunjuk kesepakatan itu saat kelas mulai ramai.',
  goal: 'Murid sendiri yang mengingatkan kesepakatan kelas pada bulan Mei.',
  steps: 'Menunjuk kesepakatan setiap berganti kegiatan, lalu bergilir oleh murid.',
  schedule: 'April sampai Mei 2025, setiap hari Senin',
  support: 'Waktu sepuluh menit bersama kepala sekolah setiap dua minggu.',
};

export const REFLECTION = {
  inspiration: 'Rekan di komunitas belajar memakai isyarat tangan, dan murid menyukainya.',
  change: 'Peralihan kegiatan sekarang dua menit, tanpa saya menaikkan suara.',
  challenges: 'Hari hujan membuat kelas gelisah, dan saya kembali menegur.',
  strategy: 'Menyiapkan kegiatan singkat untuk hari hujan bersama murid.',
};

export const ASSESSMENT = {
  'work_result=above': true,
  work_result_note: 'All targets were reached, and the class now reminds itself.',
  'work_behaviour=meets': true,
  work_behaviour_note: 'The seven commitments were kept as they were agreed.',
  feedback: 'Thank you for this year. Share the hand signs with your colleagues.',
};

/** Gives the answers of one line of the log. */
export function logLine(row, date, kind, what) {
  return {
    [`log.${row}.date`]: date,
    [`log.${row}.kind=${kind}`]: true,
    [`log.${row}.what`]: what,
    [`log.${row}.effect`]: 'Murid lebih cepat tenang, dan tiga murid mengingatkan temannya.',
  };
}
