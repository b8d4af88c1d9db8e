import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { CompareOptions, CsvSeparator, PairKind, Side } from '../contract.ts';
import type { Encoder } from '../core/encoder/encoder.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../core/export/exporter.ts';
import { alignBatch, alignPair, complain, save, type AlignSettings } from './align.ts';
import { openEncoder } from './encoder.ts';
import { printMarks } from './marks.ts';
import { packageRoot } from './packageRoot.ts';
import { show } from './show.ts';
import { printWordLinks } from './words.ts';

/** Exit codes: 0 all went well, 1 something could not be done, 2 the command line makes no sense. */
const FAILURE = 1;
const USAGE = 2;

interface CommonOptions {
  readonly sides?: readonly [Side, Side];
  readonly kind?: PairKind;
  readonly separator: CsvSeparator;
  readonly bom: boolean;
  readonly decimalComma: boolean;
  readonly furniture: boolean;
}

interface AlignOptions extends CommonOptions {
  readonly format: ExportFormat;
  readonly output?: string;
  readonly batch?: string;
  readonly out?: string;
  readonly presegmented: boolean;
}

// A reader that has seen enough (head, less) closes the pipe: nothing to complain about.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : FAILURE);
});

process.exitCode = await run(process.argv);

async function run(args: readonly string[]): Promise<number> {
  let code = 0;
  const finish = (isWhole: boolean): void => {
    if (!isWhole) code = FAILURE;
  };
  const program = new Command('vis-a-vis')
    .description('Aligns a French and an English article sentence by sentence.')
    .version(version())
    .exitOverride()
    .showHelpAfterError('(vis-a-vis --help explains)');

  withCommonOptions(program.command('align'))
    .description('Write the aligned pairs of two files, or of every pair of a list')
    .argument('[files...]', 'the French and the English file, in any order; - is the standard input')
    .addOption(new Option('--format <format>', 'what to write').choices(EXPORT_FORMATS).default('csv'))
    .option('-o, --output <file>', 'write to a file instead of the standard output')
    .option('--presegmented', 'one sentence a line, kept as it is; the French file comes first', false)
    .option('--batch <list>', 'align every line of LIST: name TAB French file TAB English file')
    .option('--out <folder>', 'where --batch writes NAME.csv, .jsonl, .tsv (beads) or .links')
    .action(async (files: string[], options: AlignOptions, command: Command) => {
      if (options.batch === undefined ? files.length !== 2 : files.length !== 0 || options.out === undefined)
        command.error(
          options.batch === undefined
            ? 'error: two files are needed, one French and one English'
            : 'error: --batch needs --out, and takes no other files',
          { exitCode: USAGE },
        );
      finish(await withEncoder((encoder) => align(files, options, encoder)));
    });

  withCommonOptions(program.command('show'))
    .description('Print what corresponds for reading: of two files, or of the samples')
    .argument('[files...]', 'the French and the English file, in any order')
    .option('--csv <file>', 'also write the pairs to a file')
    .action(async (files: string[], options: CommonOptions & { readonly csv?: string }, command: Command) => {
      if (files.length !== 0 && files.length !== 2)
        command.error('error: two files are needed, one French and one English', { exitCode: USAGE });
      const csv = options.csv === undefined ? null : { ...csvSettings(options), path: options.csv };
      finish(await withEncoder((encoder) => show(files, encoder, compareOptions(options), csv)));
    });

  withTokens(program.command('words'))
    .description('Print which words of pre-tokenised pairs go together: i-j links, a line a pair')
    .action(async (french: string, english: string) => {
      finish(await withEncoder((encoder) => printWordLinks([french, english], encoder)));
    });

  withTokens(program.command('marks'))
    .description('Print what stands on one side only of pre-tokenised pairs: a JSON line a pair')
    .action(async (french: string, english: string) => {
      finish(await withEncoder((encoder) => printMarks([french, english], encoder)));
    });

  try {
    await program.parseAsync(args);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE;
    complain(error instanceof Error ? error.message : String(error));
    return FAILURE;
  }
}

async function align(
  files: readonly string[],
  options: AlignOptions,
  encoder: () => Promise<Encoder>,
): Promise<boolean> {
  const settings: AlignSettings = {
    format: options.format,
    compare: { ...compareOptions(options), presegmented: options.presegmented },
    csv: csvSettings(options),
  };
  if (options.batch !== undefined && options.out !== undefined)
    return alignBatch(options.batch, options.out, encoder, settings);
  const bytes = await alignPair(files, encoder, settings);
  if (bytes === null) return false;
  if (options.output !== undefined && options.output !== '-') return save(options.output, bytes);
  process.stdout.write(bytes);
  return true;
}

/** The encoder is opened once there is something to encode, and closed in the end: its threads keep the program alive. */
async function withEncoder(work: (encoder: () => Promise<Encoder>) => Promise<boolean>): Promise<boolean> {
  let opened: Promise<Encoder> | undefined;
  try {
    return await work(() => (opened ??= openEncoder()));
  } finally {
    const encoder = await opened?.catch(() => undefined);
    encoder?.close();
  }
}

function withCommonOptions(command: Command): Command {
  return command
    .addOption(new Option('--sides <sides>', 'say which file is which instead of detecting it').argParser(sidesOf))
    .addOption(new Option('--kind <kind>', 'say what kind of pair it is').choices(['translation', 'comparable']))
    .addOption(new Option('--separator <character>', 'of the CSV: , ; or tab').argParser(separatorOf).default(','))
    .option('--bom', 'begin the CSV with a byte order mark, as Excel needs it', false)
    .option('--decimal-comma', 'write numbers in the CSV with a comma, as a French Excel reads them', false)
    .option('--furniture', 'list page furniture in the CSV, too', false);
}

function withTokens(command: Command): Command {
  return command
    .argument('<french>', 'one sentence a line, its words separated by spaces; - is the standard input')
    .argument('<english>', 'the same, line by line')
    .requiredOption('--tokens', 'the sentences are cut into words already');
}

function sidesOf(value: string): readonly [Side, Side] {
  if (value === 'fr,en') return ['fr', 'en'];
  if (value === 'en,fr') return ['en', 'fr'];
  throw new InvalidArgumentError('It is fr,en or en,fr.');
}

function separatorOf(value: string): CsvSeparator {
  if (value === ',' || value === ';' || value === '\t') return value;
  if (value === 'tab' || value === '\\t') return '\t';
  throw new InvalidArgumentError('It is , or ; or tab.');
}

function compareOptions({ sides, kind }: CommonOptions): CompareOptions {
  return { ...(sides && { sides }), ...(kind && { pairKind: kind }) };
}

function csvSettings({ separator, bom, decimalComma, furniture }: CommonOptions): AlignSettings['csv'] {
  return { separator, byteOrderMark: bom, decimalComma, furniture };
}

function version(): string {
  const description: unknown = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
  return typeof description === 'object' && description !== null && 'version' in description
    ? String(description.version)
    : '';
}
