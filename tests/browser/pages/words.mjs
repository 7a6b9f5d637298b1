// The words of the app that the journeys look for, Indonesian and English side by side.
// They are written down again here on purpose: a word that changes by mistake fails a journey.

const WORDS = {
  // Frame
  home: ['Beranda', 'Home'],
  receive: ['Terima', 'Receive'],
  me: ['Saya', 'Me'],
  help: ['Bantuan', 'Help'],
  skip: ['Langsung ke isi', 'Skip to content'],
  otherLanguage: ['English', 'Indonesia'],
  storageBlocked: ['Peramban tidak mengizinkan penyimpanan.', 'The browser does not allow storage.'],
  storageFull: ['Penyimpanan peramban penuh.', "The browser's storage is full."],
  rescue: ['Unduh salinan semua data', 'Download a copy of all data'],
  noBackup: ['Kunci cadangan Anda belum disimpan', 'Your key backup is not saved'],
  notFound: ['Halaman tidak ditemukan', 'Page not found'],

  // First visit
  welcome: ['Pengelolaan kinerja yang disepakati berdua', 'Performance management that two people agree on'],
  start: ['Mulai', 'Start'],
  whoAreYou: ['Siapa Anda?', 'Who are you?'],
  next: ['Lanjut', 'Next'],
  back: ['Kembali', 'Back'],
  makeSignatureHeading: ['Buat tanda tangan Anda', 'Make your signature'],
  makeSignature: ['Buat tanda tangan', 'Make the signature'],
  backupHeading: ['Simpan kunci cadangan', 'Save the key backup'],
  saveBackup: ['Unduh kunci cadangan', 'Download the key backup'],
  backupUnchecked: ['Kunci cadangan sudah diunduh.', 'The key backup was downloaded.'],
  backupChecked: ['Kunci cadangan sudah diperiksa', 'The key backup was checked'],
  backupAgain: ['Unduh atau periksa lagi', 'Download or check again'],
  finish: ['Selesai', 'Done'],
  restore: ['Pulihkan', 'Restore'],
  later: ['Nanti saja', 'Later'],
  saveCode: ['Simpan sebagai berkas teks', 'Save as a text file'],
  codeKept: ['Sudah saya simpan, hapus dari sini', 'I keep it elsewhere, remove it here'],
  codeIsKept: ['Kode pengganti sudah Anda simpan', 'You keep the replacement code elsewhere'],
  codeWaits: ['Kode pengganti belum Anda simpan', 'You do not keep the replacement code'],
  showCode: ['Tampilkan kode', 'Show the code'],
  useCode: ['Kunci lama hilang? Pakai kode pengganti', 'Old key lost? Use the replacement code'],
  changePassphrase: ['Ganti kata sandi', 'Change the passphrase'],
  passphraseChanged: ['Kata sandi sudah diganti.', 'The passphrase is changed.'],
  summary: ['Ada yang perlu dilengkapi', 'Some answers need attention'],
  noRole: ['Pilih paling sedikit satu peran.', 'Choose at least one role.'],
  missing: ['Belum diisi.', 'Not filled in.'],
  nipLength: ['Harus 18 angka, sekarang 4.', 'It must have 18 digits, now it has 4.'],
  passphraseShort: ['Kata sandi paling sedikit 12 karakter.', 'The passphrase must have at least 12 characters.'],
  passphraseDiffers: ['Kedua kata sandi tidak sama.', 'The two passphrases are not the same.'],
  inAppHeading: ['Buka di Chrome atau Safari', 'Open it in Chrome or Safari'],
  inApp: ['Paraf sedang terbuka di dalam aplikasi {}.', 'Paraf is open inside the app {}.'],
  privateWindow: ['Jendela ini pribadi.', 'This window is private.'],
  tickTrial: ['Centang ini untuk mencoba', 'Tick this to try things out'],

  // Home
  welcomeBack: ['Selamat bekerja, {}', 'Welcome, {}'],
  invite: ['Buat undangan', 'Make an invitation'],
  inviteHeading: ['Undang pihak lain', 'Invite the other side'],
  inviteSuperior: ['Undang atasan saya', 'Invite my superior'],
  openInvitation: ['Buka undangan', 'Open the invitation'],
  allDossiers: ['Semua berkas kinerja', 'All dossiers'],

  // Meeting
  meet: ['Kenali pengirimnya', 'Meet the sender'],
  accept: ['Mulai berkas bersama', 'Start the dossier together'],
  compare: ['Cocokkan', 'Compare'],
  compareNow: ['Cocokkan kode kenal', 'Compare the code'],
  codeDiffers: ['Kode tidak sama', 'The code is not the same'],
  codeMatches: ['Dicocokkan langsung pada', 'Compared in person on'],
  keyMatched: ['Kunci dicocokkan langsung', 'Key compared in person'],
  goOn: ['Lanjut', 'Go on'],

  // Dossier
  stateCode: ['Kode keadaan', 'State code'],
  allAgreed: ['Semua tahap disepakati', 'All stages are agreed'],
  agreed: ['Disepakati', 'Agreed'],
  sendButton: ['Unduh berkas untuk dikirim', 'Download the file to send'],
  sendAgain: ['Unduh lagi untuk dikirim', 'Download again to send'],
  sendFirst: ['Kirim dulu yang sudah ditandatangani', 'Send what you signed first'],
  wholeHistory: ['Unduh seluruh riwayat', 'Download the whole history'],
  write: ['Mulai mengisi', 'Start writing'],
  goOnWriting: ['Lanjutkan draf', 'Go on with the draft'],
  improve: ['Baca catatan dan perbaiki', 'Read the note and improve'],
  review: ['Periksa', 'Check'],
  waiting: ['Menunggu tahap {}', 'Waiting for {}'],
  backToDossier: ['Berkas kinerja', 'Dossier'],

  // Form
  saved: ['Tersimpan', 'Saved'],
  savedDraft: ['Draf tersimpan', 'Draft saved'],
  notSaved: ['Belum tersimpan.', 'Not saved.'],
  checkAndSign: ['Periksa dan tanda tangani', 'Check and sign'],
  addRow: ['Tambah baris', 'Add an entry'],
  removeRow: ['Hapus baris {}', 'Remove entry {}'],
  row: ['Baris {}', 'Entry {}'],
  stamp: ['Catat jam', 'Note the time'],
  takeFile: ['Pilih berkas…', 'Choose a file…'],
  checkFile: ['Periksa berkas', 'Check the file'],
  fingerprint: ['{} · {} · sidik ', '{} · {} · fingerprint '],
  sameFile: ['Berkas ini sama', 'This is the same file'],
  otherBytes: ['Berkas ini berbeda', 'This is another file'],
  twoDrafts: ['Ada dua draf. Pilih dulu yang dipakai.', 'There are two drafts. Choose one first.'],
  conflictLead: ['Draf ini juga diubah di tab lain.', 'This draft was also changed in another tab.'],
  keepMine: ['Pakai yang di halaman ini', 'Use the one on this page'],
  takeTheirs: ['Pakai yang dari tab lain', 'Use the one from the other tab'],
  returnedWith: ['Dikembalikan dengan catatan: “{}”', 'Returned with a note: “{}”'],
  amending: ['Anda mengubah isi yang sudah disepakati.', 'You are changing what was agreed.'],
  chooseHeading: ['Pilih untuk setiap isian yang berbeda', 'Choose for each answer that differs'],
  goOnChosen: ['Lanjutkan dengan pilihan ini', 'Go on with these choices'],
  notChosen: ['Belum dipilih.', 'Not chosen yet.'],
  recommend: ['Tandai sub-indikator yang disarankan', 'Mark recommended sub-indicators'],
  resolving: ['Versi baru ini menggantikan kedua versi', 'This new version replaces the two diverging ones.'],
  discard: ['Buang draf, mulai lagi dari versi terakhir', 'Discard the draft, begin again from the last version'],
  undo: ['Urungkan', 'Undo'],
  bringBack: ['Pakai lagi draf itu', 'Take that draft again'],
  lostVersion: ['Mungkin kiriman Anda tidak sampai: berkas terbaru dari {}', 'Perhaps your file never arrived: the newest one of {}'],

  // Stage, sheet, signing
  checkHeading: ['Periksa {}', 'Check {}'],
  sign: ['Tanda tangani', 'Sign'],
  signHeading: ['Tanda tangani {}?', 'Sign {}?'],
  agree: ['Setuju dan paraf', 'Agree and co-sign'],
  acknowledge: ['Mengetahui dan paraf', 'Acknowledge and co-sign'],
  sendBack: ['Kembalikan', 'Send back'],
  acceptAssessment: ['Terima penilaian', 'Accept the assessment'],
  object: ['Ajukan keberatan', 'Object'],
  amend: ['Usulkan perubahan', 'Propose an amendment'],
  change: ['Ubah', 'Change'],
  replace: ['Tulis versi baru', 'Write a new version'],
  changed: ['Yang berubah sejak versi', 'What changed since version'],
  grade: ['Predikat kinerja', 'Final grade'],
  goodGrade: ['Baik', 'Baik (good)'],
  cancel: ['Batal', 'Cancel'],
  wrongPassphrase: ['Kata sandi tidak cocok.', 'The passphrase does not fit.'],
  backToForm: ['Kembali mengubah', 'Back to the form'],

  // Special cases
  withdraw: ['Tarik kembali', 'Take back'],
  withdrawHeading: ['Tarik kembali versi ini?', 'Take this version back?'],
  withdrawn: ['Ditarik kembali, ', 'Taken back, '],
  nothingYet: ['Belum ada yang ditandatangani di tahap ini.', 'Nothing has been signed in this stage.'],
  addRemark: ['Tambah catatan pada satu isian', 'Add a note on one answer'],
  remark: ['Catatan: {}', 'Note: {}'],
  suggested: ['Usulan: {}', 'Suggested: {}'],
  takeSuggestion: ['Pakai usulan ini', 'Use this wording'],
  close: ['Tutup berkas lebih awal', 'Close the dossier early'],
  closeButton: ['Tutup berkas', 'Close the dossier'],
  closed: ['Berkas ini ditutup mulai {}: {}.', 'This dossier is closed from {}: {}.'],
  isClosed: ['Berkas ini sudah ditutup', 'This dossier is closed'],
  moved: ['Pindah tugas', 'Moved to another school'],
  reopen: ['Buka kembali berkas', 'Open the dossier again'],
  reopenButton: ['Buka kembali', 'Open again'],

  // Lost keys
  oldKey: ['Berkas ini menyebut nama Anda, tetapi dengan kunci lain. Isinya belum disimpan.', 'This file names you, but with another key. Its content was not kept.'],
  namesake: ['{} di berkas kinerja Anda memakai kunci lain.', '{} has another key in your dossier.'],
  sendOld: ['Unduh berkas kinerja untuk dikirim', 'Download the dossier to send'],
  vouch: ['Jamin kunci baru pihak lain', 'Vouch for a new key of the other side'],
  vouchButton: ['Jamin kunci ini', 'Vouch for this key'],
  vouched: ['Kunci {} diganti tanpa kunci lama, dijamin oleh {},', 'The key of {} was replaced without the old key; {} vouches for it,'],
  isReplaced: ['Kunci di perangkat ini sudah diganti', 'The key on this device was replaced'],
  replaceHeading: ['Ganti kunci lama Anda', 'Replace your old key'],
  replaceButton: ['Ganti kunci lama', 'Replace the old key'],
  replaced: ['{} mengganti kuncinya dengan kode pengganti,', '{} replaced the key by the replacement code,'],

  // Rule packs
  rulesArrived: ['Berkas ini berisi paket aturan.', 'This file holds a rule pack.'],
  rulesKnown: ['Paket aturan ini sudah ada di Paraf.', 'Paraf has this rule pack already.'],
  rulesOpen: ['Lihat paket aturan', 'Look at the rule pack'],
  rulesOffered: ['Paket ini belum dipakai.', 'This pack is not in use yet.'],
  rulesChanges: ['{} perubahan terhadap paket', '{} changes against the pack'],
  rulesTake: ['Pakai untuk berkas baru', 'Use it for new dossiers'],
  ownRules: ['Paket aturan yang Anda terima sendiri', 'A rule pack that you took in yourself'],
  rulesOwn: ['Dari berkas yang Anda terima', 'From a file that you took in'],

  // Stages
  planning: ['Perencanaan', 'Planning'],
  preparation: ['Diskusi Persiapan', 'Preparation'],
  observation: ['Observasi Kinerja', 'Observation'],
  discussion: ['Diskusi Tindak Lanjut', 'Follow-up discussion'],
  effort: ['Upaya Tindak Lanjut', 'Follow-up effort'],
  reflection: ['Refleksi Tindak Lanjut', 'Reflection'],
  assessment: ['Penilaian', 'Assessment'],

  // Files that come in
  receiveHeading: ['Terima berkas', 'Receive files'],
  invitation: ['Undangan untuk memulai berkas kinerja.', 'An invitation to start a dossier.'],
  newRecords: ['Catatan baru yang diterima dan diperiksa: {}.', 'New records taken in and verified: {}.'],
  same: ['Semua isi berkas ini sudah Anda punya.', 'You already have everything in this file.'],
  older: ['Berkas ini lebih lama dari yang sudah ada.', 'This file is older than what you have.'],
  foreign: ['Berkas ini milik dua orang lain.', 'This file belongs to two other people.'],
  ownInvitation: ['Ini undangan Anda sendiri.', 'This is your own invitation.'],
  notParaf: ['Ini bukan berkas Paraf.', 'This is not a file of Paraf.'],
  cut: ['Berkas ini terpotong atau bukan berkas Paraf.', 'This file was cut or is not a file of Paraf.'],
  forged: [
    'Catatan ke-{} di berkas ini diubah setelah ditandatangani, atau tanda tangannya palsu.',
    'Record {} of this file was changed after it was signed, or its signature is forged.',
  ],
  otherBackup: ['Ini kunci cadangan milik kunci lain.', 'This is the backup of another key.'],
  pasteHere: ['Atau tempel isi berkas', 'Or paste the content of a file'],
  takeText: ['Terima teks ini', 'Take in this text'],
};

/**
 * Gives the words of one language: `say('planning')`, `say('checkHeading', say('planning'))`.
 *
 * @param {'id' | 'en'} lang
 * @returns {(name: keyof typeof WORDS, ...values: unknown[]) => string}
 */
export function wordsIn(lang) {
  const column = lang === 'id' ? 0 : 1;
  return (name, ...values) => {
    if (!WORDS[name]) throw new Error(`No words are written down under ${name}`);
    return values.reduce((text, value) => text.replace('{}', () => String(value)), WORDS[name][column]);
  };
}
