import type { Failure } from '../contract.ts';

/** A failure as one line for the terminal: what happened, to which file, and what can be done. */
export function failureWords({ code, files, detail }: Failure): string {
  const names = files.join(', ');
  const about = names === '' ? '' : `${names}: `;
  switch (code) {
    case 'empty':
      return `${about}there is no text in it`;
    case 'binary':
      return `${about}is no text`;
    case 'too-large':
      return `${about}is larger than ${detail ?? 'the limit'}`;
    case 'folder':
      return `${about}is a folder; name the two files`;
    case 'not-found':
      return `${about}not found`;
    case 'unreadable':
      return `${about}cannot be read${detail ? ` (${detail})` : ''}`;
    case 'unknown-format':
      return `${about}is in a format that cannot be read${detail ? ` (${detail})` : ''}; save it as plain text`;
    case 'broken':
      return `${about}is damaged or incomplete`;
    case 'locked':
      return `${about}is protected by a password; save it without one`;
    case 'same-language':
      return `${names}: both seem to be in ${languageName(detail)}; say which is which with --sides fr,en`;
    case 'other-language':
      return `${about}seems to be in ${languageName(detail)}; French and English are compared (--sides fr,en overrules)`;
    case 'needs-two':
      return 'two files are needed, one French and one English';
    case 'too-many':
      return `two files are needed, not ${detail ?? files.length}`;
    case 'damaged':
      return `${about}is damaged`;
    case 'newer-version':
      return `${about}was saved by a newer version`;
    case 'not-saved':
      return `${about}could not be written${detail ? ` (${detail})` : ''}`;
    case 'no-encoder':
      return `the sentence encoder could not be loaded${detail ? ` (${detail})` : ''}; run npm run build`;
    case 'cancelled':
      return 'stopped';
    case 'internal':
      return `${about}unexpected error${detail ? ` (${detail})` : ''}`;
  }
}

function languageName(code: string | undefined): string {
  if (code === undefined || code === 'und') return 'no language that is known';
  return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;
}
