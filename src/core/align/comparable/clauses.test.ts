import { describe, expect, it } from 'vitest';
import type { Side } from '../../../contract.ts';
import { isFunctionWord, isPunctuation, tokenize } from '../../compare/tokens.ts';
import { clauseCuts } from './clauses.ts';

function clauses(text: string, side: Side): string[] {
  const words = tokenize(text).map((word) => word.text);
  const cuts = clauseCuts(
    words,
    words.map((word) => !isPunctuation(word) && !isFunctionWord(word)),
    side,
  );
  return cuts.slice(0, -1).map((start, index) => words.slice(start, cuts[index + 1]).join(' '));
}

describe('clauseCuts', () => {
  it('cuts at commas, quotes and conjunctions', () => {
    expect(
      clauses('Samedi, l’Otan a suspendu sa mission, après la mort du général dans une attaque à Bagdad.', 'fr'),
    ).toEqual(['Samedi , l’ Otan a suspendu sa mission ,', 'après la mort du général dans une attaque à Bagdad .']);
    expect(clauses('The operation was the result of a "decision of the United States"', 'en')).toEqual([
      'The operation was the result of a',
      '" decision of the United States "',
    ]);
  });

  it('does not cut where a side would have fewer than two content words', () => {
    expect(clauses('Hier, il pleuvait fort sur Paris', 'fr')).toHaveLength(1);
  });

  it('cuts at a weak conjunction only where much stands on both sides', () => {
    expect(clauses('old men and young women', 'en')).toHaveLength(1);
    expect(clauses('many old men left their village and three young women stayed there alone', 'en')).toHaveLength(2);
  });

  it('makes at most eight clauses', () => {
    const long = Array.from({ length: 20 }, (_, index) => `big dog${index}`).join(', ');
    expect(clauses(long, 'en')).toHaveLength(8);
  });
});
