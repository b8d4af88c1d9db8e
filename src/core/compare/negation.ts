import type { ChangedMark, Range, Side, WordLink } from '../../contract.ts';
import { isFunctionWord, type Word } from './tokens.ts';

/**
 * A hint, shown below the default level: nearly all flags on undamaged pairs are rewordings (« ne répondait jamais rien »,
 * "kept a profound silence").
 */
const CERTAINTY = 0.4;

/** Beyond this many words from the negation a link says nothing of what is negated. */
const REACH = 4;

/**
 * Marks a plain negation (ne … pas, not) where the other side has no word that denies, excludes or doubts.
 * @param texts the two sides
 * @returns a mark from the negation to the word that it negates opposite, with ranges relative to the texts
 */
export function compareNegation(
  texts: Readonly<Record<Side, string>>,
  words: Readonly<Record<Side, readonly Word[]>>,
  links: readonly WordLink[],
): ChangedMark[] {
  for (const side of ['fr', 'en'] as const) {
    const other: Side = side === 'fr' ? 'en' : 'fr';
    const found = PLAIN[side].exec(texts[side]);
    if (!found || ANY[other].test(texts[other])) continue;
    if (IDIOM[side].test(texts[side].slice(found.index))) continue;
    const range = { start: found.index, end: found.index + found[0].trimEnd().length };
    const opposite = negatedWord(range, side, words, links);
    if (!opposite) continue;
    const ranges = side === 'fr' ? { fr: range, en: opposite } : { fr: opposite, en: range };
    return [{ kind: 'changed', fact: 'negation', ...ranges, certainty: CERTAINTY }];
  }
  return [];
}

/** The word opposite that stands for what is negated: the counterpart of the nearest linked word in or behind the negation. */
function negatedWord(
  negation: Range,
  side: Side,
  words: Readonly<Record<Side, readonly Word[]>>,
  links: readonly WordLink[],
): Range | null {
  const other: Side = side === 'fr' ? 'en' : 'fr';
  const first = words[side].findIndex((word) => word.end > negation.start);
  const behind = words[side].findIndex((word) => word.start >= negation.end);
  const last = (behind < 0 ? words[side].length : behind) + REACH;
  for (let index = first; index < last; index++) {
    const said = words[side][index]?.text ?? '';
    if (isFunctionWord(said) || NEGATORS.has(said.toLowerCase())) continue;
    const link = links.find((candidate) => candidate[side] === index);
    const word = link && words[other][link[other]];
    if (word && /\p{L}{3}/u.test(word.text)) return { start: word.start, end: word.end };
  }
  return null;
}

const NEGATORS = new Set([
  'jamais',
  'rien',
  'point',
  'aucun',
  'aucune',
  'personne',
  'never',
  'cannot',
  'nobody',
  'nothing',
  'none',
]);

/** Negations beyond doubt. */
const PLAIN: Readonly<Record<Side, RegExp>> = {
  fr: /(?<!\p{L})(?:ne\s|n['’])(?:[^\s.,;]+\s){0,4}?(?:pas|jamais|rien|point)(?!\p{L})|(?<!\p{L})(?:ne\s|n['’])(?:[^\s.,;]+\s){1,3}?(?:aucune?|personne)(?!\p{L})/iu,
  en: /\b(?:not|never|cannot|nobody|nothing|none)\b|n['’]t\b|\bno (?!doubt|longer|matter|more|less|\.)/iu,
};

/** Negations that the other language says without one. */
const IDIOM: Readonly<Record<Side, RegExp>> = {
  fr: /^n['’](?:oubli|importe|est-ce|empêche|a de cesse)|^ne\s(?:(?:vous|nous|te|se|s['’]en)\s)?(?:laiss|manqu|tard|cess|fai\p{L}+ que)/iu,
  en: /^(?:not (?:only|withstanding|to mention|but|until|least|a few|yet)|cannot but|n['’]t (?:fail|stop|forget|you|it|he|she|they)\b|no (?:use|wonder|sooner))/iu,
};

/** Everything that may carry a negation: prefixes, exclusion, lack, refusal, doubt. */
const ANY: Readonly<Record<Side, RegExp>> = {
  fr: /(?<!\p{L})(?:ne|n['’]|pas|point|jamais|aucune?s?|rien|personne|ni|non|sans|nul(?:le)?s?|guère|nullement|moins|seul\p{L}*|peu|faute|loin|refus\p{L}*|manqu\p{L}*|interdi\p{L}*|emp[êe]ch\p{L}*|absence|évit\p{L}*|dépourvu\p{L}*|ignor\p{L}*|sauf|hors|échou\p{L}*|aussi|que|plus|autre\p{L}*|rat[ée]\p{L}*|perd\p{L}*|plutôt|malgré|cess\p{L}*|arrêt\p{L}*|(?:in|im|ir|il|dé|dés|non|mé|mal)[a-zéèê-]{4,})(?!\p{L})/iu,
  en: /\b(?:not|no|never|none|nothing|nobody|nor|neither|without|cannot|nowhere|hardly|barely|scarcely|unable|fail\w*|refus\w*|lack\w*|only|except|but|until|unless|than|avoid\w*|prevent\w*|deni\w*|deny|any|few|little|far from|instead|rather|doubt|unlikely|forbid\w*|ban\w*|stop\w*|impossible|absence|absent|yet|ever|least|hard|fear|afraid|lest|wrong|ignor\w*|\w+less)\b|n['’]t\b|\b(?:un|in|im|ir|dis|non|mis)[a-z-]{4,}/iu,
};
