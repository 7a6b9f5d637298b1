//! Texts of the pages around the work: frame, first visit, people, help.

catalogue! {
    /// The frame around every page.
    Frame {
        loading: "Memuat" / "Loading";
        reading: "{} dari {} berkas sudah dibaca" / "{} of {} dossiers are read";
        home: "Beranda" / "Home";
        receive: "Terima" / "Receive";
        me: "Saya" / "Me";
        help: "Bantuan" / "Help";
        menu: "Menu utama" / "Main menu";
        skip: "Langsung ke isi" / "Skip to content";
        other_language: "English" / "Indonesia";
        foot: "Paraf bukan sistem resmi. Data hanya ada di perangkat ini dan di berkas yang Anda kirim." / "Paraf is not an official system. Data exist only on this device and in the files you send.";
        not_found: "Halaman tidak ditemukan" / "Page not found";
        not_found_lead: "Alamat ini tidak ada, atau berkasnya belum diterima di perangkat ini." / "This address does not exist, or its file has not been received on this device.";
        day_at_time: "{} pukul {}" / "{} at {}";
        storage_blocked: "Peramban tidak mengizinkan penyimpanan. Semua tetap bisa dipakai, tetapi hilang saat halaman ditutup. Izinkan penyimpanan di pengaturan peramban, atau unduh salinan sebelum menutup." / "The browser does not allow storage. Everything still works, but is gone when the page is closed. Allow storage in the settings of the browser, or download a copy before you close it.";
        storage_full: "Penyimpanan peramban penuh. Yang Anda tanda tangani dan ketik masih disimpan dengan ruang cadangan, tetapi dokumen baru belum bisa dimulai atau diterima. Arsipkan yang sudah selesai." / "The browser's storage is full. What you sign and type is still stored in a reserve, but nothing new can be begun or taken in. Archive what is finished.";
        storage_over: "Penyimpanan peramban penuh. Pekerjaan terakhir hanya ada di halaman ini. Unduh salinan, lalu kosongkan ruang." / "The browser's storage is full. Your latest work exists only on this page. Download a copy, then free some space.";
        storage_broken: "Yang baru ditulis tidak terbaca kembali dari penyimpanan. Unduh salinan sekarang, lalu muat ulang halaman." / "What was just written cannot be read back from the storage. Download a copy now, then reload the page.";
        storage_emptied: "Data Paraf di peramban ini baru saja terhapus. Semuanya masih ada di halaman ini. Simpan lagi sekarang, sebelum halaman ditutup." / "What Paraf stored in this browser was just removed. Everything is still on this page. Store it again now, before you close it.";
        store_again: "Simpan lagi semuanya" / "Store everything again";
        emptied_copy: "Supaya lebih aman, unduh juga satu salinan." / "To be safe, download a copy as well.";
        set_aside: "Data yang rusak dan tidak dipakai: {}. Tidak ada yang dihapus." / "Damaged data that are not used: {}. Nothing was removed.";
        rescue: "Unduh salinan semua data" / "Download a copy of all data";
        no_backup_yet: "Cadangan belum disimpan, atau belum diperiksa. Boleh nanti, paling lambat setelah paraf pertama." / "No backup was saved yet, or it was not checked. It may wait, at the latest until the first co-signature.";
        no_backup: "Cadangan Anda belum diperiksa. Tanpa cadangan, tanda tangan Anda hilang bila data peramban terhapus." / "Your backup was not checked yet. Without one, your signature is gone when the browser's data are cleared.";
        make_backup: "Simpan cadangan" / "Save a backup";
    }
}

