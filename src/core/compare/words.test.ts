import { describe, expect, it } from 'vitest';
import { meaningSide } from './meaningFixture.ts';
import { linkWords } from './words.ts';

const MEANINGS = { le: 'the', chat: 'cat', noir: 'black', dort: 'sleeps', '«': '"', '»': '"' };

function links(fr: string, en: string): string[] {
  const pair = { fr: meaningSide(fr.split(' '), MEANINGS), en: meaningSide(en.split(' ')) };
  return linkWords(pair).map(({ fr: i, en: j }) => `${i}-${j}`);
}

describe('linkWords', () => {
  it('links words that mean the same, also where they cross', () => {
    expect(links('le chat noir dort', 'the black cat sleeps')).toEqual(['0-0', '1-2', '2-1', '3-3']);
  });

  it('leaves a word alone that the other side does not say', () => {
    expect(links('le chat dort', 'the cat sleeps soundly')).toEqual(['0-0', '1-1', '2-2']);
  });

  it('links a repeated word with the repetition in the same place', () => {
    expect(links('le chat le chat', 'the cat the cat')).toEqual(['0-0', '1-1', '2-2', '3-3']);
  });

  it('is sure of what fits, and says how sure', () => {
    const [link] = linkWords({ fr: meaningSide(['chat'], MEANINGS), en: meaningSide(['cat']) });
    expect(link?.confidence).toBeGreaterThan(0.9);
    expect(link?.confidence).toBeLessThanOrEqual(1);
  });

  it('finds nothing where a side is empty', () => {
    expect(linkWords({ fr: meaningSide([]), en: meaningSide(['cat']) })).toEqual([]);
    expect(linkWords({ fr: meaningSide(['chat']), en: meaningSide([]) })).toEqual([]);
  });
});
