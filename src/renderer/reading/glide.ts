/** After this time about two thirds of a wheel's notch are done, milliseconds. */
const SOFTNESS = 55;

/** As long as the light takes to go out: --slow. */
const EASE = 220;

/** Moves something over some frames; a new movement takes over from the one under way. */
export class Glide {
  #frame = 0;
  #target: number | null = null;

  /** Adds to the way still to go. */
  push(from: number, distance: number, furthest: number, move: (y: number) => void): void {
    const target = Math.max(0, Math.min(furthest, (this.#target ?? from) + distance));
    this.stop();
    this.#target = target;
    let y = from;
    let last = performance.now();
    const step = (now: number): void => {
      const left = target - y;
      y = Math.abs(left) < 1 ? target : y + left * (1 - Math.exp(-Math.max(1, now - last) / SOFTNESS));
      last = now;
      move(y);
      if (y === target) this.#target = null;
      else this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  /** @param settle is given the share of the way that is done, 0 to 1 */
  ease(settle: (share: number) => void): void {
    this.stop();
    const start = performance.now();
    const step = (now: number): void => {
      const time = Math.min(1, Math.max(0, now - start) / EASE);
      settle(1 - (1 - time) ** 3);
      if (time < 1) this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#target = null;
  }
}