catalogue! {
    /// The first page.
    Home {
        welcome: "Satu lembar, dua paraf" / "One sheet, two signatures";
        welcome_lead: "Kinerja setahun, dari rencana sampai penilaian: ditulis sekali, dikirim lewat WhatsApp, diparaf berdua." / "A year of performance, from plan to assessment: written once, sent by WhatsApp, signed by both.";
        door_employee: "Saya guru" / "I am a teacher";
        door_employee_detail: "menyusun kinerja tahun ini" / "writing this year's performance";
        door_superior: "Saya kepala sekolah" / "I am a principal";
        door_superior_detail: "memeriksa, mengamati, memaraf" / "checking, observing, co-signing";
        door_file: "Saya menerima berkas" / "I got a file";
        door_file_detail: "dari orang lain atau ponsel lama" / "from somebody else or an old phone";
        point_offline: "Bekerja tanpa sinyal. Setiap jeda mengetik tersimpan di perangkat ini." / "Works without signal. Every pause in typing is saved on this device.";
        point_turn: "Selalu jelas: apa sekarang, giliran siapa, sampai kapan." / "Always clear: what now, whose turn, by when.";
        point_proof: "Tidak ada yang terhapus. Setiap kesepakatan bisa dibuktikan dan diperiksa." / "Nothing is deleted. Every agreement can be proven and checked.";
        not_official: "Paraf membantu menyiapkan dan menyepakati isi. Dokumen resmi tetap lewat Ruang GTK dan e-Kinerja." / "Paraf helps you prepare and agree on the content. Official documents still go through Ruang GTK and e-Kinerja.";
        how: "Arti tanda tangan dan istilah" / "What a signature and the terms mean";
        heading: "Selamat bekerja, {}" / "Welcome, {}";
        nothing: "Ajak pihak lain memulai berkas kinerja" / "Invite the other side to start a dossier";
        nothing_employee: "Belum ada berkas. Buat undangan untuk atasan Anda, atau terima undangan yang sudah dikirim kepada Anda. Pernah memakai Paraf? Minta saja berkas terbaru dari atasan Anda." / "There is no dossier yet. Make an invitation for your superior, or take in the one you were sent. Did you use Paraf before? Just ask your superior for the newest file.";
        nothing_superior: "Belum ada berkas. Terima undangan dari guru Anda, atau undang mereka lebih dulu. Pernah memakai Paraf? Minta saja berkas terbaru dari mereka." / "There is no dossier yet. Take in the invitations of your teachers, or invite them first. Did you use Paraf before? Just ask them for their newest files.";
        elsewhere_employee: "Minta berkas terbaru dari atasan Anda" / "Ask your superior for the newest file";
        elsewhere_superior: "Minta berkas terbaru dari guru Anda" / "Ask your teachers for their newest files";
        elsewhere: "Tanda tangan Anda sudah ada di perangkat ini, berkas kinerjanya belum. Pihak lain mengirimkannya kepada Anda dari Paraf-nya; terima di sini. Punya cadangan? Terima itu juga." / "Your signature is on this device, your dossiers are not yet. The other side sends them to you from their Paraf; take them in here. Do you have a complete backup? Take that in too.";
        invite: "Buat undangan" / "Make an invitation";
        take_in: "Terima berkas" / "Receive a file";
        invite_more: "Undang orang lain" / "Invite somebody else";
        invited: "{} mengundang Anda memulai berkas kinerja." / "{} invites you to start a dossier.";
        open_invitation: "Buka undangan" / "Open the invitation";
        dossiers: "Semua berkas kinerja" / "All dossiers";
        who: "Dengan siapa" / "With whom";
        stage: "Tahap" / "Stage";
        since: "Sejak" / "Since";
        asked: "Yang perlu dilakukan" / "What to do";
        begun: "dimulai {} oleh {}" / "begun {} by {}";
        install_lead: "Sering memakai Paraf? Pasang di perangkat ini: satu ketukan untuk membuka, juga tanpa sinyal." / "Do you use Paraf often? Put it on this device: one tap opens it, also without signal.";
        install: "Pasang Paraf" / "Install Paraf";
        more: "Tampilkan {} lagi ({} belum tampil)" / "Show {} more ({} not shown)";
        as_superior: "Anda atasan · periode {}" / "You are the superior · period {}";
        as_employee: "Anda pegawai · periode {}" / "You are the employee · period {}";
    }
}

