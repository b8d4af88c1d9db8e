import type { Fact, Mark, Range, Side } from '../src/contract.ts';
import { openEncoder } from '../src/cli/encoder.ts';
import { comparePair } from '../src/core/compare/comparePair.ts';
import { encodePairs } from '../src/core/compare/encodePairs.ts';
import { bothMarkSpeech } from '../src/core/compare/quotation.ts';
import { tokenize } from '../src/core/compare/tokens.ts';
import { groupOf, readBases } from './comparableBases.ts';
import { GOLD_FOLDER } from './gold.ts';

type Kind = Fact | 'phrase';

const KINDS: readonly Kind[] = ['number', 'date', 'name', 'negation', 'quotation', 'phrase'];

/** From this certainty on a mark is shown by default. */
const SHOWN = 0.5;

/**
 * Counts the pairs of hand-aligned, undamaged documents that get a mark of each kind, at any certainty and by default.
 * @param args the folder of gold sentences; a kind of mark lists its marks, to be judged
 */
export async function evalFacts(args: readonly string[]): Promise<void> {
  const listed = args.find((arg) => KINDS.some((kind) => kind === arg));
  const folder = args.find((arg) => arg !== listed) ?? GOLD_FOLDER;
  const encoder = await openEncoder();
  const counts = new Map<string, Count>();
  try {
    for (const base of readBases(folder)) {
      const words = base.pairs.map(({ fr, en }) => ({ fr: tokenize(fr), en: tokenize(en) }));
      const tokens = words.map(({ fr, en }) => ({ fr: fr.map(({ text }) => text), en: en.map(({ text }) => text) }));
      const group = groupOf(base);
      const count = counts.get(group) ?? newCount();
      counts.set(group, count);
      const quotations = bothMarkSpeech(base.pairs);
      let at = 0;
      for await (const batch of encodePairs(tokens, encoder))
        for (const encoded of batch) {
          const pair = base.pairs[at];
          const cut = words[at++];
          if (!pair || !cut) continue;
          const side = (name: Side) => ({
            text: pair[name],
            breaks: [],
            words: cut[name],
            vectors: encoded[name].vectors,
          });
          const marks = comparePair({ fr: side('fr'), en: side('en') }, { quotations });
          count.pairs++;
          for (const kind of KINDS) {
            const found = marks.filter((mark) => kindOf(mark) === kind);
            if (found.length > 0) count.any.set(kind, (count.any.get(kind) ?? 0) + 1);
            if (found.some(({ certainty }) => certainty >= SHOWN))
              count.shown.set(kind, (count.shown.get(kind) ?? 0) + 1);
            if (kind === listed)
              for (const mark of found)
                console.log(`${base.name}: ${describe(mark, pair)}\n  ${pair.fr}\n  ${pair.en}`);
          }
        }
    }
  } finally {
    encoder.close();
  }
  console.log(['pairs marked, by default / at all', 'pairs', ...KINDS].join('\t'));
  for (const [group, { pairs, any, shown }] of counts) {
    const share = (marked: number | undefined): string => ((100 * (marked ?? 0)) / pairs).toFixed(2);
    console.log(
      [group, pairs, ...KINDS.map((kind) => `${share(shown.get(kind))} / ${share(any.get(kind))}`)].join('\t'),
    );
  }
}

interface Count {
  pairs: number;
  readonly any: Map<Kind, number>;
  readonly shown: Map<Kind, number>;
}

function newCount(): Count {
  return { pairs: 0, any: new Map(), shown: new Map() };
}

function kindOf(mark: Mark): Kind {
  return mark.kind === 'changed' ? mark.fact : mark.unit;
}

function describe(mark: Mark, pair: Readonly<Record<Side, string>>): string {
  const text = (side: Side, range: Range): string => `[${pair[side].slice(range.start, range.end)}]`;
  const what =
    mark.kind === 'changed'
      ? `${text('fr', mark.fr)} → ${text('en', mark.en)}`
      : `${mark.side} only: ${text(mark.side, mark.range)}`;
  return `${mark.certainty.toFixed(2)} ${what}`;
}
