/**
 * The commonest words of each language in lower case, split at apostrophes and hyphens: articles, pronouns,
 * prepositions, conjunctions, forms of "be" and "have". French and English are what the app reads; the others are the
 * neighbours that would be taken for them.
 */
export const PROFILES: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: words(
    `le la les l un une des du de d à au aux et ou où mais donc car que qu qui quoi dont ce c cet cette ces ça cela il
     elle ils elles on je j tu nous vous me m te t se s lui leur leurs y en son sa ses mon ma mes ton ta tes notre votre
     nos vos est sont était étaient été être a ont avait avoir fut sera n ne pas plus dans par pour sur avec sans sous
     entre vers chez si comme tout tous toute toutes aussi bien même très peut fait faire deux après avant depuis lors
     selon ainsi alors puis encore jamais rien moi toi eux soit ai as êtes sommes suis aujourd hui`,
  ),
  en: words(
    `the a an of to and or in on at by for from with without as is are was were be been being am has have had do does
     did not no nor but if that this these those it its he she they we you i me him her them us my your his our their
     who whom whose which what when where why how there here than then so such can could will would shall should may
     might must all any some one two other more most out up down into over after before about between through during
     only also just very don didn isn wasn re ve ll said new because while`,
  ),
  de: words(
    `der die das den dem des ein eine einen einem einer eines und oder aber ist sind war waren wird wurde werden worden
     sein hat haben hatte nicht kein keine mit von vom zu zum zur im in am an auf für bei nach aus über unter durch vor
     als auch noch nur schon so wie was wer wenn dass daß ob er sie es wir ihr ich du uns ihm ihn ihre seine sich mich
     dich man mehr sehr kann können muss soll dieser diese dieses dann da hier`,
  ),
  es: words(
    `el la los las un una unos unas de del al a y e o u que qué en con por para sin sobre entre hasta desde es son era
     eran fue fueron ser estar está están ha han había hay no se su sus lo le les me te nos mi tu yo él ella ellos pero
     como más muy ya también cuando donde porque si sí este esta estos estas ese esa todo todos todas ni tras según`,
  ),
  it: words(
    `il lo la i gli le l un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla in nel
     nella nei nelle con su sul sulla per tra fra e ed o ma che chi cui non è sono era erano fu stato stata essere ha
     hanno aveva ho si ci ne mi ti vi lui lei loro suo sua suoi sue mio mia questo questa questi quello quella come più
     anche quando dove perché se già ancora molto tutto tutti dopo`,
  ),
  nl: words(
    `de het een en of maar van voor met zonder op in aan bij naar uit over onder tussen door tegen is zijn was waren
     wordt worden werd werden heeft hebben had niet geen er dat die dit deze wat wie waar ik je jij u hij zij ze wij we
     hem haar hun ons onze mijn zich te om als dan ook nog wel al meer veel zo kan kunnen moet zal zou na toen toch`,
  ),
  pt: words(
    `o a os as um uma uns umas de do da dos das em no na nos nas ao à aos às por pelo pela para com sem sobre entre até
     e ou mas que quem é são era eram foi foram ser estar está estão tem têm tinha há não se seu sua seus suas lhe me te
     eu ele ela eles elas você como mais muito já também quando onde porque isso este esta esse essa todo todos ainda`,
  ),
  ca: words(
    `el la els les l un una uns unes de del dels d al als a i o però que qui amb en per sense sobre entre fins des és són
     era eren va van ser estar ha han havia hi no es seu seva seus seves li em et ens jo ell ella ells com més molt ja
     també quan on perquè si aquest aquesta aquests aquell tot tots`,
  ),
  ro: words(
    `un o unei unui de din la în pe cu fără pentru prin între până și sau dar că care ce este sunt era erau a fost fi au
     avea nu se său sa lui ei lor le îi îl o eu el ea noi mai foarte după când unde dacă acest această aceste cel cea
     cei toate tot`,
  ),
  da: words(
    `den det de en et og eller men af til fra for med uden på i ved om over under mellem er var været blev bliver har
     havde ikke ingen der som at hvad hvem når hvor hvis jeg du han hun vi dem ham hende sin sit sine deres kan skal vil
     også meget så efter mod dette disse`,
  ),
  sv: words(
    `den det de en ett och eller men av till från för med utan på i vid om över under mellan är var varit blev blir har
     hade inte ingen som att vad vem när där jag du han hon vi dem honom henne sin sitt sina deras kan ska vill också
     mycket så efter mot detta dessa inom`,
  ),
  pl: words(
    `i w z na do o od po za przez dla przy nad pod się nie to jest są był była było być jak że który która które co kto
     ale lub czy tak już tylko jego jej ich ten ta te tego tym może oraz gdy`,
  ),
  cs: words(
    `a i v ve z ze na do od po za pro přes při nad pod se si je jsou byl byla bylo být jak že který která které co kdo
     ale nebo jestli tak už jen jeho její jejich ten ta to tom této tím může aby když k s o ani jako také`,
  ),
  hu: words(
    `a az egy és is nem hogy de ha van volt volna lesz meg már csak még mint vagy ez ezt azt aki ami amely ki mi én te ő
     őt neki után által szerint között alatt fel le el be több minden mert most`,
  ),
  fi: words(
    `ja on oli ei että se ne hän he minä sinä me te tämä tuo joka jotka mitä kuin kun jos niin myös mutta tai vain jo
     vielä olla ovat olivat ole hänen sen mukaan kanssa ennen jälkeen eivät ettei`,
  ),
  tr: words(
    `ve bir bu da de için ile olarak çok daha ne o ben sen biz siz onlar gibi kadar sonra önce ama ancak ise değil var
     yok olan oldu olduğu göre her en mi mı ki şey yeni ya`,
  ),
  la: words(
    `et in est non ad cum ut sed qui quae quod per ab ex aut si nec sunt esse atque ac de pro hic haec hoc enim autem
     etiam quam quo ille illa eius`,
  ),
};

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

/** Letters that only one of these languages uses, or hardly any other. */
export const LETTERS: Readonly<Record<string, RegExp>> = {
  fr: /[œ]|\b[ldjnmtscLDJNMTSC][’']\p{L}/gu,
  de: /ß/g,
  es: /[ñ¿¡]/g,
  pt: /[ãõ]/g,
  ro: /[ățșţş]/g,
  da: /[øå]/g,
  sv: /[å]/g,
  pl: /[ąęłńśźż]/g,
  cs: /[řěůčž]/g,
  hu: /[őű]/g,
  fi: /[äö]/g,
  tr: /[ğışİ]/g,
};

/** Scripts other than Latin, by the language that most texts in them are in. */
export const SCRIPTS: readonly { readonly language: string; readonly letters: RegExp }[] = [
  { language: 'ru', letters: /\p{Script=Cyrillic}/gu },
  { language: 'el', letters: /\p{Script=Greek}/gu },
  { language: 'ar', letters: /\p{Script=Arabic}/gu },
  { language: 'he', letters: /\p{Script=Hebrew}/gu },
  { language: 'ja', letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu },
  { language: 'zh', letters: /\p{Script=Han}/gu },
  { language: 'ko', letters: /\p{Script=Hangul}/gu },
  { language: 'hi', letters: /\p{Script=Devanagari}/gu },
  { language: 'th', letters: /\p{Script=Thai}/gu },
];
