import type { Progress, Stage } from '../contract.ts';

const NAMES: Readonly<Record<Stage, string>> = {
  read: 'Reading',
  encode: 'Understanding sentences',
  align: 'Aligning',
  compare: 'Comparing',
};

/** How long a terminal line stays before it is written anew, milliseconds. */
const PAUSE = 100;

/** One line at the terminal that says how far a comparison is; silent where the errors do not go to a terminal. */
export class ProgressLine {
  readonly #stream: NodeJS.WriteStream;
  #written = 0;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  show({ stage, done, total }: Progress): void {
    if (!this.#stream.isTTY || Date.now() - this.#written < PAUSE) return;
    this.#written = Date.now();
    this.#stream.write(`\r\u001b[K${NAMES[stage]} ${done} of ${total}`);
  }

  clear(): void {
    if (this.#stream.isTTY && this.#written > 0) this.#stream.write('\r\u001b[K');
    this.#written = 0;
  }
}
