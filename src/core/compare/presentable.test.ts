import { describe, expect, it } from 'vitest';
import { presentable } from './presentable.ts';

/** The words that the marks stand around in `[ ]`, after the edges were cleaned; `null` where nothing is left. */
function cleaned(marked: string): string | null {
  const words: string[] = [];
  let start = 0;
  let end = 0;
  for (const word of marked.split(' ')) {
    if (word === '[') start = words.length;
    else if (word === ']') end = words.length;
    else words.push(word);
  }
  const phrase = presentable({ side: 'fr', start, end, score: 1 }, words);
  return phrase && words.slice(phrase.start, phrase.end).join(' ');
}

describe('presentable', () => {
  it('leaves out separators at the edges', () => {
    expect(cleaned('Il vint [ , selon lui , ] hier')).toBe('selon lui');
  });

  it('leaves out an article or a preposition that belongs to what follows', () => {
    expect(cleaned('[ la paix et la ] guerre')).toBe('la paix');
  });

  it('keeps an elision and a clitic with their word', () => {
    expect(cleaned('dans l’ [ avion blanc ]')).toBe('l’ avion blanc');
    expect(cleaned('[ the king ] ’s men')).toBe('the king ’s');
    expect(cleaned('the king [ ’s old ] daughter')).toBe('old');
    expect(cleaned('il [ vint hier jusqu’ ] à')).toBe('vint hier');
  });

  it('takes both brackets or none', () => {
    expect(cleaned('Il vint ( [ hier soir ] ) seul')).toBe('( hier soir )');
    expect(cleaned('Il vint [ ( hier ] soir )')).toBe('hier');
    expect(cleaned('Il vint [ ( hier soir ) ] seul')).toBe('( hier soir )');
  });

  it.each(['[ le ] chat', 'le chat [ , ] noir', '[ ] chat', 'il [ ne ] dort'])(
    'has nothing to show for %s',
    (marked) => {
      expect(cleaned(marked)).toBeNull();
    },
  );
});
