import { evalCalibration } from './calibration.ts';
import { evalComparable } from './comparable.ts';
import { evalErrors } from './errors.ts';
import { evalFacts } from './facts.ts';
import { evalMarks } from './marks.ts';
import { evalNumbers } from './numbers.ts';
import { evalSegment } from './segment.ts';
import { evalSentences } from './sentences.ts';
import { evalWords } from './words.ts';

/** `npm run eval -- NAME …`: how good the engine is, on hand-made data. */
const EVALUATIONS: Readonly<Record<string, (args: readonly string[]) => void | Promise<void>>> = {
  sentences: evalSentences,
  errors: evalErrors,
  comparable: evalComparable,
  calibration: evalCalibration,
  segment: evalSegment,
  words: evalWords,
  marks: evalMarks,
  numbers: evalNumbers,
  facts: evalFacts,
};

const [name = '', ...args] = process.argv.slice(2);
const evaluation = EVALUATIONS[name];
if (evaluation) {
  await evaluation(args);
} else {
  process.stderr.write(`npm run eval -- ${Object.keys(EVALUATIONS).join(' | ')}\n`);
  process.exitCode = 2;
}
