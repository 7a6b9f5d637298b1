//! What the names of people in Indonesia are made of: words that are often in one, and endings.

/// Words that often stand in a name and seldom in that of anything else. Those with a star are other words too, or
/// are named in books and stories, so that one alone is no name.
const OFTEN: &str = "\
    abdul abdullah abimanyu achmad adam* adelia adi adinda adit aditya afifah agung* agus ahmad aini aisyah \
    aji akbar* al* aldi aldo alfian alfin ali alif alifah alya amalia amanda amelia amin* amir amira \
    ananda* anastasya andi andika andini andra andre andreas andri angga anggara anggi anggita anggraini \
    anggun* anin anindya anisa anita annisa anton antonius anwar apriliani ardi ardiansyah ari aria arief \
    arif arini aris arya* aryani asep asih astuti aulia ayu* azis azizah azka azzahra bagas bagus* bambang \
    bayu* benny bima* bintang* budi* cahya* cahyani cahyo* candra* chandra* christian cici cindy citra* \
    clara* daffa dani daniel danu darma* david dea deden dedi deni denny desi devi dewanti \
    dewi* dhea dian* diana dika dimas dina dinda dini dito dodi doni dwi* dyah edi edo eka* eko elsa* \
    endah* endang erik erlangga erna ester evi fabian fadhil fadil fadli fahmi fahri faisal faiz fajar* \
    fani farah farel farhan faris fathir fatimah fatma fauzan fauzi febri felix ferdi fikri fira firda \
    firman fitri fitria fitriani galang* galih gede* gilang* gita guntur* gusti* hadi hafiz haikal hana \
    handayani hani hanif hari haris hartono hasan* hasna hendra heri herlina hesti hidayah* hidayat husna \
    ibnu ibrahim* icha ihsan* ika ilham* imam* iman* indah* indra indri intan* iqbal irfan irma irwan \
    ismail* iwan jaka* jasmine* jihan joko jonathan joni julia* juliana kadek kamila karina kartika* ketut \
    kevin khadijah khairul khalid khoirul kiki kirana komang* krisna* kurnia* kurniawan kusuma* laila* lala \
    larasati latifah lestari lia lila* lina* linda* lukman lutfi made* maharani mahardika mahesa mahmud \
    malik* marlina maryam* maulana* maulida* mawar* maya* mega* melati* meliana michael miftah mila mira \
    moch moh mohamad mohammad muchamad muhamad muhammad* mulyadi mulyani mustika* mutia mutiara* nabila \
    nada* nadia nadya naila nanda nando nasution natasya naufal nayla nengah nia nina nindya nisa novi \
    novita nugraha nugroho nur* nurhaliza nurul nyoman okta* oktavia oktaviani pandu panji* perdana \
    permana* permata* prasetya prasetyo pratama pratiwi puji* purnama* purnomo puspa* puspita puspitasari \
    putra* putri* putu* rachel raden* rafa rafi rafka rahayu rahma* rahman rahmat* rahmawati raihan raka \
    ramadani ramadhan* ramadhani rangga rani* rara ratih ratna raya* reka rendi reni reno restu* \
    retno reyhan reza rian ridho ridwan rifki rika rini rio riska riski rizal rizka rizki rizky robi romi \
    roni rosa* rudi rusdi sabrina safira safitri sahrul salma salsabila samuel santi santoso saputra \
    saputri sarah sari* satria* satya* sekar* septi* septian setia* setiawan setyo shafira shinta* sigit \
    silvi sinaga sinta* sintia siregar siska siti sofia sofyan sri* stefani suci* sugeng suharto sukma* \
    sulaiman* surya* susanti susanto sutrisno syahrul syaiful syakira syifa tania tantri tari* taufik \
    teguh* tiara tika tio toni tri* umar* utami* valentina vania vera vina vino wahyu* wahyuni wawan wayan* \
    widya* wijaya* wira* wisnu* wulan wulandari yanti yasmin yoga* yogi yohanes yolanda yuda yudha yulia \
    yuliana yuni yunita yusuf* zahra zahwa zaki zaskia zidan zulfa";

/// Endings of such words.
const ENDINGS: [&str; 16] = [
    "wati", "ningsih", "ningrum", "yanti", "yanto", "yansyah", "ullah", "uddin", "udin", "syah", "aldi",
    "liana", "tiani", "asari", "handoko", "suma",
];

/// Says whether a word is a name even when it stands alone.
pub fn is_name(word: &str) -> bool {
    OFTEN.split_whitespace().any(|known| known.eq_ignore_ascii_case(word))
}

/// Says whether a word is often part of a name.
pub fn is_often(word: &str) -> bool {
    let word = word.to_lowercase();
    let is_it = |known: &str| known.trim_end_matches('*') == word;
    OFTEN.split_whitespace().any(is_it) || ENDINGS.iter().any(|ending| word.ends_with(ending))
}
