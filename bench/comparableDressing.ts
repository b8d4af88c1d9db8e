import type { Side } from '../src/contract.ts';

type Phrase = Readonly<Record<Side, string>>;

/** The speakers, places and dates that one made-up event is about. */
export interface Event {
  readonly phrases: readonly Phrase[];
}

/** Phrases of one event, and the chance that a sentence has one at all, on one side only. */
const DRAWN = { speakers: 3, openings: 4 };
const DRESSED = 0.3;
const ONE_SIDED = 0.5;

/** Draws who speaks, where and when. */
export function drawEvent(random: () => number): Event {
  const draw = <T>(values: readonly T[], count: number): T[] =>
    values
      .map((value) => ({ value, key: random() }))
      .sort((a, b) => a.key - b.key)
      .slice(0, count)
      .map(({ value }) => value);
  const speakers = draw(SPEAKERS, DRAWN.speakers).flatMap(([fr, en]) =>
    draw(SAYING, 2).map(([say, said]) => ({ fr: `, ${say} ${fr}`, en: `, ${said.replace('*', en)}` })),
  );
  const openings = draw(OPENINGS, DRAWN.openings).map(([fr, en]) => ({ fr: `${fr}, `, en: `${en}, ` }));
  return { phrases: [...speakers, ...openings] };
}

/** Adds one of the event's phrases to the two sides of a pair, to the same of both, or to one. */
export function dress(pair: Phrase, event: Event, random: () => number): Phrase {
  if (random() >= DRESSED) return pair;
  const phrase = event.phrases[Math.floor(random() * event.phrases.length)];
  if (!phrase) return pair;
  const one = random() < ONE_SIDED;
  const onlyFr = random() < 0.5;
  return {
    fr: one && !onlyFr ? pair.fr : added(pair.fr, phrase.fr),
    en: one && onlyFr ? pair.en : added(pair.en, phrase.en),
  };
}

function added(text: string, phrase: string): string {
  if (!phrase.startsWith(',')) return `${phrase}${text.charAt(0).toLowerCase()}${text.slice(1)}`;
  const bare = text.replace(/[\s.,;:!?…]+$/u, '');
  return `${bare}${phrase}.`;
}

const SAYING: readonly (readonly [string, string])[] = [
  ['a déclaré', '* said'],
  ['a affirmé', '* stated'],
  ['a ajouté', 'added *'],
  ['selon', 'according to *'],
  ['a annoncé lundi', '* announced on Monday'],
  ['a souligné', '* stressed'],
];

const SPEAKERS: readonly (readonly [string, string])[] = [
  ['le secrétaire général de l’ONU', 'the UN Secretary General'],
  ['le président américain', 'the American president'],
  ['la Commission européenne', 'the European Commission'],
  ['le ministère de la Défense', 'the Ministry of Defence'],
  ['le gouvernement allemand', 'the German government'],
  ['Jean Moreau', 'Jean Moreau'],
  ['le porte-parole Peter Hansen', 'spokesman Peter Hansen'],
  ['la première ministre Maria Costa', 'Prime Minister Maria Costa'],
  ['l’OTAN', 'NATO'],
  ['un responsable de la police de Londres', 'a London police official'],
  ['le chef de la diplomatie iranienne', 'the Iranian foreign minister'],
  ['la Banque centrale européenne', 'the European Central Bank'],
];

const OPENINGS: readonly (readonly [string, string])[] = [
  ['Le 3 janvier', 'On January 3'],
  ['Lundi', 'On Monday'],
  ['En 2018', 'In 2018'],
  ['Depuis le 14 mars 2015', 'Since March 14, 2015'],
  ['À Bruxelles', 'In Brussels'],
  ['Aux Etats-Unis', 'In the United States'],
  ['En Irak', 'In Iraq'],
  ['Dans les 29 pays de l’Union', 'In the 29 countries of the Union'],
  ['À Washington', 'In Washington'],
  ['Samedi soir', 'On Saturday evening'],
  ['Près de 200 ans plus tard', 'Nearly 200 years later'],
  ['En France', 'In France'],
  ['Après 12 heures de discussions', 'After 12 hours of talks'],
  ['À Moscou comme à Berlin', 'In Moscow as in Berlin'],
];
