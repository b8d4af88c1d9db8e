import { expect, it } from 'vitest';
import { linkTexts } from './linkTexts.ts';
import { meaningEncoder } from './meaningFixture.ts';

const encoder = meaningEncoder({ le: 'the', chat: 'cat', dort: 'sleeps' });

it('links words by what they say, elisions and punctuation on their own', async () => {
  const links = await linkTexts({ fr: 'Le chat dort.', en: 'The cat sleeps.' }, encoder);
  expect(links.map(({ fr, en }) => [fr, en])).toEqual([
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
});

it('links nothing to an empty text', async () => {
  expect(await linkTexts({ fr: 'Le chat dort.', en: ' ' }, encoder)).toEqual([]);
});
