import type { Mark, Range, Side } from '../src/contract.ts';
import { SIDES } from '../src/contract.ts';
import { randomNumbers } from '../src/core/align/random.ts';
import { numberMentions } from '../src/core/compare/numberMentions.ts';
import { compareNumbers } from '../src/core/compare/numbers.ts';
import { GOLD_FOLDER, readGold, type GoldDocument } from './gold.ts';

const SEED = 20200106;

type Pair = Readonly<Record<Side, string>>;

interface Score {
  pairs: number;
  flagged: number;
  flaggedFigures: number;
  changed: Found;
  deletedFigures: Found;
  deletedWords: Found;
}

interface Found {
  found: number;
  of: number;
}

/**
 * Scores the comparison of numbers on hand-aligned pairs: marks on pairs that nothing was done to, each of which is
 * listed to be judged, and how many changed digits and deleted numbers it finds.
 * @param args the folder of gold sentences; `--quiet` leaves the list out
 */
export function evalNumbers(args: readonly string[]): void {
  const folder = args.find((arg) => !arg.startsWith('-')) ?? GOLD_FOLDER;
  const random = randomNumbers(SEED);
  const groups = new Map<string, Score>();
  for (const document of readGold(folder)) {
    if (document.name !== document.base) continue;
    const score = groups.get(document.group) ?? newScore();
    groups.set(document.group, score);
    for (const pair of pairsOf(document)) {
      const marks = compareNumbers(pair.fr, pair.en);
      score.pairs++;
      if (marks.length === 0) damage(pair, score, random);
      else {
        score.flagged++;
        if (marks.some((mark) => /\d/.test(describe(mark, pair)))) score.flaggedFigures++;
        if (!args.includes('--quiet'))
          console.log(
            `${document.name}: ${marks.map((mark) => describe(mark, pair)).join('; ')}\n  ${pair.fr}\n  ${pair.en}`,
          );
      }
    }
  }
  console.log(['', 'pairs', 'flagged', 'figures', 'changed digits', 'deleted figures', 'deleted words'].join('\t'));
  for (const [group, score] of [...groups, ['all', total(groups.values())] as const]) {
    const { pairs, flagged, flaggedFigures, changed, deletedFigures, deletedWords } = score;
    const shares = [share(flagged, pairs), share(flaggedFigures, pairs)];
    const finds = [changed, deletedFigures, deletedWords].map(({ found, of }) => `${share(found, of)} of ${of}`);
    console.log([group, pairs, ...shares, ...finds].join('\t'));
  }
}

/** The sentences that the gold pairs one to one. */
function pairsOf({ fr, en, beads }: GoldDocument): Pair[] {
  return beads
    .filter((bead) => bead.fr.length === 1 && bead.en.length === 1)
    .map((bead) => ({ fr: fr[bead.fr[0] ?? 0] ?? '', en: en[bead.en[0] ?? 0] ?? '' }));
}

/** Changes one digit and deletes one number on each side of a pair, each by itself, and counts what is found. */
function damage(pair: Pair, score: Score, random: () => number): void {
  for (const side of SIDES) {
    const other: Side = side === 'fr' ? 'en' : 'fr';
    const mentions = numberMentions(pair[side], side).filter((mention) => mention.strong);
    const isFigure = (range: Range): boolean => /\d/.test(pair[side].slice(range.start, range.end));

    const figure = pick(mentions.filter(isFigure), random);
    if (figure) {
      const text = withAnotherDigit(pair[side], figure, random);
      score.changed.of++;
      if (marksOf({ ...pair, [side]: text }).some((mark) => touches(mark, side, figure))) score.changed.found++;
    }
    const gone = pick(mentions, random);
    if (gone) {
      const text = pair[side].slice(0, gone.start) + pair[side].slice(gone.end);
      const count = isFigure(gone) ? score.deletedFigures : score.deletedWords;
      count.of++;
      if (marksOf({ ...pair, [side]: text }).some((mark) => mark.kind === 'changed' || mark.side === other))
        count.found++;
    }
  }
}

function marksOf(pair: Pair): Mark[] {
  return compareNumbers(pair.fr, pair.en);
}

function withAnotherDigit(text: string, figure: Range, random: () => number): string {
  const places = [...text.slice(figure.start, figure.end).matchAll(/\d/g)].map((match) => figure.start + match.index);
  const place = pick(places, random) ?? figure.start;
  const isFirst = place === places[0];
  const digits = '0123456789'.replace(text.charAt(place), '').slice(isFirst && text.charAt(place) !== '0' ? 1 : 0);
  return text.slice(0, place) + digits.charAt(Math.floor(random() * digits.length)) + text.slice(place + 1);
}

function touches(mark: Mark, side: Side, range: Range): boolean {
  const marked = mark.kind === 'changed' ? mark[side] : mark.side === side ? mark.range : null;
  return marked !== null && marked.start < range.end && range.start < marked.end;
}

function describe(mark: Mark, pair: Pair): string {
  const text = (side: Side, range: Range): string => pair[side].slice(range.start, range.end);
  return mark.kind === 'changed'
    ? `${text('fr', mark.fr)} → ${text('en', mark.en)}`
    : `${mark.side} only: ${text(mark.side, mark.range)}`;
}

function pick<T>(from: readonly T[], random: () => number): T | undefined {
  return from[Math.floor(random() * from.length)];
}

function newScore(): Score {
  const none = (): Found => ({ found: 0, of: 0 });
  return { pairs: 0, flagged: 0, flaggedFigures: 0, changed: none(), deletedFigures: none(), deletedWords: none() };
}

function total(scores: Iterable<Score>): Score {
  const sum = newScore();
  for (const score of scores) {
    sum.pairs += score.pairs;
    sum.flagged += score.flagged;
    sum.flaggedFigures += score.flaggedFigures;
    for (const key of ['changed', 'deletedFigures', 'deletedWords'] as const) {
      sum[key].found += score[key].found;
      sum[key].of += score[key].of;
    }
  }
  return sum;
}

function share(part: number, of: number): string {
  return of === 0 ? '–' : `${((100 * part) / of).toFixed(2)} %`;
}
