import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { recordedParity, shippedWeights, type Parity } from './testdata/opened.ts';
import { Tokenizer, UNKNOWN } from './tokenizer.ts';
import { readWeights } from './weights.ts';

let tokenizer: Tokenizer;
let spelled: (pieces: readonly number[]) => string;
let parity: Parity;

beforeAll(async () => {
  const weights = readWeights(await shippedWeights());
  const names = new TextDecoder().decode(weights.bytes('pieces').slice()).split('\n');
  tokenizer = new Tokenizer(weights);
  spelled = (pieces) => pieces.map((piece) => names[piece] ?? '').join('');
  parity = await recordedParity();
});

describe('the tokenizer', () => {
  it('cuts 200 sentences into the pieces of the original', () => {
    expect(parity.sentences).toHaveLength(200);
    expect(parity.sentences.map((sentence) => tokenizer.encode(sentence))).toEqual(parity.pieces);
  });

  it('finds one unknown piece in nothing', () => {
    for (const nothing of ['', ' ', '\u00a0\n\t\u3000']) {
      expect(tokenizer.pieces(nothing)).toEqual([]);
      expect(tokenizer.encode(nothing)).toEqual([UNKNOWN]);
    }
  });

  it('reads the names of control pieces as text', () => {
    for (const name of ['<s>', '</s>', '<unk>', 'extra_token_id_1']) {
      expect(spelled(tokenizer.encode(name))).toBe(`▁${name}`);
    }
  });

  it('loses no letter of a text in the vocabulary', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'e', 'é', 'è', 'œ', 'ç', 'X', 'Y', '0', '1', '9', '-', '’', ',', '.'),
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
        const expected = words.map((one) => `▁${one.normalize('NFKC')}`).join('');
        expect(spelled(tokenizer.encode(words.join(' ')))).toBe(expected);
      }),
    );
  });

  it('cuts a word in the same way alone and in a sentence', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({
            unit: fc.constantFrom('a', 'e', 'i', 'o', 'r', 's', 't', 'l', 'n', 'É', 'ç', '7', ',', '.', '!'),
          }),
          { maxLength: 12 },
        ),
        (words) => {
          expect(tokenizer.pieces(words.join(' '))).toEqual(words.flatMap((word) => tokenizer.pieces(word)));
        },
      ),
    );
  });

  it('gets along with any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(tokenizer.encode(text).length).toBeGreaterThan(0);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 50 }), (units) => {
        expect(tokenizer.encode(String.fromCharCode(...units)).length).toBeGreaterThan(0);
      }),
    );
  });

  it('makes room for texts that grow when they are normalised', () => {
    // U+FDFA stands for eighteen Arabic letters.
    expect(tokenizer.encode('\ufdfa'.repeat(5_000)).length).toBeGreaterThan(5_000);
    expect(tokenizer.encode('a'.repeat(100_000)).length).toBeGreaterThan(1_000);
  });
});
