import { getDocument, VerbosityLevel } from 'unpdf/pdfjs';
import { joinPieces, type Unread } from './blocks.ts';
import type { TextWithBlocks } from './format.ts';
import { linesOfPage, type PdfLine } from './pdf/lines.ts';
import { paragraphs } from './pdf/paragraphs.ts';

/** Pages above which a document is not read: no book has as many. */
const MAX_PAGES = 5000;
/** The most text that is taken, in UTF-16 code units: as much as the largest plain text has. */
const MAX_LENGTH = 50_000_000;

/**
 * The text of a PDF: lines put together into paragraphs, words that were parted at a line's end made whole, with running
 * heads and page numbers marked as furniture. A scan without a text layer gives no block.
 *
 * Nothing is drawn: fonts, pictures and scripts stay untouched, and nothing is fetched. PDF.js runs in the calling thread,
 * without a worker of its own.
 * @throws the signal's reason after an abort, between two pages
 */
export async function readPdf(name: string, bytes: Uint8Array, signal?: AbortSignal): Promise<TextWithBlocks | Unread> {
  // PDF.js takes the bytes that it gets away from the caller, and takes no Buffer.
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    isImageDecoderSupported: false,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MAX_PAGES) return 'too-large';
    const lines: PdfLine[] = [];
    let length = 0;
    for (let number = 1; number <= document.numPages; number++) {
      signal?.throwIfAborted();
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const texts = items.flatMap((each) => ('str' in each ? each : []));
      const [, bottom = 0, , top = 0] = page.view;
      for (const line of linesOfPage(texts, { number, bottom, top })) {
        lines.push(line);
        length += line.text.length;
      }
      if (length > MAX_LENGTH) return 'too-large';
      page.cleanup();
    }
    return joinPieces(name, paragraphs(lines));
  } catch (error) {
    signal?.throwIfAborted();
    return error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged';
  } finally {
    await task.destroy();
  }
}
