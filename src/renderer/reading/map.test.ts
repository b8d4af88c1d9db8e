import { describe, expect, test } from 'vitest';
import { comparisonFixture } from '../../core/comparisonFixture.ts';
import { rowsOf } from '../../core/rows.ts';
import { indexRows } from '../state/places.ts';
import { extentsOf, pictureOf, type Picture } from './map.ts';

function picture(comparison: ReturnType<typeof comparisonFixture>, scale: number): Picture {
  const { articles } = comparison;
  const rows = rowsOf(comparison);
  const extents = { fr: extentsOf(articles.fr), en: extentsOf(articles.en) };
  const index = indexRows(rows, articles);
  return pictureOf(comparison, rows, ({ side, sentence }) => index[side][sentence] ?? [], extents, scale);
}

const small = comparisonFixture({
  fr: ['Un deux trois.', 'Quatre cinq six.', '#Publié le'],
  en: ['One two three.', 'Seven eight nine.'],
  beads: [
    { fr: [0], en: [0] },
    { fr: [1], en: [] },
    { fr: [2], en: [] },
    { fr: [], en: [1] },
  ],
});

describe('pictureOf', () => {
  test('each sentence is a block that says what became of it', () => {
    const { blocks, lines } = picture(small, 0.3);
    expect(blocks.fr.map(({ look }) => look)).toEqual(['sure', 'only', 'furniture']);
    expect(blocks.en.map(({ look }) => look)).toEqual(['sure', 'only']);
    expect(lines).toHaveLength(1);
  });

  test('blocks stand in the order of the text, inside the map', () => {
    const { blocks } = picture(small, 0.3);
    const total = extentsOf(small.articles.fr).total * 0.3;
    const heights = blocks.fr.map(({ y }) => y);
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(blocks.fr.every(({ y, height }) => y >= 0 && y + height <= total + 1.5)).toBe(true);
  });

  test('a text of thousands of sentences is drawn with as many blocks as there are pixels, and nothing missing is lost', () => {
    const n = 4000;
    const fr = Array.from({ length: n }, (_, at) => `Phrase numéro ${at}.`);
    const beads = fr.map((_, at) => (at === 1234 ? { fr: [at], en: [] } : { fr: [at], en: [at < 1234 ? at : at - 1] }));
    const long = comparisonFixture({ fr, en: fr.slice(1), beads });
    const height = 800;
    const { blocks, lines } = picture(long, height / extentsOf(long.articles.fr).total);
    expect(blocks.fr.length).toBeLessThanOrEqual(height / 2 + 1);
    expect(lines.length).toBeLessThan(height);
    expect(blocks.fr.filter(({ look }) => look === 'only')).toHaveLength(1);
  });

  test('a changed number is marked on both sides', () => {
    const changed = comparisonFixture({
      fr: ['Les 29 alliés.'],
      en: ['The 28 allies.'],
      beads: [{ fr: [0], en: [0] }],
      marks: [{ kind: 'changed', fact: 'number', fr: { start: 4, end: 6 }, en: { start: 4, end: 6 }, certainty: 0.9 }],
    });
    expect(picture(changed, 0.3).changed).toEqual({ fr: [0], en: [0] });
  });
});