catalogue! {
    /// The first visit.
    Setup {
        heading: "Siapa Anda?" / "Who are you?";
        lead: "Data ini tercantum pada setiap tanda tangan Anda. Cukup sekali ini saja." / "These details stand beside each of your signatures. You type them only once.";
        roles: "Peran Anda" / "Your role";
        roles_hint: "Boleh keduanya." / "It may be both.";
        role_employee: "Saya punya berkas kinerja sendiri" / "I have a dossier of my own";
        role_employee_detail: "Guru, atau kepala sekolah sebagai pegawai" / "A teacher, or a principal as employee";
        role_superior: "Saya memaraf dan menilai orang lain" / "I co-sign and rate others";
        role_superior_detail: "Yang menilai atau mengamati: kepala sekolah, kepala dinas, atau pengawas" / "Who rates or observes: a principal, the head of the education office, or a school supervisor";
        name: "Nama lengkap" / "Full name";
        name_hint: "Seperti pada surat keputusan, boleh dengan gelar" / "As in your letter of appointment, titles allowed";
        office: "Jabatan" / "Office";
        office_hint: "Misalnya Guru Kelas atau Kepala Sekolah" / "Such as class teacher or principal";
        school: "Satuan pendidikan" / "School";
        nip: "NIP" / "NIP";
        nip_hint: "18 angka, PNS atau PPPK" / "18 digits, civil servant or contract staff";
        nuptk: "NUPTK" / "NUPTK";
        nuptk_hint: "16 angka" / "16 digits";
        npsn: "NPSN sekolah" / "NPSN of the school";
        npsn_hint: "8 angka" / "8 digits";
        numbers: "NUPTK dan NPSN (boleh kosong)" / "NUPTK and NPSN (optional)";
        have_key: "Sudah punya cadangan?" / "Do you have a backup?";
        restore: "Pilih berkas cadangan" / "Choose the backup file";
        signature: "Kata sandi untuk paraf Anda" / "A passphrase for your signature";
        signature_lead: "Dengan kata sandi ini hanya Anda yang dapat menandatangani. Ditanyakan sekali setiap kali Anda bekerja." / "With this passphrase nobody but you can sign. It is asked once each time you sit down to work.";
        means: "Apa arti tanda tangan ini?" / "What does this signature mean?";
        passphrase: "Kata sandi" / "Passphrase";
        passphrase_hint: "Paling sedikit {} karakter. Beberapa kata yang mudah Anda ingat paling baik." / "At least {} characters. A few words that you remember easily work best.";
        no_reset: "Kata sandi ini tidak dapat diatur ulang oleh siapa pun. Catat di tempat yang aman." / "Nobody can reset this passphrase. Write it down in a safe place.";
        make: "Buat tanda tangan" / "Make the signature";
        backup: "Simpan cadangan" / "Save a backup";
        backup_lead: "Bila perangkat ini hilang, cadangan mengembalikan tanda tangan dan pekerjaan Anda. Boleh nanti." / "If this device is lost, the backup brings your signature and your work back. It may wait.";
        finish: "Selesai" / "Done";
        later: "Nanti saja" / "Later";
        done: "Tanda tangan Anda siap" / "Your signature is ready";
        done_lead: "Semuanya sudah aman." / "All of it is safe.";
        restoring: "Pulihkan tanda tangan" / "Restore your signature";
        restoring_lead: "Kunci atas nama {} ditemukan. Masukkan kata sandinya." / "A key in the name of {} was found. Enter its passphrase.";
        restore_button: "Pulihkan" / "Restore";
        in_app: "Paraf sedang terbuka di dalam aplikasi {}. Tanda tangan yang dibuat di sini mudah hilang, jadi tidak dibuat." / "Paraf is open inside the app {}. A signature that is made here is soon lost, so none is made.";
        in_some_app: "Paraf sedang terbuka di dalam aplikasi lain. Tanda tangan yang dibuat di sini mudah hilang, jadi tidak dibuat." / "Paraf is open inside another app. A signature that is made here is soon lost, so none is made.";
        in_app_heading: "Buka di Chrome atau Safari" / "Open it in Chrome or Safari";
        in_app_menu: "Ketuk ⋮ atau ⋯ di sudut layar, lalu pilih “Buka di Chrome”, “Buka di Safari”, atau “Buka di peramban”." / "Tap ⋮ or ⋯ in the corner of the screen, then choose “Open in Chrome”, “Open in Safari” or “Open in browser”.";
        in_app_copy: "Tidak ada pilihan itu? Salin alamat halaman ini, lalu tempel di Chrome atau Safari." / "There is no such choice? Copy the address of this page and paste it in Chrome or Safari.";
        private: "Jendela ini pribadi. Tanda tangan dan semua pekerjaan di dalamnya hilang saat jendela ditutup. Untuk bekerja sungguhan, buka Paraf di jendela biasa." / "This window is private. Your signature and all work in it are gone when the window closes. For real work, open Paraf in an ordinary window.";
        trial: "Jendela pribadi" / "Private window";
        trial_tick: "Saya hanya mencoba; semua boleh hilang saat jendela ditutup" / "I am only trying things out; all may be gone when the window closes";
        no_private: "Pakai jendela biasa, bukan jendela penyamaran atau pribadi, yang membuang semuanya saat ditutup." / "Use an ordinary window, not an incognito or private one, which throws everything away when it closes.";
    }
}

