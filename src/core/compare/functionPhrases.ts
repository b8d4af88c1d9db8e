import type { Side } from '../../contract.ts';
import { isFunctionWord, isPunctuation } from './tokens.ts';

/** A word's part in a sentence, as far as the comparison goes. */
export type WordKind = 'mark' | 'function' | 'content';

/**
 * Tells punctuation, function words and content words. Words of a fixed phrase that does a function word's work ("au fur et
 * à mesure que" is "as") count as function words: the other language does without them.
 */
export function wordKinds(words: readonly string[], side: Side): WordKind[] {
  const kinds = words.map((word): WordKind =>
    isPunctuation(word) ? 'mark' : isFunctionWord(word) ? 'function' : 'content',
  );
  const folded = words.map((word) => word.toLowerCase().replace('’', "'"));
  for (let at = 0; at < words.length; at++) {
    for (const phrase of PHRASES[side].get(folded[at] ?? '') ?? []) {
      if (phrase.every((word, index) => folded[at + index] === word)) kinds.fill('function', at, at + phrase.length);
    }
  }
  return kinds;
}

/** Our own list, of what was marked falsely in the translations of the gold. */
const PHRASES: Readonly<Record<Side, ReadonlyMap<string, readonly (readonly string[])[]>>> = {
  fr: byFirstWord(`au fur et à mesure|dans la mesure|dans le cas|à mesure|le fait|il existe|il s' agit|il s' agissait|s' agit
    |il y a|il y avait|y a t-il|il se trouve|il se trouva|en train de|à peine|tout à fait|tout à coup|tout de suite
    |en ce qui concerne|à savoir|c' est-à-dire|par rapport|au sein|au cours|à l' égard|afin|lors|ainsi|quant|ne laissa pas
    |venait de|vient de|viennent de|venaient de|il faut|il fallait|est-ce|qu' est-ce|de façon|de manière|de sorte
    |en tant|au lieu|à cause|grâce à|au-dessus|au-dessous|le temps|en effet`),
  en: byFirstWord(`in order|as well as|as soon as|as long as|the fact|used to|able to|going to|have got|has got|so as|such as
    |in spite|instead|because of|due to|according to|of course|at all|at once|at last|a lot|kind of|sort of|each other
    |one another|no longer|any more|in terms|rather than|upon|about|into|through|over|there|when|while|where`),
};

function byFirstWord(list: string): Map<string, string[][]> {
  const phrases = new Map<string, string[][]>();
  for (const phrase of list.split('|')) {
    const words = phrase.trim().split(/\s+/);
    const first = words[0] ?? '';
    phrases.set(first, [...(phrases.get(first) ?? []), words]);
  }
  return phrases;
}
