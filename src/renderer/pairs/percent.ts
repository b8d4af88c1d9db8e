import { getLocale } from '../../messages/runtime.js';

/** A probability as whole per cent, rounded down and never 0 or 100: nothing that is estimated is certain. */
export function percentOf(probability: number): string {
  const whole = Math.min(99, Math.max(1, Math.floor(probability * 100 + 1e-9)));
  return new Intl.NumberFormat(getLocale(), { style: 'percent' }).format(whole / 100);
}