catalogue! {
    /// Meeting the other side.
    Contact {
        twin: "Anda sudah punya berkas kinerja {} dengan {}. Lanjutkan di sana; berkas kedua hanya membingungkan Anda berdua." / "You already have a dossier {} with {}. Go on there; a second one would only confuse you both.";
        twin_open: "Buka berkas itu" / "Open that dossier";
        twin_accept: "Tetap mulai berkas kedua" / "Start a second one all the same";
        successor: "Anda sudah punya berkas kinerja {} dengan {}. Apakah {} menggantikannya? Teruskan berkas itu: semua isinya ikut." / "You already have a dossier {} with {}. Does {} take over? Hand that dossier over: everything in it goes along.";
        to_dossiers: "Lihat semua berkas" / "See all dossiers";
        successor_of_me: "Bila {} menggantikan Anda, buka berkas gurunya, lalu pilih “Ganti atasan”: semua isinya ikut. Bila ia atasan Anda sendiri, mulai berkas bersama." / "If {} takes over from you, open the dossier of the teacher and choose “Change the superior”: everything in it goes along. If they are your own superior, start the dossier together.";
        invites_as_employee: "{} mengundang Anda sebagai atasan untuk periode {}." / "{} invites you as the superior for the period {}.";
        invites_as_superior: "{} mengundang Anda sebagai pegawai untuk periode {}." / "{} invites you as the employee for the period {}.";
        accept: "Mulai berkas bersama" / "Start the dossier together";
        code: "Kode kenal" / "Code of acquaintance";
        compare: "Kode ini sama di kedua layar. Minta {} membacakan dua kelompok yang tertutup, langsung atau lewat telepon, lalu ketik di sini." / "This code is the same on both screens. Have {} read the two hidden groups to you, in person or by phone, and type them here.";
        group: "Kelompok {} dari layar {}" / "Group {} from the screen of {}";
        check: "Cocokkan" / "Compare";
        later: "Cocokkan nanti" / "Compare later";
        later_means: "Sebelum dicocokkan, setiap tanda tangan dari kunci ini bertanda “belum dicocokkan”." / "Until it is compared, each signature of this key is marked “not compared”.";
        differs: "Kode tidak sama" / "The code is not the same";
        differs_next: "Periksa ketikan Anda. Jika tetap berbeda, jangan lanjutkan: minta undangan baru langsung dari orangnya." / "Check what you typed. If it still differs, do not go on: ask the person directly for a new invitation.";
        matched: "Dicocokkan langsung pada {}. Kunci ini memang milik orang yang Anda kenal." / "Compared in person on {}. This key does belong to the person you know.";
        go_on: "Lanjut" / "Go on";
        offer: "Isi undangan" / "What the invitation is for";
    }
}

