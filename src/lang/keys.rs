//! Keys that are lost, replaced and kept: the replacement code, the word of the other side, the passphrase.

catalogue! {
    /// Keys that are lost, replaced and kept.
    Keys {
        spare: "Kode pengganti" / "Replacement code";
        spare_lead: "Bila perangkat atau kunci Anda hilang, kode ini membuat kunci baru yang langsung diakui. Tulis di kertas atau cetak, lalu simpan di rumah, terpisah dari perangkat ini dan cadangan." / "If your device or your key is lost, this code makes a new key that is recognised at once. Write it on paper or print it, and keep it at home, apart from this device and from the backup.";
        spare_waits: "Kode pengganti belum Anda simpan di tempat lain." / "You do not keep the replacement code anywhere else yet.";
        spare_kept: "Kode pengganti sudah Anda simpan di tempat lain." / "You keep the replacement code elsewhere.";
        show: "Tampilkan kode" / "Show the code";
        show_heading: "Tampilkan kode pengganti?" / "Show the replacement code?";
        show_point: "Kode muncul di layar ini. Pastikan tidak ada yang ikut melihat." / "The code appears on this screen. Make sure that nobody looks on.";
        save: "Simpan sebagai berkas teks" / "Save as a text file";
        print: "Cetak" / "Print";
        kept: "Sudah saya simpan, hapus dari sini" / "I keep it elsewhere, remove it here";
        kept_means: "Sesudah dihapus dari perangkat ini, kode tidak dapat ditampilkan lagi." / "Once it is removed from this device, it cannot be shown again.";
        file: "Kode pengganti Paraf atas nama {}:" / "Replacement code of Paraf in the name of {}:";
        waits: "Kode pengganti belum disimpan di tempat lain. Boleh nanti, paling lambat setelah paraf pertama." / "The replacement code is not kept elsewhere yet. It may wait, at the latest until the first co-signature.";
        warning: "Kode pengganti Anda belum disimpan di tempat lain. Tanpa kode itu, kunci yang hilang hanya dapat diganti dengan jaminan pihak lain." / "You do not keep your replacement code elsewhere yet. Without it, a lost key can be replaced only if the other side vouches for you.";
        keep: "Simpan kode pengganti" / "Keep the replacement code";
        lost: "Kunci lama hilang? Pakai kode pengganti" / "Old key lost? Use the replacement code";
        code: "Kode pengganti dari kertas" / "Replacement code on paper";
        code_hint: "Tujuh kelompok, masing-masing empat huruf atau angka. Kosongkan bila Anda baru pertama kali memakai Paraf." / "Seven groups of four letters or digits. Leave it empty if you are new to Paraf.";
        replace: "Ganti kunci lama Anda" / "Replace your old key";
        replace_lead: "Kunci di perangkat ini berasal dari kode pengganti Anda. Dengan satu tanda tangan, kunci ini menggantikan kunci lama di berkas ini." / "The key on this device comes from your replacement code. With one signature it takes the place of the old key in this dossier.";
        replace_button: "Ganti kunci lama" / "Replace the old key";
        replace_point: "Yang sudah ditandatangani dengan kunci lama tetap berlaku. Mulai sekarang hanya kunci ini yang menandatangani atas nama Anda." / "What was signed with the old key stays valid. From now on only this key signs for you.";
        vouch: "Jamin kunci baru pihak lain" / "Vouch for a new key of the other side";
        vouch_lead: "Hanya untuk orang yang kehilangan kunci dan juga kode penggantinya. Temui orangnya lebih dulu, dan cocokkan kode kenal dengan kunci barunya." / "Only for somebody who lost both the key and the replacement code. Meet them first, and compare the code of acquaintance with the new key.";
        vouch_to: "Kunci baru milik {}" / "The new key of {}";
        vouch_hint: "Hanya orang yang kode kenalnya sudah Anda cocokkan." / "Only people whose code you compared.";
        vouch_compared: "Kode kenal dicocokkan {}" / "Code compared on {}";
        vouch_button: "Jamin kunci ini" / "Vouch for this key";
        vouch_heading: "Jamin kunci baru {}?" / "Vouch for the new key of {}?";
        everywhere: "Berlaku sekaligus untuk {} berkas kinerja di perangkat ini." / "This holds at once for {} dossiers on this device.";
        vouch_point: "Anda menjamin bahwa kunci baru ini milik orang yang sama. Nama Anda tercatat selamanya sebagai penjamin, dan kunci lamanya tidak dapat menandatangani lagi." / "You vouch that this new key belongs to the same person. Your name stands on record for ever, and the old key cannot sign any more.";
        changed_by_code: "{} mengganti kuncinya dengan kode pengganti, {}." / "{} replaced the key by the replacement code, {}.";
        changed_by_word: "Kunci {} diganti tanpa kunci lama, dijamin oleh {}, {}." / "The key of {} was replaced without the old key; {} vouches for it, {}.";
        overruled: "Tidak berlaku: pemilik kunci lama sudah menggantinya sendiri dengan kode pengganti." / "It does not hold: the owner of the old key replaced it with the replacement code.";
        doubtful: "Tanda tangan dari kunci lama yang tidak dikenal saat kuncinya diganti: {}. Tanyakan langsung kepada pemiliknya. Bila bukan tanda tangannya, tulis versi baru." / "Signatures of an old key that were unknown when it was replaced: {}. Ask its owner in person. If it is not their signature, write a new version.";
        doubtful_mine: "Kunci lama Anda menandatangani ini, dan belum dikenal saat kuncinya diganti: {}. Apakah Anda sendiri yang menandatanganinya? Bila ya, biarkan. Bila bukan, tarik kembali atau tulis versi baru, dan beri tahu pihak lain." / "Your old key signed this, and it was unknown when the key was replaced: {}. Did you sign it yourself? If so, leave it. If not, take it back or write a new version, and tell the other side.";
        sheet_doubtful_mine: "Lembar ini memuat tanda tangan dari kunci lama Anda yang belum dikenal saat kunci itu diganti. Apakah Anda sendiri yang menandatanganinya? Bila bukan, tarik kembali atau tulis versi baru, dan beri tahu pihak lain." / "This sheet has a signature of your old key that was unknown when the key was replaced. Did you sign it yourself? If not, take it back or write a new version, and tell the other side.";
        sheet_doubtful: "Lembar ini memuat tanda tangan dari kunci lama yang tidak dikenal saat kunci itu diganti. Tanyakan langsung kepada pemiliknya sebelum melanjutkan." / "This sheet has a signature of an old key that was unknown when that key was replaced. Ask its owner in person before you go on.";
        box_doubtful: "Meragukan: tidak dikenal saat kunci ini diganti" / "Doubtful: unknown when this key was replaced";
        ends: "kunci …{}" / "key …{}";
        box_old: "Kunci lama, sudah diganti" / "Old key, replaced since";
        box_by_code: "Kunci baru dari kode pengganti" / "New key by the replacement code";
        box_by_word: "Kunci diganti tanpa kunci lama, dijamin oleh {}" / "Key replaced without the old key; {} vouches for it";
        is_replaced: "Kunci di perangkat ini sudah diganti" / "The key on this device was replaced";
        was_replaced: "Berkas ini berjalan dengan kunci lain · periode {}" / "This dossier goes on with another key · period {}";
        not_me: "Bukan Anda yang meminta? Segera hubungi {}, lalu mulai lagi di perangkat lain dengan kode pengganti Anda." / "It was not you who asked for it? Contact {} at once, then begin again on another device with your replacement code.";
        contact_old: "Kunci ini sudah diganti dan tidak dapat menandatangani lagi." / "This key was replaced and cannot sign any more.";
        contact_new: "Lihat kunci barunya" / "Look at the new key";
        open_dossier: "Buka berkas kinerja" / "Open the dossier";
        namesake: "{} di berkas kinerja Anda memakai kunci lain. Bila kuncinya hilang, sebaiknya ia memulihkan cadangan atau memakai kode pengganti. Bila keduanya tidak ada, Anda dapat menjamin kunci barunya: kirim berkas kinerja kepadanya, temui orangnya, lalu cocokkan kode kenal." / "{} has another key in your dossier. If the key was lost, it is best to restore its backup or to use the replacement code. If there is neither, you can vouch for the new key: send them the dossier, meet them, then compare the code.";
        send_old: "Kirim berkas kinerja" / "Send the dossier";
        arrived_next: "Bila kunci pihak lain berganti, cocokkan kode kenalnya sebelum memaraf. Bila terasa janggal, tanyakan langsung orangnya." / "If the key of the other side changed, compare its code before you co-sign. If it seems odd, ask the person directly.";
        old_key: "Berkas ini menyebut “{}” dengan kunci lain. Apakah itu Anda? Isinya belum disimpan." / "This file names “{}” with another key. Is that you? Its content was not kept.";
        old_key_next: "Bila bukan Anda, berkas ini salah alamat. Bila Anda, ada tiga jalan: pulihkan kunci lama dari cadangannya; mulai lagi dengan kode pengganti; atau cocokkan kode kenal dengan pengirimnya dan minta ia menjamin kunci baru Anda." / "If it is not you, the file went to the wrong person. If it is, there are three ways: restore the old key from its backup; begin again with the replacement code; or compare the code with the sender and ask them to vouch for your new key.";
        ways: "Bila kunci hilang" / "When a key is lost";
        way_backup: "Ada cadangan: pulihkan kunci dengan berkas itu, lalu minta pihak lain mengirim ulang berkas kinerja." / "You have the backup: restore the key with that file, then ask the other side to send the dossier again.";
        way_code: "Ada kode pengganti: mulai lagi dengan kode itu, minta berkas kinerja dari pihak lain, lalu ganti kunci lama di halaman berkas." / "You have the replacement code: begin again with it, ask the other side for the dossier, then replace the old key on its page.";
        way_word: "Tidak ada keduanya: mulai lagi, kirim undangan kepada pihak lain, cocokkan kode kenal dengan bertemu langsung, dan minta ia menjamin kunci baru Anda." / "You have neither: begin again, send an invitation to the other side, meet and compare the code, and ask them to vouch for your new key.";
        passphrase: "Ganti kata sandi" / "Change the passphrase";
        old: "Kata sandi lama" / "Old passphrase";
        new: "Kata sandi baru" / "New passphrase";
        again: "Kata sandi baru, sekali lagi" / "New passphrase again";
        passphrase_changed: "Kata sandi sudah diganti. Unduh cadangan yang baru; yang lama hanya terbuka dengan kata sandi lama." / "The passphrase is changed. Download a new backup; the old one opens with the old passphrase only.";
        old_wrong: "Kata sandi lama tidak cocok. Tidak ada yang berubah." / "The old passphrase does not fit. Nothing changed.";
    }
}

#[cfg(test)]
pub(super) fn all() -> Vec<(&'static str, &'static str, &'static str)> {
    Keys::all()
}
