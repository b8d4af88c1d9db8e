import type { Progress, Stage } from '../../contract.ts';

/**
 * How much of the whole way is behind, 0 to 1; never smaller for a later report.
 * `done` may pass `total` or `total` be 0 while a stage is only being prepared.
 */
export function shareDone(progress: Progress | null): number {
  if (!progress) return 0;
  let before = 0;
  for (const stage of STAGES) {
    if (stage === progress.stage) break;
    before += WEIGHTS[stage];
  }
  const within = progress.total > 0 ? Math.min(1, Math.max(0, progress.done / progress.total)) : 0;
  return before + WEIGHTS[progress.stage] * within;
}

/** Where a stage stands while another one is being worked on. */
export function stepState(stage: Stage, current: Stage | undefined): 'done' | 'now' | 'later' {
  const place = current === undefined ? 0 : STAGES.indexOf(current);
  const own = STAGES.indexOf(stage);
  return own < place ? 'done' : own === place ? 'now' : 'later';
}

const STAGES: readonly Stage[] = ['read', 'encode', 'align', 'compare'];

/** Each stage's part of the time: encoding is nearly all of it, whatever the size. Sums to 1. */
const WEIGHTS: Readonly<Record<Stage, number>> = { read: 0.02, encode: 0.86, align: 0.08, compare: 0.04 };
