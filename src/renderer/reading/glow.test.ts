import { describe, expect, test } from 'vitest';
import type { Row } from '../../contract.ts';
import { light } from '../state/lit.ts';
import { glowOf, type Lamp } from './glow.ts';

const whole: Row = { status: 'match', fr: [0], en: [0], confidence: 0.9, marks: [], furniture: false };
const parts = { fr: { start: 0, end: 1 }, en: { start: 0, end: 1 } };
const partial: Row = { ...whole, status: 'partial', en: [1], parts };
const lamp: Lamp = {
  lines: (side, sentence) => [
    { mid: 50 + 40 * sentence, left: side === 'fr' ? 0 : 600, right: side === 'fr' ? 480 : 1080 },
  ],
  part: () => [],
  edges: { fr: { left: 0, right: 500 }, en: { left: 600, right: 1100 } },
  lead: 28,
};

describe('glowOf', () => {
  test('a pair is one shape: both sentences and the gutter between', () => {
    const { main, near } = glowOf(light({ side: 'fr', sentence: 0 }, [0], [whole]), lamp);
    expect(main).toHaveLength(3);
    expect(main[2]).toMatch(/^M508 /);
    expect(near).toEqual([]);
  });

  test('the light is the same from either side', () => {
    const paths = (side: 'fr' | 'en') => glowOf(light({ side, sentence: 0 }, [0], [whole]), lamp).main;
    expect(paths('en')).toEqual(paths('fr'));
  });

  test('where only a part corresponds, the shape goes to that part and the rest of the sentence is paler', () => {
    const part: Lamp['part'] = (side) => (side === 'en' ? [{ mid: 90, left: 700, right: 800 }] : []);
    const { main, near } = glowOf(light({ side: 'fr', sentence: 0 }, [0], [partial]), { ...lamp, part });
    expect(main).toHaveLength(3);
    expect(main[1]).toContain('M696 ');
    expect(near).toHaveLength(1);
  });

  test('a sentence that stands alone is lit alone', () => {
    expect(glowOf(light({ side: 'fr', sentence: 0 }, [], []), lamp).main).toHaveLength(1);
  });

  test('what is not laid out is not lit', () => {
    const dark = glowOf(light({ side: 'fr', sentence: 0 }, [0], [whole]), { ...lamp, lines: () => [] });
    expect(dark.main).toEqual([]);
  });
});
