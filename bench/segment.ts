import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SIDES, type Side } from '../src/contract.ts';
import { buildArticle } from '../src/core/article/article.ts';
import { markFurniture } from '../src/core/article/clean.ts';
import { textBlocks } from '../src/core/article/formats/text.ts';

const DEFAULT_FOLDER = '../shared/gold/sentences';
/** Gold sentences that make up a paragraph, at most. */
const PARAGRAPH_SENTENCES = 5;
const ENDS_WITH_STOP = /[.?!…][\s"'’”»)\]]*$/;

const GROUPS: Readonly<Record<string, string>> = { lit: 'novels', story: 'stories', art: 'articles' };

/**
 * `npm run eval -- segment [DIR] [--errors GROUP fr|en]`: how well the app finds the sentences of DIR's base documents
 * (`NAME.fr.sents`, one gold sentence a line), beside `Intl.Segmenter`. Up to five neighbouring sentences that end in a
 * stop are joined into a paragraph; other lines stay alone. Counted are the boundaries inside paragraphs; the ends of
 * paragraphs, which nobody can miss, are not. `--errors` lists every wrong boundary. Also counted: the sentences that
 * would be taken for page furniture, of which there are none in these texts.
 */
export function evalSegment(args: readonly string[]): void {
  const errorsAt = args.indexOf('--errors');
  const shown = errorsAt < 0 ? null : args.slice(errorsAt + 1, errorsAt + 3);
  const folder = args.find((arg, i) => !arg.startsWith('--') && (errorsAt < 0 || i < errorsAt)) ?? DEFAULT_FOLDER;
  const counts = new Map<string, Record<Side, Record<Segmenter, Count>>>();
  let sentences = 0;
  let furniture = 0;
  for (const file of readdirSync(folder).sort()) {
    const match = /^([^.]+)\.(fr|en)\.sents$/.exec(file);
    const [, name = '', language] = match ?? [];
    const side = SIDES.find((known) => known === language);
    if (side === undefined) continue;
    const prefix = name.split('-')[0] ?? name;
    const group = GROUPS[prefix] ?? prefix;
    const count = counts.get(group) ?? { fr: newCounts(), en: newCounts() };
    counts.set(group, count);
    const content = readFileSync(join(folder, file), 'utf8');
    const blocks = markFurniture(content, textBlocks(content));
    sentences += blocks.length;
    furniture += blocks.filter((block) => block.furniture).length;
    const show = shown?.[0] === group && shown[1] === side;
    for (const paragraph of paragraphsOf(content)) {
      const gold = endsOf(paragraph);
      const text = paragraph.join(' ');
      for (const segmenter of SEGMENTERS) {
        const found = endsOf(SEGMENT[segmenter](text, side));
        add(count[side][segmenter], gold, found);
        if (show && segmenter === 'app') printErrors(basename(file), text, gold, found);
      }
    }
  }
  console.log(`${furniture} of ${sentences} lines taken for page furniture`);
  console.log('Boundary F1 (precision / recall), gold boundaries');
  for (const [group, sides] of counts) {
    for (const side of SIDES) {
      const figures = SEGMENTERS.map((segmenter) => `${segmenter} ${figuresOf(sides[side][segmenter])}`);
      console.log(`${group.padEnd(10)}${side}  ${figures.join('   ')}   ${sides[side].app.gold}`);
    }
  }
}

const SEGMENTERS = ['app', 'Intl.Segmenter'] as const;
type Segmenter = (typeof SEGMENTERS)[number];

const SEGMENT: Readonly<Record<Segmenter, (text: string, side: Side) => string[]>> = {
  app: (text, side) =>
    buildArticle({ name: '', text, blocks: textBlocks(text) }, side).sentences.map(({ start, end }) =>
      text.slice(start, end),
    ),
  'Intl.Segmenter': (text, side) =>
    Array.from(new Intl.Segmenter(side, { granularity: 'sentence' }).segment(text), ({ segment }) => segment),
};

interface Count {
  right: number;
  found: number;
  gold: number;
}

function newCounts(): Record<Segmenter, Count> {
  return { app: { right: 0, found: 0, gold: 0 }, 'Intl.Segmenter': { right: 0, found: 0, gold: 0 } };
}

function paragraphsOf(file: string): string[][] {
  const paragraphs: string[][] = [];
  let paragraph: string[] = [];
  for (const line of file.split('\n').map((sentence) => sentence.trim())) {
    const joins = ENDS_WITH_STOP.test(line);
    if (!joins || paragraph.length === PARAGRAPH_SENTENCES) {
      if (paragraph.length > 0) paragraphs.push(paragraph);
      paragraph = [];
    }
    if (joins) paragraph.push(line);
    else if (line !== '') paragraphs.push([line]);
  }
  if (paragraph.length > 0) paragraphs.push(paragraph);
  return paragraphs;
}

/** Where the sentences but the last end, in visible characters from the start: white space differs, these do not. */
function endsOf(sentences: readonly string[]): Set<number> {
  const ends = new Set<number>();
  let at = 0;
  for (const sentence of sentences) {
    at += sentence.replace(/\s+/g, '').length;
    ends.add(at);
  }
  ends.delete(at);
  return ends;
}

function add(count: Count, gold: ReadonlySet<number>, found: ReadonlySet<number>): void {
  count.gold += gold.size;
  count.found += found.size;
  for (const end of found) if (gold.has(end)) count.right++;
}

function figuresOf({ right, found, gold }: Count): string {
  const f1 = found + gold === 0 ? 1 : (2 * right) / (found + gold);
  return `${f1.toFixed(3)} (${ratio(right, found)} / ${ratio(right, gold)})`;
}

function ratio(part: number, whole: number): string {
  return (whole === 0 ? 1 : part / whole).toFixed(3);
}

/** `-` a gold boundary that was missed, `+` one that is not in the gold. */
function printErrors(file: string, text: string, gold: ReadonlySet<number>, found: ReadonlySet<number>): void {
  let at = 0;
  for (const [i, character] of Array.from(text).entries()) {
    if (character.trim() === '') continue;
    at += character.length;
    if (gold.has(at) === found.has(at)) continue;
    const characters = Array.from(text);
    const before = characters.slice(Math.max(0, i - 50), i + 1).join('');
    console.log(`${gold.has(at) ? '-' : '+'} ${file}: ${before} ¦ ${characters.slice(i + 1, i + 40).join('')}`);
  }
}
