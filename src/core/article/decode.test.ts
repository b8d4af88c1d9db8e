import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '../../contract.ts';
import { decode } from './decode.ts';

const FRENCH = 'L’Otan demande à l’Iran de « cesser la violence » : c’est un vœu, où l’été paraît déjà très loin…\n';

function decoded(bytes: Uint8Array): { text: string; encoding: string } {
  const result = decode({ name: 'article.txt', bytes });
  if (!result.ok) throw new Error(`refused as ${result.failure.code}`);
  return result.value;
}

function refusal(bytes: Uint8Array): string {
  const result = decode({ name: 'article.txt', bytes });
  if (result.ok) throw new Error('was read');
  expect(result.failure.files).toEqual(['article.txt']);
  return result.failure.code;
}

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  return Uint8Array.from(
    (mark ? [0xfeff, ...units] : units).flatMap((unit) =>
      littleEndian ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255],
    ),
  );
}

/** One byte a character, by what the decoder itself gives for each byte. */
function singleByte(text: string, encoding: string): Uint8Array {
  const table = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, i) => i));
  return Uint8Array.from(Array.from(text, (character) => table.indexOf(character)));
}

describe('decode', () => {
  it('reads UTF-8 with and without a byte order mark, which is no part of the text', () => {
    const bytes = new TextEncoder().encode(FRENCH);
    expect(decoded(bytes)).toEqual({ text: FRENCH, encoding: 'utf-8' });
    expect(decoded(Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes])).text).toBe(FRENCH);
  });

  it('reads UTF-16 of both byte orders, with and without a mark', () => {
    for (const littleEndian of [true, false]) {
      for (const mark of [true, false]) expect(decoded(utf16(FRENCH, littleEndian, mark)).text).toBe(FRENCH);
    }
  });

  it('reads Windows-1252, with its typographic signs', () => {
    const bytes = Uint8Array.from(Array.from('L\x92\xe9t\xe9, un c\x9cur\x85 \x93ici\x94', (c) => c.charCodeAt(0)));
    expect(decoded(bytes)).toEqual({ text: 'L’été, un cœur… “ici”', encoding: 'windows-1252' });
  });

  it('reads a single accented word in Windows-1252', () => {
    expect(decoded(singleByte('Un été.', 'iso-8859-1')).text).toBe('Un été.');
  });

  it('tells ISO-8859-15 by its œ, which would be a fraction in Windows-1252', () => {
    const text = 'Un cœur, une sœur et 5 € : voilà tout.';
    expect(decoded(singleByte(text, 'iso-8859-15')).text).toBe(text);
  });

  it('reads Mac Roman, which old files on the web are in', () => {
    const text = 'À l’été, où donc était-elle passée ? Là-bas, « très loin ».';
    expect(decoded(singleByte(text, 'macintosh')).text).toBe(text);
  });

  it('reads another script by its statistics, so that the language can be named', () => {
    const text = 'Генеральный секретарь НАТО призвал Иран избегать насилия и провокаций в регионе.';
    expect(decoded(singleByte(text, 'windows-1251')).text).toBe(text);
  });

  it('bears with one broken sequence in UTF-8', () => {
    const bytes = new TextEncoder().encode(FRENCH.repeat(20));
    expect(decoded(bytes.slice(0, -1 - new TextEncoder().encode('…').length + 1)).encoding).toBe('utf-8');
  });

  it('refuses nothing at all, and white space only', () => {
    expect(refusal(new Uint8Array())).toBe('empty');
    expect(refusal(new TextEncoder().encode(' \r\n\u00a0\t\u2003\n'))).toBe('empty');
    expect(refusal(Uint8Array.from([0xef, 0xbb, 0xbf]))).toBe('empty');
    expect(refusal(utf16(' \n', true, true))).toBe('empty');
  });

  it('refuses bytes that are no text', () => {
    expect(refusal(Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) & 255))).toBe('binary');
    expect(refusal(new TextEncoder().encode(`${FRENCH}\0${FRENCH}`))).toBe('binary');
    expect(refusal(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]))).toBe('binary');
  });

  it('refuses a file over the limit, and names the limit', () => {
    const result = decode({ name: 'big.txt', bytes: new Uint8Array(MAX_FILE_BYTES + 1) });
    expect(result).toEqual({ ok: false, failure: { code: 'too-large', files: ['big.txt'], detail: '50 MB' } });
  });

  it('gives back what was encoded, whatever the text', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
      .filter((any) => any.trim() !== '' && !/[\p{Cc}\ufeff]/u.test(any));
    fc.assert(
      fc.property(text, (any) => {
        expect(decoded(new TextEncoder().encode(any)).text).toBe(any);
        expect(decoded(utf16(any, true, true)).text).toBe(any);
        expect(decoded(utf16(any, false, true)).text).toBe(any);
      }),
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const result = decode({ name: 'any', bytes });
        expect(result.ok ? result.value.text.trim() : result.failure.code).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
