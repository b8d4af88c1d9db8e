import { expect, test } from 'vitest';
import { openingOf } from './opening.ts';

test('the first line that says something is the title, the rest runs on', () => {
  expect(openingOf('\n Candide \r\n\r\nIl y avait\nen Vestphalie ', 'Chapitre premier')).toEqual({
    title: 'Candide',
    text: 'Il y avait en Vestphalie',
  });
});

test('a text that begins without a title gets the one that it is known by', () => {
  const long = 'Au cours de son allocution, '.repeat(6).trim();
  expect(openingOf(`${long}\nFin.`, 'Trump')).toEqual({ title: 'Trump', text: `${long} Fin.` });
  expect(openingOf('', 'Trump')).toEqual({ title: 'Trump', text: '' });
});
