import { expect, test } from 'vitest';
import type { Result, Side, WordLink } from '../../contract.ts';
import { comparisonFixture, rangeOf } from '../../core/comparisonFixture.ts';
import { rowsOf } from '../../core/rows.ts';
import { WordLinks } from './wordLinks.svelte.ts';

const plain = comparisonFixture({
  fr: ['Un chat.', 'Il dort.', 'Deux.', 'Seul.'],
  en: ['A cat sleeps.', 'Two.'],
  beads: [
    { fr: [0, 1], en: [0] },
    { fr: [2], en: [1] },
    { fr: [3], en: [] },
  ],
});
const rows = rowsOf(plain);
const link: WordLink = { fr: 1, en: 1, confidence: 0.9 };

function started() {
  const asked: Readonly<Record<Side, string>>[] = [];
  const answers: ((result: Result<readonly WordLink[]>) => void)[] = [];
  const links = new WordLinks((texts) => {
    asked.push(texts);
    return new Promise((resolve) => answers.push(resolve));
  });
  return {
    links,
    asked,
    want: (...at: number[]): void => {
      for (const index of at) {
        const row = rows[index];
        if (row) links.want(plain, row, index);
      }
    },
    answer: async (result: Result<readonly WordLink[]> = { ok: true, value: [link] }): Promise<void> => {
      answers.shift()?.(result);
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    },
  };
}

test('gives the words of all sentences of a pair as ranges of the article', async () => {
  const { links, want, answer, asked } = started();
  want(0);
  expect(asked).toEqual([{ fr: 'Un chat.\nIl dort.', en: 'A cat sleeps.' }]);
  expect(links.of(0)).toBeNull();
  await answer();
  const found = links.of(0);
  expect(found?.links).toEqual([link]);
  expect(found?.words.fr.map(({ start, end }) => plain.articles.fr.text.slice(start, end))).toEqual(
    'Un|chat|.|Il|dort|.'.split('|'),
  );
  expect(found?.words.en[1]).toEqual(rangeOf(plain.articles.en, 0, 'cat'));
});

test('asks for each pair once, and for none that stands alone', async () => {
  const { want, answer, asked } = started();
  want(0);
  await answer();
  want(0, 2);
  expect(asked).toHaveLength(1);
});

test('of the pairs that were passed while it was asking, only the last is asked for', async () => {
  const { want, answer, asked } = started();
  want(1, 0, 1, 0);
  await answer();
  await answer();
  expect(asked.map(({ en }) => en)).toEqual(['Two.', 'A cat sleeps.']);
});

test('a pair that failed is asked for again when it is wanted again', async () => {
  const { links, want, answer, asked } = started();
  want(1);
  await answer({ ok: false, failure: { code: 'internal', files: [] } });
  expect(links.of(1)).toBeNull();
  want(1);
  expect(asked).toHaveLength(2);
});
