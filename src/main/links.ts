import { dialog, shell } from 'electron';
import { m } from '../messages/messages.js';
import { log } from './log.ts';
import { locale } from './locale.ts';
import { webAddress } from './webAddress.ts';

/** Opens a web address in the reader's browser, after showing it and asking. Any other kind of address is refused. */
export async function askToOpenLink(address: string): Promise<void> {
  const url = webAddress(address);
  if (url === null) {
    log.warn('link refused');
    return;
  }
  const words = { locale: locale() };
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: m.main_link_question({}, words),
    detail: url.href,
    buttons: [m.main_link_open({}, words), m.main_cancel({}, words)],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) await shell.openExternal(url.href);
}
