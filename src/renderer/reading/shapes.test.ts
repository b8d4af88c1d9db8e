import { expect, test } from 'vitest';
import { bridge, curve, regionOf } from './shapes.ts';

const column = { left: 100, right: 600 };
const line = (mid: number, left: number, right: number) => ({ mid, left, right });

test('the light on one line begins beside its first word and reaches the column’s edge', () => {
  const region = regionOf([line(50, 300, 450)], column, 28);
  expect(region?.path).toBe('M296 37H608V63H296Z');
  expect(region?.right).toEqual([37, 63]);
});

test('the light on several lines is ragged at its beginning and its end', () => {
  const region = regionOf([line(50, 300, 600), line(78, 100, 600), line(106, 100, 250)], column, 28);
  expect(region?.path).toBe('M296 37H608V93H254V119H92V63H296Z');
  // The gutter joins it where it touches the column's edges.
  expect(region?.left).toEqual([63, 119]);
  expect(region?.right).toEqual([37, 93]);
});

test('two sentences on one line are lit as one strip', () => {
  expect(regionOf([line(50, 100, 300), line(51, 305, 500)], column, 28)?.path).toBe('M92 37H608V63H92Z');
});

test('without lines there is no light', () => {
  expect(regionOf([], column, 28)).toBeNull();
});

test('the light goes through the gutter from edge to edge', () => {
  const left = regionOf([line(50, 100, 600)], column, 28);
  const right = regionOf([line(90, 720, 900)], { left: 720, right: 1220 }, 28);
  expect(left && right && bridge(left, 608, right, 712)).toBe(
    'M608 37C660 37 660 77 712 77V103C660 103 660 63 608 63Z',
  );
});

test('a connector leaves and arrives level', () => {
  expect(curve(0, 10, 100, 50)).toBe('M0 10C52 10 48 50 100 50');
});
