//! Words for sending files.

catalogue! {
    /// Sending a file to the other side.
    Sending {
        heading: "Kirim kepada {}" / "Send to {}";
        all_in_one: "Satu berkas memuat semuanya. Yang lama tidak perlu dikirim lagi." / "One file carries everything. Older ones need not be sent again.";
        ahead: "Sambil menunggu jawaban, tahap berikutnya boleh Anda tulis dan tanda tangani. Kalau sekarang, cukup satu berkas untuk keduanya." / "While you wait for the answer you may write and sign the next stage. If you do it now, one file carries both.";
        two: "{} dan {}" / "{} and {}";
        file: "Berkas" / "File";
        my_phone: "Di perangkat Anda" / "On your device";
        their_phone: "Di perangkat {}" / "On the device of {}";
        share: "Kirim" / "Send";
        share_how: "Pilih WhatsApp, lalu {}. Berkas dan pesannya ikut otomatis." / "Choose WhatsApp, then {}. The file and its message go along by themselves.";
        save: "Simpan berkas untuk dikirim" / "Save the file to send";
        save_how: "Berkasnya tersimpan di Unduhan. Lalu buka WhatsApp, pilih {}, ketuk klip kertas, Dokumen, dan pilih berkas itu." / "The file goes to your downloads. Then open WhatsApp, choose {}, tap the paper clip, Document, and choose that file.";
        save_other: "Berkas itu juga dapat dikirim lewat surel, Bluetooth, atau USB." / "The file can go by e-mail, Bluetooth or USB stick as well.";
        copy: "Salin isinya sebagai teks" / "Copy its content as text";
        copy_how: "Tempel teksnya di obrolan. Penerima menempelkannya di halaman Terima." / "Paste the text into the chat. Whoever gets it pastes it on the page for taking in.";
        other_ways: "Cara lain" / "Other ways";
        again: "Kirim sekali lagi" / "Send once more";
        message: "Pesan yang ikut" / "The message that goes along";
        message_beside: "Pesan untuk disalin" / "A message to copy";
        copy_message: "Salin pesannya" / "Copy the message";
        message_copied: "Pesan sudah disalin. Tempel di obrolan, di samping berkasnya." / "The message is copied. Paste it into the chat, beside the file.";
        asked: "Sudah dikirim?" / "Did you send it?";
        asked_share: "Lihat dulu di obrolan: ada centang di samping berkasnya. Paraf mencatat sudah dikirim kepada {} hanya bila Anda jawab Ya." / "Look in the chat first: there is a tick beside the file. Paraf notes it as sent to {} only if you answer yes.";
        asked_save: "Buka WhatsApp, pilih {}, ketuk klip kertas, Dokumen, lalu pilih berkasnya di Unduhan. Kembali ke sini setelah terkirim." / "Open WhatsApp, choose {}, tap the paper clip, Document, and choose the file in your downloads. Come back here once it is sent.";
        asked_copy: "Isinya sudah disalin. Buka obrolan dengan {}, tempel, dan kirim. Kembali ke sini setelah terkirim." / "The content is copied. Open the chat with {}, paste and send. Come back here once it is sent.";
        yes: "Ya, sudah dikirim" / "Yes, it is sent";
        not_yet: "Belum" / "Not yet";
        sent: "Sudah dikirim" / "Sent";
        sent_lead: "Tercatat sudah dikirim kepada {}." / "Noted as sent to {}.";
        comes_back: "Yang akan kembali: berkas dari {}. Begitu datang, buka di halaman Terima." / "What comes back: a file from {}. When it comes, open it on the page for taking in.";
        undo: "Ternyata belum dikirim" / "It was not sent after all";
        go_home: "Ke beranda" / "To the first page";
        cancelled: "Belum ada yang dipilih, jadi belum ada yang dikirim." / "Nothing was chosen, so nothing is sent yet.";
        share_failed: "Perangkat ini tidak dapat membagikan berkas. Simpan berkasnya, lalu lampirkan sendiri." / "This device cannot share files. Save the file and attach it yourself.";
        copy_failed: "Peramban tidak mengizinkan menyalin. Tandai teksnya sendiri, atau simpan berkasnya lalu lampirkan." / "The browser does not allow copying. Select the text by hand, or save the file and attach it.";
        invited: "Undangan siap dikirim" / "The invitation is ready to send";
        invited_lead: "Undangan {} sudah Anda tanda tangani. Kirim sekarang." / "You signed the invitation of {}. Send it now.";
        invited_all: "Satu undangan berlaku untuk semua pegawai Anda: bagikan saja ke grup. Tiap orang memulai berkasnya sendiri." / "One invitation serves all your employees: share it in the group. Each of them begins a dossier of their own.";
        invited_out: "Undangan sudah diserahkan. Lihat di obrolan apakah terkirim." / "The invitation was handed over. Look in the chat whether it was sent.";
        invited_save: "Undangan sudah disimpan di Unduhan." / "The invitation is in your downloads.";
        invited_back: "Yang akan kembali: sebuah berkas. Terima berkas itu di sini, lalu cocokkan kode kenal." / "What comes back: a file. Take it in here, then compare the code.";
        whoever: "penerimanya" / "whoever gets it";
        to_superior: "ke atasan" / "to superior";
        to_employee: "ke pegawai" / "to employee";
        to_colleague: "ke rekan" / "to colleague";
        invitation: "Undangan dari {}" / "Invitation from {}";
        plain_invitation: "Undangan" / "Invitation";
        names: "Nama berkas kiriman" / "Names of the files you send";
        with_names: "Nama berkas memuat nama singkat pegawai, seperti \u{201c}Sri W.\u{201d}, supaya mudah dikenali di obrolan." / "The names of files hold the short name of the employee, such as \u{201c}Sri W.\u{201d}, so that they are easy to tell apart in a chat.";
        without_names: "Nama berkas tidak memuat nama orang; isi berkas dan pesannya tetap memuatnya." / "The names of files hold no name of a person; the file itself and the message still do.";
        take_names_off: "Hilangkan nama dari nama berkas" / "Take names out of the names of files";
        put_names_on: "Pakai nama singkat di nama berkas" / "Use short names in the names of files";
        says_wrote: "Yth. {}, ini {} di Paraf, sudah saya tanda tangani. Mohon dibuka di Paraf, diperiksa, lalu dikirim kembali. Terima kasih. – {}" / "Dear {}, this is {} in Paraf, signed by me. Please open it in Paraf, check it and send it back. Thank you. – {}";
        says_other: "Yth. {}, ini berkas kinerja {} di Paraf. Mohon dibuka di Paraf; langkah berikutnya tertulis di sana. Terima kasih. – {}" / "Dear {}, this is the dossier {} in Paraf. Please open it in Paraf, which says what comes next. Thank you. – {}";
        says_answered: "Yth. {}, ini jawaban saya untuk {} di Paraf. Mohon dibuka di Paraf; langkah berikutnya tertulis di sana. Terima kasih. – {}" / "Dear {}, this is my answer to {} in Paraf. Please open it in Paraf, which says what comes next. Thank you. – {}";
        invites_superior: "Yth. Bapak/Ibu, ini undangan untuk berkas kinerja {} saya. Mohon diterima di Paraf, lalu berkas yang dibuat Paraf dikirim kembali kepada saya. Terima kasih. – {}" / "Dear superior, this is the invitation to my dossier {}. Please take it in with Paraf, and send the file that it makes back to me. Thank you. – {}";
        invites_employee: "Yth. rekan, ini undangan untuk berkas kinerja {}. Mohon diterima di Paraf, lalu berkas yang dibuat Paraf dikirim kembali kepada saya. Terima kasih. – {}" / "Dear colleagues, this is the invitation to the dossiers {}. Please take it in with Paraf, and send the file that it makes back to me. Thank you. – {}";
    }
}

#[cfg(test)]
pub(super) fn all() -> Vec<(&'static str, &'static str, &'static str)> {
    Sending::all()
}
