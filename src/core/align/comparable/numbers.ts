import type { Side } from '../../../contract.ts';

/** The value of each word that begins with a digit, NaN for the others: "1.500" is 1500 in French, "1,500" in English. */
export function numberValues(words: readonly string[], side: Side): Float64Array {
  return Float64Array.from(words, (word) => {
    if (!/^[0-9]/.test(word)) return NaN;
    const plain =
      side === 'en'
        ? word.replace(/,(?=[0-9]{3}([^0-9]|$))/g, '')
        : word.replace(/\.(?=[0-9]{3}([^0-9]|$))/g, '').replace(',', '.');
    return Number.parseFloat(plain);
  });
}
