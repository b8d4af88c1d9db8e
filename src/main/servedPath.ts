import { join, sep } from 'node:path';

/** The one host of app:// addresses. */
export const HOST = 'vis-a-vis';

/**
 * The file that an address stands for: `/encoder/…` in the encoder's folder, anything else in the page's.
 * @param folders absolute
 * @returns `null` where it stands for none of ours, as when it climbs out of the folder
 */
export function servedPath(
  address: string,
  folders: { readonly page: string; readonly encoder: string },
): string | null {
  let pathname: string;
  try {
    const url = new URL(address);
    if (url.protocol !== 'app:' || url.host !== HOST) return null;
    pathname = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  const parts = pathname.split('/').slice(1);
  // Once decoded, a part may be '..' again, or carry the other separator, a drive or a NUL.
  if (parts.some((part) => part === '' || part.startsWith('.') || /[\\\0:]/.test(part))) return null;
  const [first, ...rest] = parts;
  const folder = first === 'encoder' ? folders.encoder : folders.page;
  const path = join(folder, ...(first === 'encoder' ? rest : parts));
  return path.startsWith(folder + sep) ? path : null;
}
