import { MARK, Normaliser, characterLength } from './normaliser.ts';
import type { Weights } from './weights.ts';

/** Numbers of the special pieces. The last three of the six are unused; none of them ever matches in text. */
export const UNKNOWN = 0;
export const BEGIN = 1;
export const END = 2;
const SPECIAL_PIECES = 6;

const NEWLINE = 0x0a;

/**
 * SentencePiece unigram tokenizer: of all ways to cut the normalised text into pieces of the vocabulary, the most probable one
 * (Kudo 2018, https://arxiv.org/abs/1804.10959). Gives the piece ids of the original library.
 */
export class Tokenizer {
  private readonly normaliser: Normaliser;
  private readonly scores: Float32Array;
  private readonly unknownScore: number;
  private readonly trie: ByteTrie;
  // The best path to each byte of a word: its score, where its last piece begins, and that piece.
  private best = new Float64Array(256);
  private start = new Int32Array(256);
  private piece = new Int32Array(256);

  constructor(weights: Weights) {
    this.normaliser = new Normaliser(weights.bytes('charsmap'));
    this.scores = weights.vector('scores');
    this.unknownScore = weights.unknownScore;
    this.trie = new ByteTrie(weights.bytes('pieces'), weights.pieces);
  }

  /** Piece ids, without begin and end marks. A text of nothing but space is one unknown piece. */
  encode(text: string): number[] {
    const pieces = this.pieces(text);
    return pieces.length > 0 ? pieces : [UNKNOWN];
  }

  /** Piece ids; none for a text of nothing but space. */
  pieces(text: string): number[] {
    const length = this.normaliser.normalise(text);
    const bytes = this.normaliser.output;
    const pieces: number[] = [];
    // No piece has a space inside, so the best path goes through every space: word after word, in memory for one word.
    for (let at = 0; at < length;) {
      let end = at + MARK.length;
      while (end < length && !isMark(bytes, end)) end++;
      this.cutWord(bytes, at, end, pieces);
      at = end;
    }
    return pieces;
  }

  /** Natural logarithm of the piece's probability. */
  logProbability(piece: number): number {
    return piece === UNKNOWN ? this.unknownScore : (this.scores[piece] ?? 0);
  }

  /** Viterbi search. Sums in double precision, in which they are exact; of equal paths the one with the longest last piece wins. */
  private cutWord(bytes: Uint8Array, from: number, to: number, pieces: number[]): void {
    const length = to - from;
    this.makeRoom(length + 1);
    const { best, start, piece, trie, scores } = this;
    best.fill(-Infinity, 0, length + 1);
    best[0] = 0;
    const reach = (end: number, score: number, begin: number, id: number) => {
      if (score <= (best[end] ?? 0)) return;
      best[end] = score;
      start[end] = begin;
      piece[end] = id;
    };
    for (let at = 0; at < length;) {
      const next = at + characterLength(bytes[from + at] ?? 0);
      const base = best[at] ?? 0;
      let known = false;
      let node = trie.child(ByteTrie.ROOT, bytes[from + at] ?? 0);
      for (let end = at + 1; node >= 0; end++) {
        const id = trie.piece(node);
        if (id >= 0) {
          reach(end, base + (scores[id] ?? 0), at, id);
          if (end === next) known = true;
        }
        if (end === length) break;
        node = trie.child(node, bytes[from + end] ?? 0);
      }
      if (!known) reach(next, base + this.unknownScore, at, UNKNOWN);
      at = next;
    }
    const first = pieces.length;
    for (let end = length; end > 0; end = start[end] ?? 0) pieces.push(piece[end] ?? UNKNOWN);
    reverseFrom(pieces, first);
  }

  private makeRoom(length: number): void {
    if (this.best.length >= length) return;
    this.best = new Float64Array(2 * length);
    this.start = new Int32Array(2 * length);
    this.piece = new Int32Array(2 * length);
  }
}

function isMark(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === MARK[0] && bytes[at + 1] === MARK[1] && bytes[at + 2] === MARK[2];
}

function reverseFrom(list: number[], first: number): void {
  for (let left = first, right = list.length - 1; left < right; left++, right--) {
    const held = list[left] ?? 0;
    list[left] = list[right] ?? 0;
    list[right] = held;
  }
}

/**
 * All pieces as a trie over bytes, kept as one hash table of (node, byte) -> child with linear probing: 185,000 nodes in 4 MB,
 * made in 25 ms.
 */
class ByteTrie {
  static readonly ROOT = 0;
  /** Key and child alternate, so that one look-up touches one line of the processor's cache. */
  private readonly edges: Int32Array;
  private readonly mask: number;
  private readonly pieceAt: Int32Array;
  private nodes = 1;

  /** @param pieces one piece a line, in UTF-8 */
  constructor(pieces: Uint8Array, count: number) {
    // Pieces share most of their beginnings: there are about a quarter as many nodes as bytes.
    let capacity = 1;
    while (capacity < pieces.length / 2) capacity *= 2;
    this.mask = capacity - 1;
    this.edges = new Int32Array(2 * capacity).fill(-1);
    const pieceAt = new Int32Array(capacity).fill(-1);
    let id = 0;
    let node = ByteTrie.ROOT;
    for (let i = 0; i <= pieces.length; i++) {
      const byte = pieces[i] ?? NEWLINE;
      if (byte !== NEWLINE) {
        if (id >= SPECIAL_PIECES) node = this.childOrNew(node, byte);
        continue;
      }
      if (id >= SPECIAL_PIECES) pieceAt[node] = id;
      id++;
      node = ByteTrie.ROOT;
    }
    if (id !== count) throw new Error(`The encoder file has ${id} pieces, not ${count}`);
    this.pieceAt = pieceAt.slice(0, this.nodes);
  }

  /** The child's number, or -1. */
  child(node: number, byte: number): number {
    const { edges } = this;
    const key = (node << 8) | byte;
    for (let slot = this.slotOf(key); ; slot = (slot + 1) & this.mask) {
      const found = edges[2 * slot] ?? -1;
      if (found === key) return edges[2 * slot + 1] ?? -1;
      if (found === -1) return -1;
    }
  }

  /** The piece that ends at a node, or -1. */
  piece(node: number): number {
    return this.pieceAt[node] ?? -1;
  }

  private childOrNew(node: number, byte: number): number {
    const known = this.child(node, byte);
    if (known >= 0) return known;
    if (2 * this.nodes > this.edges.length) throw new Error('The encoder file has more pieces than there is room for');
    const key = (node << 8) | byte;
    let slot = this.slotOf(key);
    while (this.edges[2 * slot] !== -1) slot = (slot + 1) & this.mask;
    this.edges[2 * slot] = key;
    this.edges[2 * slot + 1] = this.nodes;
    return this.nodes++;
  }

  private slotOf(key: number): number {
    return (Math.imul(key, 0x9e3779b1) >>> 7) & this.mask;
  }
}
