import type { Side } from '../../contract.ts';

/** The words that state a number, in lower case. */
export interface NumberWords {
  /** Words that add up: 0 to 19 and the tens. */
  readonly units: ReadonlyMap<string, number>;
  readonly tens: ReadonlyMap<string, number>;
  /** Words and signs that multiply what stands before them. */
  readonly scales: ReadonlyMap<string, number>;
  /** Ordinals, fractions, collectives: each states a number by itself, and none of them is sure to. */
  readonly others: ReadonlyMap<string, number>;
}

/** Signs of a scale: they multiply figures only (5M, 3 bn, 2 Mds), never words. */
export const SCALE_SIGNS: ReadonlySet<string> = new Set(words('k m mn bn tn md mds mrd mio'));

/** Month names of both languages. */
export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...numbered('janvier février mars avril mai juin juillet août septembre octobre novembre décembre', 1),
  ...numbered('january february march april may june july august september october november december', 1),
]);

const FRENCH_UNITS = [
  ...numbered('zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize', 0),
  ['une', 1],
] as const satisfies readonly (readonly [string, number])[];

const FRENCH_TENS = [
  ...listed('20 vingt vingts'),
  ...listed('30 trente'),
  ...listed('40 quarante'),
  ...listed('50 cinquante'),
  ...listed('60 soixante'),
  ...listed('70 septante'),
  ...listed('80 huitante octante'),
  ...listed('90 nonante'),
];

const ENGLISH_UNITS = numbered(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  0,
);

const ENGLISH_TENS = [
  ...listed('20 twenty'),
  ...listed('30 thirty'),
  ...listed('40 forty fourty'),
  ...listed('50 fifty'),
  ...listed('60 sixty threescore'),
  ...listed('70 seventy'),
  ...listed('80 eighty fourscore'),
  ...listed('90 ninety'),
];

export const NUMBER_WORDS: Readonly<Record<Side, NumberWords>> = {
  fr: {
    units: new Map(FRENCH_UNITS),
    tens: new Map(FRENCH_TENS),
    scales: new Map([
      ...listed('100 cent cents'),
      ...listed('1e3 mille'),
      ...listed('1e6 million millions mio'),
      ...listed('1e9 milliard milliards mrd md mds'),
      ...listed('1e12 billion billions trillions'),
      ...listed('1e18 trillion'),
    ]),
    others: new Map([
      ...FRENCH_UNITS.flatMap(([word, value]) => frenchOrdinals(word, value)),
      ...FRENCH_TENS.flatMap(([word, value]) => frenchOrdinals(word, value)),
      ...listed('0 minuit'),
      ...listed('0.25 quart quarts trimestre'),
      ...listed('0.5 demi demie moitié'),
      ...listed('1 premier première premiers premières'),
      ...listed('2 second seconde double doublé doubler paire couple'),
      ...listed('3 triple triplé tripler'),
      ...listed('4 quadruple'),
      ...listed('6 semestre'),
      ...listed('10 dizaine dizaines décennie décennies'),
      ...listed('12 douzaine douzaines midi'),
      ...listed('15 quinzaine'),
      ...listed('20 vingtaine'),
      ...listed('30 trentaine'),
      ...listed('40 quarantaine quadragénaire'),
      ...listed('50 cinquantaine quinquagénaire cinquantenaire'),
      ...listed('60 soixantaine sexagénaire'),
      ...listed('70 septuagénaire'),
      ...listed('80 octogénaire'),
      ...listed('90 nonagénaire'),
      ...listed('100 centaine centaines siècle siècles centenaire centième'),
      ...listed('200 bicentenaire'),
      ...listed('1e3 millier milliers millième'),
      ['tiers', 1 / 3],
    ]),
  },
  en: {
    units: new Map(ENGLISH_UNITS),
    tens: new Map(ENGLISH_TENS),
    scales: new Map([
      ...listed('100 hundred'),
      ...listed('1e3 thousand k'),
      ...listed('1e6 million millions m mn'),
      ...listed('1e9 billion billions bn'),
      ...listed('1e12 trillion trillions tn'),
    ]),
    others: new Map([
      ...ENGLISH_UNITS.map(([word, value]) => [`${word}th`, value] as const),
      ...listed('0 midnight'),
      ...listed('0.25 quarter quarters'),
      ...listed('0.5 half halves'),
      ...listed('1 first once'),
      ...listed('2 second double doubled twice both pair couple'),
      ...listed('3 third triple tripled thrice'),
      ...listed('5 fifth'),
      ...listed('8 eighth'),
      ...listed('9 ninth'),
      ...listed('10 decade decades'),
      ...listed('12 dozen dozens twelfth noon'),
      ...listed('14 fortnight'),
      ...listed('20 score twentieth'),
      ...listed('30 thirtieth'),
      ...listed('40 fortieth'),
      ...listed('50 fiftieth'),
      ...listed('60 sixtieth'),
      ...listed('70 seventieth'),
      ...listed('80 eightieth'),
      ...listed('90 ninetieth'),
      ...listed('100 hundreds hundredth century centuries'),
      ...listed('1e3 thousands thousandth'),
      ['thirds', 1 / 3],
    ]),
  },
};

/** Collectives that multiply a number before them: "three dozen", « deux milliers ». */
export const COLLECTIVES: ReadonlySet<string> = new Set(
  words('dozen dozens score douzaine douzaines dizaines centaines milliers decades décennies siècles centuries'),
);

function words(list: string): string[] {
  return list.split(' ');
}

/** `numbered('zero one two', 0)`: each word one more than the word before it. */
function numbered(list: string, from: number): [string, number][] {
  return words(list).map((word, at) => [word, from + at]);
}

/** `listed('12 douzaine midi')`: the value, then the words that state it. */
function listed(entry: string): [string, number][] {
  const [value, ...names] = words(entry);
  return names.map((name) => [name, Number(value)]);
}

/** deux → deuxième(s), quatre → quatrième(s); cinq and neuf change their stem. */
function frenchOrdinals(word: string, value: number): [string, number][] {
  const stem = { cinq: 'cinqu', neuf: 'neuv' }[word] ?? word.replace(/e$/, '');
  return [
    [`${stem}ième`, value],
    [`${stem}ièmes`, value],
  ];
}
