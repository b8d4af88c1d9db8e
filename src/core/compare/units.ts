/** A unit that French and English name alike, told by the words that stand after a number. */
export interface Unit {
  readonly pattern: RegExp;
  /** Spans of time are told in other words (18 months, « un an et demi »), measures are converted (5 km, 3 miles). */
  readonly kind: 'duration' | 'measure';
}

/**
 * The unit of a number.
 * @param following what stands after the number in its sentence
 */
export function unitAfter(following: string): Unit | undefined {
  const head = /^\W{0,2}(?:(?:de|cubic|square|carrés?|bonnes|good|long|longues)\s)?[\p{L}°.'’]*/iu.exec(
    following.replace(RANGE_END, ''),
  );
  return head ? UNITS.find((unit) => unit.pattern.test(head[0])) : undefined;
}

/** Whether a sentence counts time in another unit than this one, and not in this one. */
export function countsOtherwise(sentence: string, unit: Unit): boolean {
  const isNamed = ({ pattern }: Unit): boolean => pattern.test(sentence);
  return !isNamed(unit) && UNITS.some((other) => other.kind === unit.kind && isNamed(other));
}

/** From 18 to 19 hours: the unit stands after the second number. */
const RANGE_END = /^\s*(?:à|et|ou|to|and|or|-|–)\s*\d[\d.,]*/u;

const UNITS: readonly Unit[] = [
  ...named('duration', [
    'ans?|années?|years?',
    'mois|months?|trimestres?|semestres?',
    'semaines?|weeks?|fortnights?',
    'jours?|journées?|days?|nuits?|nights?',
    'heures?|hours?',
    'minutes?|quarts?',
    'secondes?|seconds?',
  ]),
  ...named('measure', [
    'h|o.clock|pm|p\\.m\\.?|am|a\\.m\\.?',
    'km|kilomètres?|kilometres?|kilometers?',
    'm|mètres?|metres?|meters?',
    'cm|centimètres?|centimet(?:re|er)s?',
    'mm|millimètres?|millimet(?:re|er)s?',
    'feet|foot|ft|pieds?',
    'inch|inches|pouces?',
    'yards?',
    'miles?|milles?',
    'mph',
    'lieues?|leagues?',
    'kg|kilos?|kilogrammes?|kilograms?',
    'pounds?|lbs?|livres?',
    'ounces?|oz|onces?',
    'acres?|arpents?',
    'hectares?|ha',
    'gallons?',
    'litres?|liters?',
    'degrees?|degrés?|°[cf]?',
  ]),
];

function named(kind: Unit['kind'], names: readonly string[]): Unit[] {
  return names.map((name) => ({ kind, pattern: new RegExp(`(?<![\\p{L}])(?:${name})(?![\\p{L}])`, 'iu') }));
}
