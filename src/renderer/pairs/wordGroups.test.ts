import { expect, test } from 'vitest';
import type { WordLink } from '../../contract.ts';
import { tokenize } from '../../core/compare/tokens.ts';
import { groupWords, type WordGroups } from './wordGroups.ts';

/** @param links French and English words that go together */
function grouped(fr: string, en: string, links: readonly (readonly [string, string])[]): WordGroups {
  const words = { fr: tokenize(fr), en: tokenize(en) };
  const linked = links.map(([french, english]): WordLink => ({
    fr: words.fr.findIndex(({ text }) => text === french),
    en: words.en.findIndex(({ text }) => text === english),
    confidence: 0.9,
  }));
  return groupWords({ fr, en }, { words, links: linked });
}

function tiesOf(groups: WordGroups): string[] {
  return groups.ties.map(({ fr, en, moved }) => `${groups.fr[fr]?.text} ${moved ? 'x' : '='} ${groups.en[en]?.text}`);
}

test('small words go with what they belong to, and punctuation with what it closes or opens', () => {
  const { fr } = grouped('Le chef de l’Otan, lundi, a dit « non » à l’Iran.', 'Yes.', []);
  expect(fr.map(({ text }) => text)).toEqual(['Le chef', 'de l’Otan,', 'lundi,', 'a dit', '« non »', 'à l’Iran.']);
});

test('groups go together by the words that mean something', () => {
  const groups = grouped('Le secrétaire général de l’Otan parle.', 'The Alliance secretary general speaks.', [
    ['Le', 'The'],
    ['secrétaire', 'secretary'],
    ['général', 'general'],
    ['Otan', 'Alliance'],
    ['parle', 'speaks'],
  ]);
  expect(tiesOf(groups)).toEqual([
    'Le secrétaire général = secretary general',
    'de l’Otan x The Alliance',
    'parle. = speaks.',
  ]);
});

test('a word that the other side leaves out stands alone', () => {
  const groups = grouped('Il appelle lundi Paris.', 'He calls Paris.', [
    ['Il', 'He'],
    ['appelle', 'calls'],
    ['Paris', 'Paris'],
  ]);
  expect(groups.fr.filter(({ alone }) => alone).map(({ text }) => text)).toEqual(['lundi']);
  expect(groups.en.filter(({ alone }) => alone)).toEqual([]);
});

test('a group of small words only is tied by these', () => {
  expect(tiesOf(grouped('Où ?', 'Where?', [['Où', 'Where']]))).toEqual(['Où ? = Where?']);
});

test('a pair without links has groups and no ties', () => {
  expect(grouped('Oui.', 'Yes.', []).ties).toEqual([]);
});
