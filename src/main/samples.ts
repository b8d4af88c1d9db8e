import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { SIDES, type Result, type Sample, type Side, type SourceFile } from '../contract.ts';
import { readArticles } from './files.ts';
import { log } from './log.ts';

const FOLDER = join(import.meta.dirname, '../../resources/samples');

/** Enough of a text for the picture on its card, in characters. */
const OPENING = 400;

/** The comparisons that come with the app, each with the first lines of its texts. */
export async function readSamples(): Promise<readonly Sample[]> {
  return Promise.all(
    (await manifest()).map(async ({ id, about, fr, en }) => ({
      id,
      about,
      titles: { fr: fr.title, en: en.title },
      openings: { fr: await opening(fr.file), en: await opening(en.file) },
    })),
  );
}

export async function openSample(id: string): Promise<Result<readonly SourceFile[]>> {
  const sample = (await manifest()).find((one) => one.id === id);
  if (!sample) return { ok: false, failure: { code: 'not-found', files: [id] } };
  return readArticles(SIDES.map((side: Side) => join(FOLDER, sample[side].file)));
}

const text = z.object({ file: z.string().regex(/^[\w.-]+$/), title: z.string() });

const samples = z.array(
  z.object({ id: z.string(), about: z.enum(['same-day', 'days-apart', 'translation']), fr: text, en: text }),
);

async function manifest(): Promise<z.infer<typeof samples>> {
  try {
    return samples.parse(JSON.parse(await readFile(join(FOLDER, 'samples.json'), 'utf8')));
  } catch (error) {
    log.error('the samples can’t be read', error);
    return [];
  }
}

async function opening(file: string): Promise<string> {
  const text = await readFile(join(FOLDER, file), 'utf8');
  return text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .slice(0, OPENING);
}
