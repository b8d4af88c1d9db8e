import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const PROGRAM = join(ROOT, 'out/cli-test/main.js');
const SAMPLES = join(ROOT, 'resources/samples');
const CANDIDE = [join(SAMPLES, 'candide-1.fr.txt'), join(SAMPLES, 'candide-1.en.txt')];

let folder: string;
let french: string;
let english: string;

beforeAll(async () => {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: { ssr: join(ROOT, 'src/cli/main.ts'), target: 'node20.18', outDir: join(ROOT, 'out/cli-test') },
  });
  folder = await mkdtemp(join(tmpdir(), 'vis-a-vis-cli-'));
  french = await written('a.sents', 'Le chat dort sur le lit.\n\nIl pleut depuis trois jours.\nNous partons demain.\n');
  english = await written(
    'b.sents',
    'The cat sleeps on the bed.\nIt has been raining for three days.\nWe leave tomorrow.\n',
  );
}, 60_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function written(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

async function run(args: readonly string[], input?: string): Promise<Run> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: folder, stdio: 'pipe' });
  child.stdin.end(input);
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { code, out, err };
}

describe('align', () => {
  it('writes the pairs as CSV to the standard output, and nothing else anywhere', async () => {
    const { code, out, err } = await run(['align', ...CANDIDE]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\r\n')[0]).toBe(
      'fr,en,status,fr_sentences,en_sentences,confidence,added,dropped,changed,fr_part,en_part',
    );
    expect(out).toContain('Sa physionomie annonçait son âme.,His face was the true index of his mind.,match,');
  });

  it('takes the files in any order', async () => {
    const [one, other] = await Promise.all([
      run(['align', ...CANDIDE, '--format', 'beads']),
      run(['align', ...CANDIDE.toReversed(), '--format', 'beads']),
    ]);
    expect(one.out).toBe(other.out);
    expect(one.out).not.toBe('');
  });

  it('keeps lines that are sentences already, and counts them from 0', async () => {
    const { code, out } = await run(['align', french, english, '--presegmented', '--format', 'beads']);
    expect({ code, out }).toEqual({ code: 0, out: '0\t0\n1\t\n2\t1\n3\t2\n' });
  });

  it('prints every link with its ranges', async () => {
    const { out } = await run(['align', french, english, '--presegmented', '--format', 'links']);
    expect(out.split('\n')[0]).toMatch(/^0\t0\tmain\t[\d.]+\t0-24\t0-26$/);
  });

  it('reads one file from the standard input', async () => {
    const lines = await readFile(french, 'utf8');
    const { code, out } = await run(['align', '-', english, '--presegmented', '--format', 'beads'], lines);
    expect({ code, out }).toEqual({ code: 0, out: '0\t0\n1\t\n2\t1\n3\t2\n' });
  });

  it('writes a file, with the separator and the mark that Excel needs', async () => {
    const { code, out } = await run(['align', ...CANDIDE, '--separator', ';', '--bom', '-o', 'pairs.csv']);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(await readFile(join(folder, 'pairs.csv'), 'utf8')).toMatch(/^\uFEFFfr;en;status/);
  });

  it('goes through a list, past a pair that fails', async () => {
    const list = await written(
      'list.tsv',
      `one\t${french}\t${english}\nbad\tnowhere.txt\t${english}\ntwo\ta.sents\tb.sents\n`,
    );
    const { code, out, err } = await run([
      'align',
      '--batch',
      list,
      '--out',
      'done',
      '--format',
      'beads',
      '--presegmented',
    ]);
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: 'vis-a-vis: nowhere.txt: not found\n' });
    expect((await readdir(join(folder, 'done'))).sort()).toEqual(['one.tsv', 'two.tsv']);
    expect(await readFile(join(folder, 'done/two.tsv'), 'utf8')).toBe('0\t0\n1\t\n2\t1\n3\t2\n');
  });

  it('writes no file outside the folder of the list', async () => {
    const list = await written('evil.tsv', `../evil\t${french}\t${english}\n`);
    expect((await run(['align', '--batch', list, '--out', 'done'])).code).toBe(1);
  });
});

describe('show', () => {
  it('says in words what corresponds, and writes the pairs', async () => {
    const { code, out, err } = await run(['show', ...CANDIDE, '--csv', 'shown.csv']);
    expect({ code, err }).toEqual({ code: 0, err: 'The pairs are in shown.csv\n' });
    expect(out).toMatch(/\d+ of \d+ sentences correspond, 0 partly; \d+ only in French; \d+ only in English/);
    expect(await readFile(join(folder, 'shown.csv'), 'utf8')).toContain('His face was the true index');
  });
});

describe('what goes wrong', () => {
  it.each([
    ['a missing file', ['align', 'nowhere.txt', 'b.sents'], 'vis-a-vis: nowhere.txt: not found\n'],
    ['a folder', ['align', '.', 'b.sents'], 'vis-a-vis: .: is a folder; name the two files\n'],
    [
      'two texts in one language',
      ['align', CANDIDE[0] ?? '', CANDIDE[0] ?? ''],
      'vis-a-vis: candide-1.fr.txt, candide-1.fr.txt: both seem to be in French; say which is which with --sides fr,en\n',
    ],
  ])('is told on the standard error with exit code 1: %s', async (_, args, message) => {
    expect(await run(args)).toEqual({ code: 1, out: '', err: message });
  });

  it.each([
    ['one file', ['align', 'a.sents']],
    ['an unknown format', ['align', 'a.sents', 'b.sents', '--format', 'xls']],
    ['an unknown option', ['align', 'a.sents', 'b.sents', '--fast']],
    ['an unknown command', ['translate']],
    ['a list without a folder', ['align', '--batch', 'list.tsv']],
    ['three files to show', ['show', 'a', 'b', 'c']],
    ['an odd separator', ['align', 'a.sents', 'b.sents', '--separator', '|']],
  ])('has exit code 2 where the command line makes no sense: %s', async (_, args) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^error: /);
  });

  it('is silent when the reader of the output leaves', async () => {
    const shown = await new Promise<{ stdout: string; stderr: string }>((resolve) => {
      const command = `"${process.execPath}" "${PROGRAM}" show "${CANDIDE.join('" "')}" | head -1`;
      execFile('sh', ['-c', command], (_, stdout, stderr) => {
        resolve({ stdout, stderr });
      });
    });
    expect(shown.stderr).toBe('');
    expect(shown.stdout.split('\n')).toHaveLength(2);
  });
});

it('says what it is and how it is used', async () => {
  expect(await run(['--version'])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
  });
  const help = await run(['align', '--help']);
  expect(help.code).toBe(0);
  expect(help.out).toContain('--presegmented');
});
