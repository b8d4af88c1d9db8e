import { expect, test } from 'vitest';
import { webAddress } from './webAddress.ts';

test('addresses of the web are taken', () => {
  expect(webAddress('https://example.org/a?b#c')?.href).toBe('https://example.org/a?b#c');
  expect(webAddress('http://example.org')?.href).toBe('http://example.org/');
});

test.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'smb://host/x',
  'ms-word:x',
  'https://a:b@example.org/',
  'x',
  '',
])('%j is refused', (address) => {
  expect(webAddress(address)).toBeNull();
});
