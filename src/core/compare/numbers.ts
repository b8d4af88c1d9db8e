import type { ChangedMark, Mark, OnlyMark, Side } from '../../contract.ts';
import { SIDES } from '../../contract.ts';
import type { NumberMention } from './numberCursor.ts';
import { numberMentions } from './numberMentions.ts';
import { countsOtherwise, unitAfter } from './units.ts';

/**
 * How sure a mark is that a reader would call it a difference, by its form: judged on the flags of undamaged gold pairs
 * (`npm run eval -- numbers`), of which figures are right but for conversions and words but for turns of speech.
 */
const CERTAINTY = { changedFigure: 0.9, loneFigure: 0.85, changedWord: 0.8, loneWord: 0.7 };

/**
 * Marks the numbers of a pair that have no equal opposite, by value and across the two notations.
 * A number on each side left over is a changed one; where only one side has one left it stands on that side only. What is
 * usually converted (measures, times of day) or reworded (durations) is left out.
 * Method: `mention` sets of possible values; two mentions agree if they share one. A second pass pairs the mentions one
 * to one, so that a changed number is found even where another place states its old value.
 * @returns marks with ranges relative to the two strings
 */
export function compareNumbers(fr: string, en: string): Mark[] {
  const texts = { fr, en };
  const mentions = { fr: numberMentions(fr, 'fr'), en: numberMentions(en, 'en') };
  const left = leftOver(texts, mentions);
  const pairs = Math.min(left.fr.length, left.en.length);
  const changed = left.fr.slice(0, pairs).flatMap((mention, at): ChangedMark[] => {
    const other = left.en[at];
    return other && !isConverted(texts, mention, other) ? [changedMark(texts, mention, other)] : [];
  });
  const alone = SIDES.flatMap((side) =>
    left[side]
      .slice(pairs)
      .filter((mention) => !isReworded(texts[side], mention, texts[side === 'fr' ? 'en' : 'fr']))
      .map((mention) => onlyMark(texts[side], side, mention)),
  );
  return [...changed, ...alone];
}

/** Whether two mentions may state the same number. */
export function agree(a: NumberMention, b: NumberMention): boolean {
  return a.values.some((x) => b.values.some((y) => Math.abs(x - y) <= 1e-6 * Math.max(1, Math.abs(x))));
}

function leftOver(
  texts: Readonly<Record<Side, string>>,
  mentions: Readonly<Record<Side, readonly NumberMention[]>>,
): Record<Side, NumberMention[]> {
  const left = {
    fr: mentions.fr.filter((mention) => isUnanswered(mention, texts.fr, mentions.en, texts.en)),
    en: mentions.en.filter((mention) => isUnanswered(mention, texts.en, mentions.fr, texts.fr)),
  };
  if (left.fr.length > 0 === left.en.length > 0) return left;
  // One side has one too many: its partner opposite may be hidden behind an equal number elsewhere in the sentence.
  const unpaired = pairOff(mentions);
  const hidden = {
    fr: unpaired.fr.filter((mention) => !mentions.en.some((other) => !other.strong && agree(mention, other))),
    en: unpaired.en.filter((mention) => !mentions.fr.some((other) => !other.strong && agree(mention, other))),
  };
  if (hidden.fr.length === 0 || hidden.en.length === 0) return left;
  return {
    fr: left.fr.length > 0 ? left.fr : hidden.fr.slice(0, 1),
    en: left.en.length > 0 ? left.en : hidden.en.slice(0, 1),
  };
}

function isUnanswered(
  mention: NumberMention,
  text: string,
  opposite: readonly NumberMention[],
  oppositeText: string,
): boolean {
  if (!mention.strong || opposite.some((other) => agree(mention, other))) return false;
  // 2019-2020 against 2019/20, 5:4 against 5 to 4: the same digits, cut otherwise.
  const digits = text.slice(mention.start, mention.end).match(/\d+/g) ?? [];
  const oppositeDigits = new Set(oppositeText.match(/\d+/g));
  return digits.length < 2 || !digits.every((group) => oppositeDigits.has(group));
}

/** The strong mentions that remain when equal ones are taken away in pairs. */
function pairOff(mentions: Readonly<Record<Side, readonly NumberMention[]>>): Record<Side, NumberMention[]> {
  const english = mentions.en.filter((mention) => mention.strong);
  const french = mentions.fr.filter((mention) => {
    if (!mention.strong) return false;
    const partner = english.findIndex((other) => agree(mention, other));
    if (partner >= 0) english.splice(partner, 1);
    return partner < 0;
  });
  return { fr: french, en: english };
}

/** Measures that both sides state in different units were converted, durations told in other words. */
function isConverted(texts: Readonly<Record<Side, string>>, fr: NumberMention, en: NumberMention): boolean {
  const french = unitAfter(texts.fr.slice(fr.end));
  const english = unitAfter(texts.en.slice(en.end));
  if (french && english) return french !== english;
  return french?.kind === 'measure' || english?.kind === 'measure';
}

/** A duration that one side states alone was reworded if the other side counts time in another unit. */
function isReworded(text: string, mention: NumberMention, opposite: string): boolean {
  const unit = unitAfter(text.slice(mention.end));
  return unit?.kind === 'duration' && countsOtherwise(opposite, unit);
}

function changedMark(texts: Readonly<Record<Side, string>>, fr: NumberMention, en: NumberMention): ChangedMark {
  const certainty =
    hasDigits(texts.fr, fr) || hasDigits(texts.en, en) ? CERTAINTY.changedFigure : CERTAINTY.changedWord;
  return { kind: 'changed', fact: 'number', fr: rangeOf(fr), en: rangeOf(en), certainty };
}

function onlyMark(text: string, side: Side, mention: NumberMention): OnlyMark {
  const certainty = hasDigits(text, mention) ? CERTAINTY.loneFigure : CERTAINTY.loneWord;
  return { kind: 'only', side, unit: 'number', range: rangeOf(mention), certainty };
}

function hasDigits(text: string, mention: NumberMention): boolean {
  return /\d/.test(text.slice(mention.start, mention.end));
}

function rangeOf({ start, end }: NumberMention): { start: number; end: number } {
  return { start, end };
}
