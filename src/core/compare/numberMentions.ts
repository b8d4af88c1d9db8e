import type { Side } from '../../contract.ts';
import { readFigure } from './figureNumbers.ts';
import { readLoneWord } from './loneNumbers.ts';
import { NumberCursor, type NumberMention } from './numberCursor.ts';
import { numberTokens } from './numberTokens.ts';
import { readWords } from './wordNumbers.ts';

/** Finds the numbers of a sentence by value, in figures and in words. */
export function numberMentions(text: string, side: Side): NumberMention[] {
  const tokens = numberTokens(text);
  const mentions: NumberMention[] = [];
  for (let at = 0; at < tokens.length;) {
    const cursor = new NumberCursor(text, tokens, side, at);
    const mention = readFigure(cursor) ?? readWords(cursor) ?? readLoneWord(cursor);
    if (mention) mentions.push(mention);
    at = Math.max(at + 1, cursor.at);
  }
  return mentions;
}
