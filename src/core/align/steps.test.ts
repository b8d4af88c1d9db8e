import { expect, test } from 'vitest';
import { drive, part, type Steps } from './steps.ts';

function* count(steps: number): Steps<string> {
  for (let k = 0; k < steps; k++) {
    const until = performance.now() + 5;
    while (performance.now() < until);
    yield k / steps;
  }
  return 'done';
}

test('gives the value and lets other tasks in while it works', async () => {
  let others = 0;
  const timer = setInterval(() => others++, 1);
  expect(await drive(count(60), 10, {})).toBe('done');
  clearInterval(timer);
  expect(others).toBeGreaterThan(0);
});

test('stops between two steps when aborted on the way', async () => {
  const controller = new AbortController();
  setTimeout(() => {
    controller.abort();
  }, 20);
  await expect(drive(count(10_000), 10, { signal: controller.signal })).rejects.toThrow('aborted');
});

test('puts a part into the whole', () => {
  const steps = part(count(2), 0.5, 0.9);
  expect([steps.next().value, steps.next().value, steps.next().value]).toEqual([0.5, 0.7, 'done']);
});
