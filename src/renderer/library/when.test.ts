import { describe, expect, test } from 'vitest';
import { whenOpened } from './when.ts';

const words = { today: (time: string) => `today, ${time}`, yesterday: () => 'yesterday' };
const now = new Date(2026, 10, 22, 9, 30).getTime();
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime();

describe('when a comparison was last open', () => {
  test('today has its time', () => {
    expect(whenOpened(at(2026, 10, 22, 8, 5), now, 'en', words).replace(/\s/g, ' ')).toBe('today, 8:05 AM');
  });

  test('late last evening is yesterday, however few hours ago', () => {
    expect(whenOpened(at(2026, 10, 21, 23, 59), now, 'en', words)).toBe('yesterday');
  });

  test('within a week it is the weekday, in the language of the interface', () => {
    expect(whenOpened(at(2026, 10, 20, 12, 0), now, 'en', words)).toBe('Friday');
    expect(whenOpened(at(2026, 10, 20, 12, 0), now, 'fr', words)).toBe('vendredi');
  });

  test('before that it is the date, with the year only where it is another one', () => {
    expect(whenOpened(at(2026, 10, 15, 12, 0), now, 'fr', words)).toBe('15 novembre');
    expect(whenOpened(at(2025, 11, 24, 12, 0), now, 'en', words)).toBe('December 24, 2025');
  });

  test('a clock that was set back does not put it into the future', () => {
    expect(whenOpened(now + 3 * 86_400_000, now, 'en', words)).toMatch(/^today/);
  });
});
