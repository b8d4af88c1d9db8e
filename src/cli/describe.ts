import type { Comparison, Row, Side } from '../contract.ts';
import { differencesOf, type Difference } from '../core/differences.ts';
import { sentencesText, textOf } from '../core/export/words.ts';
import { groupBy } from '../core/groupBy.ts';
import { summaryOf } from '../core/summary.ts';

/** A comparison for reading in the terminal: the summary in words, then the pairs. */
export function describe(comparison: Comparison, rows: readonly Row[], width: number): string {
  const { fr, en } = comparison.articles;
  return [
    `${fr.title}  |  ${en.title}`,
    comparison.pairKind === 'translation' ? 'A text and its translation.' : 'Two articles on one event.',
    `${summaryWords(comparison, rows)}.`,
    '',
    ...describeRows(comparison, rows, width),
  ].join('\n');
}

/** "14 of 21 sentences correspond, 4 partly; 7 only in French; 9 only in English; 1 number differs" */
function summaryWords(comparison: Comparison, rows: readonly Row[]): string {
  const { sentences, side, correspond, partly, moved, only, changed, within } = summaryOf(comparison, rows);
  const facts = Object.entries(changed).flatMap(([fact, count]) =>
    count === 0 ? [] : [`${count} ${count === 1 ? `${fact} differs` : `${fact}s differ`}`],
  );
  const alone = (count: number, language: string): string[] =>
    count === 0 ? [] : [`${count} ${count === 1 ? 'number' : 'numbers'} of a pair only in ${language}`];
  return [
    `${correspond} of ${sentences[side]} sentences correspond, ${partly} partly`,
    ...(moved > 0 ? [`${moved} moved`] : []),
    `${only.fr} only in French`,
    `${only.en} only in English`,
    ...facts,
    ...alone(within.fr, 'French'),
    ...alone(within.en, 'English'),
  ].join('; ');
}

function describeRows(comparison: Comparison, rows: readonly Row[], width: number): string[] {
  const differences = groupBy(differencesOf(comparison, rows), ({ row }) => row);
  return rows.flatMap((row, at) => {
    if (row.furniture) return [];
    const sides = (['fr', 'en'] as const).flatMap((side) =>
      row[side].length === 0 ? [] : wrapped(`  ${side}  `, rowText(comparison, side, row), width),
    );
    const found = (differences.get(at) ?? []).filter(({ mark }) => mark !== undefined);
    return [heading(row), ...sides, ...found.map((difference) => `      ${sentence(comparison, difference)}`), ''];
  });
}

/** Sentence numbers from 1, as the reading view has them. */
function heading(row: Row): string {
  const numbers = (indexes: readonly number[]): string => indexes.map((index) => index + 1).join('+');
  const sure = `${Math.round(100 * row.confidence)} %`;
  switch (row.status) {
    case 'match':
      return `${numbers(row.fr)} = ${numbers(row.en)}   ${sure}`;
    case 'partial':
      return `${numbers(row.fr)} ~ ${numbers(row.en)}   partly, ${sure}`;
    case 'moved':
      return `${numbers(row.fr)} = ${numbers(row.en)}   moved, ${sure}`;
    case 'only-fr':
      return `${numbers(row.fr)}   only in French`;
    case 'only-en':
      return `${numbers(row.en)}   only in English`;
  }
}

/** Of a partial pair, what corresponds: ellipses stand for the rest. */
function rowText(comparison: Comparison, side: Side, row: Row): string {
  const whole = sentencesText(comparison, side, row[side]);
  if (!row.parts) return whole;
  const part = textOf(comparison, side, row.parts[side]);
  return `${whole.startsWith(part) ? '' : '… '}${part}${whole.endsWith(part) ? '' : ' …'}`;
}

function sentence(comparison: Comparison, { kind, ranges }: Difference): string {
  const fr = ranges.fr && textOf(comparison, 'fr', ranges.fr);
  const en = ranges.en && textOf(comparison, 'en', ranges.en);
  if (kind === 'changed') return `differs: ${fr ?? ''} | ${en ?? ''}`;
  return fr === undefined ? `only in English: ${en ?? ''}` : `only in French: ${fr}`;
}

/** Words in lines of at most `width` columns, all but the first as far in as the lead is long. */
function wrapped(lead: string, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \t\r\n]+/)) {
    if (line !== '' && lead.length + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.map((content, at) => `${at === 0 ? lead : ' '.repeat(lead.length)}${content}`);
}
