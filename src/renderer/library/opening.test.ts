import { expect, test } from 'vitest';
import { openingOf } from './opening.ts';

test('the first line that says something is the title, the rest runs on', () => {
  expect(openingOf('\n Candide \r\n\r\nIl y avait\nen Vestphalie ')).toEqual({
    title: 'Candide',
    text: 'Il y avait en Vestphalie',
  });
  expect(openingOf('')).toEqual({ title: '', text: '' });
});