catalogue! {
    /// Inviting somebody.
    Invite {
        heading: "Undang pihak lain" / "Invite the other side";
        lead: "Undangan adalah berkas kecil yang Anda kirim lewat WhatsApp, surel, atau USB." / "An invitation is a small file that you send by WhatsApp, e-mail or USB stick.";
        step_1: "Anda menandatangani undangan, lalu mengirimkannya." / "You sign the invitation, then send it.";
        step_2: "Pihak lain menerimanya di Paraf, memulai berkas bersama, dan mengirim balik sebuah berkas." / "The other side takes it in, starts the dossier and sends a file back.";
        step_3: "Anda menerima berkas itu, mencocokkan kode kenal, dan tahap pertama terbuka." / "You take that file in, compare the code, and the first stage opens.";
        elsewhere: "Sudah punya berkas kinerja untuk periode ini? Undangan memulai berkas kedua. Minta saja berkas terbarunya dari pihak lain, lalu terima di sini." / "Do you have a dossier of this period already? An invitation begins a second one. Just ask the other side for its newest file, and take it in here.";
        running: "Anda sudah punya berkas kinerja {} dengan {}. Atasan berganti, atau salah orang? Teruskan berkas itu: semua isinya ikut. Undangan baru memulai berkas kedua dari awal." / "You already have a dossier {} with {}. Has the superior changed, or is it the wrong person? Hand that dossier over: everything in it goes along. A new invitation begins a second one from the start.";
        superior: "Undang atasan saya" / "Invite my superior";
        employee: "Undang pegawai saya" / "Invite my employee";
        rules: "Aturan periode" / "Rules of the period";
        rules_hint: "Dua periode sama-sama dekat. Pilih periode yang Anda maksud." / "Two periods are equally near. Choose the one you mean.";
        own_rules: "Aturan periode yang Anda terima sendiri" / "A rule pack that you took in yourself";
        position: "Berkas kinerja untuk" / "The dossier is of";
        superior_is: "Status atasan" / "Status of the superior";
        acting: "Pelaksana tugas (Plt.)" / "Acting (Plt.)";
        acting_means: "Rencana disepakati otomatis menurut aturan, tanpa diskusi. Karena itu rencana diperiksa sendiri sebelum dikirim." / "The plan is agreed automatically by rule, without discussion. So it is checked alone before it is sent.";
    }
}

catalogue! {
    /// The person of this app.
    Me {
        heading: "Saya dan kunci saya" / "Me and my key";
        backup: "Cadangan" / "Backup";
        backup_none: "Belum ada cadangan. Tanpa itu, tanda tangan Anda hilang bila data peramban terhapus." / "There is no backup. Without one, your signature is gone when the browser's data are cleared.";
        backup_unchecked: "Cadangan sudah diunduh. Sekarang pilih berkasnya, untuk memastikan bisa dibaca." / "The backup was downloaded. Now choose its file, to be sure that it can be read.";
        backup_checked: "Cadangan sudah diperiksa dan bisa dibaca." / "The backup was checked and can be read.";
        backup_wrong: "Berkas itu bukan cadangan Anda yang terbaru. Pilih berkas yang baru diunduh." / "That file is not your newest backup. Choose the file you just downloaded.";
        save_backup: "Unduh cadangan" / "Download the backup";
        check_backup: "Pilih berkas cadangan" / "Choose the backup file";
        backup_again: "Unduh atau periksa lagi" / "Download or check again";
        details: "Ubah data diri" / "Change your details";
        details_lead: "Perbaiki nama, jabatan, sekolah, atau nomor Anda. Kunci Anda tetap sama, dan lembar yang sudah ditandatangani tetap memuat data saat itu." / "Correct your name, office, school or numbers. Your key stays the same, and what was signed before keeps the details of that time.";
        details_day: "Berlaku sejak" / "Valid from";
        details_where: "Perubahan ditandatangani sekaligus di {} berkas kinerja yang masih berjalan, dan ikut terkirim bersama berkas berikutnya." / "The change is signed at once in {} dossiers that go on, and travels with the next file.";
        details_sign: "Tanda tangani perubahan" / "Sign the change";
        details_question: "Ubah data diri Anda?" / "Change your details?";
        details_point: "Pihak lain melihat data lama dan data baru. Mulai sekarang lembar Anda memuat data yang baru." / "The other side sees the old and the new details. From now on your sheets show the new ones.";
        details_changed: "{} mengubah data dirinya, berlaku sejak {}. {} (ditandatangani {})" / "{} changed their details, valid from {}. {} (signed {})";
        details_part: "{}: {} menjadi {}" / "{}: {} becomes {}";
        places: "Jabatan dan sekolah di atas berlaku untuk" / "The office and school above hold for";
        places_hint: "Nama dan nomor Anda sama di semua berkas kinerja; jabatan dan sekolah boleh berbeda." / "Your name and numbers are the same in all dossiers; the office and the school may differ.";
        places_with: "Berkas dengan {}, {}" / "Dossier with {}, {}";
        places_more: "{} dan {} orang lain" / "{} and {} others";
        places_now: "Sekarang: {}" / "Now: {}";
        places_card: "Data diri Anda dan berkas baru" / "Your own details and new dossiers";
        own_place: "Jabatan dan sekolah Anda di berkas ini" / "Your office and school in this dossier";
        own_place_hint: "Ubah bila di berkas ini berbeda, misalnya karena Anda bertugas di dua sekolah. Berkas lain tidak berubah." / "Change them if they differ in this dossier, such as when you work at two schools. Other dossiers stay as they are.";
        contacts: "Orang yang Anda kenal" / "People you met";
    }
}

