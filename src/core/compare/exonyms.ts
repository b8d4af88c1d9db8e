import { ENGLISH_ACRONYMS } from '../align/comparable/acronyms.ts';
import { foldName } from './foldName.ts';

/**
 * Whether English writes a French name in another way. Countries come from the Unicode CLDR (Unicode licence) through the
 * platform's Intl, acronyms and the list below are our own (MIT, as the rest).
 * @param fr folded (foldName); a name of several words is joined by spaces
 */
export function areExonyms(fr: string, en: string): boolean {
  return (names().get(fr)?.has(en) ?? false) || ENGLISH_ACRONYMS.get(fr) === en;
}

/** Names that the two languages write so differently that spelling does not tell, French first. Compiled for this app. */
const OWN = `
  Londres London|Douvres Dover|Édimbourg Edinburgh|Cantorbéry Canterbury|Tamise Thames|Cornouailles Cornwall
  Galles Wales|Écosse Scotland|Angleterre England|Gênes Genoa|Venise Venice|Livourne Leghorn
  Aix-la-Chapelle Aachen|Mayence Mainz|Trèves Trier|Ratisbonne Regensburg|Brunswick Braunschweig|Anvers Antwerp
  Gand Ghent|La_Haye The_Hague|Copenhague Copenhagen|Elseneur Elsinore|Varsovie Warsaw|Cracovie Krakow
  Vienne Vienna|Bâle Basel|Bâle Basle|Genève Geneva|Moscou Moscow|Saint-Pétersbourg Petersburg|Kiev Kyiv
  Athènes Athens|Le_Pirée Piraeus|Le_Caire Cairo|Alger Algiers|Tanger Tangier|Jérusalem Jerusalem|Damas Damascus
  Alep Aleppo|Bagdad Baghdad|Mossoul Mosul|Bassora Basra|Téhéran Tehran|Ispahan Isfahan|Le_Cap Cape_Town
  La_Havane Havana|Mexico Mexico_City|Pékin Beijing|Pékin Peking|Canton Guangzhou|Séville Seville|Cordoue Cordova
  Cordoue Cordoba|Cadix Cadiz|Saragosse Zaragoza|Grenade Granada|Lisbonne Lisbon|Bavière Bavaria|Saxe Saxony
  Prusse Prussia|Souabe Swabia|Poméranie Pomerania|Bohême Bohemia|Hongrie Hungary|Perse Persia|Bretagne Brittany
  Bourgogne Burgundy|Normandie Normandy|Savoie Savoy|Rhin Rhine|Manche Channel|Baltique Baltic
  Méditerranée Mediterranean|Noire Black|Rouge Red|Levant East|Orient East|Occident West
  Maison-Blanche White_House|Maison_Blanche White_House|Golfe Gulf|Moyen-Orient Middle_East
  Proche-Orient Near_East|Extrême-Orient Far_East|Nations_unies United_Nations|Union_européenne European_Union
  Alliance_atlantique Atlantic_Alliance|Noël Christmas|Pâques Easter|Toussaint All_Saints|Carême Lent|Dieu God
  Seigneur Lord|Vierge Virgin|Église Church|Jean John|Jacques James|Jacques Jack|Guillaume William|Pierre Peter
  Henri Henry|Louis Lewis|Étienne Stephen|Laurent Lawrence|Matthieu Matthew|Luc Luke|Marc Mark|André Andrew
  Georges George|Édouard Edward|François Francis|Antoine Anthony|Jeanne Joan|Hélène Helen|Marie Mary
  Élisabeth Elizabeth|Isabelle Isabella|Allemand German|Allemagne Germany|Espagnol Spaniard|Hollandais Dutch
  Hollandais Dutchman|Néerlandais Dutch|Gallois Welsh|Anglais Englishman|Français Frenchman|Écossais Scotsman
  Écossais Scot|Polonais Pole|Suédois Swede|Danois Dane|Turc Turk|Grec Greek|Juif Jew|Écosse Scots
  Européen European|Tchèque Czech|Suisse Swiss|Hongrois Hungarian|Finlandais Finn
`;

let known: ReadonlyMap<string, ReadonlySet<string>> | null = null;

function names(): ReadonlyMap<string, ReadonlySet<string>> {
  if (known) return known;
  const all = new Map<string, Set<string>>();
  const add = (fr: string, en: string): void => {
    const key = foldName(fr);
    all.set(key, (all.get(key) ?? new Set()).add(foldName(en)));
  };
  for (const entry of OWN.split(/[|\n]/)) {
    const [fr, en] = entry.trim().split(' ');
    if (fr !== undefined && en !== undefined) add(fr.replaceAll('_', ' '), en.replaceAll('_', ' '));
  }
  for (const [fr, en] of countries()) add(fr, en);
  known = all;
  return all;
}

function countries(): [string, string][] {
  const fr = new Intl.DisplayNames('fr', { type: 'region', fallback: 'none' });
  const en = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  return letters.flatMap((first) =>
    letters.flatMap((second): [string, string][] => {
      const french = fr.of(first + second);
      const english = en.of(first + second);
      return french === undefined || english === undefined ? [] : [[french, english]];
    }),
  );
}
