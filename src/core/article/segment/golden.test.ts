import { describe, expect, it } from 'vitest';
import type { Side } from '../../../contract.ts';
import { buildArticle } from '../article.ts';
import { textBlocks } from '../formats/text.ts';

/**
 * The Golden Rules that segmenters are compared by, from pragmatic_segmenter (Kevin S. Dias, MIT licence), English and
 * French. A vertical bar stands between sentences that are to be told apart.
 */
const ENGLISH: readonly string[] = [
  'Hello World.|My name is Jonas.',
  'What is your name?|My name is Jonas.',
  'There it is!|I found it.',
  'My name is Jonas E. Smith.',
  'Please turn to p. 55.',
  'Were Jane and co. at the party?',
  'They closed the deal with Pitt, Briggs & Co. at noon.',
  "Let's ask Jane and co.|They should know.",
  'They closed the deal with Pitt, Briggs & Co.|It closed yesterday.',
  'I can see Mt. Fuji from here.',
  "St. Michael's Church is on 5th st. near the light.",
  "That is JFK Jr.'s book.",
  'I visited the U.S.A. last year.',
  'I live in the E.U.|How about you?',
  'I live in the U.S.|How about you?',
  'I work for the U.S. Government in Virginia.',
  'I have lived in the U.S. for 20 years.',
  'At 5 a.m. Mr. Smith went to the bank.|He left the bank at 6 P.M.|Mr. Smith then went to the store.',
  'She has $100.00 in her bag.',
  'She has $100.00.|It is in her bag.',
  'He teaches science (He previously worked for 5 years as an engineer.) at the local University.',
  'Her email is Jane.Doe@example.com.|I sent her an email.',
  'The site is: https://www.example.50.com/new-site/awesome_content.html.|Please check it out.',
  "She turned to him, 'This is great.' she said.",
  'She turned to him, "This is great." she said.',
  'She turned to him, "This is great."|She held the book out to show him.',
  'Hello!!|Long time no see.',
  'Hello??|Who is there?',
  'Hello!?|Is that you?',
  'Hello?!|Is that you?',
  '1.) The first item|2.) The second item',
  '1.) The first item.|2.) The second item.',
  '1) The first item|2) The second item',
  '1) The first item.|2) The second item.',
  '1. The first item|2. The second item',
  '1. The first item.|2. The second item.',
  '• 9. The first item|• 10. The second item',
  '⁃9. The first item|⁃10. The second item',
  'a. The first item|b. The second item|c. The third list item',
  'This is a sentence\ncut off in the middle because pdf.',
  'It was a cold \nnight in the city.',
  'features|contact manager|events, activities',
  'You can find it at N°. 1026.253.553.|That is where the treasure is.',
  'She works at Yahoo! in the accounting department.',
  'We make a good team, you and I.|Did you see Albert I. Jones yesterday?',
  'Thoreau argues that by simplifying one’s life, “the laws of the universe will appear less complex. . . .”',
  '"Bohr [...] used the analogy of parallel stairways [...]" (Smith 55).',
  'If words are left off at the end of a sentence, and that is all that is omitted, indicate the omission with ellipsis marks (preceded and followed by a space) and then indicate the end of the sentence with a period . . . .|Next sentence.',
  'I never meant that....|She left the store.',
  "I wasn’t really ... well, what I mean...see . . . what I'm saying, the thing is . . . I didn’t mean it.",
  'One further habit which was somewhat weakened . . . was that of combining words into self-interpreting compounds.|. . . The practice was not abandoned. . . .',
  'Hello world.|Today is Tuesday.|Mr. Smith went to the store and bought 1,000.|That is a lot.',
];

const FRENCH: readonly string[] = [
  "Après avoir été l'un des acteurs du projet génome humain, le Genoscope met aujourd'hui le cap vers la génomique environnementale.|L'exploitation des données de séquences, prolongée par l'identification expérimentale des fonctions biologiques, notamment dans le domaine de la biocatalyse, ouvrent des perspectives de développements en biotechnologie industrielle.",
  '"Airbus livrera comme prévu 30 appareils 380 cette année avec en ligne de mire l\'objectif d\'équilibre financier du programme en 2015", a-t-il ajouté.',
  'À 11 heures ce matin, la direction ne décomptait que douze grévistes en tout sur la France : ce sont ceux du site de Saran (Loiret), dont l’effectif est de 809 salariés, dont la moitié d’intérimaires.|Elle assure que ce mouvement « n’aura aucun impact sur les livraisons ».',
  'Ce modèle permet d’afficher le texte « LL.AA.II.RR. » pour l’abréviation de « Leurs Altesses impériales et royales » avec son infobulle.',
  'Les derniers ouvrages de Intercept Ltd. sont ici.',
];

/** A run of four dots is one ellipsis here, wherever the rule would have its first dot belong. */
const KNOWN_MISSES: readonly number[] = [50];
/** Rules whose sentences stand on lines of their own, or directly one after the other. */
const JOINTS: Readonly<Record<number, string>> = { 37: ' ', 41: '\n', 51: '' };

function sentencesOf(text: string, side: Side): string[] {
  const article = buildArticle({ name: 'golden', text, blocks: textBlocks(text) }, side);
  return article.sentences.map(({ start, end }) => text.slice(start, end));
}

describe('the golden rules of sentence segmentation', () => {
  for (const [side, rules] of [
    ['en', ENGLISH],
    ['fr', FRENCH],
  ] as const) {
    for (const [i, rule] of rules.entries()) {
      const isMissed = side === 'en' && KNOWN_MISSES.includes(i);
      (isMissed ? it.fails : it)(`${side} ${i + 1}: ${rule.slice(0, 60)}`, () => {
        const sentences = rule.split('|');
        const text = sentences.join(side === 'en' ? (JOINTS[i] ?? ' ') : ' ');
        expect(sentencesOf(text, side)).toEqual(sentences);
      });
    }
  }
});
