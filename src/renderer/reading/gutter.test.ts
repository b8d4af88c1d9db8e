import { describe, expect, test } from 'vitest';
import type { Row, Side } from '../../contract.ts';
import { indexRows } from '../state/places.ts';
import { light } from '../state/lit.ts';
import { drawGutter, type Scene } from './gutter.ts';

const article = {
  name: 'a.txt',
  title: 'a',
  text: '',
  blocks: [],
  sentences: Array.from({ length: 6 }, () => ({ start: 0, end: 0, block: 0 })),
};
const parts = { fr: { start: 0, end: 1 }, en: { start: 0, end: 1 } };

function row(status: Row['status'], fr: number[], en: number[], confidence = 0.9): Row {
  return { status, fr, en, confidence, marks: [], furniture: false, ...(status === 'partial' && { parts }) };
}

function scene(rows: readonly Row[], visible: Scene['visible'], change: Partial<Scene> = {}): Scene {
  const index = indexRows(rows, { fr: article, en: article });
  return {
    rows,
    original: 'fr',
    visible,
    rowsAt: (side: Side, sentence) => index[side][sentence] ?? [],
    extent: (_, sentence) => ({ top: sentence * 100, bottom: sentence * 100 + 80 }),
    isShown: () => true,
    isCrossing: () => false,
    lit: null,
    farthest: 1000,
    gutter: { left: 600, right: 720 },
    ...change,
  };
}

describe('drawGutter', () => {
  test('a sure pair has two firm brackets and one firm connector with dots', () => {
    const drawing = drawGutter(scene([row('match', [0], [0])], { fr: [0], en: [0] }));
    expect(drawing.brackets.map(({ key, firm, ink }) => [key, firm, ink])).toEqual([
      ['fr0', true, 'link'],
      ['en0', true, 'link'],
    ]);
    expect(drawing.connectors).toMatchObject([
      {
        firm: true,
        ink: 'link',
        ends: [
          [614, 40],
          [706, 40],
        ],
      },
    ]);
  });

  test('a sentence on one side only has a stub that says whether it was dropped or added', () => {
    const rows = [row('only-fr', [0], []), row('only-en', [], [0])];
    const visible = { fr: [0], en: [0] };
    expect(drawGutter(scene(rows, visible)).stubs.map(({ ink, towards }) => [ink, towards])).toEqual([
      ['dropped', 1],
      ['added', -1],
    ]);
    expect(drawGutter(scene(rows, visible, { original: 'en' })).stubs.map(({ ink }) => ink)).toEqual([
      'added',
      'dropped',
    ]);
  });

  test('a joined sentence has a connector from each of its parts, at different heights', () => {
    const { connectors } = drawGutter(scene([row('match', [0, 1], [0])], { fr: [0, 1], en: [0] }));
    expect(connectors).toHaveLength(2);
    expect(new Set(connectors.map(({ ends }) => ends[1]?.[1])).size).toBe(2);
  });

  test('links of one sentence leave it in the order of their other ends', () => {
    const rows = [row('partial', [0], [3]), row('partial', [0], [1])];
    const { connectors } = drawGutter(scene(rows, { fr: [0], en: [] }));
    const start = (key: string) =>
      connectors
        .find((each) => each.key === key)
        ?.path.split('C')[0]
        ?.split(' ')[1];
    expect(Number(start('1 0 1'))).toBeLessThan(Number(start('0 0 3')));
  });

  test('a pair is drawn once though both ends are on the screen, and also when one end is not', () => {
    const rows = [row('match', [0], [0]), row('match', [1], [5])];
    expect(drawGutter(scene(rows, { fr: [0, 1], en: [0] })).connectors).toHaveLength(2);
  });

  test('crossing and moved pairs are drawn as moved', () => {
    const rows = [row('moved', [0], [1]), row('partial', [2], [0])];
    const drawing = drawGutter(scene(rows, { fr: [0, 2], en: [] }, { isCrossing: (at) => at === 1 }));
    expect(drawing.connectors.map(({ ink, firm }) => [ink, firm])).toEqual([
      ['moved', true],
      ['moved', false],
    ]);
  });

  test('what a filter hides has a thin bracket and no connector', () => {
    const drawing = drawGutter(scene([row('match', [0], [0])], { fr: [0], en: [] }, { isShown: () => false }));
    expect(drawing.connectors).toEqual([]);
    expect(drawing.brackets).toMatchObject([{ firm: false, ink: 'link' }]);
  });

  test('a connector that goes very far is drawn only while its pair is lit', () => {
    const rows = [row('match', [0], [5])];
    const visible = { fr: [0], en: [] };
    expect(drawGutter(scene(rows, visible, { farthest: 300 })).connectors).toEqual([]);
    const lit = light({ side: 'fr', sentence: 0 }, [0], rows);
    expect(drawGutter(scene(rows, visible, { farthest: 300, lit })).connectors).toHaveLength(1);
  });

  test('the lit pair comes last, over the others, which step back', () => {
    const rows = [row('match', [0], [0]), row('match', [1], [1])];
    const lit = light({ side: 'fr', sentence: 0 }, [0], rows);
    const { connectors } = drawGutter(scene(rows, { fr: [0, 1], en: [0, 1] }, { lit }));
    expect(connectors.map(({ state }) => state)).toEqual(['dim', 'lit']);
  });
});