catalogue! {
    /// The help page.
    Help {
        heading: "Bantuan" / "Help";
        lead: "Jawaban untuk yang sering ditanyakan, dan arti istilah serta tanda di Paraf." / "Answers to what is often asked, and what words and signs mean in Paraf.";
        search: "Cari di bantuan" / "Search the help";
        found_nothing: "Tidak ada yang cocok. Coba kata lain, yang lebih pendek." / "Nothing fits. Try another word, a shorter one.";
        questions: "Yang sering ditanyakan" / "Often asked";
        ask_send: "Bagaimana cara mengirim?" / "How do I send?";
        say_send: "Setelah Anda menandatangani, halaman Kirim terbuka. Tekan Kirim, pilih WhatsApp, lalu orangnya. Di laptop, simpan berkasnya, lalu lampirkan di WhatsApp atau surel. Kembali ke Paraf dan jawab Ya setelah terkirim." / "After you sign, the page for sending opens. Press Send, choose WhatsApp and then the person. On a laptop, save the file and attach it in WhatsApp or e-mail. Come back to Paraf and answer yes once it is sent.";
        ask_receive: "Berkas datang lewat WhatsApp. Lalu apa?" / "A file came by WhatsApp. What now?";
        say_receive: "Simpan berkas itu, buka halaman Terima, dan pilih berkasnya. Pesan yang panjang berisi teks dapat disalin dan ditempel di halaman itu. Paraf lalu menyebut dari siapa, tentang apa, dan giliran siapa." / "Save the file, open the page for taking in, and choose it. A long message of text can be copied and pasted on that page. Paraf then says whose it is, what it is about, and whose turn it is.";
        ask_sees: "Apa yang dilihat kepala sekolah?" / "What does the principal see?";
        say_sees: "Hanya yang sudah Anda tanda tangani dan kirim. Draf tetap di perangkat Anda." / "Only what you signed and sent. Drafts stay on your device.";
        ask_phone: "Bagaimana kalau ponsel saya hilang?" / "What if I lost my phone?";
        say_phone: "Di ponsel lain, buka Paraf, pilih Mulai, lalu pulihkan dari cadangan dengan kata sandi Anda. Setelah itu minta berkas terbaru dari pihak lain: semua yang pernah Anda kirim ada di situ. Tanpa cadangan, pakai kode pengganti." / "On another phone, open Paraf, choose to begin, and restore from your backup with your passphrase. Then ask the other side for its newest file: everything that you ever sent is in it. Without a backup, use the replacement code.";
        ask_forgot: "Bagaimana kalau saya lupa kata sandi?" / "What if I forgot my passphrase?";
        say_forgot: "Tidak ada yang dapat mengatur ulang kata sandi Anda. Bila Anda ingat kata sandi yang lebih lama, pulihkan dari cadangan waktu itu. Bila tidak, simpan dulu cadangan, hapus semua di halaman Cadangan, lalu mulai lagi dengan kode pengganti dan minta berkas terbaru dari pihak lain. Yang sudah ditandatangani tetap berlaku." / "Nobody can reset your passphrase. If you remember an older one, restore from the backup of that time. If not, save a backup first, remove everything on the page of backups, then begin again with the replacement code and ask the other side for its newest file. What was signed stays valid.";
        ask_mistake: "Sudah dikirim, tetapi ada yang salah." / "It is sent, but something in it is wrong.";
        say_mistake: "Selama belum diparaf, tarik kembali di halaman tahap itu, perbaiki, lalu kirim lagi. Setelah diparaf, usulkan perubahan." / "As long as it is not co-signed, take it back on the page of the stage, mend it and send it again. After that, suggest a change.";
        ask_offline: "Apakah bisa tanpa internet?" / "Does it work without internet?";
        say_offline: "Bisa. Setelah dibuka sekali, Paraf terbuka tanpa sinyal. Internet hanya perlu untuk mengirim berkas." / "Yes. Once it was opened, Paraf opens without signal. Only sending a file needs internet.";
        signature: "Arti tanda tangan" / "What a signature means";
        privacy: "Data Anda" / "Your data";
        privacy_device: "Tidak ada data yang keluar dari perangkat ini selain berkas yang Anda kirim sendiri." / "No data leave this device but the files that you send yourself.";
        privacy_lost: "Peramban bisa menghapus penyimpanannya. Berkas kiriman memuat seluruh riwayat, jadi pihak lain selalu punya salinannya." / "A browser may clear its storage. Each file you send carries the whole history, so the other side always has a copy.";
        privacy_pupils: "Jangan tulis nama lengkap murid. Pakai inisial, karena data anak dilindungi khusus." / "Do not write full names of pupils. Use initials, because children's data are specially protected.";
        pairing: "Kode kenal" / "Code of acquaintance";
        pairing_text: "Kode kenal dihitung dari kunci Anda dan kunci pihak lain. Jika sama di kedua layar, tidak ada orang lain di antara Anda berdua." / "The code is computed from your key and the other side's key. If it is the same on both screens, nobody else stands between the two of you.";
        words: "Istilah" / "Words";
        stages: "Tujuh tahap" / "The seven stages";
        signs: "Tanda" / "Signs";
        word_dossier: "Berkas kinerja" / "Dossier";
        mean_dossier: "Satu pegawai, satu atasan, satu periode." / "One employee, one superior, one period.";
        word_bundle: "Berkas kiriman" / "Bundle";
        mean_bundle: "Berkas yang ditukar. Selalu memuat seluruh berkas kinerja." / "The file that is exchanged. It always carries the whole dossier.";
        word_version: "Versi" / "Version";
        mean_version: "Isi satu tahap yang ditandatangani. Versi lama tetap tersimpan." / "The content of one stage as it was signed. Older versions are kept.";
        word_cosign: "Paraf" / "Co-signature";
        mean_cosign: "Tanda setuju pihak lain pada satu versi, persis seperti yang terlihat." / "The other side's agreement to one version, exactly as it is shown.";
        word_amendment: "Usulan perubahan" / "Amendment";
        mean_amendment: "Versi baru setelah sepakat. Perlu diparaf lagi; tahap sesudahnya ditandai perlu ditinjau." / "A new version after an agreement. It has to be co-signed again; later stages are marked for review.";
        word_ring: "Kode isi" / "Code of the content";
        mean_ring: "Jika sama di kedua perangkat, isi berkas kinerja di keduanya sama." / "If it is the same on both devices, both hold the same dossier.";
        word_rules: "Aturan periode" / "Rule pack (aturan periode)";
        mean_rules: "Pertanyaan, pilihan, dan tanggal anjuran satu periode, masing-masing dengan sumbernya. Berkas memakai aturan yang berlaku saat dimulai." / "The questions, choices and recommended dates of one period, each with its source. A dossier keeps the pack it began with.";
        word_acting: "Plt." / "Plt. (acting superior)";
        mean_acting: "Pelaksana tugas: menjabat sementara. Rencana disepakati otomatis menurut aturan, dan lembarnya menyebut hal itu." / "In office for the time being. The plan is agreed automatically by rule, and its sheet says so.";
    }
}

impl Help {
    /// Gives what is often asked, with the answers.
    pub fn answers(&self) -> [(&'static str, &'static str); 7] {
        [
            (self.ask_send, self.say_send),
            (self.ask_receive, self.say_receive),
            (self.ask_sees, self.say_sees),
            (self.ask_phone, self.say_phone),
            (self.ask_forgot, self.say_forgot),
            (self.ask_mistake, self.say_mistake),
            (self.ask_offline, self.say_offline),
        ]
    }

    /// Gives the words with their meanings.
    pub fn glossary(&self) -> [(&'static str, &'static str); 8] {
        [
            (self.word_dossier, self.mean_dossier),
            (self.word_bundle, self.mean_bundle),
            (self.word_version, self.mean_version),
            (self.word_cosign, self.mean_cosign),
            (self.word_amendment, self.mean_amendment),
            (self.word_ring, self.mean_ring),
            (self.word_rules, self.mean_rules),
            (self.word_acting, self.mean_acting),
        ]
    }
}

#[cfg(test)]
pub(super) fn all() -> Vec<(&'static str, &'static str, &'static str)> {
    [Frame::all(), Home::all(), Setup::all(), Contact::all(), Invite::all(), Me::all(), Help::all()].concat()
}
