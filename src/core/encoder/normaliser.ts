/**
 * SentencePiece's text normaliser (nmt_nfkc): each longest match in a table of byte strings is replaced, runs of spaces become
 * one U+2581, which also stands before the first word. Works on UTF-8 bytes and gives what the original gives, byte by byte.
 *
 * The table is a darts-clone double-array trie (32-bit units, https://github.com/s-yata/darts-clone) whose values are offsets
 * of NUL-terminated replacements.
 */
export class Normaliser {
  /** The bytes of the last call's result. Replaced when it has to grow. */
  output = new Uint8Array(1 << 12);
  private input = new Uint8Array(1 << 12);
  private readonly units: Uint32Array;
  private readonly replacements: Uint8Array;
  /** For an ASCII byte that no longer match can begin with: the byte that it becomes. -1: look it up. */
  private readonly alone = new Int16Array(128);
  private readonly utf8 = new TextEncoder();

  constructor(charsmap: Uint8Array) {
    const trieBytes = new DataView(charsmap.buffer, charsmap.byteOffset).getUint32(0, true);
    this.units = new Uint32Array(charsmap.buffer, charsmap.byteOffset + 4, trieBytes / 4);
    this.replacements = charsmap.subarray(4 + trieBytes);
    for (let byte = 0; byte < this.alone.length; byte++) this.alone[byte] = this.replacementOfByteAlone(byte);
  }

  /**
   * Writes the normalised text to `output` and returns its length in bytes: 0 for a text of nothing but space.
   * Lone surrogates count as U+FFFD, as everywhere in UTF-8.
   */
  normalise(text: string): number {
    const end = this.encode(text);
    const { input, alone, replacements } = this;
    let length = 0;
    let afterSpace = true;
    for (let at = 0; at < end;) {
      const byte = input[at] ?? 0;
      const single = byte < 128 ? (alone[byte] ?? -1) : -1;
      if (single >= 0) {
        at++;
        // Spaces at the beginning go, then the first word gets its mark.
        if (length === 0) {
          if (single === SPACE) continue;
          length = this.mark(0);
        }
        if (single !== SPACE) this.output[length++] = single;
        else if (!afterSpace) length = this.mark(length);
        afterSpace = single === SPACE;
        if (length + ROOM > this.output.length) this.grow(0);
        continue;
      }
      const [matched, value] = this.longestMatch(at, end);
      const source = matched > 0 ? replacements : input;
      let from = matched > 0 ? value : at;
      const to = matched > 0 ? replacements.indexOf(0, value) : at + characterLength(byte);
      at += matched > 0 ? matched : characterLength(byte);
      if (length === 0) {
        if (to - from === 1 && source[from] === SPACE) continue;
        length = this.mark(0);
      }
      if (afterSpace) while (from < to && source[from] === SPACE) from++;
      if (from === to) continue;
      if (length + 3 * (to - from) + ROOM > this.output.length) this.grow(3 * (to - from));
      for (let i = from; i < to; i++) {
        const part = source[i] ?? 0;
        if (part === SPACE) length = this.mark(length);
        else this.output[length++] = part;
      }
      afterSpace = source[to - 1] === SPACE;
    }
    while (length >= MARK.length && this.endsWithMark(length)) length -= MARK.length;
    return length;
  }

  private encode(text: string): number {
    if (this.input.length < 3 * text.length) this.input = new Uint8Array(3 * text.length);
    return this.utf8.encodeInto(text, this.input).written;
  }

  private grow(atLeast: number): void {
    const larger = new Uint8Array(2 * this.output.length + atLeast);
    larger.set(this.output);
    this.output = larger;
  }

  private mark(length: number): number {
    const { output } = this;
    for (const byte of MARK) output[length++] = byte;
    return length;
  }

  private endsWithMark(length: number): boolean {
    return MARK.every((byte, i) => this.output[length - MARK.length + i] === byte);
  }

  /** How many bytes the longest key at `at` has (0: there is none) and where its replacement begins. */
  private longestMatch(at: number, end: number): readonly [length: number, value: number] {
    const { units, input } = this;
    let node = childrenOf(units[0] ?? 0);
    let length = 0;
    let value = 0;
    for (let i = at; i < end; i++) {
      const byte = input[i] ?? 0;
      const unit = units[node ^ byte] ?? 0;
      if (labelOf(unit) !== byte) break;
      node ^= byte ^ childrenOf(unit);
      if (endsKey(unit)) {
        length = i + 1 - at;
        value = valueOf(units[node] ?? 0);
      }
    }
    return [length, value];
  }

  private replacementOfByteAlone(byte: number): number {
    const { units, replacements } = this;
    const node = childrenOf(units[0] ?? 0) ^ byte;
    const unit = units[node] ?? 0;
    if (labelOf(unit) !== byte) return byte;
    const children = node ^ childrenOf(unit);
    for (let next = 1; next < 256; next++) if (labelOf(units[children ^ next] ?? 0) === next) return -1;
    if (!endsKey(unit)) return byte;
    const value = valueOf(units[children] ?? 0);
    const first = replacements[value] ?? 0;
    return first !== 0 && replacements[value + 1] === 0 ? first : -1;
  }
}

const SPACE = 0x20;

/** U+2581 in UTF-8. */
export const MARK: readonly number[] = [0xe2, 0x96, 0x81];

/** Bytes that one turn of the loop may write without looking. */
const ROOM = 8;

/** Length in bytes of the UTF-8 character that begins with `byte`. */
export function characterLength(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xe0) return 2;
  return byte < 0xf0 ? 3 : 4;
}

const labelOf = (unit: number) => (unit & 0x800000ff) >>> 0;
const childrenOf = (unit: number) => (unit >>> 10) << ((unit & 0x200) >>> 6);
const endsKey = (unit: number) => (unit & 0x100) !== 0;
const valueOf = (unit: number) => unit & 0x7fffffff;
