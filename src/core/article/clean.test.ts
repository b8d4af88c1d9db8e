import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markFurniture } from './clean.ts';
import { textBlocks } from './formats/text.ts';

function furnitureOf(text: string): string[] {
  return markFurniture(text, textBlocks(text))
    .filter(({ furniture }) => furniture)
    .map(({ start, end }) => text.slice(start, end));
}

const PARAGRAPH =
  'Le secrétaire général de l’Otan a appelé lundi l’Iran à éviter davantage de violence, à l’issue d’une réunion des ambassadeurs.';
const ENGLISH =
  'In the immediate future, the training mission in Iraq is in any case suspended to protect the personnel concerned.';

describe('markFurniture', () => {
  it('marks what a French page says around an article', () => {
    const headline = 'L’Otan demande à l’Iran de « cesser la violence »';
    const furniture = [
      'La rédaction vous conseille',
      'Les titres du matinNewsletter',
      'Tous les jours',
      "Recevez chaque matin, l'actualité du jour : politique, international, société...",
      headline,
      "S'ABONNER",
      'Partager',
    ];
    const text = [headline, 'Publié le', PARAGRAPH, PARAGRAPH, ...furniture].join('\n\n');
    expect(furnitureOf(text)).toEqual(['Publié le', ...furniture]);
  });

  it('marks what an English page says around an article', () => {
    const furniture = [
      'Share on Facebook',
      'Updated: 6 January 2020, 17:33 GMT',
      'Read more: How the crisis began',
      'Sign up for our daily email',
      'Follow us on Twitter',
      'Please enter your comment!',
      'Please enter your name here',
      'All rights reserved.',
    ];
    expect(
      furnitureOf(`NATO suspends its mission in Iraq\n\n${ENGLISH}\n\n${ENGLISH}\n\n${furniture.join('\n')}`),
    ).toEqual(furniture);
  });

  it('marks a photo’s caption by its credit, and the same caption without one', () => {
    const caption = 'NATO Secretary General Jens Stoltenberg on January 6 in Brussels.';
    const text = `A headline of five words\n\n${caption}\n${caption} KENZO TRIBOUILLARD / AFP\n\n${ENGLISH}\n\n${ENGLISH}`;
    expect(furnitureOf(text)).toEqual([caption, `${caption} KENZO TRIBOUILLARD / AFP`]);
    expect(
      markFurniture(text, textBlocks(text))
        .map(({ kind }) => kind)
        .slice(1, 3),
    ).toEqual(['caption', 'caption']);
  });

  it.each([
    'Le siège de l’Otan. © Reuters',
    'Des soldats à Bagdad (Photo : AFP)',
    'Photo credit: Getty Images',
    'Crédit photo : Jean Dupont',
  ])('knows the credit in %j', (line) => {
    expect(furnitureOf(`${PARAGRAPH}\n\n${line}\n\n${PARAGRAPH}`)).toEqual([line]);
  });

  it.each([
    '06/01/2020 à 17h33',
    '2020-01-06 17:33',
    '12 commentaires',
    '5 min',
    'https://www.exemple.fr/otan',
    '#OTAN #Iran',
    '5 min de lecture',
    'Par Le Figaro avec AFP',
    'By Reuters Staff',
    'Par Jean Dupont, publié le 6 janvier 2020',
  ])('knows the stamp or address %j', (line) => {
    expect(furnitureOf(`${PARAGRAPH}\n\n${line}\n\n${PARAGRAPH}`)).toEqual([line]);
  });

  it('cuts a stamp off the paragraph that it runs into', () => {
    expect(furnitureOf(` date 2020-01 ${PARAGRAPH}\n\n${PARAGRAPH}`)).toEqual(['date 2020-01']);
    expect(furnitureOf(`${PARAGRAPH}\n\n${PARAGRAPH} date 2020-01`)).toEqual(['date 2020-01']);
    const text = `date 2020-01 ${PARAGRAPH}`;
    expect(markFurniture(text, textBlocks(text)).map(({ start, end }) => text.slice(start, end))).toEqual([
      'date 2020-01',
      PARAGRAPH,
    ]);
  });

  it.each([
    '--Comment !',
    'Home',
    '"Share and share alike," said the Hatter.',
    '— Fermer la porte ? dit-il.',
    'Candide',
    'Il partagea son pain avec le pauvre homme.',
    'Close by the door stood an old man with a lamp.',
    'Photographs lay on the table, and nobody spoke.',
    'La dépêche de l’AFP est tombée à midi.',
    'The story was first reported by Reuters.',
    'Le 6 janvier 1820.',
    'Please enter, said the old man.',
    'More and more people joined the crowd, according to AP/Reuters reports.',
    'Publicité mensongère : le tribunal tranche',
    'Read the letter, and tell me what you think of it!',
  ])('leaves %j alone', (line) => {
    expect(furnitureOf(`${PARAGRAPH}\n\n${line}\n\n${PARAGRAPH}\n\n${ENGLISH}`)).toEqual([]);
  });

  it('does not take a recurring name for the headline', () => {
    expect(furnitureOf(`Candide\n\nVoltaire\n\n${PARAGRAPH}\n\n${PARAGRAPH}\n\nCandide\n\n${PARAGRAPH}`)).toEqual([]);
  });

  it('marks nothing where nothing would be left', () => {
    expect(furnitureOf("S'abonner")).toEqual([]);
    expect(furnitureOf('Partager\nNewsletter\nIl pleut.')).toEqual([]);
  });

  it('gives every visible character back, in order', () => {
    const line = fc.constantFrom(
      PARAGRAPH,
      'date 2020-01',
      'Partager',
      'Un titre de cinq mots',
      '© AFP',
      'date 2020-01 Il pleut.',
      '',
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        const blocks = markFurniture(text, textBlocks(text));
        expect(
          blocks
            .map(({ start, end }) => text.slice(start, end))
            .join('')
            .replace(/\s/g, ''),
        ).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});
