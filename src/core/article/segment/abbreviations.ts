import type { Side } from '../../../contract.ts';

/**
 * What may follow an abbreviation's stop without a new sentence. `name`: anything in a capital ("M. Hamel", "Mt.
 * Fuji"). `figure`: a number ("p. 55", "art. 12", "vol. II"). `clause`: it introduces what it stands before ("p. ex.",
 * "i.e.", "cf."), so no sentence ends with it. `any`: a sentence may end with it ("Inc.", "J.-C."), and does where the
 * next word is one that begins sentences. `close`: it ends an enumeration ("etc."), so a capital begins a sentence.
 */
export type Follower = 'name' | 'figure' | 'clause' | 'any' | 'close';

/** Without the last stop, in lower case. */
export const ABBREVIATIONS: Readonly<Record<Side, ReadonlyMap<string, Follower>>> = {
  fr: table({
    name: `m mm mr mme mmes mlle mlles dr drs pr prof profs me mgr mgrs ste stes vve ph cdt cne cpt gal gén lt sgt adj
      insp amb hon s.e s.em s.a.r s.a.s s.m s.s ss.mm ll.mm bd bld boul rte fg faub sq sén gouv`,
    figure: `p pp pag art arts n no nos nᵒ n° num nº vol t tom ch chap chapp fig figs al alin § par l liv v vv f fo ff
      pl tab sect ann éq réf tél ca circa janv févr fév avr juil sept oct nov déc cap str paragr nbre n.d`,
    clause: `cf p.ex c.-à-d c-à-d càd i.e e.g vs ap av apr ex angl lat syn ant trad ms mss op loc ibid op.cit n.b`,
    close: `etc suiv sq sqq`,
    any: `j.-c jc av.j.-c apr.j.-c s.a s.a.r.l sarl cie inc ltd corp co bros jr sr st sts u.s u.s.a e.u u.e o.n.u
      s.n.c.f r.d.c u.r.s.s n.d.l.r p.s a.m p.m ph.d hab max éd env dir coll dép`,
  }),
  en: table({
    name: `mr mrs ms messrs mme mlle dr drs prof profs gen col lt lieut capt cpt cmdr comdr maj sgt cpl pvt adm brig sen
      sens rep reps gov govs pres hon rev revd supt insp det amb atty asst assoc msgr mgr pfc ens lt.col lt.gov maj.gen
      brig.gen rt rt.hon v ald m mm ste ph`,
    figure: `p pp pg pgs no nos n° nº nr vol vols ch chap chaps fig figs art arts sec secs eq eqs app para paras pt pts
      ver bk l ll n nn r t tab cols ed jan feb mar apr jun jul aug sep sept oct nov dec c ca cir tel ext par stat cl`,
    clause: `cf e.g eg i.e ie viz vs al incl excl esp approx ref refs abbr op.cit loc.cit ibid trans`,
    close: `etc seq`,
    any: `inc ltd co corp plc bros llc jr sr esq ph.d m.d b.a m.a m.b.a d.d.s d.c u.s u.s.a u.k e.u u.n u.s.s.r
      u.a.e a.m p.m b.c a.d b.c.e c.e n.y l.a n.b p.s st sts mt mts ft ave av blvd rd dept dist univ assn bldg calif
      conn fla mich minn okla tenn tex hwy sq tues wed thurs fri max hr hrs lb lbs oz`,
  }),
};

function table(words: Readonly<Record<Follower, string>>): ReadonlyMap<string, Follower> {
  const followers = ['any', 'close', 'figure', 'clause', 'name'] as const;
  const entries = followers.flatMap((follower) =>
    words[follower].split(/\s+/).map((word): [string, Follower] => [word, follower]),
  );
  return new Map(entries);
}

/** What follows an hour ("8 p.m. Monday", "10 a.m. GMT") in a capital and goes on with it. Lower case. */
export const AFTER_HOUR: ReadonlySet<string> =
  set(`monday tuesday wednesday thursday friday saturday sunday mon tue tues
  wed thu thurs fri sat sun january february march april may june july august september october november december et est
  edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest eastern central mountain pacific greenwich local`);

/**
 * Words that begin sentences far oftener than they continue a name: after an initial or after an abbreviation that may
 * end a sentence, they decide. Lower case.
 */
export const STARTERS: Readonly<Record<Side, ReadonlySet<string>>> = {
  fr: set(`le la les l' un une des il elle ils elles on je j' tu nous vous ce c' cet cette ces cela ça celui celle mais et
    or ni car donc puis alors ainsi aussi en dans pour par sur avec sans selon depuis après avant pendant lors lorsque
    quand si s' que qu' qui quel quelle quels quelles où comment pourquoi combien comme son sa ses leur leurs mon ma mes
    notre votre nos vos tout tous toute toutes plus au aux à de d' du ne n' y est-ce enfin ensuite cependant toutefois
    pourtant oui non voici voilà ici là aujourd'hui hier demain chaque plusieurs certains aucun personne rien`),
  en: set(`the a an he she it they we i you this that these those there here his her its their our my your but and or so
    if when while as at in on for from with without after before since until during by to what who why how where which
    is are was were do does did has have had can could will would should may might must let no not yes now then however
    although though because once one two some many most all both each every another such also even still yet perhaps
    according meanwhile moreover nevertheless nobody nothing everyone everybody please`),
};

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}
